"""The newsroom is a real HTTP server: validators, compression, redirects, faults, its log."""

import gzip
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection

import pytest

from crawler.newsroom import portal, tribun, wordpress
from crawler.newsroom.server import Newsroom, PortTakenError
from tests.newsroom.reader import AGENT, FIRST_DAY, day, filled, get, story

FRONT = "https://news.wartablora.com/"
PAGE = "https://news.wartablora.com/ekonomi/kabar-pasar-1-aB3dE5gH-14001"
HOSTS = ("jateng.tribunnews.com", "klikjateng.id", "news.wartablora.com")


def test_a_host_name_chooses_the_site_on_the_one_port(newsroom: Newsroom) -> None:
    titles = [get(newsroom, f"https://{host}/").select("title") for host in HOSTS]
    assert titles == [
        ["TribunJateng.com - Berita Terkini Jawa Tengah Hari Ini"],
        ["Klikjateng - Portal Berita Jawa Tengah"],
        ["Wartablora.com | Kabar Terkini dari Blora"],
    ]


def test_one_connection_serves_many_requests(newsroom: Newsroom) -> None:
    connection = HTTPConnection(newsroom.address, timeout=20)
    connection.connect()
    first_socket = connection.sock
    for path in ("/", "/tidak-ada", "/robots.txt", "/"):
        connection.request("GET", path, headers={"Host": "klikjateng.id", "User-Agent": AGENT})
        response = connection.getresponse()
        assert len(response.read()) == int(response.headers["Content-Length"])
        assert connection.sock is first_socket
    connection.close()


def test_pages_are_the_same_bytes_in_every_newsroom(newsroom: Newsroom) -> None:
    with Newsroom(newsroom.sites) as another:
        for host in HOSTS:
            url = f"https://{host}/"
            first, second = get(newsroom, url), get(another, url)
            assert first.body == second.body
            assert first.headers["ETag"] == second.headers["ETag"]


@pytest.mark.parametrize("encoding", ["identity", "gzip, deflate"])
def test_a_known_etag_is_answered_with_304_and_no_body(newsroom: Newsroom, encoding: str) -> None:
    fresh = get(newsroom, PAGE, Accept_Encoding=encoding)
    tag = fresh.headers["ETag"]
    known = get(newsroom, PAGE, Accept_Encoding=encoding, If_None_Match=f'"other", {tag}')

    assert (fresh.status, known.status, known.body) == (200, 304, b"")
    assert known.headers["ETag"] == tag
    assert not tag.startswith("W/")


def test_the_etag_differs_between_the_plain_and_the_compressed_page(newsroom: Newsroom) -> None:
    plain, zipped = get(newsroom, PAGE), get(newsroom, PAGE, Accept_Encoding="gzip")
    assert plain.headers["ETag"] != zipped.headers["ETag"]
    assert plain.headers["Vary"] == zipped.headers["Vary"] == "Accept-Encoding"
    assert (plain.headers["Content-Encoding"], zipped.headers["Content-Encoding"]) == (None, "gzip")
    assert plain.body == zipped.body


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If_Modified_Since": "Thu, 05 Dec 2024 00:00:00 GMT"}, 304),
        ({"If_Modified_Since": "Wed, 04 Dec 2024 23:29:59 GMT"}, 200),
        ({"If_Modified_Since": "kemarin"}, 200),
        ({"If_Modified_Since": "Thu, 05 Dec 2024 00:00:00 GMT", "If_None_Match": '"old"'}, 200),
        ({"If_None_Match": "*"}, 304),
        ({"If_None_Match": '"old"'}, 200),
    ],
)
def test_validators_are_weighed_as_rfc_9110_says(
    newsroom: Newsroom, headers: dict[str, str], status: int
) -> None:
    assert get(newsroom, FRONT, **headers).status == status


def test_last_modified_is_the_time_of_the_newest_story(newsroom: Newsroom) -> None:
    sent = get(newsroom, FRONT).headers["Last-Modified"]
    assert parsedate_to_datetime(sent) == FIRST_DAY + timedelta(days=3)


