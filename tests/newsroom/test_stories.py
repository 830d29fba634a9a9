"""The newsroom's stories: their shape, their dates, and that no two of them say the same."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from crawler.newsroom.body import BlockKind, parts_of
from crawler.newsroom.stories import Story, StoryError, StoryKind, load_stories, read_story
from tests.newsroom.sites import LARGE, MONTHS, SITES, SMALL

STORIES = {site: load_stories(site) for site in SITES}
ALL = [pytest.param(story, id=story.slug) for site in SITES for story in STORIES[site]]

AT_LEAST = {StoryKind.AWARD: 10, StoryKind.HARD_NEGATIVE: 9, StoryKind.ORDINARY: 7}
AUTUMN = (date(2024, 11, 18), date(2024, 12, 30))
"""The weeks of the small sites."""
PERIODS = {
    "tribun-jateng": (
        (date(2024, 11, 11), date(2024, 12, 24)),
        (date(2025, 8, 25), date(2025, 9, 14)),
    ),
    "klikjateng": ((date(2025, 4, 21), date(2025, 5, 18)),),
    "wartablora": ((date(2024, 11, 18), date(2024, 12, 30)),),
}
RUBRICS = {"pemerintahan", "peristiwa", "ekonomi", "olahraga", "pendidikan", "budaya"}
WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
DATED = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}|jum'at),?\s*\(?(\d{{1,2}})"
    rf"(?:/(\d{{1,2}})(?:/(\d{{2,4}}))?\b|\s+({'|'.join(MONTHS)})\s+(\d{{4}}))",
    re.IGNORECASE,
)
SET_PHRASES = re.compile(
    r"pemantauan dan evaluasi kinerja penyelenggaraan pelayanan publik"
    r"|penilaian kepatuhan penyelenggaraan pelayanan publik|kepatuhan penyelenggaraan pelayanan"
    r"|kementerian pendayagunaan aparatur negara dan reformasi birokrasi"
    r"|perwakilan ombudsman ri jawa tengah|ombudsman ri perwakilan jawa tengah",
)


@pytest.mark.parametrize("site", SMALL)
def test_a_small_site_has_a_few_stories_of_every_kind(site: str) -> None:
    counts = Counter(story.kind for story in STORIES[site])
    assert sum(counts.values()) >= 6
    assert set(counts) == set(StoryKind)


@pytest.mark.parametrize("site", LARGE)
def test_a_site_has_enough_stories_of_every_kind(site: str) -> None:
    counts = Counter(story.kind for story in STORIES[site])
    assert sum(counts.values()) >= 27
    assert all(counts[kind] >= least for kind, least in AT_LEAST.items())


@pytest.mark.parametrize("site", SITES)
def test_stories_come_newest_first_and_within_the_weeks_of_their_site(site: str) -> None:
    times = [story.published for story in STORIES[site]]
    assert times == sorted(times, reverse=True)
    days = [time.date() for time in times]
    periods = PERIODS.get(site, (AUTUMN,))
    assert all(any(a <= day <= b for a, b in periods) for day in days)
    assert all(any(a <= day <= b for day in days) for a, b in periods)
    assert {time.utcoffset() for time in times} == {timedelta(hours=7)}


def test_no_slug_id_or_code_is_used_twice() -> None:
    stories = [story for site in SITES for story in STORIES[site]]
    for values in (
        [story.slug for story in stories],
        [story.title for story in stories],
        [story.id for story in stories if story.id is not None],
        [story.code for story in stories if story.code is not None],
    ):
        assert len(values) == len(set(values))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", story.slug) for story in stories)


def test_tribun_has_dated_addresses_in_2024_and_seven_digit_ids_in_2025() -> None:
    for story in STORIES["tribun-jateng"]:
        assert story.code is None
        if story.published.year == 2024:
            assert story.id is None
        else:
            assert story.id is not None
            assert 1_000_000 <= story.id < 10_000_000


def test_wartablora_ids_rise_with_time_and_every_story_has_code_and_rubric() -> None:
    stories = STORIES["wartablora"]
    ids = [story.id or 0 for story in stories]
    assert ids == sorted(ids, reverse=True)
    assert all(14200 <= number <= 14500 for number in ids)
    assert {story.section for story in stories} == RUBRICS
    for story in stories:
        assert re.fullmatch(r"(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9]{8}", story.code or "")
    seed = next(story for story in stories if story.id == 14322)
    assert seed.code == "SNZUm3mp"


def test_of_the_large_sites_tribun_alone_has_stories_of_several_pages() -> None:
    paged = Counter(
        (site, story.kind, len(parts_of(story.body)))
        for site in LARGE
        for story in STORIES[site]
        if len(parts_of(story.body)) > 1
    )
    assert paged == {
        ("tribun-jateng", StoryKind.AWARD, 3): 1,
        ("tribun-jateng", StoryKind.ORDINARY, 2): 1,
    }


@pytest.mark.parametrize("story", ALL)
def test_a_story_has_the_length_of_a_regional_report(story: Story) -> None:
    blocks = [block for part in parts_of(story.body) for block in part]
    told = [block for block in blocks if block.kind is not BlockKind.SUBHEAD]
    assert 5 <= len(told) <= 12
    assert 900 <= len(story.body) <= 3000
    assert story.authors
    assert story.editor
    assert story.caption
    assert story.photo_credit
    assert story.tags


@pytest.mark.parametrize("story", ALL)
def test_quotations_stand_in_pairs_of_curly_quotes(story: Story) -> None:
    assert '"' not in story.body
    marks = re.sub(r"[^“”]", "", story.body)
    assert marks == "“”" * (len(marks) // 2)


@pytest.mark.parametrize("story", ALL)
def test_the_weekday_beside_a_date_is_the_right_one(story: Story) -> None:
    for match in DATED.finditer(f"{story.title}\n{story.body}"):
        weekday = match[1].lower().replace("'", "")
        assert WEEKDAYS.index(weekday) == _day(match, story).weekday(), match[0]


def test_no_sentence_is_told_twice() -> None:
    told = Counter(sentence for _, sentence in _sentences())
    assert [sentence for sentence, times in told.items() if times > 1] == []


def test_no_two_stories_share_a_run_of_seven_words() -> None:
    first: dict[tuple[str, ...], str] = {}
    shared = []
    for slug, sentence in _sentences():
        plain = SET_PHRASES.sub(" # ", sentence.lower())
        words = re.findall(r"[\w#]+", plain)
        for start in range(len(words) - 6):
            run = tuple(words[start : start + 7])
            if first.setdefault(run, slug) != slug:
                shared.append((slug, first[run], " ".join(run)))
    assert shared == []


def test_stories_open_in_different_ways() -> None:
    openings = [" ".join(story.body.split()[:2]) for site in SITES for story in STORIES[site]]
    assert [words for words, times in Counter(openings).items() if times > 1] == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("kind =", "kidn ="), "kidn: unknown key"),
        (('"ordinary"', '"film"'), "kind: input should be 'award', 'hard-negative' or 'ordinary'"),
        (("published = 2024-11-20T08:46:00+07:00", ""), "published: missing; add a line"),
        (("+07:00", ""), "published: input should have timezone info"),
        (('title = "', "title = "), "is not valid TOML"),
        (('"ordinary"', '"award"'), "claims: missing; an award story needs"),
        (('"ordinary"', '"hard-negative"'), "why: belongs to a hard-negative"),
    ],
)
def test_a_bad_file_is_one_line_that_names_file_key_and_mend(
    change: tuple[str, str], message: str
) -> None:
    good = (
        'kind = "ordinary"\nslug = "a-b"\nsection = "news"\npublished = 2024-11-20T08:46:00+07:00\n'
        'title = "T"\nsummary = "S"\ncity = "PATI"\nbody = "B"\n'
    )
    assert read_story(good.encode(), where="x.toml").title == "T"
    with pytest.raises(StoryError) as caught:
        read_story(good.replace(*change).encode(), where="x.toml")
    assert str(caught.value).startswith(f"x.toml: {message}")
    assert "\n" not in str(caught.value)


def test_bytes_that_are_no_text_are_one_line() -> None:
    with pytest.raises(StoryError, match=r"^x\.toml: is not UTF-8 at byte 1; save it as UTF-8$"):
        read_story(b"a\xff", where="x.toml")


def test_an_unknown_site_is_told_which_sites_there_are() -> None:
    with pytest.raises(StoryError, match=r"klikjateng, .*, tribun-jateng, wartablora"):
        load_stories("koran-pagi")


def test_claims_belong_to_award_stories_only() -> None:
    source = (
        'kind = "ordinary"\nslug = "a"\nsection = "n"\npublished = 2024-11-20T08:46:00+07:00\n'
        'title = "T"\nsummary = "S"\ncity = "C"\nbody = "B"\n[[claims]]\nrecipient = "Kota Tegal"\n'
        'recipient_code = "33.76"\nscheme = "pekppp-ipp"\nedition_year = 2024\n'
        'edition_basis = "calendar"\n'
    )
    with pytest.raises(StoryError, match=r"^x\.toml: claims: only an award story has them"):
        read_story(source.encode(), where="x.toml")


def _day(match: re.Match[str], story: Story) -> date:
    if match[5]:
        return date(int(match[6]), MONTHS.index(match[5].lower()) + 1, int(match[2]))
    year = int(match[4] or story.published.year)
    return date(year + 2000 if year < 100 else year, int(match[3]), int(match[2]))


def _sentences() -> Iterator[tuple[str, str]]:
    """(slug, sentence) for every sentence of six words or more."""
    for site in SITES:
        for story in STORIES[site]:
            text = f"{story.title}\n{story.summary}\n{story.caption}\n{story.body}"
            ends = [0, *(m.end() for m in re.finditer(r"[.?!]”?(?=\s)|\n", text)), len(text)]
            for start, end in pairwise(ends):
                sentence = " ".join(text[start:end].split())
                if len(sentence.split()) >= 6:
                    yield story.slug, sentence
