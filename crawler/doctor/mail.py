"""The mail server: greeting, TLS and login, then goodbye; nothing is sent."""

from contextlib import suppress
from datetime import datetime
from smtplib import SMTPException

from crawler.alerts.connection import MailServerError, connect
from crawler.alerts.send import SendError, mail_server
from crawler.config import Config
from crawler.doctor.finding import Finding, bad, ok, warn


def check_mail(config: Config, now: datetime) -> Finding:
    """The conversation up to where a mail would begin."""
    mail = config.mail
    if not config.has_mail:
        return warn(
            "mail", 'mail.to: nobody is told of a new award; write to = ["name@example.org"]'
        )
    try:
        server = mail_server(mail, now)
        connection = connect(server)
    except (SendError, MailServerError) as error:
        return bad("mail", str(error))
    with suppress(SMTPException, OSError):
        connection.quit()
    login = f", {mail.user} let in" if mail.user else ""
    return ok("mail", f"{server.place} takes mail, security {mail.security}{login}")
