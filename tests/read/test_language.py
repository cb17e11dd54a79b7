"""Which language a report is in: only what is surely another one is not read."""

from __future__ import annotations

import pytest

from onrecord.config import Config
from onrecord.read import Supplied, language_name, make_report
from onrecord.read.language import detect_language

SAMPLES = {
    "en": "The two ministers met in the old harbour on Monday and agreed to open a joint patrol by June. ",
    "fr": "Le ministre a rencontré son homologue danois à Oslo lundi matin et a promis une réponse rapide. ",
    "de": "Der Minister traf am Montag seinen dänischen Amtskollegen und kündigte eine schnelle Antwort an. ",
    "es": "El ministro se reunió el lunes con su homólogo danés en Oslo y prometió una respuesta rápida. ",
    "ru": "Министр встретился в понедельник со своим датским коллегой в Осло и пообещал быстрый ответ. ",
    "ar": "التقى الوزير يوم الاثنين بنظيره الدنماركي في أوسلو ووعد برد سريع على المقترح الجديد. ",
    "zh": "部长周一在奥斯陆会见了丹麦同行，并承诺尽快对新提案作出答复，双方同意继续谈判。",
    "hi": "मंत्री ने सोमवार को ओस्लो में अपने डेनिश समकक्ष से मुलाकात की और जल्द जवाब देने का वादा किया। ",
    "tr": "Bakan pazartesi günü Oslo'da Danimarkalı mevkidaşıyla görüştü ve hızlı bir yanıt sözü verdi. ",
}


@pytest.mark.parametrize("code", sorted(SAMPLES))
def test_the_language_of_a_report(code: str) -> None:
    assert detect_language(SAMPLES[code] * 5) == code


def test_a_short_text_is_english_unless_its_letters_are_others() -> None:
    assert detect_language("Ana Lind, Oslo") == "en"
    assert detect_language(SAMPLES["ru"][:60]) in ("ru", "und")


def test_an_english_report_with_a_foreign_quotation_is_english() -> None:
    assert detect_language(SAMPLES["en"] * 4 + SAMPLES["fr"] + SAMPLES["en"] * 4) == "en"


def test_of_a_report_in_another_language_nothing_is_guessed() -> None:
    text = "Fjordposten\n\nOSLO, 3. März (dpa) - " + SAMPLES["de"] * 5
    report = make_report(text, Supplied(outlet="Abendblatt", published="2025-03-03"), "a.txt", Config())
    assert (report.language, report.outlet, report.text) == ("de", "Abendblatt", text)
    assert (report.dateline, report.title, report.agency) == (None, None, None)


def test_languages_have_names() -> None:
    assert (language_name("fr"), language_name("xx")) == ("French", "the language 'xx'")
