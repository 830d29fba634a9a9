"""What a night brought, counted from the store when it ends; and the states that follow from it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlite_utils import Database

from crawler.checkup import check_up, due_outlets, retire_disabled
from storage.addresses import Found, give_back_tries, record_discovered, settle
from storage.articles import store_article
from storage.health_records import STEPS, OutletNight, OutletState, Reach, Sign, Trouble
from storage.nights import begin_night, end_night, last_asked, mark_ours, nights, reaches
from storage.records import AddressState, RunStatus
from storage.runs import end_outlet_run, end_run, start_outlet_run
from storage.standings import standings, standings_of_run, state_of, vouch_for
from tests.storage.samples import NOW, article, begin_run

OUTLET = "klikjateng"
DAY = date(2024, 12, 3)
SITE = "https://k.example"


def begin(db: Database, day: date = DAY) -> int:
    run_id = begin_run(db)
    start_outlet_run(db, run_id=run_id, outlet=OUTLET, now=NOW)
    begin_night(db, run_id=run_id, outlet=OUTLET, day=day)
    return run_id


def end(db: Database, run_id: int, **how: Any) -> None:
    trouble: Trouble | None = how.pop("trouble", None)
    status = RunStatus.FAILED if trouble else RunStatus.FINISHED
    told = {"is_reached": True, "reach": Reach(outlet=OUTLET, answers=9), **how}
    end_outlet_run(
        db, run_id=run_id, outlet=OUTLET, status=status, now=NOW, reason=trouble and "gone"
    )
    end_night(db, run_id=run_id, trouble=trouble, now=NOW, **told)
    end_run(db, run_id=run_id, status=status, now=NOW)


def tell(db: Database, run_id: int, name: str, **changes: Any) -> None:
    """A story of the outlet."""
    text = changes.pop("text", f"Kabar {name}. " * 20)
    story = article(outlet=OUTLET, url=f"{SITE}/{name}", title=name, text=text)
    store_article(db, replace(story, **changes), run_id=run_id, now=NOW)


def drop(db: Database, run_id: int, name: str, reason: str) -> None:
    url = f"{SITE}/{name}"
    record_discovered(db, outlet=OUTLET, found=(Found(url=url),), run_id=run_id, now=NOW)
    state = AddressState.DROPPED
    settle(db, url=url, state=state, reason=reason, run_id=run_id, now=NOW)


def only_night(db: Database) -> OutletNight:
    (night,) = nights(db, OUTLET)
    return night


def test_a_night_counts_what_its_stories_came_with(db: Database) -> None:
    run_id = begin(db)
    tell(db, run_id, "a", published_source="json-ld")
    tell(db, run_id, "b", published_source="listing", authors=())
    tell(db, run_id, "c", published=None, published_source=None, section=None)
    end(db, run_id)
    night = only_night(db)
    assert (night.day, night.stored, night.dated) == (DAY, 3, 1)
    assert night.date_sources == {"json-ld": 1, "listing": 1}
    assert (night.with_authors, night.with_section) == (2, 2)
    assert night.examples[Sign.UNDATED] == f"{SITE}/b"
    assert (night.is_reached, night.trouble, night.is_ours) == (True, None, False)


def test_lengths_are_kept_in_steps_from_the_shortest_to_the_longest(db: Database) -> None:
    run_id = begin(db)
    for size in range(1, 41):
        tell(db, run_id, f"s-{size}", text="x" * 10 * size)
    end(db, run_id)
    lengths = only_night(db).lengths
    assert len(lengths) == STEPS + 1
    assert (lengths[0], lengths[10], lengths[19], lengths[-1]) == (10, 200, 380, 400)
    assert only_night(db).examples[Sign.LONG_BODIES] == f"{SITE}/s-40"


@pytest.mark.parametrize("title", ["KlikJateng", " klik jateng ", "K.example"])
def test_a_headline_that_is_the_site_s_name_in_any_form_is_counted(
    db: Database, title: str
) -> None:
    run_id = begin(db)
    tell(db, run_id, "a", title=title)
    tell(db, run_id, "b", title="Klik Jateng raih penghargaan")
    end(db, run_id)
    assert only_night(db).site_titles == 1
    assert only_night(db).examples[Sign.SITE_TITLES] == f"{SITE}/a"


def test_equal_headlines_odd_bodies_and_pages_without_a_story_are_counted(db: Database) -> None:
    run_id = begin(db)
    tell(db, run_id, "a", title="Berita")
    tell(db, run_id, "b", title="berita ", warnings=("layout: a third of the body is links",))
    tell(db, run_id, "c", warnings=("dates: two of them", "layout: no rule fits"))
    for name, reason in (("d", "thin"), ("e", "listing"), ("f", "thin"), ("g", "media")):
        drop(db, run_id, name, reason)
    end(db, run_id)
    night = only_night(db)
    assert (night.same_titles, night.odd_bodies) == (2, 2)
    assert night.no_story == {"thin": 2, "listing": 1}
    assert night.examples[Sign.NO_STORY] == f"{SITE}/d"


def test_a_night_without_stories_is_empty_and_not_unknown(db: Database) -> None:
    end(db, begin(db))
    night = only_night(db)
    assert (night.stored, night.lengths, night.no_story, night.examples) == (0, (), {}, {})


def test_all_runs_of_a_day_are_one_night(db: Database) -> None:
    first = begin(db)
    tell(db, first, "a")
    end(db, first, trouble=Trouble.CONNECTION, is_reached=False)
    killed = begin(db)
    tell(db, killed, "b")
    third = begin(db)
    tell(db, third, "c")
    end(db, third)
    begin(db)
    night = only_night(db)
    assert (night.stored, night.is_reached, night.trouble) == (3, True, None)


def test_stories_of_other_days_outlets_and_revisions_are_not_the_night_s(db: Database) -> None:
    first = begin(db, DAY - timedelta(days=1))
    tell(db, first, "a")
    end(db, first)
    second = begin(db)
    tell(db, second, "a", text="Diperbarui. " * 30)
    tell(db, second, "b", outlet="wartablora")
    end(db, second)
    assert [each.stored for each in nights(db, OUTLET)] == [1, 0]
    assert last_asked(db, OUTLET) == DAY
    assert last_asked(db, "wartablora") is None


def test_a_part_that_was_killed_says_nothing(db: Database) -> None:
    begin(db)
    assert only_night(db).trouble is Trouble.ENDED
    assert not only_night(db).is_reached


def test_how_an_outlet_was_reached_is_kept_for_the_run(db: Database) -> None:
    run_id = begin(db)
    reach = Reach(outlet=OUTLET, answers=3, losses=2, last_answer_at=NOW, last_loss_at=NOW)
    end(db, run_id, reach=reach)
    assert reaches(db, run_id) == (reach,)


def test_a_day_is_ours_only_if_every_run_of_it_was(db: Database) -> None:
    first = begin(db)
    end(db, first, trouble=Trouble.CONNECTION)
    mark_ours(db, first, (OUTLET,))
    assert only_night(db).is_ours
    end(db, begin(db))
    assert not only_night(db).is_ours


def fail(db: Database, run_id: int, name: str, reason: str, *, minute: int) -> None:
    url, now = f"{SITE}/{name}", NOW + timedelta(minutes=minute)
    record_discovered(db, outlet=OUTLET, found=(Found(url=url),), run_id=run_id, now=NOW)
    state = AddressState.FAILED
    settle(db, url=url, state=state, reason=reason, run_id=run_id, now=now)


def test_only_tries_that_the_network_cost_after_that_moment_are_given_back(db: Database) -> None:
    first = begin(db)
    fail(db, first, "older-run", "timeout", minute=9)
    run_id = begin(db)
    fail(db, run_id, "before", "timeout", minute=1)
    fail(db, run_id, "lost", "timeout", minute=3)
    fail(db, run_id, "part-lost", "part: timeout", minute=3)
    fail(db, run_id, "broken", "http-500", minute=3)
    since = NOW + timedelta(minutes=2)
    assert give_back_tries(db, run_id=run_id, since=since, reasons=("timeout",)) == 2
    left = dict(db.execute("SELECT replace(url, ?, ''), tries FROM addresses", (f"{SITE}/",)))
    assert left == {"older-run": 1, "before": 1, "lost": 0, "part-lost": 0, "broken": 1}
    assert give_back_tries(db, run_id=run_id, since=None, reasons=("timeout",)) == 1


def bad_night(db: Database, day: date = DAY) -> int:
    """A night whose headlines are all the site's name, and its judgement."""
    run_id = begin(db, day)
    for name in "abcd":
        tell(db, run_id, f"{name}-{run_id}", title="Klik Jateng")
    end(db, run_id)
    check_up(db, run_id, NOW)
    return run_id


