"""Made-up Indonesian prose: few words are everywhere, most are rare, as in a newspaper."""

from collections.abc import Iterator
from itertools import accumulate, product
from random import Random

_COMMON = (
    "yang dan di dengan untuk dari pada dalam ini itu tidak akan oleh juga sebagai masyarakat"
    " daerah pemerintah tahun kabupaten kota warga pelayanan publik bupati kepala dinas kegiatan"
    " program pembangunan desa kecamatan anggaran rapat jalan sekolah pasar petani nelayan banjir"
    " bantuan kesehatan pendidikan pemilu dewan partai polisi kasus sidang pengadilan ekonomi harga"
    " beras pupuk investasi industri wisata budaya festival lomba juara sepak bola liga pelatih"
    " hujan cuaca gempa evakuasi petugas lalu lintas kecelakaan kendaraan jembatan pelabuhan"
    " penghargaan inovasi aplikasi digital data informasi transparansi akuntabilitas kinerja"
)
_ONSETS = ("b", "d", "g", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w")
_RHYMES = ("a", "i", "u", "e", "o", "an", "ing", "uk", "ar")
_VOCABULARY = 20_000
_SEED = 1
"""The words are the same in every store."""
_WORDS_IN_SENTENCE, _SENTENCES_IN_PARAGRAPH = 13, 4
PARAGRAPHS = 40_000
"""Different ones; a store as large as it gets repeats each about a hundred times."""


def vocabulary() -> tuple[str, ...]:
    """The words, the most frequent first; all are different."""
    syllables = ["".join(pair) for pair in product(_ONSETS, _RHYMES)]
    made = ["".join(each) for each in product(syllables, syllables, syllables)]
    chosen = Random(_SEED).sample(made, _VOCABULARY)
    return tuple(dict.fromkeys((*_COMMON.split(), *chosen)))


def paragraphs(random: Random, count: int) -> tuple[str, ...]:
    """Paragraphs of about 400 characters, without line breaks."""
    words = vocabulary()
    weights = tuple(accumulate(1 / (place + 3) for place in range(len(words))))
    return tuple(" ".join(_sentences(random, words, weights)) for _ in range(count))


def _sentences(random: Random, words: tuple[str, ...], weights: tuple[float, ...]) -> Iterator[str]:
    for _ in range(_SENTENCES_IN_PARAGRAPH):
        chosen = random.choices(words, cum_weights=weights, k=_WORDS_IN_SENTENCE)
        yield " ".join(chosen).capitalize() + "."
