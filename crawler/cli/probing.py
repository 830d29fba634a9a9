"""What a visit to a site found, for people and for scripts."""

from typing import Any

from crawler.cli.screen import NONE_SHOWN, print_line, print_table

_LABEL = 12
_MOST_CLOSED = 6


def report_object(report: Any) -> dict[str, Any]:
    """The report, ready for JSON."""
    told, robots = report.conclusions, report.robots
    return {
        "home": report.home,
        "title": report.title,
        "problem": report.problem,
        "family": report.family,
        "why": report.why,
        "marks": list(report.marks),
        "known_as": report.known_as,
        "robots": {"there": robots.there, "closed": list(robots.closed)},
        "crawl_delay": robots.delay,
        "requests": report.requests,
        "sources": [_look_object(look) for look in report.looks],
        "samples": [_sample_object(sample) for sample in _samples(report)],
        "articles": told.articles if told else 0,
        "challenges": told.challenges if told else 0,
        "json_ld": told.linked if told else 0,
        "dates": [
            {"source": form.source, "example": form.example, "pages": form.pages}
            for form in (told.dates if told else ())
        ],
        "dated_by_list": told.dated_by_list if told else 0,
        "fields": told.fields if told else {},
        "suspects": list(told.suspects) if told else [],
        "draft_problem": told.problem if told else None,
        "draft": told.draft if told else None,
    }


def _samples(report: Any) -> list[Any]:
    """The stories as the draft reads them, where there is one."""
    return list(report.conclusions.samples if report.conclusions else report.samples)


def _look_object(look: Any) -> dict[str, Any]:
    return {
        "kind": str(look.source.kind),
        "url": look.source.url,
        "found": len(look.found),
        "newest": look.newest.isoformat() if look.newest else None,
        "paging": look.paging,
        "problem": look.problem,
    }


def _sample_object(sample: Any) -> dict[str, Any]:
    page, article = sample.page, sample.article
    return {
        "url": sample.url,
        "kind": str(page.kind) if page else None,
        "reason": sample.problem or (page.reason if page else None),
        "title": article.title if article else None,
        "published": article.published.isoformat() if article and article.published else None,
        "words": len(article.text.split()) if article else 0,
    }


def print_report(report: Any) -> None:
    """The acceptance report."""
    told = report.conclusions
    _print_fact("site", f"{report.home} “{report.title}”")
    _print_fact("family", f"{report.family}: {report.why}")
    _print_fact("shows", ", ".join(report.marks) or "nothing that is known")
    _print_fact("robots.txt", _robots(report.robots))
    met = f"met on {told.challenges} of {len(told.samples)} stories" if told.challenges else "none"
    _print_fact("challenges", met)
    _print_fact("requests", str(report.requests))
    print_sources(report)
    print_samples(report)
    if told.articles:
        _print_articles(told)


def _print_fact(label: str, text: str) -> None:
    print_line(f"{label:<{_LABEL}}{text}")


def _robots(robots: Any) -> str:
    if not robots.there:
        return "none: everything is open"
    shown = ", ".join(robots.closed[:_MOST_CLOSED])
    more = len(robots.closed) - _MOST_CLOSED
    closed = f"closes to us {shown}{f' and {more} more' if more > 0 else ''}"
    delay = f"asks for {robots.delay:g} s between two requests" if robots.delay else "no delay"
    return f"{closed if robots.closed else 'closes nothing to us'}; {delay}"


def _print_articles(told: Any) -> None:
    """What the articles say of themselves, and what does not belong to them."""
    print_line()
    _print_fact("JSON-LD", f"in {told.linked} of {told.articles} stories")
    dates = ", ".join(f"{form.source} {form.pages} (“{form.example}”)" for form in told.dates)
    better = f"; that of the list is taken for {told.dated_by_list}" if told.dated_by_list else ""
    _print_fact("dates", f"{dates or 'no page says when it was published'}{better}")
    filled = ", ".join(f"{name} {count}" for name, count in told.fields.items())
    _print_fact("fields", f"found in {told.articles} articles: {filled}")
    _print_fact("leakage", f"{len(told.suspects) or 'no'} lines that look like no part of a story")
    for line in told.suspects:
        print_line(f"  {line}")


def print_samples(report: Any) -> None:
    """What each of the stories asked for was read as."""
    samples = [_sample_object(sample) for sample in _samples(report)]
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
    """Each place where stories may be listed, and what it gave."""
    print_line()
    rows = (
        (
            str(look.source.kind),
            look.source.url.removeprefix(report.home) or "/",
            str(len(look.found)) if look.found else NONE_SHOWN,
            f"{look.newest:%Y-%m-%d}" if look.newest else NONE_SHOWN,
            look.problem or look.paging or "",
        )
        for look in report.looks
    )
    print_table(("source", "address", ">found", "newest", "remark"), rows)
