"""The channels beside mail: whether each can be used as it is written; nobody is asked."""

from collections.abc import Iterator

from crawler.alerts.channels import Channel, ChannelError
from crawler.config import Config
from crawler.doctor.finding import Finding, bad, ok, warn


def check_channels(config: Config) -> Iterator[Finding]:
    """One line for each channel."""
    named = {each.channel for each in config.subscription}
    for each in config.channel:
        try:
            channel = Channel.open(each)
        except ChannelError as error:
            yield bad("channel", str(error))
            continue
        if each.name in named:
            yield ok(
                "channel", f"{each.name} leads to {channel.kind}; `piagam alerts test` tries it"
            )
        else:
            yield warn(
                "channel",
                f'{each.name}: nobody subscribed; write channel = "{each.name}" in a '
                "[[subscription]]",
            )
