"""What whoever runs Piagam is told: outlets in another state, and silence."""

from dataclasses import replace

import pytest

from crawler.alerts.compose import compose_health, compose_watch
from storage.health_records import OutletState
from storage.letter_records import Language
from tests.alerts.digests import HEALTH, SICK, WATCH, WELL
from tests.alerts.mails import ANI, ON, Reader, html_of, text_of

HEALTH_LETTER = """\
HEALTH OF OUTLETS
Solopos
quarantined since Tuesday, 17 November 2026
Its pages are no longer read well. Its stories are stored, its alerts wait. 3 alerts wait until it \
is read well.
Found:
- 12 of 14 stories carry the site's own name as headline since 2026-11-17
Example: https://solopos.example/berita/nilai-layanan-publik-1
Mend: piagam outlets check solopos, mend its file, or if all is well: piagam outlets trust solopos

Warta Blora
healthy again since Friday, 20 November 2026
It is read well again.

--
Piagam 1.2.3 sends this to ani@example.org, who runs it.
To stop, write to piagam@example.org.
"""


def test_a_health_letter_says_what_since_when_an_example_and_the_mend() -> None:
    message = compose_health(HEALTH, ANI, on=ON, language=Language.ENGLISH)
    assert message["Subject"] == (
        "Piagam: 2 outlets changed · Solopos quarantined, Warta Blora healthy again"
    )
    assert text_of(message).replace("\n-- \n", "\n--\n") == HEALTH_LETTER
    page = Reader.of(html_of(message))
    said = " ".join(page.text.split())
    for line in HEALTH_LETTER.splitlines()[1:-3]:
        told = line.removeprefix("- ").removeprefix("Example: ").removeprefix("Mend: ")
        assert told.removesuffix(":") in said
    assert SICK.example in page.links


@pytest.mark.parametrize(
    ("state", "subject", "mend"),
    [
        (OutletState.AILING, "Solopos bermasalah", "piagam outlets check solopos"),
        (OutletState.QUARANTINED, "Solopos dikarantina", "piagam outlets trust solopos"),
        (OutletState.RETIRED, "Solopos dipensiunkan", "enabled = false"),
        (OutletState.HEALTHY, "Solopos sehat kembali", None),
    ],
)
def test_each_state_has_its_words_and_its_mend(
    state: OutletState, subject: str, mend: str | None
) -> None:
    standing = replace(SICK.standing, state=state, findings=())
    notice = replace(HEALTH, changes=(replace(SICK, standing=standing),))
    message = compose_health(notice, ANI, on=ON)
    assert message["Subject"] == f"Piagam: {subject}"
    text = text_of(message)
    assert (mend or "") in text
    assert ("Perbaikan:" in text) == (mend is not None)
    assert ("Ditemukan:\n- 12 of 14" in text) == (state is not OutletState.HEALTHY)


def test_silence_is_told_with_what_to_look_at() -> None:
    message = compose_watch(WATCH, ANI, on=ON)
    assert message["Subject"] == ("Piagam: tidak ada pembacaan yang berhasil selama 52 jam")
    for part in (text_of(message), Reader.of(html_of(message)).text):
        assert "Kamis, 19 November 2026, 02:04 WIB" in part
        assert "run 12 failed: the disk is full" in part
        assert "piagam certificate" in part
        assert "no good run for 52 hours" in part
    never = replace(WATCH, last_good=None, last_run=None)
    text = text_of(compose_watch(never, ANI, on=ON, language=Language.ENGLISH))
    assert text.startswith("PIAGAM HAS STOPPED READING\nNo run has ever ended well.\n\nWHAT TO")


def test_the_same_occasion_makes_the_same_mail() -> None:
    assert identity("run-12") == identity("run-12") != identity("run-13")
    first, other = (
        str(compose_watch(replace(WATCH, notice_id=each), ANI, on=ON)["Message-ID"])
        for each in ("a", "b")
    )
    assert first != other


def identity(notice_id: str) -> str:
    notice = replace(HEALTH, notice_id=notice_id, changes=(WELL,))
    return str(compose_health(notice, ANI, on=ON)["Message-ID"])
