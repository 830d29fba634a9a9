"""Columns that several tables share."""

from crawler.explore.page import Column, Kind

AWARD = (
    Column(name="recipient", title="Recipient", link="/awards/{award_id}"),
    Column(name="scheme_short", title="Award", link="/league?scheme={scheme}&year={edition_year}"),
    Column(name="edition_year", title="Edition", kind=Kind.YEAR),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="predicate", title="Predicate"),
    Column(name="zone", title="Zone", kind=Kind.TERM),
    Column(name="status", title="Status", kind=Kind.TERM),
    Column(name="reports", title="Reports", kind=Kind.NUMBER),
    Column(name="first_outlet", title="First reported by", link="{first_url}"),
    Column(name="province", title="Province", is_shown=False),
    Column(name="recipient_code", title="Code", is_shown=False),
    Column(name="scheme", title="Scheme", is_shown=False),
    Column(name="score_raw", title="As printed", is_shown=False),
    Column(name="scale", title="Scale", kind=Kind.NUMBER, is_shown=False),
    Column(name="rank", title="Rank", kind=Kind.NUMBER, is_shown=False),
    Column(name="award_id", title="Number", kind=Kind.NUMBER, is_shown=False),
    Column(name="first_stored_at", title="Found", kind=Kind.MOMENT, is_shown=False),
    Column(name="first_url", title="Address", is_shown=False),
    Column(name="proof", title="Proof", is_shown=False),
)
"""An award in a list, for rows of `storage.reading.news.NewAward`."""

CHANGE = (
    Column(name="changed_at", title="When", kind=Kind.MOMENT),
    Column(name="recipient", title="Recipient", link="/awards/{award_id}"),
    Column(name="scheme", title="Scheme"),
    Column(name="edition_year", title="Edition", kind=Kind.YEAR),
    Column(name="field", title="Field", kind=Kind.TERM),
    Column(name="before", title="Before", kind=Kind.FACT),
    Column(name="after", title="After", kind=Kind.FACT),
    Column(name="cause", title="Cause", kind=Kind.TERM),
    Column(name="who", title="Who"),
    Column(name="because", title="Why"),
    Column(name="award_id", title="Number", kind=Kind.NUMBER, is_shown=False),
)
"""A change of an award, for rows of `storage.reading.changes.Change`."""
