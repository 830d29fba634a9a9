"""Channels that are subscribed to, and what comes of two alerts on them."""

from pydantic import SecretStr

from crawler.config import Config, MailConfig
from crawler.config_channels import ChannelConfig
from crawler.config_subscriptions import SubscriptionConfig
from storage.records import DeliveryState

TIM, ARSIP, ANI = "tim", "arsip", "ani@example.org"
SENT, WAITING = DeliveryState.SENT, DeliveryState.WAITING
REFUSED, UNKNOWN = DeliveryState.REFUSED, DeliveryState.UNKNOWN
SUBJECTS = [
    "Kabupaten Batang 90,5 · Ombudsman 2024 · zona hijau",
    "Kabupaten Blora 91,5 · Ombudsman 2024 · zona hijau",
]


def config(
    mail: MailConfig | None = None,
    *,
    timeout: float = 10,
    when: str = "at-once",
    language: str = "both",
    quiet: str | None = None,
    **urls: str | None,
) -> Config:
    """A subscription of everything for each channel."""
    channels = (
        ChannelConfig(name=name, url=None if url is None else SecretStr(url), timeout=timeout)
        for name, url in urls.items()
    )
    wishes = (
        SubscriptionConfig.model_validate(
            {"channel": name, "when": when, "language": language, "quiet": quiet}
        )
        for name in urls
    )
    return Config(
        contact="redaksi@example.org",
        mail=mail or MailConfig(),
        channel=tuple(channels),
        subscription=tuple(wishes),
    )
