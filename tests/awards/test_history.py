"""Which year a printed score belongs to, and whether it is told as history."""

import pytest

from crawler.awards.history import times_of_scores
from crawler.awards.numbers import find_numbers
from tests.awards.stories import story_of

NOW = "now"
EARLIER = "earlier"


def told(text: str) -> dict[str, str | int | tuple[str, int]]:
    """By score as printed: `now`, its year, `earlier`, or `("earlier", year)`."""
    story = story_of(text)
    (sentence,) = story.sentences
    scores = [n for n in find_numbers(story.folded) if n.not_a_score is None and n.value > 1]
    times = times_of_scores(story.folded, sentence, scores)
    found: dict[str, str | int | tuple[str, int]] = {}
    for score in scores:
        time = times[score.start]
        plain = (EARLIER, time.year) if time.year else EARLIER
        found[score.raw] = plain if time.is_earlier else time.year or NOW
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nilainya naik dari 88,10 menjadi 93,74.", {"88,10": EARLIER, "93,74": NOW}),
        ("Nilainya 93,74, naik dari 88,10.", {"88,10": EARLIER, "93,74": NOW}),
        ("Nilainya 93,74 atau naik 5,64 poin dari 88,10.", {"88,10": EARLIER, "93,74": NOW}),
        ("Naik 5,64 poin dari 88,10, nilainya kini 93,74.", {"88,10": EARLIER, "93,74": NOW}),
        ("Skornya melonjak dari semula 71,2 ke angka 84,9.", {"71,2": EARLIER, "84,9": NOW}),
        ("Skornya terjun dari 91,20 ke 84,75.", {"91,20": EARLIER, "84,75": NOW}),
        ("Indeksnya bergeser dari nilai 3,33 menjadi 3,71.", {"3,33": EARLIER, "3,71": NOW}),
        ("Indeksnya naik tipis dari sebelumnya hanya 3,33.", {"3,33": EARLIER}),
        ("Dari 88,10 nilainya merangkak menjadi 93,74.", {"88,10": EARLIER, "93,74": NOW}),
        ("Nilainya semula 88,10 menjadi 93,74.", {"88,10": EARLIER, "93,74": NOW}),
        (
            "Dari predikat B dengan nilai 62,1 menjadi BB dengan nilai 70,4.",
            {"62,1": EARLIER, "70,4": NOW},
        ),
        (
            "Terjadi peningkatan dari penilaian tahun 2023 dengan nilai 77,03.",
            {"77,03": (EARLIER, 2023)},
        ),
        (
            "Nilainya turun 3,5 poin dari 91,20 tahun lalu menjadi 87,70.",
            {"91,20": EARLIER, "87,70": NOW},
        ),
        (
            "Nilainya 93,74, lebih tinggi dari capaian 2023 sebesar 88,10.",
            {"93,74": NOW, "88,10": (EARLIER, 2023)},
        ),
        (
            "Piagam dari Ombudsman RI dengan nilai 93,74, naik ke kelas A dari 88,10.",
            {"93,74": NOW, "88,10": EARLIER},
        ),
        ("Skor 301 naik menjadi 325,5.", {"301": EARLIER, "325,5": NOW}),
    ],
)
def test_a_score_risen_or_fallen_from_is_earlier(text: str, expected: dict[str, object]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nilainya dari 2,62 pada 2022 naik menjadi 2,77 pada 2023.",
            {"2,62": (EARLIER, 2022), "2,77": 2023},
        ),
        (
            "Kendal pada tahun 2022 sebesar 2,62 naik pada tahun 2023 menjadi 2,77.",
            {"2,62": 2022, "2,77": 2023},
        ),
        (
            "Kendal tahun 2022 sebesar 2,08, naik pada tahun 2023 sebesar 2,69.",
            {"2,08": 2022, "2,69": 2023},
        ),
        (
            "Kendal pada tahun 2022 sebesar 2,40 pada tahun 2023 tetap 2,41.",
            {"2,40": 2022, "2,41": 2023},
        ),
        (
            "Tangganya 182 pada 2019, 231 pada 2020, 274,5 pada 2021.",
            {"182": 2019, "231": 2020, "274,5": 2021},
        ),
        (
            "Hasil hingga tahun 2021 begini: 182 pada 2019, 231 pada 2020.",
            {"182": 2019, "231": 2020},
        ),
        ("Pada tahun 2021 nilai yang diperoleh 68,89 dengan predikat B.", {"68,89": 2021}),
        ("Tahun 2022 naik menjadi 69,78 dan masih B.", {"69,78": 2022}),
        ("Selanjutnya pada tahun 2023 mencapai 77,1.", {"77,1": 2023}),
        (
            "Nilainya 92,11 (2024), 88,10 (2023) dan 85,20 (2022).",
            {"92,11": 2024, "88,10": 2023, "85,20": 2022},
        ),
        (
            "Nilai 2022: 85,20; 2023: 88,10; 2024: 92,11.",
            {"92,11": 2024, "88,10": 2023, "85,20": 2022},
        ),
        ("Nilai itu jatuh dari 61,20 yang dicapai pada 2024.", {"61,20": (EARLIER, 2024)}),
        ("Angka 90,02 tadi merupakan hasil tahun 2023.", {"90,02": 2023}),
        ("Setahun kemudian, 2023, merangkak ke 71,35 tapi masih kuning.", {"71,35": 2023}),
        (
            "Untuk penilaian 2024 indeksnya 88,04, sedangkan pada 2023 baru 80,57.",
            {"88,04": 2024, "80,57": 2023},
        ),
        ("Pada 2024 nilainya naik dari 88,10 menjadi 93,74.", {"88,10": EARLIER, "93,74": 2024}),
        (
            "Nilai 93,74 pada 2024 naik dibanding 2023 yang hanya 88,10.",
            {"93,74": 2024, "88,10": (EARLIER, 2023)},
        ),
        ("Dibanding tahun 2023, nilainya naik menjadi 93,74.", {"93,74": NOW}),
        ("Sejak tahun 2021 nilainya naik hingga 93,74.", {"93,74": NOW}),
        (
            "Setahun lalu kami hanya 86,90, kata direktur mengenang nilai tahun 2023.",
            {"86,90": (EARLIER, 2023)},
        ),
        (
            "Pada 2023 Dinsos meraih 88,10, Dinkes 87,20 dan DPMPTSP 90,15.",
            {"88,10": 2023, "87,20": 2023, "90,15": 2023},
        ),
        (
            "Skornya 2,5 dengan predikat Cukup pada tahun 2022 dan kini 3,1.",
            {"2,5": 2022, "3,1": NOW},
        ),
        (
            "Indeksnya naik dari 2,5 (Cukup) di tahun 2022 menjadi 3,1.",
            {"2,5": (EARLIER, 2022), "3,1": NOW},
        ),
        (
            "Nilainya naik dari 88,10 menjadi 93,74 dibandingkan tahun 2023.",
            {"88,10": (EARLIER, 2023), "93,74": NOW},
        ),
        (
            "Pada penilaian tahun 2024 nilainya 93,74, naik dari 88,10.",
            {"88,10": EARLIER, "93,74": 2024},
        ),
        (
            "Pada 2023 nilainya 65,20, lalu 78,10 pada 2024, dan kini 88,30.",
            {"65,20": 2023, "78,10": 2024, "88,30": NOW},
        ),
        (
            "Tahun 2023 nilainya 65,20, lalu tahun 2024 naik menjadi 78,10.",
            {"65,20": 2023, "78,10": 2024},
        ),
        (
            "Pada 2023 nilainya 65,20, lalu naik menjadi 78,10 pada 2024 dan 88,30 pada 2025.",
            {"65,20": (EARLIER, 2023), "78,10": 2024, "88,30": 2025},
        ),
        (
            "Nilai 2023 hanya 65,20 dan 2024 sebesar 78,10, kini menjadi 88,30.",
            {"65,20": 2023, "78,10": (EARLIER, 2024), "88,30": NOW},
        ),
        (
            "Pada 2022 dan 2023 nilainya masing-masing 65,20 dan 78,10.",
            {"65,20": 2022, "78,10": 2023},
        ),
        (
            "Nilainya berturut-turut 65,20, 78,10, dan 88,30 pada 2022, 2023, dan 2024.",
            {"65,20": 2022, "78,10": 2023, "88,30": 2024},
        ),
        ("Selama 2021-2023 nilainya 92,11.", {"92,11": NOW}),
    ],
)
def test_a_year_is_tied_to_the_score_beside_it(text: str, expected: dict[str, object]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tahun lalu 61,20.", {"61,20": EARLIER}),
        ("Setahun lalu kita masih 148,5 dan masuk kategori buruk.", {"148,5": EARLIER}),
        (
            "Dua tahun lalu Kendal Madya dengan nilai 664,25, sedangkan tahun ini 745,80.",
            {"664,25": EARLIER, "745,80": NOW},
        ),
        ("Kalau dibandingkan tahun sebelumnya yang skornya 4,27, ini naik.", {"4,27": EARLIER}),
        ("Nilai ini naik dibandingkan capaian sebelumnya, yakni 77,53.", {"77,53": EARLIER}),
        ("Semula Kendal hanya mengantongi 71,20.", {"71,20": EARLIER}),
        ("Nilainya 93,74, tahun lalu 88,10.", {"93,74": NOW, "88,10": EARLIER}),
        ("Nilainya 88,10 tahun lalu dan 93,74 tahun ini.", {"88,10": EARLIER, "93,74": NOW}),
        ("Tahun ini nilainya 93,74 (tahun lalu 88,10).", {"93,74": NOW, "88,10": EARLIER}),
        (
            "Dari tahun lalu yang mencapai 88,10, nilainya naik menjadi 93,74.",
            {"88,10": EARLIER, "93,74": NOW},
        ),
        ("Nilainya meningkat dibanding tahun lalu menjadi 93,74.", {"93,74": NOW}),
        ("Dibanding tahun sebelumnya, nilai 93,74 itu lebih baik.", {"93,74": NOW}),
        ("Tahun lalu di zona kuning, kini Kendal meraih 93,74.", {"93,74": NOW}),
        ("Sehari sebelumnya bupati menerima piagam dengan nilai 93,74.", {"93,74": NOW}),
        ("Seperti diberitakan sebelumnya, Kendal meraih nilai 93,74.", {"93,74": NOW}),
        ("Lebih dulu diumumkan nilai 93,74.", {"93,74": NOW}),
        ("Nilainya 93,74, melampaui skor 88,10.", {"93,74": NOW, "88,10": EARLIER}),
        (
            "Jika dibandingkan 88,10 pada penilaian lalu, nilai 93,74 lebih baik.",
            {"88,10": EARLIER, "93,74": NOW},
        ),
        (
            "Nilainya 93,74 atau lebih tinggi ketimbang 88,10 di edisi sebelumnya.",
            {"93,74": NOW, "88,10": EARLIER},
        ),
    ],
)
def test_words_for_the_past_tell_history_unless_the_present_follows(
    text: str, expected: dict[str, object]
) -> None:
    assert told(text) == expected
