"""What is told of several at once, of a region's own mean, of colours, and of what fell."""

from tests.awards.stories import GRANT, read

KIP = "Komisi Informasi Jawa Tengah mengumumkan hasil keterbukaan informasi publik 2024.\n\n"


def test_the_mean_of_a_region_itself_is_its_score() -> None:
    told = (
        "Pemkot Tegal merilis hasil Survei Kepuasan Masyarakat (SKM) 2024, Senin (2/12/2024). "
        "Rata-rata nilai IKM kota itu 86,92 dengan mutu B.\n\n"
        "Tiga unit bernilai A, yaitu DPMPTSP sebesar 92,11; RSUD Kardinah sebesar 89,15; serta "
        "Disdukcapil sebesar 88,64."
    )
    (claim,) = read(told, "Survei Kepuasan Masyarakat Kota Tegal 2024 Dirilis").claims
    assert (claim.recipient, claim.score) == ("Kota Tegal", 86.92)
    assert [each.score for each in claim.units] == [92.11, 89.15, 88.64]


def test_what_disappoints_is_told_all_the_same() -> None:
    told = f"{GRANT} dengan nilai 79,20.\n\nDua unit belum menggembirakan: Dinsos 71,14, Disdik 70."
    (claim,) = read(told).claims
    assert ("Dinsos", 71.14) in [(each.unit, each.score) for each in claim.units]


def test_all_three_of_a_sentence_are_not_the_three_of_the_next() -> None:
    told = (
        f"{KIP}Untuk kategori kabupaten, peringkat pertama Kabupaten Batang (98,70), peringkat "
        "kedua Kabupaten Demak (97,11), dan peringkat ketiga Kabupaten Blora (95,06). Ketiganya "
        "Informatif.\n\nUntuk kategori OPD Pemprov Jateng, peringkat pertama Diskominfo (99,20), "
        "kedua Dinas Perkebunan (94,00), ketiga Bapenda (92,45)."
    )
    claims = read(told, "KI Jateng Umumkan Hasil Keterbukaan Informasi").claims
    assert [c.recipient for c in claims if c.predicate] == [
        "Kabupaten Batang",
        "Kabupaten Demak",
        "Kabupaten Blora",
    ]
    assert [c.score for c in claims if not c.predicate] == [99.2, 94.0, 92.45]


def test_a_region_with_the_classes_of_its_offices_has_none_itself() -> None:
    told = (
        "Pemkab Batang menerima 3 piagam penghargaan dari Menteri PANRB dengan kategori prima dan "
        "sangat baik hasil evaluasi PEKPPP 2024. Predikat A (pelayanan prima) diberikan untuk "
        "DPMPTSP dan RSUD Batang, serta predikat A- (sangat baik) untuk Disdukcapil."
    )
    claims = read(told, "Batang Terima Penghargaan Pelayanan Publik PANRB").claims
    assert {(c.recipient, c.category) for c in claims} == {
        ("DPMPTSP Kabupaten Batang", "A"),
        ("RSUD Batang", "A"),
        ("Disdukcapil Kabupaten Batang", "A-"),
    }


def test_what_colours_stand_for_is_no_result() -> None:
    told = (
        "Dalam penilaian kepatuhan pelayanan publik Ombudsman RI, yang tertinggi itu masuk zona "
        "hijau, sedang itu kuning, rendah merah. Pemkab Kendal meraih penghargaan Ombudsman RI "
        "dengan nilai 89,23 tahun 2024."
    )
    (claim,) = read(told).claims
    assert claim.zone is None


def test_what_an_office_fell_to_is_held_now() -> None:
    told = (
        "Ombudsman RI mengumumkan hasil penilaian kepatuhan pelayanan publik 2024. Sebanyak tiga "
        "kantor pertanahan yang sebelumnya pada tahun 2023 berada di zona hijau kategori A turun "
        "ke zona kuning kategori C. Tiga kantor pertanahan tersebut antara lain Kabupaten Batang, "
        "Kabupaten Demak dan Kabupaten Blora."
    )
    claims = read(told, "Ombudsman Umumkan Hasil Penilaian Kantor Pertanahan").claims
    assert {(c.recipient, c.zone, c.category) for c in claims} == {
        (f"Kantor Pertanahan Kabupaten {name}", "kuning", "C")
        for name in ("Batang", "Demak", "Blora")
    }


def test_what_fell_later_in_the_past_is_not_held_now() -> None:
    told = (
        f"{GRANT} dengan nilai 91,20 dan zona hijau. Pada 2019 Kendal pernah masuk zona hijau dan "
        "turun ke zona kuning (kepatuhan sedang) pada 2021."
    )
    (claim,) = read(told).claims
    assert (claim.zone, claim.predicate) == ("hijau", None)
