"""Stories whose headline is about somebody who got nothing, or about another award."""

from tests.awards.stories import read

WBK = "predikat Wilayah Bebas dari Korupsi (WBK) dari Kementerian PANRB"


def test_who_has_not_got_it_is_the_story_and_not_those_it_is_compared_with() -> None:
    text = (
        f"Kantor Imigrasi Sibolga belum pernah meraih {WBK}. Kantor Imigrasi Kelas II Tegal pada"
        " Desember 2022 telah meraih predikat WBK tersebut."
    )

    reading = read(text, "Lima Tahun Berlalu, Imigrasi Sibolga Belum Dapat WBK", None)

    assert "headline denies" in {reason.cue for reason in reading.reasons}
    assert not reading.is_award_story


def test_who_failed_and_got_something_less_has_got_that() -> None:
    text = "Kabupaten Blora menerima opini WDP dari BPK atas laporan keuangan tahun 2023."

    reading = read(text, "Blora Gagal Raih WTP", None)

    assert "headline denies" not in {reason.cue for reason in reading.reasons}


def test_a_scheme_that_is_only_wished_for_gives_no_first_place() -> None:
    text = (
        "Lapas Kelas IIB Tegal menjadi lapas terbaik pertama se-Indonesia dalam pembinaan warga"
        " binaan. Penghargaan diserahkan pada Hari Bhakti Pemasyarakatan. Kepala lapas berterima"
        " kasih kepada jajarannya yang bekerja tanpa kenal waktu untuk melayani keluarga warga"
        " binaan, dan kepada pemerintah kota yang membantu pelatihan kerja selama tiga tahun"
        " terakhir di bengkel dan kebun lapas. Ia berharap Lapas Kelas IIB Tegal juga bisa"
        " mendapat predikat Wilayah Bebas dari Korupsi (WBK) tahun depan, sebab penilaiannya"
        " akan segera dimulai dan seluruh pegawai sudah siap."
    )

    reading = read(text, "Lapas Tegal Jadi Lapas Terbaik Pertama di Indonesia", None)

    assert not reading.is_award_story


def test_beside_one_two_others_share_what_they_have() -> None:
    text = (
        "Pemkab Bantul meraih SAKIP kategori A dari KemenPANRB. Selain DIY, Pemkab Banyuwangi dan"
        " Pemkot Surabaya tahun ini juga meraih SAKIP kategori AA."
    )

    claims = read(text, "Bantul Raih SAKIP Kategori A", None).claims

    told = {claim.recipient: claim.category for claim in claims}
    assert (told["Kabupaten Banyuwangi"], told["Kota Surabaya"]) == ("AA", "AA")


def test_an_everyday_word_in_a_list_with_a_city_is_a_region() -> None:
    text = (
        "Pemkab Lombok Barat meraih predikat B dalam evaluasi SAKIP dari KemenPANRB. Daerah lainnya"
        " adalah Mataram, Kota Bima, dan Lombok Utara."
    )

    claims = read(text, "Lombok Barat Raih Predikat B SAKIP", None).claims

    assert "Kota Mataram" in {claim.recipient for claim in claims}
