"""Two small papers that report the same awards, and the people who asked to be told."""

import re
from collections.abc import Mapping
from pathlib import Path

from crawler.newsroom.server import Newsroom
from crawler.newsroom.sink import MailSink
from crawler.newsroom.site import Answer, Site, Visit
from tests.crawling.conftest import Desk
from tests.crawling.tiny import describe, host_of, tiny_site

ANI, BUDI, CICI = "ani@example.org", "budi@example.org", "cici@example.org"
PEOPLE = (ANI, BUDI, CICI)
_TEXT = (
    "<p>{region} - Ombudsman RI memberi {region} nilai {score} dalam penilaian kepatuhan standar"
    " pelayanan publik tahun 2024. Dengan nilai itu {region} masuk zona hijau.</p>"
    "<p>Penghargaan diterima kepala daerah di Semarang, Senin (2/12/2024), bersama sejumlah"
    " kepala dinas yang unitnya ikut dinilai oleh tim {paper} sejak pertengahan tahun.</p>"
    "<p>Ia berterima kasih kepada seluruh petugas layanan dan meminta mereka menjaga mutu"
    " layanan bagi warga di tahun yang akan datang.</p>"
)
_TOLD: dict[str, dict[str, tuple[str, str, int]]] = {
    "koran": {
        "blora-raih-nilai-tinggi": ("Kabupaten Blora", "97,84", 8),
        "tegal-raih-nilai-tinggi": ("Kota Tegal", "94,5", 9),
        "batang-raih-nilai-tinggi": ("Kabupaten Batang", "93,74", 10),
    },
    "warta": {
        "nilai-pelayanan-blora": ("Kabupaten Blora", "96,48", 11),
        "nilai-pelayanan-tegal": ("Kota Tegal", "94,5", 12),
        "kantor-bupati-demak": ("Kabupaten Demak", "91,25", 13),
    },
}
"""Blora's score is disputed, Tegal's is borne out."""
REGIONS = ("Blora", "Tegal", "Batang", "Demak")


def newsroom() -> Newsroom:
    """Both papers on loopback."""
    return Newsroom([_site(name, told) for name, told in _TOLD.items()])


def settle_in(folder: Path, newsroom: Newsroom, sink: MailSink) -> Desk:
    """A desk that reads the papers and tells Ani and Budi at once and Cici in a daily digest."""
    desk = Desk(folder=folder, newsroom=newsroom)
    for name in _TOLD:
        describe(desk.outlets_folder, name)
    desk.configure(outlets_folder=str(desk.outlets_folder), outlets=list(_TOLD))
    mail = f'\n[mail]\nhost = "{sink.host}"\nport = {sink.port}\nper_minute = 10000\nto = ["{ANI}"]'
    more = (
        f'\n[[subscription]]\nto = ["{BUDI}", "{ANI}"]\nregions = ["Jawa Tengah"]\nlanguage = "en"'
        f'\n[[subscription]]\nto = ["{CICI}"]\nwhen = "daily"\nat = "06:30"\n'
    )
    with desk.config.open("a", encoding="utf-8") as file:
        file.write(mail + more)
    return desk


def _site(name: str, told: Mapping[str, tuple[str, str, int]]) -> Site:
    plain = tiny_site(name, stories=(*told, "panen-raya-padi"))

    def story(visit: Visit, match: re.Match[str]) -> Answer:
        region, score, hour = told[match["slug"]]
        title = f"{region} Raih Nilai {score} dari Ombudsman"
        text = _TEXT.format(region=region, score=score, paper=name.capitalize())
        dated = f'content="2024-12-03T{hour:02}:00:00+07:00"'
        page = (
            f'<html><head><title>{title}</title><meta property="article:published_time" {dated}>'
            f"</head><body><h1>{title}</h1><main>{text}</main></body></html>"
        )
        return Answer(body=page.encode())

    slugs = "|".join(told)
    routes = ((rf"/berita/(?P<slug>{slugs})", story), *plain.routes)
    return Site(name=name, host=host_of(name), title=name, routes=routes, missing=plain.missing)
