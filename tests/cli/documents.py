"""Stories for `piagam read`, and the objects that it prints of them."""

import json
from typing import Any

from tests.cli.console import Console

STORY = """\
“Kabupaten Blora” Raih Nilai 97,84 dari Ombudsman 🎉

Senin, 02 Desember 2024 23:06 WIB

BLORA – Pemerintah Kabupaten Blora meraih nilai 97,84 dalam Penilaian Kepatuhan Penyelenggaraan \
Pelayanan Publik yang digelar Ombudsman Republik Indonesia. Piagam diserahkan di Hotel Quest \
Semarang, Senin (2/12/2024).

Wakil Bupati menerima penghargaan itu bersama para kepala dinas. Ia berterima kasih kepada semua \
pegawai yang melayani warga dengan sabar setiap hari.

Salah satu unit, DPMPTSP Blora, mendapat nilai 100 dari Ombudsman.
"""
ORDINARY = """\
Jalan Desa di Jepon Selesai Diaspal

BLORA – Warga Desa Jepon kini bisa melintas dengan nyaman setelah jalan sepanjang dua kilometer \
selesai diaspal pekan ini. Pekerjaan itu berlangsung selama satu bulan dengan biaya dari dana desa.

Kepala desa mengajak warga merawat jalan bersama-sama agar awet sampai bertahun-tahun lagi.
"""
DOCUMENT_KEYS = ["file", "kind", "title", "published", "text", "is_award_story", "claims"]
CLAIM_KEYS = [
    *("recipient", "recipient_code", "scheme", "grantor", "year", "score", "scale", "predicate"),
    *("category", "zone", "rank", "rank_scope", "award_date", "venue", "units", "previous"),
    *("confidence", "warnings", "evidence", "edition", "title_evidence"),
]


def read_json(console: Console, *arguments: str) -> list[dict[str, Any]]:
    """The objects that `piagam read` prints."""
    said = console.run("read", "--format", "jsonl", *arguments)
    assert (said.code, said.err) == (0, "")
    return [json.loads(line) for line in said.out.splitlines()]
