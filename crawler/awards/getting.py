"""The verbs of whoever gets an award, a place or a score, for all patterns that ask for them."""

GETS = (
    r"(?:meraih|menerima|memperoleh|mendapat(?:kan)?|menyabet|menyandang|mengantongi|menggondol|"
    r"memboyong|memborong|merebut|merengkuh|membawa\s+pulang)"
)
"""In a sentence: "A meraih predikat", "A mengantongi piagam"."""
GETS_IN_HEADLINES = (
    rf"(?:{GETS}|raih|terima(?!\s+kasih)|sabet|sandang|kantongi|gondol|boyong|borong|rebut)"
)
"""Also as a headline shortens them: "A Raih Predikat"."""
SCORES = rf"(?:{GETS}|mengumpulkan|mencatat(?:kan)?|membukukan|mengoleksi|mengemas|meraup|mencapai)"
"""What figures are told with: "A mencatatkan 91,20"."""
TAKEN = (
    r"(?:di(?:raih|terima|peroleh|sabet|sandang|kantongi|gondol|boyong|borong|rebut|genggam|miliki|"
    r"menangi|menangkan)|didapat(?:kan)?)"
)
"""In front of who gets it: "predikat itu diraih A"."""
SCORED_BY = r"di(?:kumpulkan|catat(?:kan)?|bukukan|koleksi|kemas|raup|capai|torehkan)"
"""In front of whose figures they are: "angka 93,20 dibukukan A"."""
OCCUPIED = r"di(?:tempati|duduki|huni|isi|pegang|puncaki|pimpin)"
"""In front of who stands at a place: "zona hijau ditempati A"."""
