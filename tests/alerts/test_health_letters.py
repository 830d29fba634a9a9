"""Whoever asked for it is told of outlets in another state: in one letter, each once."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from subprocess import Popen

import pytest
from sqlite_utils import Database

from crawler.alerts.send import send_due
from crawler.checkup import retire_disabled
from crawler.config import Config, ConfigError, load_config
from crawler.newsroom.sink import MailSink, Script, Stage
from storage import database, outbox
from storage.database import open_store
from storage.health_records import OutletState
from storage.leases import CRAWL_LEASE, take_lease
from storage.records import DeliveryState
from storage.standings import vouch_for
from tests.alerts.mails import text_of
from tests.alerts.outlets import DAY, EXAMPLE, health_states, turn
from tests.alerts.stores import NOW, states
from tests.alerts.test_crash import has_ended_or_sent, sender, wait_until
from tests.alerts.test_digests import MORNING, config, told

ANI, BUDI, CICI = "ani@example.org", "budi@example.org", "cici@example.org"
HEALTH = ("health",)
ILL, WELL = OutletState.QUARANTINED, OutletState.HEALTHY
FIRST_LETTER = "Piagam: 2 media berubah keadaan · klikjateng dikarantina, solopos dikarantina"


@pytest.fixture
def quiet_store(tmp_path: Path) -> Iterator[Database]:
    """A store without awards."""
    with open_store(tmp_path / "piagam.sqlite") as db:
        yield db


def subjects(sink: MailSink, person: str) -> list[str]:
    return [str(mail.message["Subject"]) for mail in sink.mails if person in mail.recipients]


def test_all_outlets_of_a_night_come_in_one_letter_to_whoever_asked_for_it(
    store: Database,
) -> None:
    turn(store, ILL, "solopos", "klikjateng", now=NOW)
    with MailSink() as sink:
        asked = config(sink, told(ANI, about=HEALTH), told(BUDI))
        assert send_due(store, asked, NOW).sent == 3
        assert send_due(store, asked, NOW + timedelta(days=1)).sent == 0
        assert subjects(sink, ANI) == [FIRST_LETTER]
        assert len(subjects(sink, BUDI)) == 2
        turn(store, WELL, "solopos", now=NOW + timedelta(days=2))
        assert send_due(store, asked, NOW + timedelta(days=2)).sent == 1
        assert subjects(sink, ANI)[1:] == ["Piagam: solopos sehat kembali"]
    text = text_of(sink.mails[-1].message)
    assert "Contoh" not in text
    first = next(text_of(each.message) for each in sink.mails if ANI in each.recipients)
    assert f"Contoh: {EXAMPLE}\n" in first
    assert "piagam outlets trust solopos" in first


def test_what_was_before_anybody_asked_is_no_news(quiet_store: Database) -> None:
    turn(quiet_store, ILL, "solopos", now=NOW)
    with MailSink() as sink:
        assert send_due(quiet_store, config(sink, told(BUDI)), NOW).sent == 0
        assert send_due(quiet_store, config(sink, told(ANI, about=HEALTH)), NOW).sent == 0
    assert health_states(quiet_store) == []


def test_what_an_older_store_holds_is_no_news_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [each for each in database._migration_files() if each.name < "0013"]
    path = tmp_path / "old.sqlite"
    with monkeypatch.context() as older, MailSink() as sink:
        older.setattr(database, "_migration_files", lambda: before)
        with open_store(path) as db:
            turn(db, ILL, "solopos", now=NOW)
        older.undo()
        with open_store(path) as db:
            assert send_due(db, config(sink, told(ANI, about=HEALTH)), NOW).sent == 0
            turn(db, WELL, "solopos", now=NOW)
            assert send_due(db, config(sink, told(ANI, about=HEALTH)), NOW).sent == 1


def test_an_outlet_that_a_person_trusts_again_is_told_with_the_reason(
    quiet_store: Database,
) -> None:
    turn(quiet_store, ILL, "solopos", now=NOW)
    with MailSink() as sink:
        asked = config(sink, told(ANI, about=HEALTH, language="en"))
        send_due(quiet_store, asked, NOW)
        with quiet_store.atomic():
            vouch_for(quiet_store, "solopos", reason="reads well", day=DAY, now=MORNING)
        send_due(quiet_store, asked, MORNING)
        assert subjects(sink, ANI)[1:] == ["Piagam: solopos healthy again"]
        assert "\n- reads well\n" in text_of(sink.mails[-1].message)


def test_an_outlet_that_its_file_closes_is_told_with_its_reason(quiet_store: Database) -> None:
    turn(quiet_store, WELL, "solopos", now=NOW)
    with MailSink() as sink:
        asked = config(sink, told(ANI, about=HEALTH, language="en"))
        with quiet_store.atomic():
            closed = {"solopos": "asks for a permit", "elsewhere": "never read"}
            retire_disabled(quiet_store, closed, run_id=1, today=DAY, now=NOW)
        assert send_due(quiet_store, asked, NOW).sent == 1
        assert subjects(sink, ANI) == ["Piagam: solopos retired"]
        text = text_of(sink.mails[0].message)
    assert "It is no longer read every night." in text
    assert "- not enabled: asks for a permit" in text


def test_a_crawl_that_goes_on_is_told_of_when_it_has_ended(quiet_store: Database) -> None:
    take_lease(quiet_store, CRAWL_LEASE, "test", NOW, timedelta(hours=1))
    turn(quiet_store, ILL, "solopos", now=NOW, ends=False)
    with MailSink() as sink:
        asked = config(sink, told(ANI, about=HEALTH))
        assert send_due(quiet_store, asked, NOW).sent == 0
        quiet_store.execute("UPDATE runs SET status = 'finished', ended_at = started_at")
        assert send_due(quiet_store, asked, NOW).sent == 1


def test_in_a_digest_it_stands_below_the_awards_and_alone_it_makes_one(store: Database) -> None:
    both = ("new", "health")
    turn(store, ILL, "solopos", now=NOW)
    with MailSink() as sink:
        asked = config(
            sink, told(ANI, about=both, when="daily"), told(BUDI, about=HEALTH, when="daily")
        )
        assert send_due(store, asked, NOW).sent == 0
        assert send_due(store, asked, MORNING).sent == 2
        assert send_due(store, asked, MORNING + timedelta(days=2)).sent == 0
        assert "2 penghargaan baru" in subjects(sink, ANI)[0]
        assert subjects(sink, BUDI) == [
            "Piagam, 4 Desember 2024: tidak ada penghargaan baru · solopos dikarantina"
        ]
    for mail in sink.mails:
        line = "- solopos dikarantina sejak Selasa, 3 Desember 2024: 4 of 4 headlines are"
        assert line in text_of(mail.message)


def test_whoever_asks_for_both_ways_is_told_once_the_soonest(quiet_store: Database) -> None:
    turn(quiet_store, ILL, "solopos", now=NOW)
    with MailSink() as sink:
        ways = ("weekly", "daily", "at-once")
        asked = config(sink, *(told(ANI, about=HEALTH, when=way) for way in ways))
        for moment in (NOW, MORNING, NOW + timedelta(days=8)):
            send_due(quiet_store, asked, moment)
        assert subjects(sink, ANI) == ["Piagam: solopos dikarantina"]


def test_of_an_outlet_that_went_through_several_states_the_last_is_told(
    quiet_store: Database,
) -> None:
    with MailSink() as sink:
        asked = config(sink, told(ANI, about=HEALTH, when="weekly"))
        for days, state in enumerate((OutletState.AILING, ILL, WELL)):
            turn(quiet_store, state, "solopos", now=NOW + timedelta(days=days))
            send_due(quiet_store, asked, NOW + timedelta(days=days))
        send_due(quiet_store, asked, NOW + timedelta(days=8))
        (subject,) = subjects(sink, ANI)
    assert "solopos sehat kembali" in subject
    assert "bermasalah" not in text_of(sink.mails[0].message)


@pytest.mark.parametrize(
    ("script", "state"),
    [
        (Script(stage=Stage.RCPT, address=BUDI, reply="550 5.1.1 no such user"), "refused"),
        (Script(stage=Stage.DATA, address=BUDI, hang_up=True, keep=True, times=1), "unknown"),
        (Script(stage=Stage.RCPT, address=BUDI, reply="451 later"), "waiting"),
    ],
)
def test_what_becomes_of_a_letter_is_known_for_each_person(
    quiet_store: Database, script: Script, state: str
) -> None:
    turn(quiet_store, ILL, "solopos", now=NOW)
    with MailSink(scripts=[script]) as sink:
        asked = config(sink, told(ANI, BUDI, CICI, about=HEALTH))
        assert send_due(quiet_store, asked, NOW).sent == 2
        assert health_states(quiet_store) == [(ANI, "sent"), (BUDI, state), (CICI, "sent")]
        after = len(subjects(sink, BUDI))
        send_due(quiet_store, asked, NOW + timedelta(minutes=1))
        assert len(subjects(sink, BUDI)) == after


def test_an_unknown_letter_that_goes_out_again_keeps_its_message_id(
    quiet_store: Database,
) -> None:
    turn(quiet_store, ILL, "solopos", now=NOW)
    drop = Script(stage=Stage.DATA, hang_up=True, keep=True, times=1)
    with MailSink(scripts=[drop]) as sink:
        asked = config(sink, told(ANI, about=HEALTH))
        assert send_due(quiet_store, asked, NOW).unknown == 1
        (parcel,) = outbox.unknown(quiet_store)
        with quiet_store.atomic():
            outbox.settle_unknown(
                quiet_store, parcel, DeliveryState.WAITING, reply="looked", now=NOW
            )
        assert send_due(quiet_store, asked, NOW).sent == 1
    assert len({str(mail.message["Message-ID"]) for mail in sink.mails}) == 1


def test_a_sender_killed_before_the_letter_left_loses_nothing(
    quiet_store: Database, tmp_path: Path
) -> None:
    turn(quiet_store, ILL, "solopos", "klikjateng", now=NOW)
    slow = MailSink(scripts=[Script(stage=Stage.RCPT, delay=60)])
    with slow, killed(tmp_path, slow, ANI):
        wait_until(lambda: health_states(quiet_store) == [(ANI, "connecting")])
    with MailSink() as sink:
        rerun(quiet_store, sink, ANI)
    assert health_states(quiet_store) == [(ANI, "sent")]
    assert subjects(sink, ANI) == [FIRST_LETTER]


def test_a_sender_killed_while_the_server_files_it_leaves_it_unknown(
    quiet_store: Database, tmp_path: Path
) -> None:
    turn(quiet_store, ILL, "solopos", now=NOW)
    slow = Script(stage=Stage.DATA, keep=True, delay=60, times=1)
    with MailSink(scripts=[slow]) as sink:
        with killed(tmp_path, sink, ANI):
            wait_until(lambda: len(sink.mails) == 1)
        rerun(quiet_store, sink, ANI)
        assert health_states(quiet_store) == [(ANI, "unknown")]
        rerun(quiet_store, sink, ANI)
        assert len(sink.mails) == 1


def test_killed_again_and_again_letters_and_awards_go_out_once_or_are_unknown(
    store: Database, tmp_path: Path
) -> None:
    turn(store, ILL, "solopos", "klikjateng", now=NOW)
    with MailSink() as sink:
        for mails in (1, 2, 4):
            with killed(tmp_path, sink, ANI, BUDI) as process:
                wait_until(partial(has_ended_or_sent, process, sink, mails))
        rerun(store, sink, ANI, BUDI)
        for person in (ANI, BUDI):
            received = subjects(sink, person)
            assert len(received) == len(set(received))
            ended = [*states(store, person), *(s for p, s in health_states(store) if p == person)]
            assert len(ended) == 3
            assert set(ended) <= {"sent", "unknown"}
            assert ended.count("sent") <= len(received) <= 3


def killed(folder: Path, sink: MailSink, *people: str) -> AbstractContextManager["Popen[bytes]"]:
    """A sending process that is killed when the block ends."""
    return sender(folder, sink.port, "--health", *people)


def rerun(db: Database, sink: MailSink, *people: str) -> None:
    send_due(db, config(sink, told(*people, about=("new", "health"))), datetime.now(UTC))


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (
            'about = ["health"]\nregions = ["33"]',
            "subscription 1: regions is for awards; remove it, or write about =",
        ),
        ('about = ["helath"]', "subscription 1.about"),
    ],
)
def test_what_bounds_awards_is_no_key_of_health_alone(
    tmp_path: Path, lines: str, complaint: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        written(tmp_path, lines)
    assert complaint in str(caught.value)


def test_regions_beside_health_bound_the_awards_only(quiet_store: Database, tmp_path: Path) -> None:
    turn(quiet_store, ILL, "solopos", now=NOW)
    subscription = written(tmp_path, 'about = ["new", "health"]\nregions = ["33"]').subscription
    with MailSink() as sink:
        send_due(quiet_store, config(sink, *subscription), NOW)
        assert subjects(sink, ANI) == ["Piagam: solopos dikarantina"]


def written(folder: Path, lines: str) -> Config:
    path = folder / "piagam.toml"
    path.write_text(f'contact = "x@example.org"\n[[subscription]]\nto = ["{ANI}"]\n{lines}\n')
    return load_config(path)
