"""Who is told of an award, when and how."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from crawler.alerts.pace import Pace
from crawler.alerts.subscriptions import Subscription, addressees, spared
from crawler.config import ConfigError, load_config
from crawler.hours import Hours
from storage.address_records import AlertFacts, DigestTerm, Occasion
from storage.letter_records import Frequency, Language
from storage.records import AlertKind

ZONE = ZoneInfo("Asia/Jakarta")
ANI, BUDI = "ani@example.org", "budi@example.org"
NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
"""Friday noon in Jakarta."""
BATANG = AlertFacts(
    alert_id=1,
    kind=AlertKind.NEW,
    codes=("33.25",),
    schemes=("ombudsman-kepatuhan",),
    confidence=0.9,
    is_old=False,
)
ALL = Subscription(people=(ANI,), zone=ZONE)
DAILY = replace(ALL, frequency=Frequency.DAILY)
WEEKLY = replace(ALL, frequency=Frequency.WEEKLY, language=Language.ENGLISH)


@pytest.mark.parametrize(
    ("changes", "facts", "is_told"),
    [
        ({}, {}, True),
        ({"regions": frozenset({"33"})}, {}, True),
        ({"regions": frozenset({"33.25"})}, {}, True),
        ({"regions": frozenset({"33.26", "34"})}, {}, False),
        ({"regions": frozenset({"33"})}, {"codes": ()}, False),
        ({"regions": frozenset({"33"})}, {"codes": ("35.01", "33.25")}, True),
        ({"schemes": frozenset({"ombudsman-kepatuhan"})}, {}, True),
        ({"schemes": frozenset({"pekppp-ipp"})}, {}, False),
        ({"min_confidence": 0.9}, {}, True),
        ({"min_confidence": 0.91}, {}, False),
        ({"about": frozenset({"corrections"})}, {}, False),
        ({"about": frozenset({"corrections"})}, {"kind": AlertKind.CORRECTION}, True),
        ({"about": frozenset({"disputes"})}, {"kind": AlertKind.CONFLICT}, True),
    ],
)
def test_a_subscription_wants_what_meets_all_that_it_names(
    changes: dict[str, object], facts: dict[str, object], is_told: bool
) -> None:
    asked = replace(ALL, **changes)  # type: ignore[arg-type]  # names and types of Subscription
    told = addressees(replace(BATANG, **facts), [asked], NOON)  # type: ignore[arg-type]
    assert [each.person for each in told] == [ANI] * is_told


def test_a_person_in_three_subscriptions_is_told_once_the_soonest_way() -> None:
    both = replace(ALL, people=(BUDI, ANI))
    told = addressees(BATANG, [WEEKLY, DAILY, both], NOON)
    assert {(each.person, each.digest) for each in told} == {(ANI, None), (BUDI, None)}
    (daily,) = addressees(BATANG, [WEEKLY, DAILY], NOON)
    assert daily.digest == DigestTerm(frequency=Frequency.DAILY, occasion=Occasion.PERIOD)


@pytest.mark.parametrize(
    ("asked", "is_old", "due"),
    [
        (ALL, False, "2026-11-20 12:00"),
        (ALL, True, "2026-11-20 12:00"),
        (DAILY, False, "2026-11-21 06:30"),
        (DAILY, True, "2026-11-21 06:30"),
        (replace(DAILY, at=time(18)), False, "2026-11-20 18:00"),
        (WEEKLY, False, "2026-11-23 06:30"),
        (replace(WEEKLY, weekday=4), False, "2026-11-27 06:30"),
        (replace(WEEKLY, weekday=4, at=time(13)), False, "2026-11-20 13:00"),
        (replace(ALL, quiet=Hours.parse("11:00-14:00", ZONE.key)), False, "2026-11-20 14:00"),
        (replace(ALL, quiet=Hours.parse("21:00-05:00", ZONE.key)), False, "2026-11-20 12:00"),
        (replace(ALL, quiet=Hours.parse("11:00-03:00", ZONE.key)), False, "2026-11-21 03:00"),
        (replace(DAILY, quiet=Hours.parse("21:00-07:00", ZONE.key)), False, "2026-11-21 07:00"),
    ],
)
def test_mail_comes_at_once_or_with_the_next_digest_and_never_in_quiet_hours(
    asked: Subscription, is_old: bool, due: str
) -> None:
    (told,) = addressees(replace(BATANG, is_old=is_old), [asked], NOON)
    assert f"{told.due_at.astimezone(ZONE):%Y-%m-%d %H:%M}" == due
    assert (told.digest is None) == (asked.frequency is None and not is_old)


def test_nobody_gets_more_single_mails_in_a_day_than_the_most() -> None:
    asked = [replace(ALL, people=(ANI, BUDI))]
    plan = [
        (each, addressees(each, asked, NOON))
        for each in (replace(BATANG, alert_id=number) for number in range(3))
    ]
    tomorrow = NOON + timedelta(days=1)
    eased = spared(plan, {ANI: 48, BUDI: 47}, most=50, later=tomorrow)
    told = {
        (each.person, each.digest and each.digest.occasion, each.due_at)
        for _, addresses in eased
        for each in addresses
    }
    assert told == {(ANI, Occasion.MANY, tomorrow), (BUDI, None, NOON)}


def test_the_mail_after_so_many_in_a_minute_waits_until_the_minute_is_over() -> None:
    moments = [0.0]
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        moments[0] += seconds

    pace = Pace(most=2, clock=lambda: moments[0], sleep=sleep)
    for _ in range(5):
        pace.wait()
        moments[0] += 1
    assert slept == [58.0, 58.0]


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ('regions = ["Kabupaten Batnag"]', "subscription 1.regions: there is no region 'Kabupaten "
         "Batnag'; did you mean Kabupaten Batang"),
        ('regions = ["Semarang"]', "subscription 1.regions: 'Semarang' may be Kabupaten Semarang "
         "(33.22) or Kota Semarang (33.74); write which one"),
        ('regions = ["99.99"]', "subscription 1.regions: there is no region '99.99'"),
        ('schemes = ["ombudsman"]', "subscription 1.schemes: there is no scheme 'ombudsman'"),
        ('families = ["governence"]', "subscription 1.families: there is no family 'governence'; "
         "did you mean governance?"),
        ('quiet = "21-5"', "subscription 1.quiet: '21-5' is no span of hours; write for instance"),
        ('at = "06:30"', 'subscription 1: at and day are for digests; write when = "daily"'),
        ('when = "daily"\nat = "6.30"', "subscription 1.at: '6.30' is no time of day; write for"),
        ('when = "daily"\nday = "monday"', 'subscription 1: day is for a weekly digest'),
        ('language = "jv"', "subscription 1.language: "),
        ('frequency = "daily"', "subscription 1.frequency: unknown key"),
        ('to = ["ani"]', "subscription 1.to: 'ani' is not one e-mail address; write name@example."),
        ('to = ["ani@"]', "subscription 1.to: 'ani@' is no e-mail address; write name@example.org"),
        ('to = ["a@example.org, b@example.org"]', "subscription 1.to: 'a@example.org, "
         "b@example.org' is not one e-mail address; write name@example.org"),
        ('to = ["ånî@example.org"]', "subscription 1.to: 'ånî@example.org' is not one e-mail "),
        ('to = ["a@b.id;c@d.id"]', "subscription 1.to: 'a@b.id;c@d.id' is not one e-mail address"),
        ("to = []", "subscription 1: to is missing; write to = ["),
    ],
)  # fmt: skip
def test_a_wrong_subscription_is_one_line_that_names_number_key_and_mend(
    tmp_path: Path, lines: str, complaint: str
) -> None:
    to = "" if lines.startswith("to =") else f'to = ["{ANI}"]\n'
    with pytest.raises(ConfigError) as caught:
        load_config(written(tmp_path, f"[[subscription]]\n{to}{lines}\n"))
    assert str(caught.value).startswith(f"{tmp_path / 'piagam.toml'}: {complaint}")
    assert "\n" not in str(caught.value)


def test_regions_are_named_by_code_or_by_any_name_that_means_one(tmp_path: Path) -> None:
    names = '["33", "33.25", "jawa timur", "Kab.  Blora", "Kota Semarang", "Batang", "DIY"]'
    config = load_config(written(tmp_path, f'[[subscription]]\nto=["{ANI}"]\nregions={names}\n'))
    assert config.subscription[0].regions == ("33", "33.25", "35", "33.16", "33.74", "34")


def written(folder: Path, text: str) -> Path:
    path = folder / "piagam.toml"
    path.write_text(f'contact = "redaksi@example.org"\n{text}', encoding="utf-8")
    return path
