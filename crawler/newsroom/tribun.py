"""jateng.tribunnews.com: one regional site of the Tribun network, with its own rules for robots."""

import json
import re
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from crawler.newsroom import rendering
from crawler.newsroom.body import Block, parts_of
from crawler.newsroom.linked_data import tribun_graph
from crawler.newsroom.site import (
    HTML,
    TEXT,
    XML,
    Answer,
    Page,
    Site,
    Visit,
    redirect,
    shelf,
    variant,
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """Which part of a story a page shows."""

    blocks: tuple[Block, ...]
    number: int
    """From 1; 0 is the view of all pages."""
    count: int


def _robots(visit: Visit, match: re.Match[str]) -> Answer:
    return rendering.page("tribun/robots.txt.j2", visit.edition, content_type=TEXT)


def _home(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("tribun/home.html.j2", visit)


def _index(visit: Visit, match: re.Match[str]) -> Answer:
    stories = visit.edition.stories
    section = match["section"]
    if section:
        stories = visit.edition.in_section(section)
    day, number = _day(visit.query.get("date", "")), visit.page
    if day is None:
        number = min(number, _LAST_UNDATED_PAGE)
    else:
        stories = tuple(s for s in stories if s.published.date() == day)
    items = shelf(stories, number, INDEX_SIZE)
    return _page("tribun/index.html.j2", visit, shelf=items, day=day, section=section)


def _labelled(visit: Visit, match: re.Match[str]) -> Answer | None:
    kind, label = match["kind"], match["label"]
    names = {
        rendering.slug_of(name): name
        for story in visit.edition.stories
        for name in (story.tags if kind == "tag" else (topic(story),))
    }
    if label not in names:
        return None
    name = names[label]
    stories = [
        s for s in visit.edition.stories if name in (s.tags if kind == "tag" else (topic(s),))
    ]
    items = shelf(stories, visit.page, INDEX_SIZE)
    return _page("tribun/label.html.j2", visit, shelf=items, kind=kind, label=label, name=name)


def _hub(visit: Visit, match: re.Match[str]) -> Answer | None:
    section = match["section"]
    if section not in {*_HUBS, *visit.edition.sections}:
        return None
    return _page("tribun/hub.html.j2", visit, section=section)


def _latest(visit: Visit, match: re.Match[str]) -> Answer:
    posts = [
        {"id": content_id(s), "title": s.title, "url": HOME + address(s)}
        for s in visit.edition.stories
    ]
    callback = re.sub(r"\W", "", visit.query.get("callback", "")) or "callback"
    script = f"{callback}({json.dumps({'posts': posts}, ensure_ascii=False)});"
    return Answer(body=script.encode(), content_type="application/javascript; charset=UTF-8")


def _feed(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("tribun/rss.xml.j2", visit, content_type=XML)


def _sitemap(visit: Visit, match: re.Match[str]) -> Answer:
    template = {"": "index", "_news": "news", "_web": "web"}[match["kind"] or ""]
    newest = visit.edition.stories[:_NEWS_SITEMAP_SIZE]
    return _page(f"tribun/sitemap-{template}.xml.j2", visit, content_type=XML, newest=newest)


def _about(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("tribun/about.html.j2", visit, name=match["name"])


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = _story(visit, match)
    if story is None:
        return None
    amp = match["amp"] or ""
    wanted = f"{amp}{address(story)}"
    if visit.path != wanted:
        return redirect(HOME + wanted)
    reading = _reading(story, visit.query.get("page"))
    if reading is None:
        return redirect(HOME + wanted, status=HTTPStatus.FOUND)
    template = "tribun/amp.html.j2" if amp else "tribun/article.html.j2"
    graph = tribun_graph(story, visit.edition.modified(story), HOME, HOME + address(story))
    old = story.published.year < _OLD_TEMPLATE_UNTIL
    return _page(template, visit, story=story, reading=reading, graph=graph, old=old)


def _story(visit: Visit, match: re.Match[str]) -> Story | None:
    found = match.groupdict()
    for story in visit.edition.stories:
        if "id" in found and story.id is not None and str(story.id) == found["id"]:
            return story
        if "slug" in found and story.id is None and address(story) == found["slug"]:
            return story
    return None


def _reading(story: Story, asked: str | None) -> _Reading | None:
    parts = parts_of(story.body)
    if asked == "all":
        return _Reading(blocks=sum(parts, ()), number=0, count=len(parts))
    number = int(asked) if asked and asked.isdigit() else 1
    if not 1 <= number <= len(parts):
        return None
    return _Reading(blocks=parts[number - 1], number=number, count=len(parts))


def _day(asked: str) -> date | None:
    match = re.fullmatch(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", asked)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _page(template: str, visit: Visit, *, content_type: str = HTML, **own: object) -> Answer:
    values = {
        "visit": visit,
        "home": HOME,
        "address": address,
        "topic": topic,
        "content_id": content_id,
        **own,
    }
    return rendering.page(template, visit.edition, values, content_type=content_type)


def _missing(visit: Visit) -> Answer:
    answer = _page("tribun/missing.html.j2", visit)
    return Answer(status=HTTPStatus.NOT_FOUND, body=answer.body)


def _cloudfront(visit: Visit) -> Answer | None:
    agent = visit.user_agent
    if agent.startswith("Mozilla/5.0") and "bot" not in agent.lower():
        return None
    body = rendering.render("tribun/refused.html.j2")
    headers = (("Server", "CloudFront"), ("X-Cache", "Error from cloudfront"))
    return Answer(status=HTTPStatus.FORBIDDEN, body=body.encode(), headers=headers)


_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _home),
    (r"/robots\.txt", _robots),
    (r"/index-news(?:/(?P<section>[a-z0-9-]+))?", _index),
    (r"/rss", _feed),
    (r"/sitemap(?P<kind>_news|_web)?\.xml", _sitemap),
    (r"/ajax/latest", _latest),
    (r"/(?P<kind>topic|tag)/(?P<label>[a-z0-9-]+)", _labelled),
    (r"/(?P<name>redaksi|about-us|contact-us|privacy-policy|pedoman-media-siber)", _about),
    (r"(?P<amp>/amp)?(?P<slug>/\d{4}/\d{2}/\d{2}/[a-z0-9-]+)/?", _article),
    (r"(?P<amp>/amp)?/[a-z0-9-]+/(?P<id>\d{5,})/[a-z0-9-]+/?", _article),
    (r"/(?P<section>[a-z0-9-]+)", _hub),
)

SITE = Site(
    name="tribun-jateng",
    host=HOST,
    title="TribunJateng.com",
    routes=_ROUTES,
    missing=_missing,
    guard=_cloudfront,
)
