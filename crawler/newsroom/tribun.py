"""jateng.tribunnews.com: one regional site of the Tribun network, with its own rules for robots."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus

from crawler.newsroom.body import reading_of
from crawler.newsroom.dates import day_in
from crawler.newsroom.edition import shelf, variant
from crawler.newsroom.linked_data import tribun_graph
from crawler.newsroom.rendering import Theme, render
from crawler.newsroom.site import Answer, Page, Site, Visit, redirect
from crawler.newsroom.slugs import spelled
from crawler.newsroom.stories import Story

HOST = "jateng.tribunnews.com"
HOME = f"https://{HOST}"
INDEX_SIZE = 20
_LAST_UNDATED_PAGE = 10
_NEWS_SITEMAP_SIZE = 100
_HUBS = ("bisnis", "jateng", "kesehatan", "pendidikan", "semarang", "sport", "tribun-kedu", "viral")
_OLD_TEMPLATE_UNTIL = 2024


def address(story: Story) -> str:
    """Path of a story: with its id, or dated for a story that has none."""
    if story.id is not None:
        return f"/{story.section}/{story.id}/{story.slug}"
    return f"/{story.published:%Y/%m/%d}/{story.slug}"


def content_id(story: Story) -> int:
    """The number inside the page, which a dated address does not show."""
    return story.id or 100_000 + variant(story.slug, 900_000, salt="content-id")


def topic(story: Story) -> str:
    """The kicker above the title."""
    local = variant(story.slug, 3, salt="topic") == 0
    return f"Berita {story.city.title()}" if local else "Berita Jateng"


_LABELS: Mapping[str, Callable[[Story], Iterable[str]]] = {
    "tag": lambda story: story.tags,
    "topic": lambda story: (topic(story),),
}


def _index(visit: Visit, match: re.Match[str]) -> Answer:
    stories = visit.edition.stories
    section = match["section"]
    if section:
        stories = visit.edition.in_section(section)
    day, number = day_in(visit.query.get("date", ""), "%Y-%m-%d", "%Y/%m/%d"), visit.page
    if day is None:
        number = min(number, _LAST_UNDATED_PAGE)
    else:
        stories = tuple(s for s in stories if s.published.date() == day)
    items = shelf(stories, number, INDEX_SIZE)
    return _THEME.page("index.html", visit, shelf=items, day=day, section=section)


def _labelled(visit: Visit, match: re.Match[str]) -> Answer | None:
    kind, label = match["kind"], match["label"]
    names = _LABELS[kind]
    stories = visit.edition.labelled(label, names)
    if not stories:
        return None
    name, items = spelled(label, names(stories[0])), shelf(stories, visit.page, INDEX_SIZE)
    return _THEME.page("label.html", visit, shelf=items, kind=kind, label=label, name=name)


def _hub(visit: Visit, match: re.Match[str]) -> Answer | None:
    section = match["section"]
    if visit.edition.on_menu(section, _HUBS) is None:
        return None
    return _THEME.page("hub.html", visit, section=section)


def _latest(visit: Visit, match: re.Match[str]) -> Answer:
    posts = [
        {"id": content_id(s), "title": s.title, "url": HOME + address(s)}
        for s in visit.edition.stories
    ]
    callback = re.sub(r"\W", "", visit.query.get("callback", "")) or "callback"
    script = f"{callback}({json.dumps({'posts': posts}, ensure_ascii=False)});"
    return Answer(body=script.encode(), content_type="application/javascript; charset=UTF-8")


def _sitemap(visit: Visit, match: re.Match[str]) -> Answer:
    template = {"": "index", "_news": "news", "_web": "web"}[match["kind"] or ""]
    newest = visit.edition.stories[:_NEWS_SITEMAP_SIZE]
    return _THEME.page(f"sitemap-{template}.xml", visit, newest=newest)


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = _story(visit, match)
    if story is None:
        return None
    amp = match["amp"] or ""
    wanted = f"{amp}{address(story)}"
    if visit.path != wanted:
        return redirect(HOME + wanted)
    reading = reading_of(story.body, visit.query.get("page"))
    if reading is None:
        return redirect(HOME + wanted, status=HTTPStatus.FOUND)
    template = "amp.html" if amp else "article.html"
    graph = tribun_graph(story, visit.edition.modified(story), HOME, HOME + address(story))
    old = story.published.year < _OLD_TEMPLATE_UNTIL
    return _THEME.page(template, visit, story=story, reading=reading, graph=graph, old=old)


def _story(visit: Visit, match: re.Match[str]) -> Story | None:
    found = match.groupdict()
    for story in visit.edition.stories:
        if "id" in found and story.id is not None and str(story.id) == found["id"]:
            return story
        if "slug" in found and story.id is None and address(story) == found["slug"]:
            return story
    return None


def _cloudfront(visit: Visit) -> Answer | None:
    agent = visit.user_agent
    if agent.startswith("Mozilla/5.0") and "bot" not in agent.lower():
        return None
    body = render("tribun/refused.html.j2")
    headers = (("Server", "CloudFront"), ("X-Cache", "Error from cloudfront"))
    return Answer(status=HTTPStatus.FORBIDDEN, body=body.encode(), headers=headers)


def _values(visit: Visit) -> Mapping[str, object]:
    return {"address": address, "topic": topic, "content_id": content_id}


_THEME = Theme(folder="tribun", home=HOME, values=_values)
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _THEME.plain("home.html")),
    (r"/robots\.txt", _THEME.plain("robots.txt")),
    (r"/index-news(?:/(?P<section>[a-z0-9-]+))?", _index),
    (r"/rss", _THEME.plain("rss.xml")),
    (r"/sitemap(?P<kind>_news|_web)?\.xml", _sitemap),
    (r"/ajax/latest", _latest),
    (r"/(?P<kind>topic|tag)/(?P<label>[a-z0-9-]+)", _labelled),
    (
        r"/(?P<name>redaksi|about-us|contact-us|privacy-policy|pedoman-media-siber)",
        _THEME.plain("static.html"),
    ),
    (r"(?P<amp>/amp)?(?P<slug>/\d{4}/\d{2}/\d{2}/[a-z0-9-]+)/?", _article),
    (r"(?P<amp>/amp)?/[a-z0-9-]+/(?P<id>\d{5,})/[a-z0-9-]+/?", _article),
    (r"/(?P<section>[a-z0-9-]+)", _hub),
)

SITE = Site(
    name="tribun-jateng",
    host=HOST,
    title="TribunJateng.com",
    routes=_ROUTES,
    missing=_THEME.missing,
    guard=_cloudfront,
)
