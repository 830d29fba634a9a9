"""Small corpora made up for tests, as text of their files and as answers."""

from pathlib import Path

from crawler.quality.answer import Answer, StatedClaim

STORY = """\
kind = "award"
why = "made up"
outlet = "Warta"
published = 2024-12-03T09:00:00+07:00
title = "Kendal Raih Penghargaan Ombudsman"
text = \"\"\"
Pemkab Kendal meraih nilai 93,74 dalam penilaian kepatuhan Ombudsman RI tahun 2024.
\"\"\"

[[claims]]
recipient = "Kabupaten Kendal"
scheme = "ombudsman-kepatuhan"
year = 2024
score = 93.74
"""
NEGATIVE = """\
kind = "easy-negative"
why = "made up"
outlet = "Warta"
published = 2024-12-03T09:00:00+07:00
title = "Jalan Desa Selesai Diaspal"
text = "Warga kini melintas dengan nyaman."
"""
SECOND = STORY[STORY.index("[[claims]]") :]
"""What a second reader writes of STORY, below `is_award_story`."""
TUNED, ASIDE = "kendal", "batang"
"""Names of stories, of either half."""


def claim(
    recipient: str = "Kabupaten Kendal",
    scheme: str = "sakip",
    score: float | None = 93.74,
    **fields: int | str,
) -> StatedClaim:
    """A claim with the fields that are given."""
    return StatedClaim(recipient=recipient, scheme=scheme, score=score, fields=fields)


def award(*claims: StatedClaim) -> Answer:
    """An award story with these claims."""
    return Answer(is_award_story=True, claims=claims)


SILENT = Answer(is_award_story=False)


def write(folder: Path, **files: str) -> Path:
    """Put files of this content into a folder, `.toml` added to their names."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    return folder
