"""A tiny paper that a test publishes, changes and takes down, night after night."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from email.utils import format_datetime
from pathlib import Path

from crawler.newsroom.dates import WIB
from crawler.newsroom.server import Newsroom
from crawler.newsroom.site import Answer, Site, Visit
from tests.crawling.conftest import Desk, Outcome
from tests.crawling.tiny import describe, host_of, tiny_site

NAME = "koran"
HOST = host_of(NAME)
FIRST = date(2024, 12, 2)
"""The day of the first night."""
AWARD = "blora-raih-nilai-tinggi"
AWARD_TEXT = (
    "<p>BLORA - Ombudsman RI memberi Kabupaten Blora nilai {score} dalam penilaian kepatuhan"
    " standar pelayanan publik tahun 2024. Dengan nilai itu Kabupaten Blora masuk zona hijau.</p>"
    "<p>Penghargaan diterima bupati di Semarang, Senin (2/12/2024), bersama sejumlah kepala"
    " dinas yang unitnya ikut dinilai oleh tim Ombudsman sejak pertengahan tahun.</p>"
    "<p>Bupati berterima kasih kepada seluruh petugas layanan dan meminta mereka menjaga mutu"
    " layanan bagi warga di tahun yang akan datang.</p>"
)


@dataclass
class Paper:
    """What is out, newest first; `lists` writes its sources as an outlet file has them."""

    sources: str
    entries: int = 100
    """Entries of one page of the feed, the list and the sitemap."""
    has_pager: bool = False
    """Whether the home page leads to the list, and the list to its further pages."""
    times: dict[str, datetime] = field(default_factory=dict)
    changed: dict[str, datetime] = field(default_factory=dict)
    """What the sitemap says of changes."""
    bodies: dict[str, str] = field(default_factory=dict)

    def publish(self, slug: str, at: datetime, body: str | None = None) -> None:
        """Put out a story; without a body an everyday one."""
        self.times[slug] = at
        if body is not None:
            self.bodies[slug] = body

    def publish_daily(self, first: date, days: int, *, per_day: int = 2) -> None:
        """So many everyday stories a day, at 8, 9 … o'clock."""
        for back in range(days):
            day = first + timedelta(days=back)
            for number in range(per_day):
                name = "".join(chr(ord("a") + int(digit)) for digit in f"{day:%m%d}{number:02}")
                self.publish(
                    f"kabar-desa-hari-{name}", datetime.combine(day, time(8 + number), WIB)
                )

    def site(self) -> Site:
        """The paper as it is whenever a page is made."""
        plain = tiny_site(NAME, stories=())
        routes = (
            (r"/rss", self._feed),
            (r"/peta\.xml", self._sitemap),
            (r"/arsip", self._list),
            *(((r"/", self._home),) if self.has_pager else ()),
            (r"/indeks/(?P<day>[\d-]+)", self._day),
            (r"/berita/(?P<slug>[a-z-]+)", self._story),
        )
        return Site(
            name=NAME, host=HOST, title=NAME, routes=(*routes, *plain.routes), missing=plain.missing
        )

    @property
    def _newest_first(self) -> list[str]:
        return sorted(self.times, key=lambda slug: (self.times[slug], slug), reverse=True)

    def _shown(self, visit: Visit) -> list[str]:
        start = (visit.page - 1) * self.entries
        out = [
            each for each in self._newest_first if self.times[each].date() <= visit.edition.today
        ]
        return out[start : start + self.entries]

    def _feed(self, visit: Visit, match: re.Match[str]) -> Answer:
        items = "".join(
            f"<item><title>{slug}</title><link>https://{HOST}/berita/{slug}</link>"
            f"<pubDate>{format_datetime(self.times[slug])}</pubDate></item>"
            for slug in self._shown(visit)
        )
        body = f"<rss><channel>{items}</channel></rss>"
        return Answer(body=body.encode(), content_type="application/rss+xml")

    def _sitemap(self, visit: Visit, match: re.Match[str]) -> Answer:
        urls = "".join(
            f"<url><loc>https://{HOST}/berita/{slug}</loc>"
            f"<lastmod>{self.changed.get(slug, self.times[slug]).isoformat()}</lastmod></url>"
            for slug in self._shown(visit)
        )
        return Answer(body=f"<urlset>{urls}</urlset>".encode(), content_type="text/xml")

    def _list(self, visit: Visit, match: re.Match[str]) -> Answer:
        pager = f'<a href="/arsip?page={visit.page + 1}">{visit.page + 1}</a>'
        return _links(self._shown(visit), self.times, pager if self.has_pager else "")

    def _home(self, visit: Visit, match: re.Match[str]) -> Answer | None:
        return _links(self._shown(visit), {}, '<a href="/arsip">Berita Lainnya »</a>')

    def _day(self, visit: Visit, match: re.Match[str]) -> Answer:
        day = date.fromisoformat(match["day"])
        out = [each for each in self._newest_first if self.times[each].date() == day]
        return _links(out if day <= visit.edition.today else [], self.times)

    def _story(self, visit: Visit, match: re.Match[str]) -> Answer | None:
        slug = match["slug"]
        if slug not in self.times:
            return Answer(status=404, body=b"tidak ada")
        if slug not in self.bodies:
            plain = tiny_site(NAME, stories=(slug,))
            return next(page for pattern, page in plain.routes if "slug" in pattern)(visit, match)
        title = slug.replace("-", " ").capitalize()
        body = f"<h1>{title}</h1><main>{self.bodies[slug]}</main>"
        page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
        return Answer(body=page.encode())


