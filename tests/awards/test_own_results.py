"""What is told beside a body's own result: bounds, averages of others, places, former years."""

from tests.awards.stories import only_claim, read


def test_a_share_that_is_only_a_bound_is_no_score() -> None:
    text = "Pemkab Kendal mempertahankan poin MCP KPK 2024 diatas 90 persen."

    assert [claim.score for claim in read(text, "Kendal Raih Nilai MCP").claims] == [None]


def test_a_region_whose_average_is_named_receives_nothing() -> None:
    text = "Pemkab Kendal meraih nilai MCP KPK 2024 sebesar 91,02."

    claim = only_claim(text, "Nilai MCP Kendal Turun, Tapi di Atas Rata-rata Jawa Tengah")

    assert claim.recipient == "Kabupaten Kendal"


def test_behind_a_place_among_all_stands_the_body_s_own_score() -> None:
    text = (
        "KPK merilis Survei Penilaian Integritas (SPI) 2024. Provinsi Riau menempati posisi kedua"
        " secara nasional dengan nilai indeks 76,10."
    )

    claim = only_claim(text, "KPK Rilis SPI 2024")

    assert (claim.recipient, claim.score, claim.rank) == ("Provinsi Riau", 76.10, 2)


def test_who_is_named_as_one_of_the_others_has_a_score_as_they_do() -> None:
    text = (
        "KPK merilis Survei Penilaian Integritas (SPI) 2024. Provinsi lainnya, seperti Riau (72,75)"
        " dan Jambi (72,50), masuk kategori rentan."
    )

    claims = read(text, "KPK Rilis SPI 2024").claims

    assert {claim.recipient: claim.score for claim in claims} == {
        "Provinsi Riau": 72.75,
        "Provinsi Jambi": 72.50,
    }


def test_the_last_year_of_a_series_is_the_edition() -> None:
    text = (
        "Kabupaten Kendal mencatat nilai MCP KPK tahun 2023 sebesar 91,40 persen, sedangkan pada"
        " tahun 2024 nilai yang diraih menjadi 93,05 persen."
    )

    (claim,) = read(text, "Kendal Raih Nilai MCP", published=None).claims

    assert (claim.year, claim.score) == (2024, 93.05)
    assert [(each.year, each.score) for each in claim.previous] == [(2023, 91.40)]


def test_a_number_in_front_of_a_named_class_is_a_score() -> None:
    text = (
        "Pemkab Kendal meraih poin indek sistem merit 262 kategori baik pada Anugerah Meritokrasi."
    )

    claim = only_claim(text, "Kendal Raih Anugerah Meritokrasi")

    assert (claim.score, claim.predicate) == (262, "Baik")


def test_what_stands_behind_a_contrast_is_told_of_others() -> None:
    text = (
        "Sebanyak 12 daerah menerima opini Wajar Tanpa Pengecualian (WTP) dari BPK, sementara satu"
        " daerah, yakni Kota Tegal, menerima opini Wajar Dengan Pengecualian (WDP) atas LKPD 2023."
    )

    (claim,) = read(text, "BPK Serahkan Opini atas LKPD 2023", published=None).claims

    assert (claim.recipient, claim.predicate) == ("Kota Tegal", "WDP")


def test_the_line_above_a_list_tells_the_kind_of_its_names() -> None:
    text = (
        "Berikut daftar penerima penghargaan TP2DD 2024:\n1. TP2DD Kota Terbaik 2024\n- Bogor\n"
        "- Tegal\n2. TP2DD Kabupaten Terbaik 2024\n- Semarang\n- Magelang"
    )

    assert {
        claim.recipient for claim in read(text, "Daftar Penerima Penghargaan TP2DD").claims
    } == {*("Kota Bogor", "Kota Tegal", "Kabupaten Semarang", "Kabupaten Magelang")}


def test_a_result_that_several_officials_receive_is_that_of_their_regions() -> None:
    text = (
        "Gubernur Riau menerima Nirwasita Tantra. Sementara itu, penghargaan Adipura Kencana 2024"
        " diterima oleh Wali Kota Tegal Budi Santoso, Wali Kota Bitung Ani Lestari, dan Bupati"
        " Kudus Sri Rejeki."
    )

    claims = read(text, "Gubernur Riau Terima Nirwasita Tantra").claims

    assert {(c.recipient, c.predicate) for c in claims if c.scheme == "adipura"} == {
        (name, "Adipura Kencana") for name in ("Kota Tegal", "Kota Bitung", "Kabupaten Kudus")
    }


