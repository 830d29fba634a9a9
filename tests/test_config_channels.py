"""Channels in piagam.toml: each mistake is one line with key and mend, and tells no secret."""

from pathlib import Path

import pytest

from crawler.config import Config, ConfigError, load_config

SECRET = "tgram://123:rahasia/456"
CHANNEL = f'[[channel]]\nname = "tim-a"\nurl = "{SECRET}"\n'
WISH = '[[subscription]]\nchannel = "tim-a"\n'


def load(folder: Path, text: str) -> Config:
    path = folder / "piagam.toml"
    path.write_text(f'contact = "a@example.id"\n{text}')
    return load_config(path)


def test_a_subscription_names_its_channel_and_needs_no_address(tmp_path: Path) -> None:
    config = load(tmp_path, CHANNEL + WISH)
    assert config.people == ("tim-a",)
    assert not config.has_mail
    assert "rahasia" not in repr(config)


def test_a_variable_of_the_environment_holds_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIAGAM_CHANNEL_TIM_A", "json://127.0.0.1/dari-lingkungan")
    for url in ("", f'url = "{SECRET}"\n'):
        (channel,) = load(tmp_path, f'[[channel]]\nname = "tim-a"\n{url}').channel
        assert channel.url is not None
        assert channel.url.get_secret_value() == "json://127.0.0.1/dari-lingkungan"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (WISH, "subscription 1.channel: there is no channel 'tim-a'; known are mail; describe it"),
        (CHANNEL * 2, "channel.name: 2 channels are called 'tim-a'; rename all but one"),
        ('[[channel]]\nname = "mail"\n', "channel.name: 'mail' is the channel that is always"),
        ('[[channel]]\nname = "Tim A"\n', "channel 1.name: 'Tim A' is no name; write small let"),
        (f'[[channel]]\nurl = "{SECRET}"\n', "channel 1.name: missing; add a line `name = …`"),
        (f'{CHANNEL}adress = "x"\n', "channel 1.adress: unknown key"),
        (f'[[channel]]\nname = "a"\nurl = ["{SECRET}"]\n', "channel 1.url: write text in quotes"),
        (f'[channel]\nurl = "{SECRET}"\n', "channel: "),
        (f'channel = "{SECRET}"\n', "channel: "),
        (f'{CHANNEL}{WISH}to = ["ani@example.org"]\n', "subscription 1: to is for mail; remove"),
        ("[[subscription]]\n", "subscription 1: to is missing; write to = "),
    ],
)
def test_a_mistake_is_one_line_without_the_secret(
    tmp_path: Path, text: str, complaint: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'piagam.toml'}: {complaint}")
    assert "rahasia" not in str(caught.value)
    assert "\n" not in str(caught.value)
