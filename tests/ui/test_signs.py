"""The signs of the setting are those of the whole app."""

import pytest

from tests.ui.conftest import BACK, Sits
from tracker.diary.book import Book
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry
from tracker.domain.pain import Night
from tracker.ui.glyphs import FULL, PLAIN, Glyphs, glyphs_for


@pytest.mark.parametrize(
    ("setting", "environ", "signs"),
    [
        ("braille", {"TERM": "linux"}, FULL),
        ("blocks", {}, FULL),
        ("console", {}, PLAIN),
        ("plain", {}, PLAIN),
        ("full", {"TERM": "linux"}, FULL),
        ("auto", {"TERM": "linux"}, PLAIN),
        ("auto", {"TERM": "xterm-256color"}, FULL),
        ("auto", {"LC_ALL": "de_DE.ISO-8859-1"}, PLAIN),
    ],
)
def test_signs_and_charts_go_by_the_same_setting(
    setting: str, environ: dict[str, str], signs: Glyphs, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_CTYPE", "LANG", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert glyphs_for(setting) is signs


async def test_the_nights_that_pain_woke_are_counted_beside_the_chart(
    sits_down: Sits, diary: Book
) -> None:
    save_check_in(diary, CheckInEntry(scores={BACK: 3}, night=Night.WAKES))
    async with sits_down((120, 40)) as person:
        await person.press("escape", "4", "enter")
        await person.sees("score of a day", "woken 1 of 1 answered")
        await person.press("v", "v")
        await person.sees("0-2 comfort")
