"""The newsroom misbehaves on request: refusals, challenges, lies, delays, dropped connections."""

from contextlib import suppress
from datetime import timedelta
from http.client import HTTPException, IncompleteRead, RemoteDisconnected
from threading import Thread
from time import monotonic

import pytest

from crawler.newsroom import portal
from crawler.newsroom.faults import Cut, Fault, busy, challenge
from crawler.newsroom.server import Newsroom
from tests.newsroom.reader import FIRST_DAY, day, filled, get, story

FRONT = "https://news.wartablora.com/"


@pytest.mark.parametrize(
    ("fault", "status", "body"),
    [
        (Fault(status=500), 500, b"500 Internal Server Error"),
        (Fault(status=503, body=b"dirawat"), 503, b"dirawat"),
        (Fault(body=b"<html>bukan umpan</html>"), 200, b"bukan umpan"),
        (challenge("news.wartablora.com"), 200, b"Just a moment..."),
        (busy(host="news.wartablora.com"), 429, b"429 Too Many Requests"),
    ],
)
def test_a_fault_replaces_the_answer(
    newsroom: Newsroom, fault: Fault, status: int, body: bytes
) -> None:
    newsroom.faults.add(fault)
    reply = get(newsroom, FRONT)
    assert reply.status == status
    assert body in reply.body


def test_a_fault_meets_only_its_host_and_target_and_only_as_often_as_said(
    newsroom: Newsroom,
) -> None:
    newsroom.faults.add(Fault(host="klikjateng.id", target="/feed/*", status=500, times=2))
    asked = [
        "https://klikjateng.id/",
        "https://klikjateng.id/feed/?paged=1",
        "https://news.wartablora.com/feed/",
        "https://klikjateng.id/feed/",
        "https://klikjateng.id/feed/",
    ]
    assert [get(newsroom, url).status for url in asked] == [200, 500, 404, 500, 200]


def test_the_fault_set_last_wins_and_clearing_ends_all(newsroom: Newsroom) -> None:
    newsroom.faults.add(Fault(status=500))
    newsroom.faults.add(Fault(status=503))
    assert get(newsroom, FRONT).status == 503
    newsroom.faults.clear()
    assert get(newsroom, FRONT).status == 200


def test_retry_after_is_sent_with_a_refusal(newsroom: Newsroom) -> None:
    newsroom.faults.add(busy(status=503, retry_after=120))
    assert get(newsroom, FRONT).headers["Retry-After"] == "120"


def test_a_server_can_lie_about_its_validators(newsroom: Newsroom) -> None:
    newsroom.faults.add(Fault(headers=(("ETag", '"same"'),)))
    get(newsroom, FRONT)
    newsroom.publish("news.wartablora.com", story(9), at=FIRST_DAY + timedelta(days=9))
    newsroom.turn_to(day(9))
    assert get(newsroom, FRONT, If_None_Match='"same"').status == 304


def test_the_connection_is_dropped_before_the_answer_and_the_log_says_status_0(
    newsroom: Newsroom,
) -> None:
    newsroom.faults.add(Fault(cut=Cut.BEFORE_ANSWER, times=1))
    with pytest.raises(RemoteDisconnected):
        get(newsroom, FRONT)
    assert [each.status for each in newsroom.requests] == [0]


def test_the_connection_is_dropped_in_the_middle_of_the_body(newsroom: Newsroom) -> None:
    newsroom.faults.add(Fault(cut=Cut.IN_BODY))
    with pytest.raises(IncompleteRead):
        get(newsroom, FRONT)


def test_a_slow_page_does_not_hold_up_the_others_and_closing_does_not_wait_for_it() -> None:
    site = filled(portal.SITE, story())
    slow = Fault(target="/robots.txt", delay=60)
    replies: list[int] = []
    began = monotonic()

    def wait_for_reply() -> None:
        with suppress(OSError, HTTPException):  # hung up at closing, or answered just in time
            replies.append(get(newsroom, url).status)

    with Newsroom([site], faults=[slow]) as newsroom:
        url = "https://news.wartablora.com/robots.txt"
        waiting = Thread(target=wait_for_reply)
        waiting.start()
        assert get(newsroom, FRONT).status == 200
        assert replies == []
    waiting.join()
    assert monotonic() - began < 20
    assert replies in ([200], [])
