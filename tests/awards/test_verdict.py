"""Is it an award story, and what spoke for or against it?"""

from datetime import datetime

import pytest

from tests.awards.stories import GRANT, HEADLINE, WIB, read

SCHEME = "penilaian kepatuhan penyelenggaraan pelayanan publik"


def cues(text: str, title: str) -> dict[str, float]:
    return {reason.cue: reason.weight for reason in read(text, title).reasons}


@pytest.mark.parametrize(
    ("title", "text", "cue", "speaks_for"),
    [
        (HEADLINE, f"{GRANT} dengan nilai 92,11.", "headline grants", True),
        ("Kendal Bidik Zona Hijau Ombudsman", f"{GRANT}.", "headline wishes", False),
        ("Ombudsman Gelar Sosialisasi di Kendal", f"{GRANT}.", "headline tells of a stage", False),
        ("Kick Off Penilaian Ombudsman di Kendal", f"{GRANT}.", "headline tells of a stage", False),
        ("Ombudsman Terima 663 Aduan", f"{GRANT}.", "headline complains", False),
        ("Kabar Kendal", f"{GRANT} dengan nilai 92,11.", "lead grants", True),
        (
            "Kabar Kendal",
            f"Sosialisasi {SCHEME} Ombudsman di Kendal.",
            "lead tells of a stage",
            False,
        ),
        ("Kabar Kendal", f"Warga mengeluh soal {SCHEME} Ombudsman.", "lead complains", False),
        (
            "Kabar Kendal",
            f"Kendal mengincar nilai 95 pada {SCHEME} Ombudsman.",
            "lead wishes",
            False,
        ),
        (HEADLINE, f"{GRANT}.", "headline names the scheme", True),
        (HEADLINE, f"{GRANT} dengan nilai 92,11.", "score granted", True),
        (HEADLINE, f"{GRANT} dengan zona hijau.", "result granted", True),
        (
            "Daftar Penerima Penghargaan Ombudsman",
            f"{GRANT}.",
            "headline names winners",
            True,
        ),
        ("Kabar Kendal", f"{GRANT}.", "the first sentence grants", True),
        ("Kabar Kendal", f"{GRANT}. Piagam diserahkan Senin.", "handed over or announced", True),
        ("Kabar Kendal", f"{GRANT}.", "headline is silent on awards", False),
        ("Cek Fakta: Kendal Raih Zona Hijau", f"{GRANT}.", "headline checks a fact", False),
        ("Apa Itu Zona Hijau Ombudsman?", f"{GRANT}.", "headline explains", False),
        (
            "Kendal Masuk Nominasi Penghargaan Ombudsman",
            f"{GRANT}.",
            "headline tells of nominees",
            False,
        ),
        (
            "Bupati Kendal Hadiri Penganugerahan Ombudsman",
            f"{GRANT}.",
            "headline attends a ceremony",
            False,
        ),
        (
            "Guru di Kendal Raih Penghargaan",
            f"{GRANT}.",
            "headline rewards persons or firms",
            False,
        ),
        (
            "Kendal Terima Penghargaan Ombudsman atas Layanan Warga",
            f"{GRANT}.",
            "headline grants",
            True,
        ),
        (
            "Penghargaan Kepatuhan Ombudsman Lagi-lagi untuk Kendal",
            f"{GRANT}.",
            "headline hands it over",
            True,
        ),
        (
            "PWI Anugerahi Bupati Kendal Special Award",
            f"Special Award PWI diberikan kepada Bupati Kendal. Acara digelar di pendopo. {GRANT}.",
            "headline tells of another award",
            False,
        ),
        (
            "35 Daerah Peraih Zona Hijau Mulai Diperiksa Ombudsman",
            f"{GRANT}.",
            "headline tells of a stage",
            False,
        ),
        (
            "Sebelum Ditangkap, Bupati Kendal Sempat Diperingatkan Ombudsman",
            f"{GRANT}.",
            "headline complains",
            False,
        ),
        (
            "Raih Zona Hijau Ketiga Kali, Bupati Kendal Optimis",
            f"{GRANT}.",
            "headline wishes",
            False,
        ),
        (
            "Sembilan Satuan Kerja Diberi Penghargaan oleh Kanwil Kemenkumham",
            f"{GRANT}.",
            "a region rewards its own",
            False,
        ),
        (
            "Tiga OPD Diapresiasi Pj Bupati Kendal",
            f"{GRANT}.",
            "a region rewards its own",
            False,
        ),
        (
            "Nilai Kepatuhan 2024 Keluar",
            f"Hasil {SCHEME} Ombudsman 2024: "
            + ", ".join(
                f"Kabupaten {name} {90 + place},11"
                for place, name in enumerate(
                    ("Kendal", "Blora", "Demak", "Jepara", "Klaten", "Sragen", "Wonogiri", "Brebes")
                )
            )
            + ".",
            "a long list of recipients",
            True,
        ),
        (
            "Satu Daerah Menolak Dinilai",
            f"Hasil {SCHEME} Ombudsman 2024: Kabupaten Kendal 92,11 dan Kabupaten Batang 91,20.",
            "several with scores",
            True,
        ),
        (
            "Penghargaan Kepatuhan Segera Diserahkan Ombudsman",
            f"Hasil {SCHEME} Ombudsman akan dibacakan besok.",
            "headline wishes",
            False,
        ),
        (
            "Kabar Kendal",
            f"Hasil {SCHEME} Ombudsman baru akan diumumkan Desember.",
            "result still to come",
            False,
        ),
        (
            "Kabar Kendal",
            f"Nilai sementara Kendal 90,11 pada {SCHEME} Ombudsman.",
            "result not final",
            False,
        ),
        (
            "Kabar Kendal",
            f"Kendal pernah meraih zona hijau pada {SCHEME} Ombudsman.",
            "results only of the past",
            False,
        ),
        (
            "Kabar Kendal",
            f"Kendal belum meraih zona hijau pada {SCHEME} Ombudsman.",
            "results wished for or denied",
            False,
        ),
    ],
)
def test_each_cue_speaks_for_or_against(
    title: str, text: str, cue: str, *, speaks_for: bool
) -> None:
    assert (cues(text, title)[cue] > 0) is speaks_for


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (HEADLINE, f"{GRANT} dengan nilai 92,11."),
        pytest.param("Kabar Kendal", f"{GRANT} dengan nilai 92,11."),
        (
            "Nilai Kepatuhan Kendal Turun, Ombudsman Beri Zona Kuning",
            f"Nilai {SCHEME} Kendal tahun 2024 turun menjadi 70,20 dan masuk zona kuning.",
        ),
        (
            "Kendal Gagal Raih Zona Hijau Ombudsman",
            f"Pemkab Kendal gagal meraih zona hijau dalam {SCHEME}"
            " tahun 2024. Nilainya 70,20 sehingga masuk zona kuning.",
        ),
        pytest.param(
            "Kendal Masuk Zona Hijau",
            f"Pemkab Kendal mampu meraih nilai 92,11 dalam {SCHEME} tahun 2024 dari Ombudsman RI.",
        ),
    ],
)
def test_a_result_that_was_announced_is_an_award_story(title: str, text: str) -> None:
    reading = read(text, title)

    assert reading.is_award_story
    assert reading.confidence >= 0.5


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Kendal Targetkan Zona Hijau",
            f"Pemkab Kendal menargetkan nilai 95 pada {SCHEME} Ombudsman RI tahun 2024.",
        ),
        (
            "Kendal Siapkan Diri",
            f"Pemkab Kendal menargetkan meraih zona hijau dalam {SCHEME} 2024 oleh Ombudsman RI.",
        ),
        (
            "Kendal Ingin Zona Hijau Ombudsman",
            f"Pemkab Kendal berharap meraih nilai 95 dalam {SCHEME}.",
        ),
        (
            "Kendal Siap Raih Zona Hijau",
            f"Pemkab Kendal bersiap menghadapi {SCHEME} Ombudsman. Tahun 2023 nilainya 90,11.",
        ),
        (
            "Ombudsman Kunjungi Kendal",
            f"Tim Ombudsman melakukan verifikasi lapangan {SCHEME} di Kendal."
            " Tahun lalu Kendal meraih nilai 90,11.",
        ),
        (
            "Warga Keluhkan Layanan",
            "Ombudsman menerima 45 laporan warga Kabupaten Kendal soal pelayanan publik.",
        ),
        (
            "Siswa Kendal Raih Juara 1",
            "Siswa SMA di Kabupaten Kendal meraih nilai 97,84 dalam lomba sains."
            " Pelayanan publik turut hadir.",
        ),
        (
            "Pelayanan Publik Makin Baik",
            "Bupati Kendal memuji pelayanan publik di Kendal, Senin (2/12/2024).",
        ),
        ("Kendal Raih WTP?", "BPK belum memberi opini WTP kepada Pemkab Kendal."),
        (
            "Sekda Kendal Dorong Semua Kantor Raih Predikat WBK",
            "Sekda Kendal membuka apel di halaman Polres Kendal. Baru RSUD dr. Soewondo Kendal yang"
            " meraih predikat WBK. Ia yakin Polres Kendal mampu meraih predikat WBK.",
        ),
        (
            "Lusa, Menteri Serahkan Penghargaan Top 45",
            "Penghargaan Top 45 Inovasi Pelayanan Publik rencananya diserahkan di Solo. Forum itu"
            " mempelajari inovasi dari Kabupaten Kendal.",
        ),
        (
            "Panelis Top 99 Puji Dua Inovasi Kendal",
            "Bupati Kendal mempresentasikan dua inovasi dalam wawancara Kompetisi Inovasi Pelayanan"
            " Publik. Keduanya masuk Top 99 Inovasi Pelayanan Publik. Ia yakin lolos ke Top 45.",
        ),
        (
            "Opini WTP Kendal Bukan Berarti Tanpa Masalah",
            "Opini WTP yang diberikan BPK kepada Pemkab Kendal bukan berarti pekerjaan selesai."
            " Ketua fraksi meminta Pemkab Kendal membenahi catatan BPK.",
        ),
        (
            "Siapa Juara Kota Terbersih? Benarkah Bukan Kendal Melainkan Demak",
            "Kisah Piala Adipura Kencana 2024 membuat warga bangga.",
        ),
        (
            "Pemprov Jateng Targetkan SAKIP 2019 Raih Predikat A",
            "Pemprov Jateng menargetkan nilai A pada rapor SAKIP. Tahun 2018 predikatnya masih B."
            " Tiga tahun sudah predikat B dipertahankan. Tujuh pemda meraih predikat A, yakni"
            " Pemkab Kendal, Batang, Demak, Kudus, Jepara, Blora, dan Sragen.",
        ),
    ],
)
def test_what_was_not_granted_is_no_award_story(title: str, text: str) -> None:
    reading = read(text, title)

    assert not reading.is_award_story
    assert reading.claims == ()


