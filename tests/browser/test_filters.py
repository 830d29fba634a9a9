"""Every filter of every page narrows what it shows, by the mouse and by the keyboard."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESKTOP, PHONE
from tests.explore.serving import Reader

PATHS = ("/league", "/map", "/regions", "/search?q=ombudsman", "/questions/units", "/corrections")


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desk"])
def page(browser: Browser, window: Reader, request: pytest.FixtureRequest) -> Page:
    """A page of that width in the window."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 900}, base_url=window.address
    )
    return context.new_page()


@pytest.mark.parametrize("path", PATHS)
def test_each_choice_can_be_sent_and_is_kept(page: Page, path: str) -> None:
    page.goto(path)
    names = page.locator("main form select").evaluate_all("all => all.map(one => one.name)")
    for name in names:
        page.goto(path)
        choice = page.locator(f"main form select[name={name}]")
        value = choice.locator("option").last.get_attribute("value")
        assert value is not None
        choice.select_option(value)
        with page.expect_response(lambda answer: answer.request.is_navigation_request()) as sent:
            choice.locator("xpath=ancestor::form//button").first.click()
        assert sent.value.status == 200, page.url
        assert f"{name}=" in page.url
        assert page.locator(f"main form select[name={name}]").input_value() == value


def test_a_search_is_sent_by_the_enter_key_alone(page: Page) -> None:
    page.goto("/search")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("main input[name=q]").focus()
    page.keyboard.type("ombudsman blora")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?*q=ombudsman*")
    assert page.locator("main mark").count() > 0


def test_what_has_the_focus_can_be_seen(page: Page) -> None:
    page.goto("/league")
    for _ in range(4):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline not in ("none", ""), page.evaluate("document.activeElement.outerHTML")