def _links(slugs: list[str], times: Mapping[str, datetime], pager: str = "") -> Answer:
    items = "".join(
        f'<li><a href="/berita/{slug}">{slug}</a>'
        + (f'<time datetime="{times[slug].isoformat()}"></time></li>' if slug in times else "</li>")
        for slug in slugs
    )
    return Answer(body=f"<html><body><ul>{items}</ul>{pager}</body></html>".encode())


@dataclass(frozen=True, kw_only=True)
class Nights:
    """Crawls of one paper, each on a day of its own."""

    desk: Desk
    paper: Paper

    def crawl(self, day: date, *, since: date | None = None, **crawl: int) -> dict[str, object]:
        """The night that begins on `day`; keywords are values of `[crawl]`. Gives its row."""
        return self.outcome(day, since=since, **crawl).row(NAME)

    def outcome(self, day: date, *, since: date | None = None, **crawl: int) -> Outcome:
        """The same, all of what the crawl said."""
        self.desk.newsroom.turn_to(day)
        self.desk.newsroom.forget_requests()
        self.desk.configure(outlets_folder=str(self.desk.outlets_folder), **crawl)
        return self.desk.crawl(*([f"--since={since}"] if since else []), NAME)

    def asked(self) -> list[str]:
        """What the last night asked for, robots.txt apart; `?` marks a request with conditions."""
        return [
            f"{each.target}{' ?' if each.conditional else ''}"
            for each in self.desk.asked(HOST)
            if each.target != "/robots.txt"
        ]

    def stories_asked(self) -> list[str]:
        """Of these the stories, by slug."""
        return [each[len("/berita/") :] for each in self.asked() if each.startswith("/berita/")]

    def gaps(self) -> list[tuple[str, str, str]]:
        """Start and end in Jakarta's time, and state."""
        rows = self.desk.query("SELECT starts_at, ends_at, state FROM gaps ORDER BY starts_at, id")
        return [
            (
                *(f"{datetime.fromisoformat(each).astimezone(WIB):%d %H.%M}" for each in row[:2]),
                row[2],
            )
            for row in rows
        ]


@contextmanager
def nights_of(folder: Path, paper: Paper) -> Iterator[Nights]:
    """The paper on loopback, and a desk that reads it."""
    with Newsroom([paper.site()], today=FIRST) as newsroom:
        desk = Desk(folder=folder, newsroom=newsroom)
        describe(desk.outlets_folder, NAME, sources=paper.sources)
        yield Nights(desk=desk, paper=paper)
