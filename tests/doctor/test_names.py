"""What the doctor says of names that the resolver knows, does not know, or gives no answer for."""

import socket
from collections.abc import Mapping

import pytest

from crawler.doctor.finding import Grade
from crawler.doctor.names import Resolver, check_mail_name, check_site_names

UNKNOWN = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
SILENT = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


def resolver(answers: Mapping[str, str | Exception]) -> Resolver:
    """Knows what it is told, and nothing else."""

    def resolve(host: str) -> str:
        answer = answers.get(host, UNKNOWN)
        if isinstance(answer, Exception):
            raise answer
        return answer

    return resolve


@pytest.mark.parametrize(
    ("answer", "grade", "said"),
    [
        ("203.0.113.7", Grade.OK, "mail.host: smtp.example.org is 203.0.113.7"),
        (UNKNOWN, Grade.BAD, "mail.host: the resolver knows no host 'smtp.example.org'; correct"),
        (SILENT, Grade.BAD, "mail.host: 'smtp.example.org' cannot be looked up (Temporary"),
        (UnicodeError("label too long"), Grade.BAD, "mail.host: the resolver knows no host 'smtp."),
    ],
)
def test_the_mail_host_is_known_unknown_or_the_resolver_is_silent(
    answer: str | Exception, grade: Grade, said: str
) -> None:
    found = check_mail_name("smtp.example.org", resolver({"smtp.example.org": answer}))
    assert (found.about, found.grade) == ("dns", grade)
    assert found.said.startswith(said)
    assert ("mend the resolver" in found.said) == (answer is SILENT)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_a_host_that_needs_no_resolver_is_known_to_the_real_one(host: str) -> None:
    assert check_mail_name(host).grade is Grade.OK


@pytest.mark.parametrize(
    ("answers", "grade", "said"),
    [
        ({"a.id": "203.0.113.1", "b.id": "203.0.113.2"}, Grade.OK, "all sites are known, 2 of"),
        ({"a.id": "203.0.113.1", "b.id": UNKNOWN}, Grade.WARN, "1 of 2 hosts are unknown: b.id: "),
        ({"a.id": "203.0.113.1", "b.id": SILENT}, Grade.WARN, "mend the resolver"),
        ({"a.id": SILENT, "b.id": SILENT}, Grade.BAD, "no site's host can be looked up (a.id: "),
        ({"a.id": UNKNOWN}, Grade.WARN, "`piagam outlets check NAME`"),
    ],
)
def test_the_sites_that_cannot_be_found_are_named_with_the_mend(
    answers: dict[str, str | Exception], grade: Grade, said: str
) -> None:
    found = check_site_names([*answers, *answers], resolver(answers))
    assert found.grade is grade
    assert said in found.said


def test_of_many_sites_only_a_few_are_named() -> None:
    hosts = {f"h{number:03}.id": "203.0.113.1" if number == 0 else UNKNOWN for number in range(144)}
    found = check_site_names(hosts, resolver(hosts))
    assert "143 of 144 hosts are unknown: h001.id: " in found.said
    assert "; and 138 more; " in found.said
