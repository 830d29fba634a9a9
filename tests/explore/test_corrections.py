"""Correcting from the page, by the rules of `piagam correct`: log, undo, and what goes wrong."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage.awards import award_by_id
from storage.corrections import corrections_of
from storage.database import open_store
from tests.explore.serving import Reader, open_window
from tests.explore.signing import ACCOUNTS, TOKEN, send, sign_in
from tests.linking.paper import FIRST, OTHER, THIRD, Paper, score
from tests.storage.samples import begin_run

FORM = "/awards/1/correct"
SAID = {"field": "score", "value": "97,48", "because": "laporan halaman 12"}
SHOWN = f"{FORM}?field=score&value=97,48&because=laporan+halaman+12"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """A store with award 1 of Kabupaten Blora, which is disputed, and 2 of an office of it."""
    with closing(open_store(tmp_path / "piagam.sqlite")) as store:
        paper = Paper(db=store, run_id=begin_run(store))
        paper.tells(FIRST, score("97,84"))
        paper.tells(OTHER, score("97,48"))
        paper.tells(THIRD, score("99,1", recipient="DPMPTSP Kabupaten Blora"))
        paper.addresses()
        yield store


@pytest.fixture
def ani(db: Database, tmp_path: Path) -> Iterator[Reader]:
    with open_window(tmp_path, ACCOUNTS) as visitor:
        assert sign_in(visitor).status_code == 303
        yield visitor


def test_a_value_is_shown_corrected_logged_and_taken_back(ani: Reader, db: Database) -> None:
    shown = ani.text(SHOWN)
    assert "Yang akan berubah" in shown
    assert "97,84" in shown
    assert award_by_id(db, 1).score == 97.84

    answer = send(ani, SHOWN)
    assert (answer.status_code, answer.headers["location"]) == (303, "/corrections?award=1")
    assert award_by_id(db, 1).score == 97.48
    (word,) = corrections_of(db, [1])
    assert (word.who, word.because, word.after) == ("ani", "laporan halaman 12", "97,48")

    log = ani.text("/corrections?award=1")
    assert "laporan halaman 12" in log
    assert 'href="/corrections/1/undo"' in log
    answer = send(ani, "/corrections/1/undo", because="halaman itu tahun 2023")
    assert answer.headers["location"] == "/corrections?award=1"
    assert award_by_id(db, 1).score == 97.84
    assert "halaman itu tahun 2023" in ani.text("/corrections?state=other")


def test_another_person_may_take_it_back_and_that_is_logged(
    ani: Reader, db: Database, tmp_path: Path
) -> None:
    send(ani, SHOWN)
    sign_in(ani, "budi")
    send(ani, "/corrections/1/undo", because="keliru")
    (word,) = corrections_of(db, [1])
    assert (word.who, word.undone_by, word.undone_because) == ("ani", "budi", "keliru")
    assert "Nobody" not in ani.text("/corrections?who=budi&lang=en")


def test_a_form_that_is_sent_twice_says_it_once(ani: Reader, db: Database) -> None:
    page = {**SAID, "seen": "0.0.0"}
    token = ani.client.get(SHOWN).text.split('name="csrftoken" value="')[1].split('"')[0]
    first = send(ani, SHOWN)
    again = ani.client.post(FORM, data={**page, "csrftoken": token})
    assert (first.status_code, again.status_code) == (303, 303)
    assert len(corrections_of(db, [1])) == 1

    undone = [send(ani, "/corrections/1/undo", because="keliru").status_code]
    undone.append(
        ani.client.post(
            "/corrections/1/undo", data={"because": "keliru", "csrftoken": token}
        ).status_code
    )
    assert undone == [303, 303]
    assert [each.undone_by for each in corrections_of(db, [1])] == ["ani"]


def test_taking_back_twice_does_not_take_back_an_earlier_word(ani: Reader, db: Database) -> None:
    send(ani, SHOWN)
    send(ani, f"{FORM}?field=score&value=98&because=lain")
    assert send(ani, "/corrections/1/undo", because="x").status_code == 409
    send(ani, "/corrections/2/undo", because="x")
    send(ani, "/corrections/2/undo", because="x")
    assert award_by_id(db, 1).score == 97.48


def test_what_changed_since_it_was_shown_is_not_overwritten_blindly(
    ani: Reader, db: Database
) -> None:
    page = ani.text(SHOWN)
    token = page.split('name="csrftoken" value="')[1].split('"')[0]
    seen = page.split('name="seen" value="')[1].split('"')[0]
    send(ani, f"{FORM}?field=venue&value=Hotel+Quest&because=siaran")
    answer = ani.client.post(FORM, data={**SAID, "seen": seen, "csrftoken": token})
    assert answer.status_code == 409
    assert "has changed since it was shown to you" in answer.text
    assert 'value="97,48"' in answer.text
    assert award_by_id(db, 1).score == 97.84


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("field=score&value=97x&because=b", "is no score; write 97,84"),
        ("field=score&value=970&because=b", "is not on the scale of"),
        ("field=score&value=97&because=", "because: why? write the reason"),
        ("field=nilai&value=97&because=b", "no field"),
        ("field=edition_year&value=2099&because=b", "is yet to come"),
        ("field=recipient&value=Atlantis&because=b", "no region in"),
        ("field=award&value=yes&because=b", "is corrected to `no` only"),
        ("field=predicate&value=%3Cscript%3Ealert(1)&because=b", "no predicate"),
        (f"field=venue&value={'x' * 501}&because=b", "has more than 500 characters"),
    ],
)
def test_what_the_rules_refuse_is_told_in_the_form_with_what_was_typed(
    ani: Reader, db: Database, query: str, line: str
) -> None:
    asked = ani.get(f"{FORM}?{query}")
    assert asked.status_code == 400
    assert line in asked.text
    fields = dict(part.partition("=")[::2] for part in query.split("&"))
    sent = send(ani, FORM, **fields | {"value": fields["value"].replace("%3C", "<")})
    assert sent.status_code == 400
    assert "<script>alert" not in sent.text
    assert not corrections_of(db, [1])


def test_a_recipient_that_has_such_an_award_already_is_refused(ani: Reader) -> None:
    query = "field=recipient&value=DPMPTSP+Kabupaten+Blora&because=b"
    assert "correct that one" in ani.get(f"{FORM}?{query}").text


def test_subscribers_are_told_unless_nobody_is_to_be(ani: Reader, db: Database) -> None:
    send(ani, f"{SHOWN}&quiet=1")
    assert db.execute("SELECT count(*) FROM alerts WHERE kind = 'correction'").fetchone() == (0,)
    send(ani, f"{FORM}?field=score&value=98&because=lain")
    assert db.execute("SELECT count(*) FROM alerts WHERE kind = 'correction'").fetchone() == (1,)


def test_who_is_not_signed_in_corrects_nothing(db: Database, tmp_path: Path) -> None:
    with open_window(tmp_path, ACCOUNTS) as stranger:
        assert stranger.get(FORM).status_code == 303
        assert stranger.get("/corrections/1/undo").status_code == 303
        for path in (FORM, "/corrections/1/undo"):
            answer = stranger.client.post(path, data=SAID)
            assert answer.status_code == 403, path
            assert "sign in first" in answer.text
        assert "/undo" not in stranger.text("/corrections")
    with open_window(tmp_path) as stranger:
        assert stranger.get(FORM).status_code == 403
    assert not corrections_of(db, [1])


def test_a_script_corrects_with_its_token(db: Database, tmp_path: Path) -> None:
    with open_window(tmp_path, ACCOUNTS) as script:
        script.client.headers["Authorization"] = f"Bearer {TOKEN}"
        assert script.client.post(FORM, data=SAID).status_code == 303
        rows = json.loads(script.text("/corrections?format=json"))["rows"]
    assert [(row["who"], row["after"], row["standing"]) for row in rows] == [("skrip", "97,48", 1)]


def test_a_form_without_its_token_or_from_elsewhere_does_nothing(ani: Reader, db: Database) -> None:
    assert ani.client.post(FORM, data=SAID).status_code == 403
    assert ani.client.post(FORM, data={**SAID, "csrftoken": "x"}).status_code == 403
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = ani.client.post(FORM, data=SAID, headers=headers)
        assert answer.status_code == 403
        assert "sent from another site" in answer.text
    assert not corrections_of(db, [1])


def test_the_log_is_filtered_and_wrong_filters_are_told(ani: Reader) -> None:
    send(ani, SHOWN)
    assert "laporan" in ani.text("/corrections?field=score&state=standing&who=ani")
    assert "Belum ada koreksi seperti itu." in ani.text("/corrections?field=venue")
    for query in ("state=x", "field=x", "award=x"):
        assert ani.get(f"/corrections?{query}").status_code == 400, query
    for path in ("/awards/99/correct", "/corrections/99/undo"):
        assert ani.get(path).status_code == 404, path


@pytest.mark.heavy
def test_a_store_that_stays_locked_is_told_in_one_line_and_the_window_goes_on(
    ani: Reader, db: Database
) -> None:
    db.conn.execute("BEGIN IMMEDIATE")
    answer = send(ani, SHOWN)
    assert answer.status_code == 503
    assert "the store is being written by a crawl; nothing was kept, try again" in answer.text
    assert ani.get("/").status_code == 200
    db.conn.execute("ROLLBACK")
    assert send(ani, SHOWN).status_code == 303
    assert award_by_id(db, 1).score == 97.48
