"""What a run knows of its hosts before it has asked them anything."""

from crawler.hosts import Hosts

URL = "https://klikjateng.id/berita"


def test_a_host_that_nobody_asked_is_free_at_once() -> None:
    host = Hosts().of(URL)
    host.delay = 2.0
    assert host.free_at == 0.0


def test_a_host_that_another_process_may_have_asked_is_free_after_its_delay() -> None:
    host = Hosts(asked_at=100.0).of(URL)
    host.delay = 2.0
    assert host.free_at == 102.0
    host.crawl_delay = 10.0
    assert host.free_at == 110.0
    host.note_request(200.0, swing=1.0)
    assert host.free_at == 210.0
