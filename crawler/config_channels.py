"""`[[channel]]` of piagam.toml: chats, webhooks and the like, each under a name of its own."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from crawler.config_subscriptions import MAIL, SubscriptionConfig

_VARIABLE = "PIAGAM_CHANNEL_"


class ChannelConfig(BaseModel):
    """One `[[channel]]`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
    """What subscriptions call it, and to whom the store says that something was told."""
    url: SecretStr | None = None
    """Where it leads, as Apprise writes it; better given as the variable of `variable_of`."""
    timeout: Annotated[float, Field(gt=0, le=600)] = 30.0
    """Seconds for the connection, and for each part of the answer."""
    per_minute: Annotated[int, Field(ge=1)] = 20
    """Messages that are handed over in a minute at most."""


def variable_of(name: str) -> str:
    """The variable of the environment that holds the URL: `tim-a` -> `PIAGAM_CHANNEL_TIM_A`."""
    return _VARIABLE + name.replace("-", "_").upper()


def with_urls(
    channels: Iterable[ChannelConfig], environment: Mapping[str, str]
) -> tuple[ChannelConfig, ...]:
    """The same channels; a variable of the environment wins over the file."""
    return tuple(_with_url(each, environment.get(variable_of(each.name))) for each in channels)


def _with_url(channel: ChannelConfig, given: str | None) -> ChannelConfig:
    return channel.model_copy(update={"url": SecretStr(given)}) if given else channel


def misnamed(
    channels: Iterable[ChannelConfig], subscriptions: Iterable[SubscriptionConfig]
) -> str | None:
    """The first name that is given twice, or that no channel bears, with its key and mend."""
    names = Counter(each.name for each in channels)
    if names[MAIL]:
        return f"channel.name: {MAIL!r} is the channel that is always there; choose another name"
    for name, count in names.items():
        if count > 1:
            return f"channel.name: {count} channels are called {name!r}; rename all but one"
    for number, each in enumerate(subscriptions, 1):
        if each.channel != MAIL and each.channel not in names:
            known = ", ".join((MAIL, *names))
            return (
                f"subscription {number}.channel: there is no channel {each.channel!r}; known are "
                f'{known}; describe it in a block [[channel]] with name = "{each.channel}"'
            )
    return None