def test_head_sends_the_headers_of_the_page_and_no_body(newsroom: Newsroom) -> None:
    page, head = get(newsroom, PAGE), get(newsroom, PAGE, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(page.body))
    assert head.headers["ETag"] == page.headers["ETag"]


def test_another_method_is_refused(newsroom: Newsroom) -> None:
    assert get(newsroom, FRONT, method="DELETE").status == 501


@pytest.mark.parametrize("host", HOSTS)
def test_an_unknown_path_is_404_without_validators(newsroom: Newsroom, host: str) -> None:
    reply = get(newsroom, f"https://{host}/tidak/pernah/ada")
    assert reply.status == 404
    assert "ETag" not in reply.headers


def test_an_unknown_host_is_404_and_names_the_sites(newsroom: Newsroom) -> None:
    reply = get(newsroom, "https://contoh.example/berita")
    assert reply.status == 404
    assert reply.text.startswith("no such page here: contoh.example/berita; the newsroom plays ")
    assert all(host in reply.text for host in HOSTS)


@pytest.mark.parametrize(
    ("url", "headers"),
    [
        ("http://klikjateng.id/kabar-pasar-1?amp=1", {"X_Forwarded_Proto": "http"}),
        ("https://www.klikjateng.id/kabar-pasar-1?amp=1", {}),
        ("http://klikjateng.id:80/kabar-pasar-1?amp=1", {"X_Forwarded_Proto": "http"}),
    ],
)
def test_twins_of_an_address_lead_to_the_real_one(
    newsroom: Newsroom, url: str, headers: dict[str, str]
) -> None:
    reply = get(newsroom, url, **headers)
    assert reply.status == 301
    assert reply.headers["Location"] == "https://klikjateng.id/kabar-pasar-1?amp=1"


def test_a_client_may_use_the_newsroom_as_its_proxy(newsroom: Newsroom) -> None:
    connection = HTTPConnection(newsroom.address, timeout=20)
    connection.request("GET", "http://klikjateng.id/feed/", headers={"User-Agent": AGENT})
    response = connection.getresponse()
    assert (response.status, b"<rss" in response.read()) == (200, True)
    connection.close()


def test_the_log_tells_what_was_asked_and_answered(newsroom: Newsroom) -> None:
    before = datetime.now(UTC)
    tag = get(newsroom, "https://klikjateng.id/feed/?paged=1").headers["ETag"]
    get(newsroom, "https://klikjateng.id/feed/?paged=1", If_None_Match=tag, User_Agent="reader")
    get(newsroom, "https://jateng.tribunnews.com/", method="HEAD", User_Agent="curl/8")

    log = newsroom.requests
    assert [(r.host, r.method, r.target, r.status, r.user_agent, r.conditional) for r in log] == [
        ("klikjateng.id", "GET", "/feed/?paged=1", 200, AGENT, False),
        ("klikjateng.id", "GET", "/feed/?paged=1", 304, "reader", True),
        ("jateng.tribunnews.com", "HEAD", "/", 403, "curl/8", False),
    ]
    times = [each.at for each in log]
    assert before <= times[0] <= times[1] <= times[2] <= datetime.now(UTC)
    newsroom.forget_requests()
    assert newsroom.requests == ()


def test_closing_ends_idle_connections_and_frees_the_port() -> None:
    with Newsroom([filled(portal.SITE, story())]) as newsroom:
        address = newsroom.address
        idle = HTTPConnection(address, timeout=20)
        idle.request("GET", "/robots.txt", headers={"Host": "news.wartablora.com"})
        idle.getresponse().read()
    assert idle.sock.recv(1) == b""
    idle.close()
    with Newsroom([portal.SITE], port=int(address.partition(":")[2])) as again:
        assert again.address == address


def test_a_taken_port_is_one_clear_line(newsroom: Newsroom) -> None:
    port = int(newsroom.address.partition(":")[2])
    with pytest.raises(PortTakenError, match=rf"^127\.0\.0\.1:{port}: the port is taken; .*any$"):
        Newsroom([portal.SITE], port=port).__enter__()


