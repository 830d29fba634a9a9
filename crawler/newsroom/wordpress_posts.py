"""Posts of the WordPress site: their numbers, addresses and rendered content."""

from crawler.newsroom.edition import Edition, variant
from crawler.newsroom.rendering import render
from crawler.newsroom.stories import Story

HOST = "klikjateng.id"
HOME = f"https://{HOST}"


def address(story: Story) -> str:
    """Path of a post: its slug, without a trailing slash."""
    return f"/{story.slug}"


def post_id(story: Story) -> int:
    """The number of the post, as in `/?p=`."""
    return story.id or 10_000 + variant(story.slug, 900_000, salt="post")


def category_id(section: str) -> int:
    """The number of a category."""
    return 2 + variant(section, 900, salt="category")


def content(story: Story, edition: Edition) -> str:
    """The whole post as HTML, split pages joined, as REST and the feed carry it."""
    return render(
        "klikjateng/content.html.j2",
        story=story,
        edition=edition,
        home=HOME,
        address=address,
    )
