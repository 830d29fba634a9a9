"""Pairs of stories, through the reader and the store: one award or two, copies, disputes.

What each pair is was decided by hand, see `pairs.toml`.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from crawler.awards.reader import read_story
from crawler.keeping import Entry, Story, keep_story
from crawler.linking.copies import ALIKE, Fingerprint, similarity
from storage.addresses import Found, record_discovered
from storage.database import open_store
from storage.records import Article
from tests.storage.samples import NOW, begin_run

CORPUS = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))
STORIES: Mapping[str, Mapping[str, Any]] = CORPUS["stories"]
PAIRS = CORPUS["pairs"]


def story(name: str) -> Article:
    """The story, in an outlet of its own."""
    told = STORIES[name]
    return Article(
        outlet=name,
        url=f"https://{name}.example/berita",
        title=told.get("title") or story(told["like"]).title,
        text=_text(told),
        published=told["published"],
    )


def _text(told: Mapping[str, Any]) -> str:
    paragraphs = (told["text"].strip() if "text" in told else story(told["like"]).text).split("\n")
    paragraphs = paragraphs[: len(paragraphs) - told.get("cut", 0)]
    if told.get("turned"):
        paragraphs = [paragraphs[0], *reversed(paragraphs[1:])]
    text = "\n".join([*([told["lead"]] if "lead" in told else []), *paragraphs])
    for old, new in told.get("swap", ()):
        assert old in text, (old, text)
        text = text.replace(old, new)
    return text


def kept(folder: Path, *names: str) -> str:
    """What two stories are to one another, after they came into a store in this order."""
    with open_store(folder / f"{names[0]}.sqlite") as db:
        run_id = begin_run(db)
        for name in names:
            article = story(name)
            with db.atomic():
                found = [Found(url=article.url)]
                record_discovered(db, outlet=name, found=found, run_id=run_id, now=NOW)
            claims = read_story(article).claims
            assert claims, f"nothing is read in {name}"
            entry = Entry(run_id=run_id, now=NOW, began=NOW)
            keep_story(
                db, Story(address=article.url, article=article, url=article.url), claims, entry
            )
        shared = list(db.query("SELECT status, copies FROM award_board WHERE reports > 1"))
    if not shared:
        return "different"
    (award,) = shared
    if award["status"] == "disputed":
        return "disputed"
    return "copy" if award["copies"] else "independent"


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['one']}, {pair['other']}")
def test_each_pair_is_what_it_was_found_to_be_whichever_comes_first(
    tmp_path: Path, pair: dict[str, str]
) -> None:
    one, other = pair["one"], pair["other"]
    assert (kept(tmp_path, one, other), kept(tmp_path, other, one)) == (pair["is"], pair["is"])


def test_every_story_is_in_a_pair_and_no_pair_comes_twice() -> None:
    named = [frozenset((pair["one"], pair["other"])) for pair in PAIRS]
    assert len(set(named)) == len(named) >= 40
    assert set().union(*named) == set(STORIES)


def test_copies_and_independent_reports_lie_well_apart() -> None:
    """The limit is no guess: this is what was measured."""
    shares: dict[str, list[float]] = {}
    for pair in PAIRS:
        texts = [Fingerprint.of(story(pair[which]).text) for which in ("one", "other")]
        shares.setdefault(pair["is"], []).append(similarity(texts[0], texts[1]))
    assert max(shares["independent"]) < ALIKE / 2
    assert min(shares["copy"]) > ALIKE + 0.2
    assert max(shares["different"]) > min(shares["copy"])  # why facts decide