def test_a_state_is_noted_when_it_changes_and_told_with_its_run(db: Database) -> None:
    first, second = bad_night(db), bad_night(db, DAY + timedelta(days=1))
    rows = db.execute("SELECT state, since, run_id FROM outlet_states").fetchall()
    assert rows == [("quarantined", "2024-12-03", first)]
    standing = standings_of_run(db, second)[OUTLET]
    assert (standing.state, standing.since) == (OutletState.QUARANTINED, DAY)
    assert standing.findings[0].startswith("4 of 4 headlines are the site's own name")
    assert standings(db)[OUTLET] == standing
    assert "wartablora" not in standings(db)


def test_a_healthy_outlet_needs_no_history_of_states(db: Database) -> None:
    run_id = begin(db)
    end(db, run_id)
    check_up(db, run_id, NOW)
    assert standings(db)[OUTLET].state is OutletState.HEALTHY
    assert state_of(db, OUTLET) is None


def test_a_person_s_word_ends_a_quarantine_and_only_what_follows_is_judged(db: Database) -> None:
    bad_night(db)
    vouch_for(db, OUTLET, reason="their anniversary", day=DAY, now=NOW)
    standing = standings(db)[OUTLET]
    assert (standing.state, standing.findings) == (OutletState.HEALTHY, ())
    run_id = begin(db)
    tell(db, run_id, "good")
    end(db, run_id)
    check_up(db, run_id, NOW)
    assert only_night(db).stored == 1
    assert standings(db)[OUTLET].state is OutletState.HEALTHY
    bad_night(db, DAY + timedelta(days=1))
    assert standings(db)[OUTLET].state is OutletState.QUARANTINED


