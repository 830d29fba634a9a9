"""radarsemarang.jawapos.com: Next.js, whose pages carry the story as data and not as markup."""

import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from crawler.newsroom.body import parts_of
from crawler.newsroom.dates import WIB, full_date
from crawler.newsroom.edition import variant
from crawler.newsroom.pictures import photo
from crawler.newsroom.rendering import Theme, render
from crawler.newsroom.site import JSON, Answer, Page, Site, Visit, redirect
from crawler.newsroom.slugs import heading_of, slug_of
from crawler.newsroom.stories import Story

HOST = "radarsemarang.jawapos.com"
HOME = f"https://{HOST}"
LIST_SIZE = 20
BUILD = "kQ3vB7yXn0LwPzR5dTgUa"
_KANAL = (
    "batang",
    "berita",
    "demak",
    "ekonomi",
    "jateng",
    "kendal",
    "magelang",
    "pekalongan",
    "pendidikan",
    "salatiga",
    "semarang",
    "sport",
    "temanggung",
    "ungaran",
)
_STATIC = ("tentang-kami", "redaksi", "pedoman-media-siber", "kontak")

Data = dict[str, Any]


def address(story: Story) -> str:
    """Path of a story: its kanal, ten digits, its slug."""
    return f"/{story.section}/{article_id(story)}/{story.slug}"


def article_id(story: Story) -> int:
    """The ten digits in the address."""
    return story.id or 7_210_000_000 + variant(story.slug, 9_000_000, salt="artikel")


def photo_address(story: Story) -> str:
    """Path of the gallery beside a story, which has the shape of an article's address."""
    return f"/foto/{article_id(story)}/{story.slug}"


def printed_date(story: Story) -> str:
    """`Selasa, 3 Desember 2024 | 15:58 WIB`."""
    day, clock, zone = full_date(story.published).rsplit(" ", 2)
    return f"{day} | {clock} {zone}"


def _home(visit: Visit, match: re.Match[str]) -> Answer:
    # A list does not know ?page=: every number is answered with the first page again.
    newest = visit.edition.stories[:LIST_SIZE]
    return _list(visit, _data("/", {}, _teasers(newest)), newest, heading="Berita Terbaru")


def _kanal(visit: Visit, match: re.Match[str]) -> Answer | None:
    kanal = match["kanal"]
    found = visit.edition.on_menu(kanal, _KANAL)
    if found is None:
        return None
    newest = found[:LIST_SIZE]
    data = _data("/[kanal]", {"kanal": kanal}, {**_teasers(newest), "kanal": kanal})
    return _list(visit, data, newest, heading=heading_of(kanal))


def _tag(visit: Visit, match: re.Match[str]) -> Answer | None:
    label = match["label"]
    found = visit.edition.labelled(label)
    data = _data("/tag/[slug]", {"slug": label}, _teasers(found))
    return _list(visit, data, found, heading=f"Tag: {heading_of(label)}") if found else None


def _search(visit: Visit, match: re.Match[str]) -> Answer:
    found = visit.edition.searched(visit.query.get("q", ""), in_text=False)
    return _list(visit, _data("/search", {}, _teasers(found)), found, heading="Hasil Pencarian")


def _list(visit: Visit, data: Data, stories: tuple[Story, ...], *, heading: str) -> Answer:
    return _THEME.page("list.html", visit, next_data=data, stories=stories, heading=heading)


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = _story(visit, match)
    if story is None:
        return None
    if visit.path != address(story):
        return redirect(HOME + address(story), status=HTTPStatus.PERMANENT_REDIRECT)
    data = _data("/[kanal]/[id]/[slug]", _query(story), _article_props(visit, story))
    return _THEME.page("article.html", visit, next_data=data, story=story)


