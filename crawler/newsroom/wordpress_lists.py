"""The lists and feeds that every WordPress site makes: all posts, a category, a tag, an author."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from crawler.newsroom.edition import page_number, shelf, variant
from crawler.newsroom.rendering import Theme
from crawler.newsroom.site import Answer, Visit, redirect
from crawler.newsroom.slugs import heading_of
from crawler.newsroom.stories import Story
from crawler.newsroom.wordpress_posts import category_id, post_id

LIST_SIZE = 10
_FEED = "application/rss+xml; charset=UTF-8"
_NAMES: Mapping[str, Callable[[Story], Iterable[str]]] = {
    "category": lambda story: (story.section,),
    "tag": lambda story: story.tags,
    "author": lambda story: story.authors or ("Redaksi",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Archives:
    """The lists and feeds of one site."""

    theme: Theme
    menu: tuple[str, ...]
    """Categories that have a page even without a post."""
    address: Callable[[Story], str]
    kinds: Mapping[str, str]
    """What stands before the name in the heading of an archive, by its kind."""

    def list(
        self, visit: Visit, stories: tuple[Story, ...], number: int, *, path: str, heading: str
    ) -> Answer | None:
        """Page `number` of a list; None past its end."""
        items = shelf(stories, number, LIST_SIZE)
        if number > 1 and not items.stories:
            return None
        return self.theme.page("list.html", visit, shelf=items, path=path, heading=heading)

    def archive(self, visit: Visit, match: re.Match[str]) -> Answer | None:
        """The posts of one category, tag or author, as list or feed."""
        kind, label = match["kind"], match["label"]
        found = visit.edition.labelled(label, _NAMES[kind])
        if not found and not (kind == "category" and label in self.menu):
            return None
        if match["feed"]:
            return self._feed_of(visit, found)
        heading = f"{self.kinds[kind]} {heading_of(label)}".strip()
        number = page_number(match["page"])
        return self.list(visit, found, number, path=f"/{kind}/{label}/", heading=heading)

    def feed(self, visit: Visit, match: re.Match[str]) -> Answer | None:
        """The feed of all posts."""
        return self._feed_of(visit, visit.edition.stories)

    def _feed_of(self, visit: Visit, stories: tuple[Story, ...]) -> Answer | None:
        items = shelf(stories, page_number(visit.query.get("paged")), LIST_SIZE)
        if items.number > 1 and not items.stories:
            return None
        return self.theme.page("feed.xml", visit, content_type=_FEED, shelf=items)

    def short_link(self, visit: Visit) -> Answer | None:
        """Where `/?p=` leads."""
        story = visit.edition.find(lambda s: str(post_id(s)) == visit.query["p"])
        return redirect(self.theme.home + self.address(story)) if story else None


def values(address: Callable[[Story], str], menu: tuple[str, ...]) -> Mapping[str, object]:
    """What the templates of every WordPress site are given."""
    return {
        "address": address,
        "post_id": post_id,
        "category_id": category_id,
        "views": _views,
        "menu_items": menu,
    }


def _views(story: Story) -> int:
    return 20 + variant(story.slug, 900, salt="views")
