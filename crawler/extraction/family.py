"""What a CMS family is: a name and the selectors that all its sites share."""

from dataclasses import field

from crawler.extraction.rules import ArticleRules
from storage.frozen import frozen


@frozen
class Family:
    """One template family; it is met when a body selector of its rules matches text."""

    name: str
    rules: ArticleRules = field(default_factory=ArticleRules)


NO_FAMILY = Family(name="none")
