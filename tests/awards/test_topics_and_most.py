"""Words that only look like a wish, what the most have, and what an average reaches."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize("topic", ["Kalau di Sulsel itu", "Kalau untuk Sulsel,", "Kalau soal itu,"])
def test_a_topic_is_no_condition(topic: str) -> None:
    claims = read(
        f"Ombudsman menyampaikan nilai survei kepatuhan tahun 2021. {topic} ada tiga daerah yang"
        " zona hijau, yakni Bulukumba, Pinrang dan Enrekang.",
        "Ombudsman Sampaikan Nilai Survei Kepatuhan",
    ).claims
    assert {claim.recipient: claim.zone for claim in claims} == dict.fromkeys(
        ("Kabupaten Bulukumba", "Kabupaten Pinrang", "Kabupaten Enrekang"), "hijau"
    )


def test_a_condition_is_still_one() -> None:
    claims = read(
        "Kabupaten Pinrang meraih nilai 80,12 dalam penilaian kepatuhan Ombudsman tahun 2022. Kalau"
        " di tahun depan meraih 90,50, Pinrang menyandang kualitas tertinggi.",
        "Kabupaten Pinrang Raih Nilai 80,12 dari Ombudsman",
    ).claims
    assert [claim.score for claim in claims] == [80.12]


def test_what_proves_itself_is_no_wish() -> None:
    claims = read(
        "Pemkab Blora meraih nilai 89,23 dalam penilaian kepatuhan Ombudsman tahun 2023. Dinas"
        " Sosial mendapat nilai 88,10, Dinas Kesehatan membuktikan dengan bisa menjadi yang"
        " tertinggi tahun ini nilainya 90,10.",
        "Pemkab Blora Raih Nilai 89,23 dari Ombudsman",
    ).claims
    assert [(u.unit, u.score) for u in claims[0].units] == [("Dinsos", 88.1), ("Dinkes", 90.1)]


@pytest.mark.parametrize("most", ["sebagian besar", "mayoritas", "kebanyakan"])
def test_what_the_most_have_is_of_no_list_further_on(most: str) -> None:
    claims = read(
        f"Hasil survei kepatuhan Ombudsman tahun 2022, {most} daerah di Papua masih berada di zona"
        " merah. Masyarakat belum memahami cara mengadu. Ia berharap jaringan di empat provinsi"
        " yakni Papua, Papua Tengah, Papua Pegunungan dan Papua Selatan menguat. Daerah yang masuk"
        " zona hijau yakni Kabupaten Jayawijaya dan Kabupaten Kepulauan Yapen.",
        "Dua Daerah di Papua Masuk Zona Hijau Ombudsman",
    ).claims
    assert {claim.recipient for claim in claims if claim.zone} == {
        "Kabupaten Jayawijaya",
        "Kabupaten Kepulauan Yapen",
    }


def test_an_effort_to_keep_an_award_is_no_award() -> None:
    told = read(
        "Pengadilan Agama Kebumen selama tahun 2021 mengadili 3.312 perkara. Pengadilan ini salah"
        " satu yang memperoleh sertifikat Wilayah Bebas Korupsi (WBK) dari KemenPANRB. Imbauan"
        " mencegah korupsi dipasang.",
        "Upaya Pengadilan Agama Kebumen Mempertahankan WBK",
    )
    assert not told.is_award_story


@pytest.mark.parametrize("rise", ["peningkatan signifikan", "kenaikan", "peningkatan yang pesat"])
def test_a_rise_with_a_score_tells_the_score(rise: str) -> None:
    claims = read(
        f"Pada 2023 Kabupaten Sigi mengalami {rise} dengan nilai 86,65 atau Kategori B dalam"
        " penilaian kepatuhan Ombudsman.",
        "Kabupaten Sigi Masuk Zona Hijau Ombudsman",
        None,
    ).claims
    assert [claim.score for claim in claims] == [86.65]


def test_a_department_of_the_provincial_police_receives_for_itself() -> None:
    claims = read(
        "Ditreskrimsus Polda Kalsel meraih predikat WBBM dari Kementerian PANRB.",
        "Ditreskrimsus Polda Kalsel Raih WBBM",
    ).claims
    assert [claim.recipient for claim in claims] == ["Ditreskrimsus Polda Kalimantan Selatan"]


def test_the_class_of_an_average_is_nobodys() -> None:
    claims = read(
        "Polda Babel menerima hasil penilaian kepatuhan tahun 2023 dari Ombudsman. Nilai rata-rata"
        " Polres se-Bangka Belitung memperoleh kualitas tinggi dan Polres Belitung Timur meraih"
        " nilai 92,99.",
        "Polres Belitung Timur Raih Nilai 92,99 dari Ombudsman",
    ).claims
    assert {c.recipient for c in claims if c.predicate} <= {"Polres Belitung Timur"}
