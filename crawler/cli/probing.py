"""What a probe of a site found, for people and for scripts."""

from pathlib import Path
from typing import Any

from crawler.cli.screen import NONE_SHOWN, print_line, print_table


def report_object(report: Any) -> dict[str, Any]:
    """The report, ready for JSON."""
    told = report.conclusions
    return {
        "home": report.home,
        "problem": report.problem,
        "family": report.family,
        "marks": list(report.marks),
        "crawl_delay": report.delay,
        "sources": [
            {
                "kind": str(look.source.kind),
                "url": look.source.url,
                "found": len(look.found),
                "newest": look.newest.isoformat() if look.newest else None,
                "problem": look.problem,
            }
            for look in report.looks
        ],
        "samples": [_sample_object(sample) for sample in report.samples],
        "articles": told.articles if told else 0,
        "fields": told.fields if told else {},
        "suspects": list(told.suspects) if told else [],
        "draft_problem": told.problem if told else None,
        "draft": told.draft if told else None,
    }


def _sample_object(sample: Any) -> dict[str, Any]:
    page = sample.page
    article = page.article if page else None
    return {
        "url": sample.url,
        "kind": str(page.kind) if page else None,
        "reason": sample.problem or (page.reason if page else None),
        "title": article.title if article else None,
        "published": article.published.isoformat() if article and article.published else None,
        "words": len(article.text.split()) if article else 0,
    }


def print_report(report: Any) -> None:
    """The acceptance report; the draft follows where there is one."""
    marks = ", ".join(report.marks) or "nothing that is known"
    print_line(f"{report.home} is read as family {report.family}; its home page shows {marks}")
    if report.delay is not None:
        print_line(f"robots.txt asks for {report.delay:g} s between two requests")
    _print_sources(report)
    told = report.conclusions
    if told is None:
        return
    print_line()
    print_line(f"{told.articles} of {len(report.samples)} pages were read as articles")
    for sample in map(_sample_object, report.samples):
        what = sample["title"] or f"{sample['kind'] or 'no page'}: {sample['reason']}"
        day = (sample["published"] or NONE_SHOWN)[:10]
        print_line(f"  {day:<10}  {sample['words']:>4} words  {what}")
    if told.articles:
        filled = ", ".join(f"{name} {count}" for name, count in told.fields.items())
        print_line(f"fields found in {told.articles} articles: {filled}")
    for line in told.suspects:
        print_line(f"in several stories, perhaps no part of them: {line}")


def _print_sources(report: Any) -> None:
    print_line()
    rows = (
        (
            str(look.source.kind),
            look.source.url.removeprefix(report.home),
            str(len(look.found)) if look.found else NONE_SHOWN,
            f"{look.newest:%Y-%m-%d}" if look.newest else NONE_SHOWN,
            look.problem or "",
        )
        for look in report.looks
    )
    print_table(("source", "address", ">found", "newest", "problem"), rows)


def record_pages(report: Any, folder: Path) -> list[Path]:
    """Write the first three articles' pages as they came, for fixtures; their paths."""
    read = [sample for sample in report.samples if sample.page and sample.page.article]
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number}.html" for number in range(1, min(len(read), 3) + 1)]
    for path, sample in zip(paths, read, strict=False):
        path.write_bytes(sample.body)
    return paths