def _article_data(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = _story(visit, match)
    if story is None:
        return None
    body = json.dumps({"pageProps": _article_props(visit, story), "__N_SSP": True})
    return Answer(body=body.encode(), content_type=JSON)


def _photo(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = _story(visit, match)
    if story is None:
        return None
    data = _data("/foto/[id]/[slug]", _query(story), {"gallery": _teaser(story)})
    return _THEME.page("photo.html", visit, next_data=data, story=story)


def _story(visit: Visit, match: re.Match[str]) -> Story | None:
    return visit.edition.find(lambda s: str(article_id(s)) == match["id"])


def _static(visit: Visit, match: re.Match[str]) -> Answer:
    data = _data("/[page]", {}, {})
    return _THEME.page("static.html", visit, next_data=data, name=match["name"])


def _api(visit: Visit, match: re.Match[str]) -> Answer:
    body = b'{"message":"Not Found"}'
    return Answer(status=HTTPStatus.NOT_FOUND, body=body, content_type=JSON)


def _query(story: Story) -> Data:
    return {"kanal": story.section, "id": str(article_id(story)), "slug": story.slug}


def _teasers(stories: tuple[Story, ...]) -> Data:
    return {"initialArticles": [_teaser(story) for story in stories]}


def _teaser(story: Story) -> Data:
    return {
        "id": article_id(story),
        "title": story.title,
        "slug": story.slug,
        "url": address(story),
        "summary": story.summary,
        "category": {"name": heading_of(story.section), "slug": story.section},
        "published_at": f"{story.published.astimezone(WIB):%Y-%m-%d %H:%M:%S}",
        "image": {"url": f"{HOME}/foto-berita/{story.slug}.jpg", "caption": story.caption},
    }


def _article_props(visit: Visit, story: Story) -> Data:
    blocks = parts_of(story.body)
    content = render(
        "jawapos/content.html.j2",
        story=story,
        parts=blocks,
        address=address,
        teasers=visit.edition.others(story, 2, salt="baca-juga"),
    )
    article = {
        **_teaser(story),
        "content": content,
        "author": {"name": ", ".join(story.authors) or "Redaksi"},
        "editor": {"name": story.editor},
        "tags": [{"name": tag, "slug": slug_of(tag)} for tag in story.tags],
    }
    related = visit.edition.others(story, 6, salt="terkait")
    return {"article": article, "relatedArticles": [_teaser(other) for other in related]}


def _data(page: str, query: Data, props: Data) -> Data:
    menu = [{"name": name.title(), "slug": name} for name in _KANAL]
    return {
        "props": {"pageProps": {**props, "menu": menu}, "__N_SSP": True},
        "page": page,
        "query": query,
        "buildId": BUILD,
        "isFallback": False,
        "gssp": True,
        "locale": "id",
        "scriptLoader": [],
    }


def _values(visit: Visit) -> Mapping[str, object]:
    return {
        "address": address,
        "photo_address": photo_address,
        "printed_date": printed_date,
        "kanal": _KANAL,
        "build": BUILD,
        "next_data": _data("/404", {}, {}),
    }


_THEME = Theme(folder="jawapos", home=HOME, values=_values)
_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _home),
    (r"/robots\.txt", _THEME.plain("robots.txt")),
    (r"/search", _search),
    (r"/api/.*", _api),
    (r"/tag/(?P<label>[a-z0-9-]+)", _tag),
    (r"/foto-berita/.*\.jpg", photo),
    (rf"/_next/data/{BUILD}/[a-z0-9-]+/(?P<id>\d{{10}})/[a-z0-9-]+\.json", _article_data),
    (rf"/(?P<name>{'|'.join(_STATIC)})", _static),
    (r"/foto/(?P<id>\d{10})/[a-z0-9-]+", _photo),
    (r"/(?P<kanal>[a-z0-9-]+)", _kanal),
    (r"/[a-z0-9-]+/(?P<id>\d{10})/[a-z0-9-]+/?", _article),
)

SITE = Site(
    name="radarsemarang",
    host=HOST,
    title="Radar Semarang",
    routes=_ROUTES,
    missing=_THEME.missing,
)
