"""`backstride trend`: chart, table and JSON of the same days (R-AN-02, R-AN-08)."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tracker.diary.book import Book, open_book, save_settings
from tracker.domain.settings import DistanceUnit
from tracker.rules.wording import forbidden_words

MONDAY = "2026-11-16"


@pytest.fixture
def a_week(say: Command) -> None:
    """Log a week that ends on Sunday, 22 November, and a run without a distance after it."""
    nights = ("none", "moving", "wakes", "none", "none", "none", "wakes")
    for number, night in enumerate(nights):
        day = f"2026-11-{16 + number}"
        written = say(
            "checkin", "--date", day, "--site", f"back={number % 4}", "--site", "shin:L=1",
            "--night", night, "--none-of-these",
        )  # fmt: skip
        assert written.code == 0, written.err
    assert say("run", "add", "5km", "30", "--at", "2026-11-17 18:00").code == 0
    assert say("run", "add", "7km", "42", "--at", "2026-11-21 18:00").code == 0


RANGES = {
    "1d": 1, "14d": 14, "6w": 42, "6 W": 42, "1m": 31, "1y": 365, "all": 8, " ALL ": 8,
}  # fmt: skip


@pytest.mark.usefixtures("a_week")
@pytest.mark.parametrize(("words", "days"), RANGES.items())
def test_a_range_ends_today_and_has_every_day_once(say: Command, words: str, days: int) -> None:
    found = say("trend", "--range", words, "--json").json
    dates = [day["date"] for day in found["days"]]
    assert len(dates) == len(set(dates)) == days
    assert (found["from"], found["to"]) == (dates[0], "2026-11-23")


@pytest.mark.parametrize("words", ["", "0d", "6", "w", "1.5w", "-3d", "6x", "99999y", "٣w", "\x1b"])
def test_a_range_that_cant_be_read_says_what_to_type(say: Command, words: str) -> None:
    said = say("trend", f"--range={words}")
    assert (said.code, said.out) == (1, "")
    assert "Use all, or a number with d, w, m or y, like 6w or 3m." in said.err
    assert "\x1b" not in said.err


@pytest.mark.usefixtures("a_week")
@pytest.mark.parametrize(
    ("words", "key"),
    [("back", "low_back"), ("low_back:C", "low_back"), ("shin", "shin:L"), ("Left shin", "shin:L"),
     ("SHIN:L", "shin:L"), ("shin:r", "shin:R")],
)  # fmt: skip
def test_a_site_in_each_of_its_forms(say: Command, words: str, key: str) -> None:
    assert say("trend", "--site", words, "--json").json["site"] == key


def test_a_site_under_the_persons_own_name(say: Command) -> None:
    written = say("checkin", "--site", "other:L=3", "--none-of-these")
    assert written.code == 0
    found = say("trend", "--json", "--range", "1d").json["days"][0]["scores"]
    (key,) = found
    assert say("trend", "--site", key, "--json").json["site"] == key


@pytest.mark.parametrize("words", ["nope", "", "low_back:X"])
def test_a_site_that_is_none_is_refused(say: Command, words: str) -> None:
    said = say("trend", f"--site={words}")
    assert (said.code, said.out) == (1, "")
    assert "low_back" in said.err


@pytest.mark.usefixtures("a_week")
def test_r_an_08_the_table_ends_each_week_with_its_sum_and_n(say: Command) -> None:
    lines = say("trend", "--table", "--range", "8d").out.splitlines()
    assert lines[0].split() == [
        "date", "Low", "back", "L", "shin", "mean", "7", "d", "median", "n", "km", "night",
    ]  # fmt: skip
    assert lines[7].split() == ["Sun", "22", "Nov", "2026", "2", "1", "1.6", "1.0", "7/7", "woke"]
    assert " ".join(lines[8].split()) == ("16 – 22 Nov 2026 worst 3 worst 1 1.6 1.0 7/7 12.0 2/7")
    assert lines[9] == ""
    assert lines[10].split() == ["Mon", "23", "Nov", "2026", "–", "–", "1.7", "1.5", "6/7", "–"]
    assert lines[11].split() == ["23", "Nov", "2026", "–", "–", "–", "–", "0/1", "–"]
    notes = " ".join(lines[12:]).strip()
    assert notes.startswith("7 of 8 days logged. A dash is what was not logged, never a 0.")
    assert "each day's highest score" in notes
    assert "R-AN-02" in notes
    assert forbidden_words(notes) == ()
    assert max(map(len, lines)) < 80


@pytest.mark.usefixtures("a_week")
def test_the_table_of_one_site_has_its_own_mean(say: Command) -> None:
    out = say("trend", "--table", "--range", "8d", "--site", "shin").out
    assert "16 – 22 Nov 2026    worst 1       1.0     1.0  7/7  12.0     2/7" in out
    assert "highest" not in out


def choose(path: Path, **settings: object) -> None:
    """Keep settings in a file."""
    diary = open_book(path, lambda: datetime(2026, 11, 23, 7, 12, tzinfo=UTC))
    assert isinstance(diary, Book)
    save_settings(diary, replace(diary.settings, **settings))  # type: ignore[arg-type]


@pytest.mark.usefixtures("a_week")
def test_miles_are_miles(say: Command, diary_file: Path) -> None:
    choose(diary_file, unit=DistanceUnit.MI)
    lines = say("trend", "--table", "--range", "8d").out.splitlines()
    assert "   mi   night" in lines[0]
    assert "  7.5     2/7" in lines[8]


@pytest.mark.usefixtures("a_week")
def test_weeks_begin_as_the_settings_say(say: Command, diary_file: Path) -> None:
    choose(diary_file, week_starts_monday=False)
    assert "22 – 23 Nov 2026" in say("trend", "--table", "--range", "8d").out


def test_an_empty_diary_says_how_to_begin(say: Command) -> None:
    said = say("trend", "--table")
    assert (said.code, said.out.count("\n")) == (0, 1)
    assert "backstride checkin" in said.out
    assert "No check-ins yet" in say("trend").out
    found = say("trend", "--json", "--range", "2d").json["days"]
    assert [(day["scores"], day["max"], day["mean7"], day["n7"]) for day in found] == [
        ({}, None, None, 0)
    ] * 2


@pytest.mark.usefixtures("a_week")
@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_the_chart_keeps_to_the_width_and_has_no_escape_code_in_a_pipe(
    say: Command, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for words in ("2w", "1y", "10y"):
        said = say("trend", "--range", words)
        assert said.code == 0
        assert "\x1b" not in said.out
        assert max(map(len, said.out.splitlines())) <= min(width, 120)


@pytest.mark.usefixtures("a_week")
def test_the_chart_follows_the_signs_of_the_settings_and_of_the_terminal(
    say: Command, monkeypatch: pytest.MonkeyPatch, diary_file: Path
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "⠒" in say("trend").out
    choose(diary_file, glyphs="blocks")
    assert "⠒" not in say("trend").out
    assert "●" in say("trend").out
    choose(diary_file, glyphs="auto")
    monkeypatch.setenv("LC_ALL", "de_DE.ISO-8859-1")
    assert say("trend").out.split("\n", 1)[1].isascii()
