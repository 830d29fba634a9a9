"""Village papers: tiny outlets that bring a few stories every night and may change their layout."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from pathlib import Path

from crawler.newsroom.site import Answer, Site, Visit
from tests.crawling.tiny import describe, host_of

_PARAGRAPHS = "\n".join(
    f"<p>Warga {place} berkumpul di balai desa untuk membahas {topic} bersama perangkat desa,"
    " pengurus kelompok tani, dan beberapa tokoh masyarakat setempat.</p>"
    for place, topic in (("Kedungrejo", "panen"), ("Sambirejo", "jalan"), ("Tambakromo", "irigasi"))
)
_AWARD = (
    "<p>Pemerintah {regency} meraih nilai {score} dalam Penilaian Kepatuhan Penyelenggaraan"
    " Pelayanan Publik Tahun 2024 yang digelar Ombudsman Republik Indonesia. Piagam diserahkan di"
    " Semarang, Senin (2/12/2024).</p>"
)


class Layout(Enum):
    """How a paper's pages are built."""

    OLD = auto()
    """As its file describes them."""
    NAMELESS = auto()
    """The headline's place holds the site's own name."""
    UNDATED = auto()
    """No page says when its story was published."""
    EMPTY = auto()
    """A script is to fill in the text."""


@dataclass(slots=True, kw_only=True)
class Paper:
    """A paper of four stories a night; `award` is a regency that tonight's first story praises."""

    name: str
    layout: Layout = Layout.OLD
    _days: dict[str, tuple[date, str | None]] = field(default_factory=dict)

    def bring_out(self, day: date, *, award: str | None = None) -> None:
        """Put out the stories of a day."""
        for number, topic in enumerate(("panen", "jalan", "irigasi", "pasar")):
            slug = f"{topic}-{day:%B}-{'-'.join('abcdefghij'[int(each)] for each in f'{day:%d}')}"
            self._days[slug.lower()] = (day, award if number == 0 else None)

    def describe(self, folder: Path) -> None:
        """Write the paper's outlet file."""
        describe(folder, self.name)

    @property
    def site(self) -> Site:
        """The paper as a site of the newsroom; it shows what is out when it is asked."""
        return Site(
            name=self.name,
            host=host_of(self.name),
            title=self.name,
            routes=(("/", self._home), (r"/berita/(?P<slug>[a-z-]+)", self._story)),
            missing=lambda visit: Answer(status=404, body=b"tidak ada"),
        )

    def _home(self, visit: Visit, match: re.Match[str]) -> Answer:
        newest_first = reversed(self._days)
        links = "".join(f'<li><a href="/berita/{slug}">{slug}</a></li>' for slug in newest_first)
        return Answer(body=f"<html><body><ul>{links}</ul></body></html>".encode())

    def _story(self, visit: Visit, match: re.Match[str]) -> Answer | None:
        if match["slug"] not in self._days:
            return None
        day, award = self._days[match["slug"]]
        title, text = match["slug"].replace("-", " ").capitalize(), _PARAGRAPHS
        if award is not None:
            score = f"9{len(award) % 10},5{len(award) % 7}"
            title = f"{award} Raih Nilai {score} dari Ombudsman"
            text = _AWARD.format(regency=award, score=score) + text
        dated = f'<meta property="article:published_time" content="{day}T08:00:00+07:00">'
        return Answer(
            body=f"""<html><head><title>{title}</title>
            {"" if self.layout is Layout.UNDATED else dated}</head><body>
            <h1>{self.name if self.layout is Layout.NAMELESS else title}</h1>
            <main>{"" if self.layout is Layout.EMPTY else text}</main></body></html>""".encode()
        )
