"""radarsemarang.jawapos.com: Next.js, whose pages carry the story as data and not as markup."""

import json
import re
from http import HTTPStatus
from typing import Any

from crawler.newsroom import rendering
from crawler.newsroom.body import parts_of
from crawler.newsroom.browsing import picture
from crawler.newsroom.dates import WIB, full_date
from crawler.newsroom.site import JSON, TEXT, Answer, Page, Site, Visit, redirect, variant
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
    props = {"initialArticles": [_teaser(story) for story in newest]}
    return _page("list", visit, _data("/", {}, props), stories=newest, heading="Berita Terbaru")


def _kanal(visit: Visit, match: re.Match[str]) -> Answer | None:
    kanal = match["kanal"]
    if kanal not in {*_KANAL, *visit.edition.sections}:
        return None
    stories = visit.edition.in_section(kanal)[:LIST_SIZE]
    teasers = [_teaser(story) for story in stories]
    data = _data("/[kanal]", {"kanal": kanal}, {"initialArticles": teasers, "kanal": kanal})
    return _page("list", visit, data, stories=stories, heading=kanal.replace("-", " ").title())


def _tag(visit: Visit, match: re.Match[str]) -> Answer | None:
    label = match["label"]
    stories = tuple(
        story
        for story in visit.edition.stories
        if label in {rendering.slug_of(tag) for tag in story.tags}
    )
    if not stories:
        return None
    props = {"initialArticles": [_teaser(story) for story in stories]}
    heading = f"Tag: {label.replace('-', ' ').title()}"
    return _page(
        "list",
        visit,
        _data("/tag/[slug]", {"slug": label}, props),
        stories=stories,
        heading=heading,
    )


def _search(visit: Visit, match: re.Match[str]) -> Answer:
    words = visit.query.get("q", "").lower().split()
    stories = tuple(s for s in visit.edition.stories if all(w in s.title.lower() for w in words))
    props = {"initialArticles": [_teaser(story) for story in stories]}
    data = _data("/search", {}, props)
    return _page("list", visit, data, stories=stories, heading="Hasil Pencarian")


def _article(visit: Visit, match: re.Match[str]) -> Answer | None:
    story = _story(visit, match)
    if story is None:
        return None
    if visit.path != address(story):
        return redirect(HOME + address(story), status=HTTPStatus.PERMANENT_REDIRECT)
    data = _data("/[kanal]/[id]/[slug]", _query(story), _article_props(visit, story))
    return _page("article", visit, data, story=story)


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
    return _page("photo", visit, data, story=story)


def _story(visit: Visit, match: re.Match[str]) -> Story | None:
    found = (s for s in visit.edition.stories if str(article_id(s)) == match["id"])
    return next(found, None)


def _static(visit: Visit, match: re.Match[str]) -> Answer:
    return _page("static", visit, _data("/[page]", {}, {}), name=match["name"])


def _robots(visit: Visit, match: re.Match[str]) -> Answer:
    return rendering.page("jawapos/robots.txt.j2", visit.edition, content_type=TEXT)


def _api(visit: Visit, match: re.Match[str]) -> Answer:
    body = b'{"message":"Not Found"}'
    return Answer(status=HTTPStatus.NOT_FOUND, body=body, content_type=JSON)


def _image(visit: Visit, match: re.Match[str]) -> Answer:
    return picture(visit.path)


def _query(story: Story) -> Data:
    return {"kanal": story.section, "id": str(article_id(story)), "slug": story.slug}


def _teaser(story: Story) -> Data:
    return {
        "id": article_id(story),
        "title": story.title,
        "slug": story.slug,
        "url": address(story),
        "summary": story.summary,
        "category": {"name": story.section.replace("-", " ").title(), "slug": story.section},
        "published_at": f"{story.published.astimezone(WIB):%Y-%m-%d %H:%M:%S}",
        "image": {"url": f"{HOME}/foto-berita/{story.slug}.jpg", "caption": story.caption},
    }


def _article_props(visit: Visit, story: Story) -> Data:
    blocks = parts_of(story.body)
    content = rendering.render(
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
        "tags": [{"name": tag, "slug": rendering.slug_of(tag)} for tag in story.tags],
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


def _page(
    template: str, visit: Visit, data: Data, *, status: int = HTTPStatus.OK, **own: object
) -> Answer:
    values = {
        "home": HOME,
        "address": address,
        "photo_address": photo_address,
        "printed_date": printed_date,
        "kanal": _KANAL,
        "build": BUILD,
        "next_data": data,
        **own,
    }
    return rendering.page(f"jawapos/{template}.html.j2", visit.edition, values, status=status)


def _missing(visit: Visit) -> Answer:
    return _page("missing", visit, _data("/404", {}, {}), status=HTTPStatus.NOT_FOUND)


_ROUTES: tuple[tuple[str, Page], ...] = (
    (r"/", _home),
    (r"/robots\.txt", _robots),
    (r"/search", _search),
    (r"/api/.*", _api),
    (r"/tag/(?P<label>[a-z0-9-]+)", _tag),
    (r"/foto-berita/.*\.jpg", _image),
    (rf"/_next/data/{BUILD}/[a-z0-9-]+/(?P<id>\d{{10}})/[a-z0-9-]+\.json", _article_data),
    (rf"/(?P<name>{'|'.join(_STATIC)})", _static),
    (r"/foto/(?P<id>\d{10})/[a-z0-9-]+", _photo),
    (r"/(?P<kanal>[a-z0-9-]+)", _kanal),
    (r"/[a-z0-9-]+/(?P<id>\d{10})/[a-z0-9-]+/?", _article),
)

SITE = Site(
    name="radarsemarang", host=HOST, title="Radar Semarang", routes=_ROUTES, missing=_missing
)
