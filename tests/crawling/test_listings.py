"""Whatever orders and twins a paper's lists offer: each story is found, once, and a walk ends."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.newsroom.server import Newsroom
from spiders.outlet import load_outlet
from storage.database import open_store
from tests.crawling.conftest import Desk
from tests.crawling.rounds import Pick, Round, crawl_here
from tests.crawling.tiny import describe
from tests.crawling.unruly import NEWEST, SOURCES, Habits, List, Night, PastTheEnd, UnrulyPaper

WHOLE: tuple[List, ...] = tuple(each for each in List if each is not List.FEED)
"""Lists by which every story can be found."""
WALKS = {List.SECTIONS: 2, List.SITEMAP: 15, List.DAYS: 30}
"""The most walks through a list, where it is not one."""
QUIET = Night()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A paper, and what happens to it night after night."""

    lists: Sequence[List]
    nights: Sequence[Night]
    cuts: Sequence[int | None] = ()
    """After how many requests a night's crawl is told to end; None and beyond the last: never."""
    mode: str = "all"
    habits: Habits = Habits()  # noqa: RUF009 - frozen
    seed: int = 0


class Office:
    """A store, and papers that are crawled into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count()

    def play(self, plan: Plan, pick: Pick | None = None) -> list[Round]:
        """Crawl a new paper night after night, and hold each crawl against what is out."""
        paper = UnrulyPaper(f"kabar-{next(self._numbers)}", plan.habits, seed=plan.seed)
        outlet, site = load_outlet(lay_out(self.folder, paper, plan)), paper.site()
        rounds = []
        for number, night in enumerate(plan.nights):
            most = plan.cuts[number] if number < len(plan.cuts) else None
            paper.begin(night)
            out = paper.addresses
            chosen = pick or random.Random(plan.seed + number).randrange  # noqa: S311 - no secret
            store = self.folder / "piagam.sqlite"
            done = crawl_here(store, outlet, site, today=paper.today, pick=chosen, most=most)
            rounds.append(done)
            self._check(paper, done)
            if most is None and not night.broken:
                assert out <= self.urls("articles", paper), "a story was missed"
            assert len(done.lists) <= bound(paper, plan.lists, night)
            paper.publish(night.late)
        return rounds

    def _check(self, paper: UnrulyPaper, done: Round) -> None:
        counts = done.counts
        parts = (counts.stored, counts.known, counts.dropped, counts.failed, counts.pending)
        assert counts.discovered == sum(parts)
        assert done.is_balanced
        assert self.urls("articles", paper) <= self.urls("addresses", paper) <= paper.addresses
        assert len(set(done.articles)) == len(done.articles)

    def urls(self, table: str, paper: UnrulyPaper) -> set[str]:
        """What the store holds of a paper."""
        db = open_store(self.folder / "piagam.sqlite")
        try:
            rows = db.execute(f"SELECT url FROM {table} WHERE outlet = ?", (paper.name,))  # noqa: S608
            return {url for (url,) in rows}
        finally:
            db.close()


def lay_out(folder: Path, paper: UnrulyPaper, plan: Plan) -> Path:
    """Write the outlet file of a paper."""
    sources = "\n".join(f"[[source]]\n{SOURCES[each]}" for each in plan.lists)
    more = f'discovery = "{plan.mode}"'
    return describe(folder / "outlets", paper.name, more=more, sources=sources)


def bound(paper: UnrulyPaper, lists: Sequence[List], night: Night) -> int:
    """The most discovery pages of one night: every list to its end, and a few pages more."""
    pages = -(-len(paper.items) // paper.habits.size) + 3 + 2 * len(night.arrivals)
    return sum(WALKS.get(each, 1) * pages for each in lists)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


HABITS = st.builds(
    Habits,
    size=st.integers(3, 5),
    past_the_end=st.sampled_from(PastTheEnd),
    pinned=st.integers(0, 2),
    sidebar=st.integers(0, 2),
    is_shuffled=st.booleans(),
    has_doubles=st.booleans(),
    has_twins=st.booleans(),
    is_dated_by_day=st.booleans(),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Papers of all habits. In one night fewer stories arrive than two pages hold or NEWEST."""
    mode = draw(st.sampled_from(["all", "first"]))
    lists = draw(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=3, unique=True))
    if mode == "all" and draw(st.booleans()):
        lists.append(List.FEED)
    may_close = mode == "first" and len(lists) > 1
    night = st.builds(
        Night,
        fresh=st.integers(0, 9),
        missed=st.integers(0, 2),
        arrivals=st.lists(st.integers(0, 6), max_size=NEWEST).map(tuple),
        late=st.integers(0, 2),
        broken=st.just(frozenset()) | st.frozensets(st.integers(0, 6), max_size=2),
        closed=st.sampled_from([frozenset(), frozenset(lists[:1])] if may_close else [frozenset()]),
    )
    nights = draw(st.lists(night, min_size=1, max_size=3))
    cuts = draw(st.lists(st.none() | st.integers(1, 12), max_size=len(nights)))
    habits, seed = draw(HABITS), draw(st.integers(0, 2**16))
    return Plan(lists=lists, nights=nights, cuts=cuts, mode=mode, habits=habits, seed=seed)


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(plan=plans())
def test_each_story_is_found_once_and_a_night_with_nothing_new_reads_nothing(
    office: Office, plan: Plan
) -> None:
    *_, last = office.play(replace(plan, nights=[*plan.nights, QUIET, QUIET]))
    assert last.articles == ()
    assert last.counts.stored == 0