def test_an_index_is_that_of_the_region_named_behind_its_short_name() -> None:
    text = (
        "KPK memberikan piagam kepada Pemprov Jambi sebagai peringkat kedua MCP 2024. Namun nilai"
        " MCP Riau mencapai 95,56 persen dan skor MCP Bali 93,10 persen."
    )

    scores = {c.recipient: c.score for c in read(text, "Penghargaan MCP KPK Diserahkan").claims}

    assert (scores["Provinsi Riau"], scores["Provinsi Bali"]) == (95.56, 93.10)


def test_the_ombudsman_s_score_for_standards_of_service_means_the_assessment() -> None:
    text = (
        "Nilai standar pelayanan publik tahun 2024 diumumkan. Pada penghargaan Ombudsman RI itu"
        " Pemkab Kendal mendapatkan nilai 88,41."
    )

    claim = only_claim(text, "Kendal Terima Penghargaan")

    assert (claim.recipient, claim.scheme, claim.score, claim.year) == (
        "Kabupaten Kendal",
        "ombudsman-kepatuhan",
        88.41,
        2024,
    )


def test_places_behind_a_tie_are_told_of_nobody() -> None:
    text = (
        "Kota Bitung menempati peringkat pertama MCP KPK 2024 dengan skor 99, diikuti Kota Tegal"
        " dan Kota Blitar yang sama-sama mendapatkan skor 98."
    )

    ranks = {c.recipient: c.rank for c in read(text, "Tiga Kota Raih Nilai MCP Tertinggi").claims}

    assert ranks == {"Kota Bitung": 1, "Kota Tegal": 2, "Kota Blitar": None}


def test_predicates_of_former_years_stand_in_front_of_the_new_one() -> None:
    text = (
        "Kota Bitung meraih penghargaan Kota Layak Anak setelah naik bertahap dari Pratama (2018),"
        " Madya (2019, 2021 dan 2022), hingga Nindya pada 2025."
    )

    (claim,) = read(text, "Bitung Naik Kelas", None).claims

    assert (claim.predicate, claim.year) == ("Nindya", 2025)


def test_an_edition_is_news_until_the_end_of_the_year_behind_it() -> None:
    text = (
        "Menteri menyerahkan Paritrana Tahun 2021 pada Kamis (27/10/2022). Kabupaten Jember meraih"
        " peringkat pertama kategori kabupaten."
    )

    assert [c.year for c in read(text, "Jember Raih Paritrana", None).claims] == [2021]


def test_a_number_called_a_score_behind_it_is_one_and_a_target_in_brackets_is_none() -> None:
    text = (
        "Pemkab Kendal menerima hasil MCP KPK 2024. Kendal 96 nilainya, hampir sempurna 100."
        " Dulu sebelum target (nilai) 91, nilai Kendal masih 87."
    )

    claim = only_claim(text, "Kendal Raih Nilai MCP KPK")

    assert (claim.score, [each.score for each in claim.previous]) == (96, [87])


def test_the_share_by_which_a_count_grew_is_no_score() -> None:
    text = (
        "Pemprov Riau masuk zona hijau Penilaian Kepatuhan 2024 dari Ombudsman RI. Peningkatan"
        " jumlah instansi di zona hijau sebesar 52,96% dibanding tahun lalu."
    )

    claim = only_claim(text, "Riau Masuk Zona Hijau Ombudsman")

    assert (claim.recipient, claim.zone, claim.score) == ("Provinsi Riau", "hijau", None)


def test_what_is_told_behind_who_lies_below_another_goes_back_to_the_first() -> None:
    text = (
        "Pemkot Tegal memperoleh nilai kepatuhan 58,99 dari Ombudsman RI tahun 2024. Pemkab Blora"
        " yang berada dua tingkat di bawah Pemkot Tegal hanya mendapatkan nilai 58,03."
    )

    claims = read(text, "Nilai Kepatuhan dari Ombudsman Diumumkan").claims

    assert {c.recipient: c.score for c in claims} == {"Kota Tegal": 58.99, "Kabupaten Blora": 58.03}


def test_an_opinion_held_once_is_not_the_new_one() -> None:
    text = (
        "BPK menyerahkan opini WTP atas LKPD 2023 kepada Pemkab Kendal. Pemkab Kendal yang sempat"
        " mendapat opini Disclaimer kini naik ke opini WTP."
    )

    (claim,) = read(text, "Kendal Raih Opini WTP", None).claims

    assert claim.predicate == "WTP"


