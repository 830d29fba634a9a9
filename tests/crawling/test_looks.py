"""Stories are looked at again, so that a corrected score is noticed, and hints are not trusted."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from crawler.newsroom.dates import WIB
from crawler.newsroom.faults import Fault
from tests.crawling.conftest import PATIENCE
from tests.crawling.paper import AWARD, AWARD_TEXT, FIRST, HOST, Nights, Paper, nights_of

FEED = '[[source]]\nkind = "rss"\nurl = "{home}rss"\n'
SITEMAP = '[[source]]\nkind = "sitemap"\nurl = "{home}peta.xml"\n'
PLAIN = "jalan-desa-diperbaiki"
PLAIN_TEXT = (
    "<p>Jalan yang menghubungkan dua dusun kini selesai diperbaiki oleh warga secara gotong royong"
    " selama dua pekan, dengan bahan dari dana desa dan sumbangan para pedagang pasar.</p>"
    "<p>Kepala desa berharap jalan itu memudahkan anak sekolah dan petani membawa hasil panen ke"
    " pasar kecamatan yang selama ini sulit dijangkau pada musim hujan.</p>"
)
MORNING = datetime.combine(FIRST, time(8), WIB)


def day(number: int) -> date:
    """Calendar day after the first night."""
    return FIRST + timedelta(days=number)


def new_paper(sources: str) -> Paper:
    paper = Paper(sources=sources)
    paper.publish(AWARD, MORNING, AWARD_TEXT.format(score="97,84"))
    paper.publish(PLAIN, MORNING)
    return paper


def looks(row: dict[str, object]) -> tuple[object, object]:
    return row["looked_again"], row["revised"]


def revisions(nights: Nights) -> list[tuple[int, str]]:
    return [
        (number, score)
        for number, score in nights.desk.query(
            "SELECT number, score_raw FROM revisions LEFT JOIN claims"
            " ON claims.revision_id = revisions.id JOIN articles ON articles.id ="
            " revisions.article_id WHERE url LIKE ? ORDER BY number",
            f"%{AWARD}",
        )
    ]


def test_an_award_is_looked_at_again_on_a_falling_schedule_and_a_corrected_score_is_noticed(
    tmp_path: Path,
) -> None:
    paper = new_paper(FEED)
    with nights_of(tmp_path, paper) as nights:
        first = nights.crawl(day(0))
        assert (first["stored"], looks(first)) == (2, (0, 0))
        unchanged = nights.crawl(day(1))
        assert nights.asked() == ["/rss ?", f"/berita/{AWARD} ?"]
        assert (unchanged["stored"], unchanged["known"], looks(unchanged)) == (0, 0, (1, 0))

        paper.bodies[AWARD] = AWARD_TEXT.format(score="94,84")
        corrected = nights.crawl(day(4))  # one night late: day 3 was missed
        assert nights.stories_asked() == [f"{AWARD} ?"]
        assert looks(corrected) == (1, 1)
        assert corrected["is_balanced"]
        assert revisions(nights) == [(1, "97,84"), (2, "94,84")]
        assert nights.crawl(day(5))["requests"] == 2

        del paper.times[AWARD]
        nights.crawl(day(7))
        assert nights.desk.query("SELECT outcome, due_on FROM looks WHERE is_award") == [
            ("gone", None)
        ]
        assert nights.desk.query("SELECT count(*) FROM articles") == [(2,)]


def test_a_story_that_was_revised_stays_so_when_it_is_read_from_the_archive(
    tmp_path: Path,
) -> None:
    paper = new_paper(FEED)
    with nights_of(tmp_path, paper) as nights:
        nights.crawl(day(0))
        paper.bodies[AWARD] = AWARD_TEXT.format(score="94,84")
        nights.crawl(day(1))
        read = nights.desk.piagam("reprocess")

        assert "2 from the archive" in read.stdout
        assert "0 new, 0 changed, 0 vanished claims; 0 texts changed" in read.stdout
        assert revisions(nights) == [(1, "97,84"), (2, "94,84")]


def test_hints_that_lie_do_not_hide_a_correction_for_long(tmp_path: Path) -> None:
    paper = new_paper(FEED)
    with nights_of(tmp_path, paper) as nights:
        nights.desk.newsroom.faults.add(Fault(headers=(("ETag", '"selalu"'),)))
        nights.crawl(day(0))
        nights.crawl(day(1))
        paper.bodies[AWARD] = AWARD_TEXT.format(score="94,84")
        paper.publish("kabar-baru", MORNING + timedelta(days=3))
        assert looks(nights.crawl(day(3))) == (1, 0)
        row = nights.crawl(day(7))
        # The third look, and the feed after seven nights, were read in full.
        assert nights.asked() == ["/rss", "/berita/kabar-baru", f"/berita/{AWARD}"]
        assert looks(row) == (1, 1)
        assert "its server calls unchanged what has changed" in str(row["reason"])
        nights.crawl(day(8))
        assert nights.asked() == ["/rss"]  # never again by its hints


def test_a_list_that_says_a_story_changed_makes_it_due_until_it_was_wrong_twice(
    tmp_path: Path,
) -> None:
    paper = new_paper(SITEMAP)
    with nights_of(tmp_path, paper) as nights:
        nights.crawl(day(0))
        paper.changed[PLAIN] = MORNING + timedelta(days=1)
        paper.bodies[PLAIN] = PLAIN_TEXT
        assert looks(nights.crawl(day(1))) == (2, 1)
        for number, asked in ((2, True), (4, True), (5, False)):
            paper.changed[PLAIN] = MORNING + timedelta(days=number)
            nights.crawl(day(number))
            assert any(PLAIN in each for each in nights.stories_asked()) is asked


def test_a_look_that_fails_is_tried_the_next_night_and_the_story_stays_as_it_was(
    tmp_path: Path,
) -> None:
    with nights_of(tmp_path, new_paper(FEED)) as nights:
        nights.crawl(day(0))
        broken = Fault(target=f"/berita/{AWARD}", status=500)
        nights.desk.newsroom.faults.add(broken)
        row = nights.crawl(day(1))
        assert (row["status"], row["failed"], looks(row)) == ("finished", 0, (1, 0))
        assert nights.desk.query("SELECT outcome, reason FROM looks WHERE is_award") == [
            ("failed", "http-500")
        ]
        nights.desk.newsroom.faults.clear()
        assert looks(nights.crawl(day(2))) == (1, 0)
        states = nights.desk.query("SELECT DISTINCT state, tries FROM addresses")
        assert states == [("stored", 0)]
        assert looks(nights.crawl(day(2))) == (0, 0)


def test_a_look_that_breaks_our_own_code_does_not_unsettle_the_story(tmp_path: Path) -> None:
    paper = new_paper(FEED)
    with nights_of(tmp_path, paper) as nights:
        nights.crawl(day(0))
        with_trigger(nights)
        paper.bodies[AWARD] = AWARD_TEXT.format(score="94,84")
        row = nights.crawl(day(1))
        assert "spoilt on purpose" in str(row["reason"])
        assert (row["failed"], row["is_balanced"]) == (0, True)
        assert nights.desk.query("SELECT DISTINCT state FROM addresses") == [("stored",)]
        assert nights.desk.query("SELECT outcome, failures FROM looks WHERE is_award") == [
            ("failed", 1)
        ]


def with_trigger(nights: Nights) -> None:
    nights.desk.query(
        "CREATE TRIGGER spoil BEFORE INSERT ON revisions WHEN new.number > 1"
        " BEGIN SELECT RAISE(ABORT, 'spoilt on purpose'); END"
    )


def test_a_look_that_is_killed_stays_due(tmp_path: Path) -> None:
    paper = new_paper(FEED)
    with nights_of(tmp_path, paper) as nights:
        nights.crawl(day(0))
        paper.bodies[AWARD] = AWARD_TEXT.format(score="94,84")
        newsroom = nights.desk.newsroom
        newsroom.faults.add(Fault(host=HOST, target=f"/berita/{AWARD}", delay=60, times=1))
        newsroom.turn_to(day(1))
        nights.desk.configure(outlets_folder=str(nights.desk.outlets_folder))
        running = nights.desk.begin("koran")
        while not nights.desk.query("SELECT 1 FROM outlet_runs WHERE run_id = 2 AND read_at > ''"):
            assert running.poll() is None
        running.kill()
        running.wait(PATIENCE)
        newsroom.faults.clear()
        assert looks(nights.crawl(day(1))) == (1, 1)
