"""`piagam alerts verify`: a person settles the mails of which nobody knows whether they arrived."""

from contextlib import closing
from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlite_utils import Database

from crawler.alerts.wording import one_line
from crawler.cli.digests import digest_name
from crawler.cli.invocation import invocation
from crawler.cli.screen import NONE_SHOWN, complain, print_line, print_table, shown_moment
from storage import outbox
from storage.database import open_existing
from storage.outbox import Delivery
from storage.records import DeliveryState

app = typer.Typer()


@app.command()
def verify(  # noqa: PLR0913, PLR0917 - the options of a command
    context: typer.Context,
    mail: Annotated[str | None, typer.Argument(help="The mail: 12, or digest-3.")] = None,
    arrived: Annotated[bool, typer.Option("--arrived", help="It arrived.")] = False,
    resend: Annotated[
        bool, typer.Option("--resend", help="It goes out again with the same Message-ID.")
    ] = False,
    given_up: Annotated[bool, typer.Option("--given-up", help="It is let go.")] = False,
    because: Annotated[str, typer.Option(help="How you know; kept with the mail.")] = "",
) -> None:
    """List the mails that may have arrived, or settle one of them."""
    ways = {
        "arrived": (arrived, DeliveryState.SENT),
        "to be sent again": (resend, DeliveryState.WAITING),
        "given up": (given_up, DeliveryState.REFUSED),
    }
    chosen = [(words, state) for words, (is_chosen, state) in ways.items() if is_chosen]
    if len(chosen) != (mail is not None):
        raise typer.BadParameter(
            "name one mail and one of --arrived, --resend, --given-up; neither lists the mails"
        )
    config = invocation(context).config()
    with closing(open_existing(config.store)) as db:
        if mail is None:
            _list(db, ZoneInfo(config.watch.zone))
            return
        ((words, state),) = chosen
        if not _settle(db, mail, state, f"{words}, says a person: {because}".removesuffix(": ")):
            raise typer.Exit(1)
    print_line(f"{mail}: {words}")


def _list(db: Database, zone: ZoneInfo) -> None:
    parcels = outbox.unknown(db)
    if not parcels:
        print_line("no mail is unknown")
        return
    print_line(
        "Look in the mailbox, or the log of the mail server, for the Message-ID; in a chat, for "
        "its first eight characters:"
    )
    print_table(("mail", "to", "since", "Message-ID"), (_cells(db, each, zone) for each in parcels))


def _cells(db: Database, parcel: Delivery, zone: ZoneInfo) -> tuple[str, ...]:
    since = shown_moment(outbox.changed_at(db, parcel), zone)
    return name_of(parcel), parcel.person, since, parcel.message_id or NONE_SHOWN


def name_of(parcel: Delivery) -> str:
    """What `verify` calls a mail."""
    return digest_name(parcel.id) if parcel.alert_id is None else str(parcel.id)


def _settle(db: Database, mail: str, state: DeliveryState, reply: str) -> bool:
    """Whether there was such a mail; it is told when not."""
    with db.atomic():
        parcel = next((each for each in outbox.unknown(db) if name_of(each) == mail), None)
        if parcel is None:
            complain(f"no unknown mail {mail}; `piagam alerts verify` lists them")
            return False
        outbox.settle_unknown(db, parcel, state, reply=one_line(reply, 300), now=datetime.now(UTC))
    return True