def first_come(waiting: int) -> int:
    return 0


def last_come(waiting: int) -> int:
    return waiting - 1


@pytest.mark.parametrize("before", [(), (Night(fresh=3),)], ids=["first night", "later"])
def test_entries_that_a_burst_pushes_by_a_whole_page_do_not_end_a_walk(
    office: Office, before: tuple[Night, ...]
) -> None:
    nights = [*before, Night(fresh=9, arrivals=(1, 1, 1)), QUIET]
    *_, quiet = office.play(Plan(lists=[List.ARCHIVE], nights=nights), first_come)
    assert len(quiet.articles) == quiet.counts.stored  # what came during the walk, once


def test_what_another_list_told_after_a_walk_had_ended_does_not_end_the_next(
    office: Office,
) -> None:
    # The archive is walked first, then six stories come out, of which the feed shows four.
    nights = [Night(fresh=6), Night(fresh=1, arrivals=(2,) * 6), QUIET]
    *_, last = office.play(Plan(lists=[List.FEED, List.ARCHIVE], nights=nights), last_come)
    assert last.counts.pending == 0


def test_a_list_that_steps_in_does_not_stop_at_what_a_cut_walk_of_another_knew(
    office: Office,
) -> None:
    closed = Night(fresh=2, closed=frozenset({List.REST}))
    plan = Plan(
        lists=[List.REST, List.ARCHIVE],
        nights=[closed, Night(fresh=9), replace(closed, fresh=0)],
        cuts=[None, 1],
        mode="first",
    )
    *_, last = office.play(plan, first_come)
    assert last.counts.pending == 0


def test_a_list_that_was_out_of_order_is_asked_for_the_next_night(office: Office) -> None:
    nights = [Night(fresh=5, broken=frozenset({0})), QUIET]
    *_, mended = office.play(Plan(lists=[List.ARCHIVE, List.FEED], nights=nights), first_come)
    assert mended.counts.pending == 0


@pytest.mark.parametrize("beside", [(), (List.DAYS, List.FEED)], ids=["alone", "with others"])
def test_a_quiet_section_does_not_speak_for_the_others(
    office: Office, beside: tuple[List, ...]
) -> None:
    nights = [Night(fresh=1, late=1), QUIET, QUIET]
    *_, last = office.play(Plan(lists=[List.SECTIONS, *beside], nights=nights), first_come)
    assert last.counts.pending == 0


def test_an_index_that_tells_only_the_day_does_not_hide_the_stories_of_that_evening(
    office: Office,
) -> None:
    habits = Habits(is_dated_by_day=True)
    nights = [Night(fresh=3, late=1), QUIET, QUIET, QUIET]
    rounds = office.play(Plan(lists=[List.SITEMAP], nights=nights, habits=habits), first_come)
    assert rounds[-1].lists == ("/sitemap.xml",)


def test_a_new_story_beside_every_page_leads_a_walk_no_further(office: Office) -> None:
    nights = [Night(fresh=12), Night(fresh=1)]
    plan = Plan(lists=[List.ARCHIVE], nights=nights, habits=Habits(sidebar=1))
    assert office.play(plan, first_come)[-1].lists == ("/arsip", "/arsip?page=2")


def test_a_paper_with_every_habit_is_read_by_a_real_crawl(tmp_path: Path) -> None:
    habits = Habits(pinned=1, sidebar=1, is_shuffled=True, has_doubles=True, has_twins=True)
    paper = UnrulyPaper("kabar", habits)
    plan = Plan(lists=[List.ARCHIVE, List.PAGED_FEED, List.SITEMAP, List.REST], nights=())
    with Newsroom([paper.site()]) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        lay_out(tmp_path, paper, plan)
        for night in (Night(fresh=8, arrivals=(1, 2, 2, 4)), Night(fresh=4, missed=1)):
            paper.begin(night)
            out = paper.addresses
            newsroom.turn_to(paper.today)
            desk.configure(outlets_folder=str(desk.outlets_folder))
            row = desk.crawl(paper.name).row(paper.name)
            assert (row["status"], row["is_balanced"]) == ("finished", True)
            stored = [url for (url,) in desk.query("SELECT url FROM articles")]
            found = [url for (url,) in desk.query("SELECT url FROM addresses")]
            assert out <= set(stored) <= set(found) <= paper.addresses
