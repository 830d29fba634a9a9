"""What the commands say of channels beside mail."""

from contextlib import closing

from storage.database import open_store
from tests.alerts.stores import store_with_alerts
from tests.alerts.webhook import DRIP, DROP, Webhook
from tests.cli.console import Console, Said


def configure(console: Console, **urls: str) -> None:
    """A piagam.toml with these channels and a subscription for each."""
    blocks = (
        f'[[channel]]\nname = "{name}"\nurl = "{url}"\n[[subscription]]\nchannel = "{name}"\n'
        for name, url in urls.items()
    )
    console.write("piagam.toml", 'contact = "a@example.id"\n' + "".join(blocks))


def grades(said: Said) -> list[str]:
    return [line for line in said.out.splitlines() if " channel " in line]


def test_sending_listing_and_settling_name_the_channel_and_never_its_address(
    console: Console,
) -> None:
    store_with_alerts(
        console.folder / "piagam.sqlite", "Kabupaten Batang", "Kabupaten Blora"
    ).close()
    with Webhook(DROP) as hook:
        configure(console, tim=hook.url())
        said = [console.run("alerts", "send")]
    said += [console.run("alerts", "list"), console.run("alerts", "verify")]
    said += [
        console.run("alerts", "verify", "1", "--arrived"),
        console.run("--debug", "alerts", "send"),
    ]
    assert [each.code for each in said] == [1, 0, 0, 0, 0]
    assert "tim: unknown: no clear answer" in said[0].err
    assert "  tim " in said[1].out
    assert "in a chat, for its first eight characters" in " ".join(said[2].out.split())
    assert "rahasia" not in "".join(each.out + each.err for each in said)
    with closing(open_store(console.folder / "piagam.sqlite")) as db:
        rows = db.execute("SELECT DISTINCT person, channel, state FROM deliveries").fetchall()
    assert rows == [("tim", "tim", "sent")]


def test_a_receiver_whose_answer_never_ends_holds_up_no_process(console: Console) -> None:
    store_with_alerts(console.folder / "piagam.sqlite", "Kabupaten Batang").close()
    with Webhook(DRIP) as hook:
        configure(console, tim=hook.url())
        path = console.folder / "piagam.toml"
        path.write_text(path.read_text().replace("[[channel]]\n", "[[channel]]\ntimeout = 0.3\n"))
        said = console.spawn("alerts", "send")
    assert (said.code, said.out) == (1, "alerts: 1 unknown: may have arrived\n")
    assert said.complaints == [
        "piagam: tim: unknown: Apprise broke off or came to no end; it may have arrived"
    ]


def test_a_test_message_reaches_the_channel(console: Console) -> None:
    with Webhook() as hook:
        configure(console, tim=hook.url())
        said = console.run("alerts", "test")
    assert (said.code, said.out) == (0, "alerts: 1 sent\n")
    assert hook.titles == ["Piagam: pesan uji · test message"]


def test_the_doctor_says_of_each_channel_whether_it_can_be_used_and_asks_nobody(
    console: Console,
) -> None:
    with Webhook() as hook:
        configure(console, tim=hook.url(), rusak="ngawur://rahasia")
        console.write(
            "piagam.toml",
            (console.folder / "piagam.toml").read_text() + '[[channel]]\nname = "sepi"\n'
            f'url = "{hook.url()}"\n',
        )
        said = console.run("doctor")
    assert not hook.posted
    assert said.code == 1
    tim, rusak, sepi = grades(said)
    assert tim.startswith("ok ")
    assert "tim leads to JSON" in tim
    assert rusak.startswith("bad ")
    assert "its url is none that Apprise knows" in rusak
    assert sepi.startswith("warn ")
    assert "nobody subscribed" in sepi
    assert "rahasia" not in said.out + said.err