def test_results_of_an_old_edition_retold_are_no_news() -> None:
    text = f"Pemkab Kendal meraih nilai 90,11 dalam {SCHEME} tahun 2022 dari Ombudsman RI."
    reading = read(text, HEADLINE, datetime(2024, 8, 1, tzinfo=WIB))

    assert not reading.is_award_story


def test_results_that_are_made_known_late_are_news() -> None:
    text = (
        "KPK merilis Survei Penilaian Integritas tahun 2017. Pemprov Papua diberi skor 52,91 dan"
        " Pemprov Maluku meraih skor 55,29."
    )

    assert read(text, "Survei Integritas 2017", datetime(2018, 11, 22, tzinfo=WIB)).is_award_story


def test_a_story_without_a_word_of_any_scheme_is_not_read_further() -> None:
    reading = read("Cuaca di Semarang cerah.", "Cuaca")

    assert (reading.is_award_story, reading.confidence, reading.reasons) == (False, 0.0, ())


def test_confidence_never_speaks_for_a_story_without_claims() -> None:
    reading = read(
        f"Kementerian Agama meraih nilai 94,40 dalam {SCHEME} tahun 2024 dari Ombudsman RI.",
        "Kementerian Agama Raih Zona Hijau Ombudsman",
    )

    assert reading.is_award_story or reading.confidence < 0.5


def test_firms_beside_governments_do_not_make_it_an_award_of_firms() -> None:
    lead = "Penghargaan untuk pemerintah daerah dan perusahaan itu diberikan kepada Kota Bitung."
    reading = read(f"{lead} Kota Bitung meraih Paritrana Award 2025.", "Paritrana Award 2025")

    assert "lead rewards persons or firms" not in {reason.cue for reason in reading.reasons}
