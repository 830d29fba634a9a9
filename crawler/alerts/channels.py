"""A channel beside mail: one message handed to whatever Apprise reaches, and what became of it.

ChannelError
    Nothing can be delivered over the channel now. Neither it nor any outcome holds the address,
    which is a secret.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from crawler.alerts.answers import Trouble, judge
from crawler.alerts.carrying import NotNowError
from crawler.alerts.chat import Chat, fitted
from crawler.alerts.in_time import in_time
from crawler.alerts.outcomes import Outcome, Unknown
from crawler.alerts.overhearing import overhear
from crawler.config_channels import ChannelConfig, variable_of

if TYPE_CHECKING:
    from apprise import Apprise
    from apprise.plugins import NotifyBase

_LONGEST = 3000
"""Characters of a message; Telegram takes 4096, of which its escapes need some."""

_STEPS = 3
"""Connecting, sending, reading: how many time-outs one message may take."""


class ChannelError(NotNowError):
    """The channel cannot be used now; one line with its name and the mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One place to which Apprise leads."""

    name: str
    apprise: "Apprise"
    service: "NotifyBase"
    timeout: float
    """Seconds for the connection, and for each part of an answer."""

    @classmethod
    def open(cls, written: ChannelConfig) -> Self:
        """Make ready, without asking anybody. Raises ChannelError."""
        try:
            from apprise import Apprise, AppriseAsset  # noqa: PLC0415 - an extra
        except ImportError:
            raise ChannelError(
                f"channel {written.name}: Apprise is not installed; pip install 'piagam[channels]'"
            ) from None
        place = f"channel {written.name}"
        if written.url is None:
            raise ChannelError(
                f'{place}: it has no url; set {variable_of(written.name)}, or write url = "…"'
            )
        asset = AppriseAsset(
            app_id="Piagam",
            app_desc="Piagam",
            interpret_emojis=False,
            image_url_mask="",
            image_url_logo="",
            service_timeout=0,  # Apprise's own would keep this process from ending
        )
        with overhear():
            service = Apprise.instantiate(written.url.get_secret_value(), asset=asset)
        if service is None:
            raise ChannelError(f"{place}: its url is none that Apprise knows; {_HOW_TO_WRITE}")
        # Else a message that may have arrived would be sent again behind our back.
        service.retry = 0
        if len(service) != 1:
            raise ChannelError(
                f"{place}: its url leads to {len(service)} places; describe a channel for each"
            )
        service.socket_connect_timeout = service.socket_read_timeout = written.timeout
        apprise = Apprise(asset=asset)
        apprise.add(service)
        return cls(name=written.name, apprise=apprise, service=service, timeout=written.timeout)

    @property
    def kind(self) -> str:
        """What stands there, as Apprise names it: `Telegram`."""
        return str(self.service.service_name)

    def deliver(self, chat: Chat, hand_over: Callable[[], None]) -> Outcome:
        """Hand over one message. Raises ChannelError when the channel is at fault."""
        from apprise import NotifyFormat  # noqa: PLC0415 - an extra

        body = fitted(chat, self._room(chat))
        plain = NotifyFormat.TEXT
        hand_over()
        with overhear() as ear:
            is_taken = in_time(
                lambda: self.apprise.notify(body=body, title=chat.title, body_format=plain),
                seconds=_STEPS * self.timeout,
            )
        if is_taken is None:
            return Unknown("Apprise broke off or came to no end; it may have arrived")
        ended = judge(ear.heard, is_taken=is_taken)
        if isinstance(ended, Trouble):
            raise ChannelError(f"channel {self.name}: it {ended.told}")
        return ended

    def _room(self, chat: Chat) -> int:
        """Characters that the body may take, so that no message is cut into several."""
        longest = self.service.body_maxlen
        if not self.service.title_maxlen:
            longest -= len(chat.title) + 2
        return max(0, min(_LONGEST, longest))


_HOW_TO_WRITE = "https://appriseit.com/services/ tells how each is written"
