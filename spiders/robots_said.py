"""robots.txt as a report tells it: what it closes to us, how slowly we are to ask; pure."""

import re
from urllib.parse import urlsplit

from protego import Protego

from crawler.robots_rules import PRODUCT, Policy
from spiders.site_report import RobotsSaid

_DISALLOW = re.compile(r"^\s*disallow\s*:\s*([^\s#]+)", re.IGNORECASE | re.MULTILINE)
_ANYTHING = "x"


def robots_said(text: str, home: str) -> RobotsSaid:
    """What the robots.txt `text` of the site at `home` says to us, not to others."""
    rules = Protego.parse(text)
    parts = urlsplit(home)
    root = f"{parts.scheme}://{parts.netloc}"
    printed = dict.fromkeys(_DISALLOW.findall(text))
    return RobotsSaid(
        there=True,
        closed=tuple(each for each in printed if not rules.can_fetch(_met(root, each), PRODUCT)),
        delay=Policy(rules=rules).delay,
        sitemaps=tuple(rules.sitemaps),
    )


def _met(root: str, rule: str) -> str:
    """An address that the path of a rule means."""
    path = rule.removesuffix("$").replace("*", _ANYTHING)
    return f"{root}{path if path.startswith('/') else f'/{path}'}"
