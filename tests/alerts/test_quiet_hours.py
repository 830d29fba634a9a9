"""Quiet hours hold for whatever would go out in them, tried before or not."""

from datetime import datetime, timedelta

from sqlite_utils import Database

from crawler.alerts.send import send_due
from crawler.newsroom.sink import MailSink, Script, Stage
from storage.alert_log import waiting
from storage.records import DeliveryState
from tests.alerts.stores import NOW, states
from tests.alerts.test_digests import config, told

ANI, BUDI = "ani@example.org", "budi@example.org"
EVENING = NOW - timedelta(hours=4, minutes=40)
"""20:50 in Jakarta."""
NIGHT, FIVE = EVENING + timedelta(minutes=20), datetime.fromisoformat("2024-12-04T05:00+07:00")
"""21:10, and when the quiet hours end."""
QUIET = {"quiet": "21:00-05:00"}
SENT, WAITING = DeliveryState.SENT, DeliveryState.WAITING


def test_a_mail_that_was_put_off_is_not_tried_again_in_quiet_hours(store: Database) -> None:
    later = Script(stage=Stage.RCPT, address=ANI, reply="451 later", times=2)
    with MailSink(scripts=[later]) as sink:
        asked = config(sink, told(ANI, **QUIET), told(BUDI))
        assert send_due(store, asked, EVENING).deferred == 2
        night = send_due(store, asked, NIGHT)
        assert (night.sent, night.deferred, night.next_try_at) == (0, 0, FIVE)
        assert states(store, ANI) == [WAITING, WAITING]
        assert send_due(store, asked, FIVE - timedelta(minutes=1)).sent == 0
        assert send_due(store, asked, FIVE).sent == 2
    assert states(store, ANI) == states(store, BUDI) == [SENT, SENT]


def test_what_waited_for_the_server_does_not_come_in_quiet_hours(store: Database) -> None:
    with MailSink() as sink:
        asked = config(sink, told(ANI, **QUIET))
    assert send_due(store, asked, EVENING).troubles
    with MailSink() as sink:
        asked = config(sink, told(ANI, **QUIET))
        assert send_due(store, asked, NIGHT).sent == 0
        assert send_due(store, asked, FIVE).sent == 2


def test_a_digest_that_nobody_sent_in_time_rests_too_and_gathers_on(store: Database) -> None:
    with MailSink() as sink:
        asked = config(sink, told(ANI, when="daily", at="20:55", **QUIET))
        assert send_due(store, asked, EVENING).sent == 0
        assert send_due(store, asked, NIGHT).sent == 0
        assert store.execute("SELECT ends_at FROM digests").fetchall() == [(None,)]
        assert send_due(store, asked, FIVE).sent == 1


def test_what_rests_counts_no_try(store: Database) -> None:
    with MailSink() as sink:
        asked = config(sink, told(ANI, **QUIET))
        for minutes in range(0, 60, 5):
            send_due(store, asked, NIGHT + timedelta(minutes=minutes))
        assert waiting(store, [ANI]).next_try_at == FIVE
        send_due(store, asked, FIVE)
    assert store.execute("SELECT DISTINCT attempts FROM deliveries").fetchall() == [(1,)]
