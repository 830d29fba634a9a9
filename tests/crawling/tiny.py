"""Tiny outlets: each a host of the newsroom with a few stories, and the file that describes it."""

import re
from collections.abc import Iterable
from pathlib import Path

from crawler.newsroom.site import TEXT, Answer, Site, Visit

STORIES = ("panen-raya-padi", "jalan-desa-rusak", "pasar-pagi-ramai", "hujan-deras-turun")
_PARAGRAPHS = "\n".join(
    f"<p>Warga desa berkumpul di balai pada hari ke-{day} untuk membahas {topic} bersama perangkat"
    " desa, pengurus kelompok tani, dan beberapa tokoh masyarakat setempat.</p>"
    for day, topic in enumerate(("panen", "jalan", "pasar", "hujan", "irigasi", "pupuk"), start=2)
)


def tiny_site(name: str, *, robots: str | None = None, stories: Iterable[str] = STORIES) -> Site:
    """`NAME.example`: a home page with links, the stories, and a robots.txt if one is given."""
    host, slugs = host_of(name), tuple(stories)

    def home(visit: Visit, match: re.Match[str]) -> Answer:
        links = "".join(f'<li><a href="/berita/{slug}">{_title(slug)}</a></li>' for slug in slugs)
        return _page("Beranda", f"<ul>{links}</ul>")

    def rules(visit: Visit, match: re.Match[str]) -> Answer | None:
        return None if robots is None else Answer(body=robots.encode(), content_type=TEXT)

    def story(visit: Visit, match: re.Match[str]) -> Answer | None:
        title = _title(match["slug"])
        return _page(title, f"<h1>{title}</h1><main>{_PARAGRAPHS}</main>")

    return Site(
        name=name,
        host=host,
        title=name,
        routes=(("/", home), (r"/robots\.txt", rules), (r"/berita/(?P<slug>[a-z-]+)", story)),
        missing=lambda visit: Answer(status=404, body=b"tidak ada"),
    )


def host_of(name: str) -> str:
    """The host of a tiny site."""
    return f"{name}.example"


def target_of(slug: str) -> str:
    """The path of a tiny story."""
    return f"/berita/{slug}"


def describe(
    folder: Path,
    name: str,
    *,
    more: str = "",
    sources: str | None = None,
    site: str | None = None,
    stories: str = "[a-z-]+",
) -> Path:
    """Write the outlet file of a tiny site; `more` are further keys, `sources` other tables.

    `site` is the site's name where it is not the outlet's, `stories` a pattern of its own slugs.
    """
    host = host_of(site or name)
    home = f"https://{host}/"
    listing = '[[source]]\nkind = "listing"\nurl = "{home}"\npages = 1\n'
    own = "true" if re.fullmatch(stories, STORIES[0]) else "false"
    path = folder / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f'name = "{name}"\ntitle = "{name}"\nhome = "{home}"\nhosts = ["{host}"]\n'
        f'family = "portal"\nverified = true\n{more}\n{sources or listing}\n'
        f"[article]\naddress = ['^/berita/{stories}$']\nbody = ['main']\ntitle = ['h1']\n"
        f'[[example]]\nurl = "{home}berita/panen-raya-padi"\narticle = {own}\n',
        encoding="utf-8",
    )
    return path


def _title(slug: str) -> str:
    return slug.replace("-", " ").capitalize()


def _page(title: str, body: str) -> Answer:
    text = f"<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>"
    return Answer(body=text.encode())
