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
    print_sources(report)
    told = report.conclusions
    if told is None:
        return
    print_samples(report)
    if told.articles:
        filled = ", ".join(f"{name} {count}" for name, count in told.fields.items())
        print_line(f"fields found in {told.articles} articles: {filled}")
    for line in told.suspects:
        print_line(f"in several stories, perhaps no part of them: {line}")


def print_samples(report: Any) -> None:
    """What each of the stories asked for was read as."""
    samples = [_sample_object(sample) for sample in report.samples]
    read = sum(sample["title"] is not None for sample in samples)
    print_line()
    print_line(f"{read} of {len(samples)} pages were read as articles")
    for sample in samples:
        what = sample["title"] or f"{sample['kind'] or 'no page'}: {sample['reason']}"
        day = (sample["published"] or NONE_SHOWN)[:10]
        print_line(f"  {day:<10}  {sample['words']:>4} words  {what}")


def faults_of(report: Any) -> list[str]:
    """What of an outlet's rules does not fit the site, a line each."""
    faults = [f"{look.source.url}: {look.problem}" for look in report.looks if look.problem]
    for sample in report.samples:
        told = _sample_object(sample)
        if told["title"] is None:
            faults.append(f"{sample.url}: no article: {told['reason']}")
        elif told["published"] is None:
            faults.append(f"{sample.url}: nothing says when it was published")
    if not report.samples:
        faults.append("no story was listed, so none was read")
    return faults


def print_sources(report: Any) -> None:
    print_line()
    rows = (
        (
            str(look.source.kind),
            look.source.url.removeprefix(report.home) or "/",
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
