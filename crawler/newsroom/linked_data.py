"""The schema.org descriptions that article pages carry as JSON-LD."""

from datetime import datetime
from typing import Any

from crawler.newsroom.dates import iso
from crawler.newsroom.edition import Edition
from crawler.newsroom.slugs import heading_of, slug_of
from crawler.newsroom.stories import Story

Graph = dict[str, Any]


def article_graph(story: Story, modified: datetime, url: str, own: Graph) -> Graph:
    """What nearly every site says of an article, and what is the site's own."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "headline": story.title,
        "description": story.summary,
        "datePublished": iso(story.published),
        "dateModified": iso(modified),
        **own,
    }


def tribun_graph(story: Story, modified: datetime, home: str, url: str) -> Graph:
    """One `@graph` of the article and its breadcrumbs, as Tribun writes it."""
    section = heading_of(story.section)
    news = {
        "@type": "NewsArticle",
        "@id": url,
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "headline": story.title,
        "url": url,
        "description": story.summary,
        "datePublished": iso(story.published),
        "dateModified": iso(modified),
        "author": [_person(name, home, "penulis") for name in story.authors],
        "publisher": _publisher(
            "TribunJateng.com", home, "https://asset-2.tstatic.net/jateng/img/logo.png"
        ),
        "image": {
            "@type": "ImageObject",
            "url": f"https://asset-2.tstatic.net/jateng/foto/bank/images/{story.slug}.jpg",
            "width": 750,
            "height": 422,
        },
        "articleSection": section,
        "keywords": list(story.tags),
        "isAccessibleForFree": True,
    }
    if story.editor:
        news["editor"] = _person(story.editor, home, "editor")
    crumbs = _breadcrumbs(url, (("Home", f"{home}/"), (section, f"{home}/{story.section}")))
    return {"@context": "https://schema.org", "@graph": [news, crumbs]}


def yoast_graph(story: Story, edition: Edition, home: str, url: str) -> Graph:
    """The graph that the Yoast plugin writes: article, page, image, crumbs, site, author."""
    section = heading_of(story.section)
    image = f"{home}/wp-content/uploads/{story.published:%Y/%m}/{story.slug}.jpg"
    author = story.authors[0] if story.authors else "Redaksi"
    news = {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "isPartOf": {"@id": url},
        "author": {"name": author, "@id": f"{home}/#/schema/person/{slug_of(author)}"},
        "headline": story.title,
        "datePublished": iso(story.published),
        "dateModified": iso(edition.modified(story)),
        "mainEntityOfPage": {"@id": url},
        "wordCount": len(story.body.split()),
        "commentCount": 0,
        "publisher": {"@id": f"{home}/#organization"},
        "image": {"@id": f"{url}#primaryimage"},
        "thumbnailUrl": image,
        "keywords": list(story.tags),
        "articleSection": [section],
        "inLanguage": "id",
    }
    page = {
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": f"{story.title} - Klikjateng",
        "isPartOf": {"@id": f"{home}/#website"},
        "datePublished": iso(story.published),
        "description": story.summary,
        "breadcrumb": {"@id": f"{url}#breadcrumb"},
        "inLanguage": "id",
    }
    picture = {"@type": "ImageObject", "@id": f"{url}#primaryimage", "url": image}
    site = {"@type": "WebSite", "@id": f"{home}/#website", "url": f"{home}/", "name": "Klikjateng"}
    person = {
        "@type": "Person",
        "@id": f"{home}/#/schema/person/{slug_of(author)}",
        "name": author,
        "url": f"{home}/author/{slug_of(author)}",
    }
    crumbs = _breadcrumbs(url, (("Beranda", f"{home}/"), (story.title, url)))
    owner = {
        **_publisher("Klikjateng", home, f"{home}/wp-content/uploads/logo.png"),
        "@id": f"{home}/#organization",
    }
    graph = [news, page, picture, crumbs, site, owner, person]
    return {"@context": "https://schema.org", "@graph": graph}


def _person(name: str, home: str, role: str) -> Graph:
    return {"@type": "Person", "name": name, "url": f"{home}/{role}/{slug_of(name)}"}


def _publisher(name: str, home: str, logo: str) -> Graph:
    return {
        "@type": "Organization",
        "name": name,
        "url": f"{home}/",
        "logo": {"@type": "ImageObject", "url": logo, "width": 240, "height": 70},
    }


def _breadcrumbs(url: str, steps: tuple[tuple[str, str], ...]) -> Graph:
    items = [
        {"@type": "ListItem", "position": at, "name": name, "item": item}
        for at, (name, item) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{url}#breadcrumb", "itemListElement": items}
