"""The language of a story is told by its small words."""

import pytest

from crawler.extraction.language import language_of

STORIES = {
    "id": "Pemerintah Kabupaten Blora meraih nilai 97,84 dalam penilaian kepatuhan yang digelar"
    " Ombudsman. Piagam itu diserahkan kepada bupati di Semarang dan akan dipasang di kantor.",
    "en": "The government of the regency was given a score of 97 in the assessment that is held"
    " by the ombudsman each year. The regent said it was the best of the province.",
    "jv": "Bupati Blora nampa piagam saka Ombudsman ing Semarang. Iki kang kaping telu, lan kabeh"
    " warga melu seneng amarga layanan ing kantor wis luwih apik. Ora ana sing wani nyuwun dhuwit.",
    "su": "Bupati nampi piagam ti Ombudsman anu diserenkeun di Bandung. Ieu téh anu katilu kalina,"
    " jeung sakabéh warga bungah ku pelayanan nu beuki hadé. Teu aya nu menta duit ka warga.",
}


@pytest.mark.parametrize("language", STORIES)
def test_a_story_is_of_the_language_of_its_small_words(language: str) -> None:
    assert language_of(STORIES[language]) == language


@pytest.mark.parametrize("text", ["", "Blora 97,84", "Demak " * 40, "98 " * 100])
def test_what_does_not_tell_is_left_open(text: str) -> None:
    assert language_of(text) is None
