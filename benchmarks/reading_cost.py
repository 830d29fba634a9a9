"""What reading awards costs, all schemes on, as a share of `trafilatura.extract` on the same page.

Two budgets: most pages of a night are ordinary news and must cost next to nothing; an award story
may cost more. Both ways of a page are timed in the same round, one after the other.
"""

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from time import process_time

import trafilatura

from benchmarks.pages import RecordedPage
from benchmarks.spread import Spread
from benchmarks.table import Row, Table
from crawler.awards.reader import read_story
from crawler.extraction.page import read_page
from crawler.extraction.rules import ArticleRules
from crawler.newsroom.stories import StoryKind
from storage.records import Article

_ORDINARY_AT_MOST = 0.03
_AWARD_AT_MOST = 0.15
_GENERATED = 40
_REPEATS = 3
"""Readings of one page in a round, the best of which counts: one takes only a millisecond."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One kind of page: what reading cost, relative to extracting, in each round."""

    name: str
    pages: int
    values: tuple[float, ...]
    at_most: float
    """The budget."""

    @property
    def row(self) -> Row:
        """In per cent."""
        return Row(
            name=f"{self.name} ({self.pages} pages)",
            spread=Spread.of([value * 100 for value in self.values]),
            unit="%",
            at_most=self.at_most * 100,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    body: bytes
    article: Article


def measure(recorded: Sequence[RecordedPage], rounds: int) -> tuple[Share, ...]:
    """Time each kind of page over `rounds` rounds."""
    groups = {
        "ordinary news of the newsroom": _read([p for p in recorded if _is_ordinary(p)]),
        "ordinary news, generated": _read(generated_pages()),
        "look like awards, are none": _read(
            [p for p in recorded if p.kind is StoryKind.HARD_NEGATIVE]
        ),
        "award stories of the newsroom": _read([p for p in recorded if p.kind is StoryKind.AWARD]),
    }
    timed: Mapping[str, list[float]] = {name: [] for name in groups}
    for pages in groups.values():
        _share(pages)
    for _ in range(rounds):
        for name, pages in groups.items():
            timed[name].append(_share(pages))
    return tuple(
        Share(
            name=name,
            pages=len(groups[name]),
            values=tuple(values),
            at_most=_ORDINARY_AT_MOST if name.startswith("ordinary") else _AWARD_AT_MOST,
        )
        for name, values in timed.items()
    )


def table(shares: Sequence[Share]) -> Table:
    """Each kind of page with its budget."""
    title = "reading awards, in % of trafilatura.extract on the same pages, CPU time"
    return Table(title=title, rows=tuple(share.row for share in shares))


def _is_ordinary(page: RecordedPage) -> bool:
    return page.kind is StoryKind.ORDINARY


def _read(recorded: Sequence[RecordedPage]) -> tuple[_Page, ...]:
    pages = []
    for page in recorded:
        article = read_page(page.body, outlet=page.outlet, url=page.url, rules=page.rules).article
        if article is None:
            raise RuntimeError(f"{page.url}: read as no article")
        pages.append(_Page(body=page.body, article=article))
    return tuple(pages)


def _share(pages: Sequence[_Page]) -> float:
    gc.collect()
    extracting = reading = 0.0
    for page in pages:
        started = process_time()
        trafilatura.extract(page.body)
        extracting += process_time() - started
        reading += min(_reading(page.article) for _ in range(_REPEATS))
    return reading / extracting


def _reading(article: Article) -> float:
    started = process_time()
    read_story(article)
    return process_time() - started


def generated_pages() -> tuple[RecordedPage, ...]:
    """Ordinary news of several lengths in a plain frame, always the same."""
    return tuple(_generated(Random(number), number) for number in range(_GENERATED))


def _generated(random: Random, number: int) -> RecordedPage:
    paragraphs = (
        " ".join(random.sample(_SENTENCES, k=random.randint(2, 4)))
        for _ in range(random.randint(4, 14))
    )
    body = "".join(f"<p>{words}</p>\n" for words in paragraphs)
    links = "".join(f'<li><a href="/kanal/{n}">Kanal {n}</a></li>' for n in range(120))
    return RecordedPage(
        outlet="warta",
        url=f"https://example.org/berita/{number}",
        body=(
            f"<!doctype html><html lang=id><head><title>Kabar {number}</title></head><body>"
            f"<nav><ul>{links}</ul></nav><article><h1>Warga Menata Kampung di Tepi Sungai</h1>"
            f"{body}</article><aside><ul>{links}</ul></aside></body></html>"
        ).encode(),
        rules=ArticleRules(),
        kind=StoryKind.ORDINARY,
    )


_SENTENCES = (
    "Harga cabai rawit merah di pasar induk naik menjadi Rp62.500 per kilogram sejak awal pekan.",
    "Hujan disertai angin kencang turun hingga Sabtu malam, suhu udara 24 sampai 32 derajat.",
    "Sebanyak 1.250 pelari dari Kabupaten Sleman dan Kota Surakarta mengikuti lomba itu.",
    "Ruas jalan sepanjang 3,2 kilometer itu ditutup karena longsor, dan warga memutar lewat desa.",
    "Polisi mencari sopir truk yang meninggalkan lokasi kecelakaan di Kecamatan Ngaliyan.",
    "Panen padi di lahan 40 hektare itu mundur dua minggu karena air irigasi kurang lancar.",
    "Pertandingan berakhir imbang 2-2 setelah tuan rumah kebobolan pada menit ke-89.",
    "Pasar malam dibuka setiap hari pukul 17.00 hingga 22.00 WIB dan tidak memungut biaya.",
    "Grup keroncong dari kampung sebelah ikut meramaikan pentas, lengkap dengan jagung rebus.",
    '"Kami sudah menunggu jembatan ini sejak 2019," kata Sumarno, warga setempat, Senin (2/12).',
    "Bupati meminta dinas terkait memperbaiki talut sebelum musim hujan tiba.",
    "Menurut data BPBD, dua rumah rusak ringan dan tidak ada korban jiwa.",
    "Pelajar SMA itu menyisihkan uang saku untuk membeli bibit mangrove bersama teman sekelasnya.",
    "Wali Kota meresmikan taman baca yang buku-bukunya disumbang para pensiunan guru.",
    "Kereta menuju Surabaya berangkat terlambat 40 menit karena ada pohon tumbang di rel.",
)
