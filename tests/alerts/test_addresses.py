"""To which addresses a message can be sent at all."""

from email.message import EmailMessage

import pytest
from pydantic import ValidationError

from crawler.alerts.mail import UnsendableError, seal
from crawler.config import MailConfig
from crawler.mail_addresses import bare_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ani@example.org", "ani@example.org"),
        ("Ani Wulandari <ani+piagam@localhost>", "ani+piagam@localhost"),
        ('"Wulandari, Ani" <ani@mail.example.org>', "ani@mail.example.org"),
        ("ani@[127.0.0.1]", "ani@[127.0.0.1]"),
        ("ani", None),
        ("ani@", None),
        ("ani@ex ample.org", None),
        ("ani@example..org", None),
        ("a@example.org, b@example.org", None),
        ("ånî@example.org", None),
        ('"a b"@example.org', None),
        ("", None),
    ],
)
def test_an_address_is_one_that_mail_can_carry_or_a_clear_error(
    text: str, address: str | None
) -> None:
    if address is not None:
        assert bare_address(text) == address
        return
    with pytest.raises(ValueError, match=r"is (not one|no) .*address"):
        bare_address(text)


def test_a_message_to_no_usable_address_is_unsendable() -> None:
    message = EmailMessage()
    message["From"] = "Piagam <piagam@example.org>"
    message["To"] = "a@example.org, b@example.org"
    with pytest.raises(UnsendableError, match="is not one e-mail address"):
        seal(message)


@pytest.mark.parametrize("key", ["to", "sender"])
def test_the_configuration_refuses_what_mail_cannot_carry(key: str) -> None:
    written = "a@example.org, b@example.org"
    with pytest.raises(ValidationError, match="is not one e-mail address"):
        MailConfig.model_validate({key: [written] if key == "to" else written})