def test_whom_a_class_is_for_explains_it() -> None:
    text = (
        "Penghargaan Adipura dianugerahkan oleh Kementerian Lingkungan Hidup kepada kota dan"
        " kabupaten yang bersih. Tahun 2023 Kota Tegal dan Kabupaten Pati menerima Adipura Kencana."
    )

    claims = read(text, "Dua Daerah Terima Adipura Kencana", None).claims

    assert {c.predicate for c in claims} == {"Adipura Kencana"}


def test_who_was_chosen_together_with_others_is_not_alone() -> None:
    text = (
        "Penghargaan Swasti Saba Padapa 2023 ini diberikan kepada tiga daerah. Kabupaten Kendal"
        " terpilih bersama Kabupaten Pati dan Kota Tegal."
    )

    claims = read(text, "Kabupaten Kendal Dapat Swasti Saba Padapa").claims

    assert {c.recipient for c in claims} == {"Kabupaten Kendal", "Kabupaten Pati", "Kota Tegal"}


def test_who_is_compared_with_has_what_a_clause_of_its_own_tells() -> None:
    text = (
        "Pemprov Riau menjadi terbaik pertama JDIHN Awards 2023 dari BPHN. Riau mengungguli Pemprov"
        " Jambi, yang harus puas dengan peringkat kedua."
    )

    claims = read(text, "Riau Raih JDIHN Awards 2023", None).claims

    assert {c.recipient: c.rank for c in claims} == {"Provinsi Riau": 1, "Provinsi Jambi": 2}


def test_examples_of_a_class_are_of_the_class() -> None:
    text = (
        "Ombudsman RI menyerahkan hasil penilaian kepatuhan 2024. Hanya dua daerah masuk zona hijau"
        " seperti Kabupaten Pati dengan nilai 89,92 dan Kabupaten Blora dengan nilai 84,36."
    )

    claims = read(text, "Ombudsman Serahkan Rapor Kepatuhan").claims

    assert {c.recipient: c.score for c in claims} == {
        "Kabupaten Pati": 89.92,
        "Kabupaten Blora": 84.36,
    }


def test_a_zone_of_so_many_is_nobody_s_though_another_zone_names_its_own() -> None:
    text = (
        "Ombudsman RI menyerahkan hasil penilaian kepatuhan 2024. Satu kabupaten masuk zona hijau,"
        " yakni Kabupaten Pati dengan nilai 87,83. Selain itu, terdapat zona kuning sebanyak 19"
        " kabupaten/kota dan zona merah terdapat dua kabupaten yaitu Kabupaten Blora dengan nilai"
        " 45,68 dan Kabupaten Rembang 31,97."
    )

    claims = read(text, "Pati Tertinggi dalam Penilaian Kepatuhan Ombudsman").claims

    assert {c.recipient: c.zone for c in claims} == {
        "Kabupaten Pati": "hijau",
        "Kabupaten Blora": "merah",
        "Kabupaten Rembang": "merah",
    }


def test_who_lost_to_another_is_told_of_and_not_the_other() -> None:
    text = (
        "Wakil Bupati Blora berfoto usai menerima Sertifikat Adipura 2023 di Jakarta. Sertifikat"
        " diterima Kabupaten Blora dari Menteri Lingkungan Hidup dan Kehutanan."
    )

    claims = read(text, "Kalah dengan Rembang, Blora Gagal Raih Piala Adipura", None).claims

    assert {c.recipient for c in claims} == {"Kabupaten Blora"}


def test_what_a_leader_hopes_for_behind_a_comma_is_not_what_was_given() -> None:
    text = (
        "Bupati Kendal berharap, Pemerintah Kabupaten (Pemkab) setempat dapat meraih Adipura"
        " Kencana. Harapan itu disampaikan saat menerima penghargaan Adipura 2023 dari KLHK."
    )

    (claim,) = read(text, "Terima Adipura, Bupati Kendal Harapkan Adipura Kencana", None).claims

    assert claim.predicate == "Adipura"


def test_classes_of_large_and_small_towns_are_no_ranking() -> None:
    text = (
        "Diserahkan pula penghargaan bagi penyusun laporan lingkungan terbaik.\nBerikut daftar"
        " peraih Adipura 2023 dari KLHK:\nKategori Kota Besar Penerima Adipura:\n- Kota"
        " Semarang\nKategori Kota Kecil Penerima Adipura:\n1. Kabupaten Pati\n2. Kabupaten"
        " Blora\n3. Kabupaten Kudus"
    )

    claims = read(text, "Daftar Penerima Adipura 2023", None).claims

    assert {c.recipient: c.rank for c in claims} == {
        "Kota Semarang": None,
        "Kabupaten Pati": None,
        "Kabupaten Blora": None,
        "Kabupaten Kudus": None,
    }
