"""Every page that a link leads to opens, fits a phone and a desk, and bars nobody."""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.walking import kind_of, walk
from tests.explore.serving import Reader


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("width", "first"), [(PHONE, "/?lang=id"), (DESKTOP, "/?lang=en")], ids=["phone", "desk"]
)
def test_every_page_opens_fits_and_is_accessible(
    browser: Browser, window: Reader, width: int, first: str
) -> None:
    seen = walk(browser, window.address, width, (first, "/", "/?since=2020-01-01"))
    assert seen.faults == []
    assert {"/", "/?since"} <= {kind_of(path) for path in seen.opened}


def test_every_kind_of_file_comes(browser: Browser, window: Reader) -> None:
    seen = walk(browser, window.address, DESKTOP, is_looking=False)
    assert seen.files
    for path in {kind_of(each): each for each in seen.files}.values():
        answer = window.get(path)
        assert answer.status_code == 200, path
        assert answer.content, path
