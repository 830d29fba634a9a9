"""The outlets a store knows; names come first, titles when somebody tells them."""

from datetime import datetime

from sqlite_utils import Database

from storage.timestamps import utc_text


def register_outlet(
    db: Database, *, name: str, now: datetime, title: str | None = None, site: str | None = None
) -> None:
    """Note an outlet by its spider name; a title or home page given later replaces the old one."""
    db.execute(
        """
        INSERT INTO outlets (name, title, site, added_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET
            title = ifnull(excluded.title, title), site = ifnull(excluded.site, site)
        WHERE ifnull(excluded.title, title) IS NOT title OR ifnull(excluded.site, site) IS NOT site
        """,
        (name, title, site, utc_text(now)),
    )


def outlet_names(db: Database) -> tuple[str, ...]:
    """The outlets that the store knows, by name."""
    return tuple(name for (name,) in db.execute("SELECT name FROM outlets ORDER BY name"))
