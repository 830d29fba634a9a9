"""An analyst signs in, corrects a value and takes it back, with a mouse and with keys alone."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from storage.awards import award_by_id
from storage.database import open_store
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.walking import SERIOUS
from tests.explore.serving import Reader, open_window
from tests.explore.signing import ACCOUNTS, PASSWORD

FORM = "/awards/1/correct"


@pytest.fixture(scope="module")
def own(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one's own, since it is written."""
    folder = tmp_path_factory.mktemp("own")
    for path in demo.glob("piagam.sqlite*"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="module")
def desk(own: Path) -> Iterator[Reader]:
    with open_window(own, ACCOUNTS) as opened:
        yield opened


def look(page: Page, width: int) -> None:
    """Nobody is barred, and nothing is wider than the screen."""
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in SERIOUS] == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url


def venue(folder: Path) -> str | None:
    with closing(open_store(folder / "piagam.sqlite")) as db:
        return award_by_id(db, 1).venue


@pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desk"])
def test_a_value_is_corrected_and_taken_back(
    browser: Browser, desk: Reader, own: Path, width: int
) -> None:
    before = venue(own)
    with browser.new_context(
        viewport={"width": width, "height": 900}, base_url=desk.address
    ) as context:
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto("/?lang=en")
        page.goto(FORM)
        look(page, width)
        page.get_by_label("Name").fill("ani")
        page.get_by_label("Password").fill("wrong")
        page.get_by_role("main").get_by_role("button").click()
        expect(page.get_by_role("alert")).to_have_text(
            "This name and password do not belong together."
        )
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_label("Password").press("Enter")

        page.get_by_label("Field").select_option("venue")
        page.get_by_label("Its right value").fill(f"Hotel {width}")
        page.get_by_label("Why, for the record").fill("press release")
        page.get_by_role("button", name="Show what it would change").click()
        expect(page.get_by_role("cell", name=f"Hotel {width}")).to_be_visible()
        look(page, width)
        assert venue(own) == before

        page.get_by_role("button", name="Correct it so").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Corrections")
        look(page, width)
        assert venue(own) == f"Hotel {width}"

        page.get_by_role("main").locator('a[href$="/undo"]').first.click()
        look(page, width)
        page.get_by_label("Why, for the record").fill("a slip")
        page.get_by_role("button", name="Take it back").click()
        expect(page.get_by_role("cell", name="a slip").first).to_be_visible()
        assert venue(own) == before

        page.get_by_role("button", name="Sign out").click()
        page.goto("/corrections")
        expect(page.get_by_role("main").locator('a[href$="/undo"]')).to_have_count(0)