def test_a_story_comes_out_on_its_day_and_changes_the_list(newsroom: Newsroom) -> None:
    newsroom.turn_to(day(2))
    before = get(newsroom, FRONT)
    assert (
        get(newsroom, PAGE.replace("pasar-1-aB3dE5gH-14001", "pasar-3-aB3dE5gH-14003")).status
        == 404
    )
    assert "Hari ke-3" not in before.text

    newsroom.turn_to(day(3))
    after = get(newsroom, FRONT, If_None_Match=before.headers["ETag"])
    assert after.status == 200
    assert "Hari ke-3" in after.text


def test_a_correction_replaces_the_text_and_tells_when(newsroom: Newsroom) -> None:
    corrected_at = FIRST_DAY + timedelta(days=2, hours=3)
    corrected = story(1, body="Harga cabai naik.")
    newsroom.publish("klikjateng.id", corrected, at=corrected_at)

    (post,) = get(newsroom, "https://klikjateng.id/wp-json/wp/v2/posts?slug=kabar-pasar-1").json
    assert "Harga cabai naik." in post["content"]["rendered"]
    assert post["date"] == "2024-12-03T06:30:00"
    assert post["modified"] == "2024-12-04T09:30:00"


def test_a_person_can_browse_a_site_below_its_prefix(newsroom: Newsroom) -> None:
    page = get(newsroom, f"http://{newsroom.address}/@klikjateng.id/")
    inside = page.links("#infinite-container h2 a")
    assert inside == [f"/@klikjateng.id/kabar-pasar-{n}" for n in (3, 2, 1)]
    story_page = get(newsroom, f"http://{newsroom.address}{inside[0]}")
    assert story_page.select("h1.entry-title")[0] == "Kabar Pasar Hari ke-3"


def test_links_without_a_host_and_redirects_stay_below_the_prefix(newsroom: Newsroom) -> None:
    base = f"http://{newsroom.address}/@news.wartablora.com"
    inside = get(newsroom, f"{base}/").links(".list-berita h3 a")
    assert inside[0] == "/@news.wartablora.com/ekonomi/kabar-pasar-3-aB3dE5gH-14003"
    moved = get(newsroom, f"{base}/ekonomi/salah-aB3dE5gH-14003")
    assert (moved.status, moved.headers["Location"]) == (301, inside[0])


def test_pictures_of_a_site_are_drawn(newsroom: Newsroom) -> None:
    page = get(newsroom, f"http://{newsroom.address}/@jateng.tribunnews.com/")
    pictures = {str(image.get("src")) for image in page.tree.cssselect("img")}
    assert pictures
    assert all(source.startswith("/@foto/") for source in pictures)
    drawn = get(newsroom, f"http://{newsroom.address}{pictures.pop()}")
    assert (drawn.status, drawn.headers["Content-Type"]) == (200, "image/svg+xml")


def test_the_bare_address_lists_the_sites(newsroom: Newsroom) -> None:
    page = get(newsroom, f"http://{newsroom.address}/")
    assert [f"/@{host}/" for host in HOSTS] == page.links("li a:first-child")


def test_a_newsroom_without_stories_serves_its_front_pages() -> None:
    with Newsroom([tribun.SITE, wordpress.SITE, portal.SITE]) as empty:
        for host in HOSTS:
            reply = get(empty, f"https://{host}/")
            assert reply.status == 200
            assert "Last-Modified" not in reply.headers


def test_a_compressed_body_is_really_gzip(newsroom: Newsroom) -> None:
    connection = HTTPConnection(newsroom.address, timeout=20)
    headers = {"Host": "klikjateng.id", "User-Agent": AGENT, "Accept-Encoding": "gzip"}
    connection.request("GET", "/", headers=headers)
    body = connection.getresponse().read()
    connection.close()
    assert len(body) < len(gzip.decompress(body)) / 3
