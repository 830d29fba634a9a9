"""Signing in and out: a password on the page, a token in scripts; slow for those who guess."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.explore.signing_in import page_within
from crawler.explore.throttle import Throttle
from tests.explore.serving import Reader, open_window
from tests.explore.signing import ACCOUNTS, PASSWORD, TOKEN, send, sign_in

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def visitor(folder: Path) -> Iterator[Reader]:
    with open_window(folder, ACCOUNTS) as opened:
        yield opened


def test_who_signs_in_is_known_until_signing_out(visitor: Reader) -> None:
    assert "Masuk" in visitor.text("/")
    answer = sign_in(visitor)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    page = visitor.text("/")
    assert "<span>ani</span>" in page
    assert "Anda masuk sebagai ani." in visitor.text("/-/logout")
    assert send(visitor, "/-/logout").status_code == 303
    assert "<span>ani</span>" not in visitor.text("/")


def test_the_cookie_is_for_the_server_alone_and_for_https_where_that_is_used(
    visitor: Reader,
) -> None:
    for headers, is_secret in (({}, False), ({"X-Forwarded-Proto": "https"}, True)):
        visitor.client.headers.update(headers)
        cookies = [*visitor.get("/-/login").headers.get_list("set-cookie")]
        cookies += sign_in(visitor).headers.get_list("set-cookie")
        assert any(each.startswith("ds_actor=") for each in cookies)
        for each in cookies:
            assert "httponly" in each.lower()
            assert "samesite=lax" in each.lower()
            assert ("secure" in each.lower()) is is_secret
        visitor.client.cookies.clear()


@pytest.mark.parametrize("name", ["ani", "nobody", "", "ani_password_hash"])
def test_a_wrong_password_is_told_in_one_line(folder: Path, name: str) -> None:
    with open_window(folder, ACCOUNTS) as visitor:
        answer = sign_in(visitor, name, "wrong")
        assert answer.status_code == 403
        assert "Nama dan kata sandi ini tidak cocok." in answer.text
        assert "ds_actor" not in visitor.client.cookies


def test_after_a_few_wrong_passwords_even_the_right_one_must_wait(visitor: Reader) -> None:
    statuses = [sign_in(visitor, "ani", f"guess {number}").status_code for number in range(6)]
    assert statuses == [403] * 5 + [429]
    answer = sign_in(visitor)
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["retry-after"]) <= 61
    assert "Terlalu banyak percobaan" in answer.text


def test_an_account_is_guarded_from_many_addresses_too(visitor: Reader) -> None:
    statuses = []
    for number in range(11):
        visitor.client.headers["X-Forwarded-For"] = f"192.0.2.{number}"
        statuses.append(sign_in(visitor, "ani", "wrong").status_code)
    assert statuses == [403] * 10 + [429]
    assert sign_in(visitor, "budi").status_code == 303


def test_tries_are_forgotten_after_a_minute() -> None:
    throttle = Throttle(2, timedelta(minutes=1))
    throttle.note(["a"], NOON)
    throttle.note(["a"], NOON + timedelta(seconds=10))
    assert throttle.waits(["a"], NOON + timedelta(seconds=20)) == timedelta(seconds=40)
    assert throttle.waits(["b"], NOON + timedelta(seconds=20)) is None
    assert throttle.waits(["b", "a"], NOON + timedelta(seconds=59)) == timedelta(seconds=1)
    assert throttle.waits(["a"], NOON + timedelta(seconds=60)) is None


def test_a_try_that_was_none_and_a_clock_that_was_set_back_lock_nobody_out() -> None:
    throttle = Throttle(1, timedelta(minutes=1))
    throttle.note(["a"], NOON)
    throttle.forgive(["a"], NOON)
    assert throttle.waits(["a"], NOON) is None
    throttle.note(["a"], NOON)
    assert throttle.waits(["a"], NOON - timedelta(days=1)) is None


def test_a_script_shows_its_token(visitor: Reader) -> None:
    page = visitor.get("/", headers={"Authorization": f"Bearer {TOKEN}"})
    assert "<span>skrip</span>" in page.text


@pytest.mark.parametrize(
    "said", ["Bearer wrong", "Bearer", "Basic YW5pOnJhaGFzaWEgc2VrYWxp", "Basic \xff", "x"]
)
def test_any_other_authorization_is_refused(reader: Reader, said: str) -> None:
    answer = reader.client.get("/", headers={b"Authorization": said.encode("latin-1")})
    assert (answer.status_code, answer.text.count("\n")) == (401, 1)
    assert "[serve.tokens]" in answer.text


def test_where_nobody_may_sign_in_the_page_says_how(reader: Reader) -> None:
    assert "piagam serve --password" in reader.text("/-/login")
    assert "Masuk" not in reader.text("/")
    assert sign_in(reader, "ani", PASSWORD).status_code == 403


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("/awards/1/correct?field=score", "/awards/1/correct?field=score"),
        (None, "/"),
        ("", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("/\tevil", "/"),
        ("/\r\nSet-Cookie: a=b", "/"),
        ("/-/logout", "/"),
        ("http://[", "/"),
    ],
)
def test_after_signing_in_one_stays_here(asked: str | None, page: str) -> None:
    assert page_within(asked) == page


def test_who_is_asked_to_sign_in_comes_back_to_the_page(visitor: Reader) -> None:
    asked = visitor.get("/awards/1/correct?field=score")
    assert asked.status_code == 303
    answer = send(visitor, asked.headers["location"], username="ani", password=PASSWORD)
    assert answer.headers["location"] == "/awards/1/correct?field=score"
