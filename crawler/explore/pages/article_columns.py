"""The columns of the tables of an article's page."""

from crawler.explore.page import Column, Kind

CLAIMS = (
    Column(name="recipient", title="Recipient", link="/awards/{award_id}"),
    Column(name="scheme", title="Scheme", link="/schemes/{scheme}"),
    Column(name="edition_year", title="Edition", kind=Kind.YEAR),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="predicate", title="Predicate"),
    Column(name="zone", title="Zone", kind=Kind.TERM),
    Column(name="rank", title="Rank", kind=Kind.NUMBER),
    Column(name="confidence", title="Confidence", kind=Kind.NUMBER),
    Column(name="warnings", title="Warnings", kind=Kind.REMARK),
    Column(name="category", title="Category", is_shown=False),
    Column(name="rank_scope", title="Among", is_shown=False),
    Column(name="award_date", title="Handed over", kind=Kind.DAY, is_shown=False),
    Column(name="venue", title="Venue", is_shown=False),
    Column(name="score_raw", title="As printed", is_shown=False),
    Column(name="scale", title="Scale", kind=Kind.NUMBER, is_shown=False),
    Column(name="proof", title="Proof", is_shown=False),
    Column(name="award_id", title="Number", kind=Kind.NUMBER, is_shown=False),
    Column(name="claim_id", title="Claim", kind=Kind.NUMBER, is_shown=False),
)
EVIDENCE = (
    Column(name="claim", title="Claim", kind=Kind.NUMBER),
    Column(name="field", title="Field", kind=Kind.TERM),
    Column(name="source", title="Where", kind=Kind.TERM),
    Column(name="start", title="From character", kind=Kind.NUMBER),
    Column(name="end", title="To character", kind=Kind.NUMBER),
    Column(name="quote", title="Quote"),
    Column(name="claim_id", title="Number", kind=Kind.NUMBER, is_shown=False),
)
SISTERS = (
    Column(name="recipient", title="Award", link="/awards/{award_id}"),
    Column(name="scheme_short", title="Scheme", link="/schemes/{scheme}"),
    Column(name="edition_year", title="Edition", kind=Kind.YEAR),
    Column(name="title", title="Article", link="/articles/{article_id}"),
    Column(name="outlet", title="Outlet", link="/outlets#{outlet}"),
    Column(name="published", title="Published", kind=Kind.MOMENT),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="relation", title="Relation", kind=Kind.TERM),
    Column(name="copied_outlet", title="Words of", link="/articles/{copy_of}"),
    Column(name="place", title="Place", kind=Kind.NUMBER, is_shown=False),
    Column(name="url", title="Address", is_shown=False),
    Column(name="scheme", title="Scheme", is_shown=False),
    Column(name="score_raw", title="As printed", is_shown=False),
    Column(name="award_id", title="Number", kind=Kind.NUMBER, is_shown=False),
    Column(name="article_id", title="Article", kind=Kind.NUMBER, is_shown=False),
    Column(name="copy_of", title="Copy of", kind=Kind.NUMBER, is_shown=False),
)
VERSIONS = (
    Column(
        name="revision", title="Version", kind=Kind.NUMBER,
        link="/articles/{article_id}?revision={revision}",
    ),
    Column(name="stored_at", title="Read", kind=Kind.MOMENT),
    Column(name="title", title="Headline"),
    Column(name="characters", title="Characters", kind=Kind.NUMBER),
    Column(name="run_id", title="Run", kind=Kind.NUMBER, link="/certificate/{run_id}"),
    Column(name="article_id", title="Number", kind=Kind.NUMBER, is_shown=False),
)  # fmt: skip
REPLACED = (
    Column(name="revision", title="Version", kind=Kind.NUMBER),
    Column(name="recipient", title="Recipient"),
    Column(name="scheme", title="Scheme"),
    Column(name="edition_year", title="Edition", kind=Kind.YEAR),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="predicate", title="Predicate"),
    Column(name="zone", title="Zone", kind=Kind.TERM),
    Column(name="rank", title="Rank", kind=Kind.NUMBER),
    Column(name="superseded_at", title="Replaced", kind=Kind.MOMENT),
    Column(name="rules_version", title="Rules", is_shown=False),
    Column(name="score_raw", title="As printed", is_shown=False),
    Column(name="proof", title="Proof", is_shown=False),
    Column(name="superseded_run", title="Run", kind=Kind.NUMBER, is_shown=False),
    Column(name="claim_id", title="Claim", kind=Kind.NUMBER, is_shown=False),
)
RESAID = (
    Column(name="kind", title="What", kind=Kind.TERM),
    Column(name="recipient", title="Recipient"),
    Column(name="scheme", title="Scheme"),
    Column(name="field", title="Field", kind=Kind.TERM),
    Column(name="before", title="Before", kind=Kind.FACT),
    Column(name="after", title="After", kind=Kind.FACT),
)
