"""What a site has published up to one day, and the lists it makes of it."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zlib import crc32

from crawler.newsroom.dates import WIB
from crawler.newsroom.slugs import slug_of
from crawler.newsroom.stories import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What a site has published up to one day."""

    today: date
    stories: tuple[Story, ...]
    """Newest first."""
    revised: Mapping[str, datetime] = field(default_factory=dict)
    """When a story was changed after it was published, by slug."""

    @property
    def now(self) -> datetime:
        """The last minute of the day: the clock behind `2 jam lalu`."""
        return datetime.combine(self.today, time(23, 59), tzinfo=WIB)

    @property
    def last_modified(self) -> datetime | None:
        """When anything of the site last changed; None for an empty site."""
        return max((self.modified(story) for story in self.stories), default=None)

    def modified(self, story: Story) -> datetime:
        """When the story last changed."""
        return self.revised.get(story.slug, story.published)

    def find(self, is_wanted: Callable[[Story], bool]) -> Story | None:
        """The newest story that is wanted."""
        return next(filter(is_wanted, self.stories), None)

    def others(self, story: Story | None, count: int, *, salt: str) -> tuple[Story, ...]:
        """Stories for a side list: another choice for each story and `salt`, always the same."""
        rest = [other for other in self.stories if story is None or other.slug != story.slug]
        start = variant(story.slug if story else "", max(len(rest), 1), salt=salt)
        return tuple((rest[start:] + rest[:start])[:count])

    def in_section(self, section: str) -> tuple[Story, ...]:
        """Stories of one section, newest first."""
        return tuple(story for story in self.stories if story.section == section)

    def on_menu(self, section: str, menu: Collection[str]) -> tuple[Story, ...] | None:
        """Stories of a section that is in `menu` or holds a story; None for any other."""
        found = self.in_section(section)
        return found if found or section in menu else None

    def labelled(
        self, slug: str, names: Callable[[Story], Iterable[str]] = lambda story: story.tags
    ) -> tuple[Story, ...]:
        """Stories one of whose tags, or other `names`, has this slug; newest first."""
        return tuple(s for s in self.stories if slug in map(slug_of, names(s)))

    def searched(self, words: str, *, in_text: bool = True) -> tuple[Story, ...]:
        """Stories that hold each of the words, in the title or (`in_text`) the text too."""
        wanted = words.lower().split()
        return tuple(
            story
            for story in self.stories
            if all(
                word in f"{story.title} {story.body if in_text else ''}".lower() for word in wanted
            )
        )

    @property
    def hot_tags(self) -> tuple[str, ...]:
        """Tags of the newest stories, for a trending line."""
        return tuple(dict.fromkeys(tag for story in self.stories[:12] for tag in story.tags))

    @property
    def sections(self) -> tuple[str, ...]:
        """Sections that hold a story, in alphabetical order."""
        return tuple(sorted({story.section for story in self.stories}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One page of a paged list."""

    stories: tuple[Story, ...]
    number: int
    pages: int
    total: int

    @property
    def next(self) -> int | None:
        """The number of the following page, None on the last."""
        return self.number + 1 if self.number < self.pages else None


def shelf(stories: Sequence[Story], number: int, size: int) -> Shelf:
    """Page `number` (from 1) of a list; past the end it is empty."""
    start = (number - 1) * size
    return Shelf(
        stories=tuple(stories[start : start + size]),
        number=number,
        pages=-(-len(stories) // size),
        total=len(stories),
    )


def page_number(value: str | None) -> int:
    """A page number from a query, 1 when it is missing, zero or no number."""
    return max(int(value), 1) if value and value.isascii() and value.isdigit() else 1


def variant(key: str, count: int, *, salt: str) -> int:
    """A number below `count` that is always the same for `key` and `salt`."""
    return crc32(f"{salt}:{key}".encode()) % count