def test_an_outlet_that_its_file_closes_is_retired_and_comes_back_with_it(db: Database) -> None:
    run_id = begin(db)
    end(db, run_id)
    check_up(db, run_id, NOW)
    closed = {OUTLET: "asks for a permit", "antara-jateng": "never read"}
    for _ in range(2):
        retire_disabled(db, closed, run_id=run_id, today=DAY, now=NOW)
    standing = standings_of_run(db, begin_run(db))[OUTLET]
    assert (standing.state, standing.reason) == (
        OutletState.RETIRED,
        "not enabled: asks for a permit",
    )
    assert list(standings(db)) == [OUTLET]
    again = begin(db, DAY + timedelta(days=1))
    end(db, again)
    check_up(db, again, NOW)
    assert standings(db)[OUTLET].state is OutletState.HEALTHY
    states = [state for (state,) in db.execute("SELECT state FROM outlet_states ORDER BY id")]
    assert states == ["retired", "healthy"]


def test_a_closed_outlet_in_quarantine_stays_there(db: Database) -> None:
    run_id = bad_night(db)
    retire_disabled(db, {OUTLET: "closed"}, run_id=run_id, today=DAY, now=NOW)
    assert state_of(db, OUTLET) is OutletState.QUARANTINED


def test_a_retired_outlet_is_left_out_until_its_day(db: Database) -> None:
    for number in range(31):
        run_id = begin(db, DAY + timedelta(days=number))
        end(db, run_id, trouble=Trouble.CONNECTION, is_reached=False)
        check_up(db, run_id, NOW)
    last = DAY + timedelta(days=30)
    assert state_of(db, OUTLET) is OutletState.RETIRED
    both = (OUTLET, "wartablora")
    assert due_outlets(db, both, last + timedelta(days=6)) == ("wartablora",)
    assert due_outlets(db, both, last + timedelta(days=7)) == both
    told = standings_of_run(db, begin_run(db))[OUTLET].reason
    assert told.startswith("asked once in 7 days; not reached on 30 nights since 2024-12-03: gone;")
