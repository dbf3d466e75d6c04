"""`patterns` as text and as JSON (R-AN-05, R-AN-06, R-AN-08)."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.conftest import NOW, Command
from tests.forms import fill
from tracker.diary.book import Book, open_book
from tracker.diary.demo import make_demo
from tracker.diary.kinds.experiment import EXPERIMENT
from tracker.domain.experiment import Experiment

KEYS = {"exposure", "n", "with", "without", "verdict", "effect", "low", "high", "text"}
MOMENT = datetime.fromisoformat(NOW)


@pytest.fixture
def demo(diary_file: Path) -> Book:
    made = make_demo(diary_file, lambda: MOMENT)
    assert isinstance(made, Book)
    return made


@pytest.mark.usefixtures("demo")
def test_r_an_05_json_has_the_promised_keys(say: Command) -> None:
    found = say("patterns", "--json").json

    assert [each["exposure"] for each in found] == [
        "ran", "long_run", "stretched", "short_sleep", "long_sitting", "hard_surface",
    ]  # fmt: skip
    for each in found:
        assert set(each) == KEYS
        assert each["n"] == each["with"] + each["without"]
        assert (each["effect"] is None) == (each["low"] is None) == (each["high"] is None)
    assert found[0]["effect"] is not None
    assert found[0]["low"] < found[0]["effect"] < found[0]["high"]


def test_r_an_05_an_empty_diary_prints_null_and_the_gate(say: Command) -> None:
    found = say("patterns", "--json").json

    assert {each["verdict"] for each in found} == {"not enough days yet"}
    assert {each["effect"] for each in found} == {None}
    assert found[0]["text"] == (
        "Not enough days yet: 0 with, 0 without; need 8 each and 28 in total."
    )


@pytest.mark.usefixtures("demo")
def test_r_an_08_the_text_has_counts_days_and_gaps(say: Command) -> None:
    told = say("patterns")

    assert told.code == 0
    assert "Low back: what goes along with better or worse mornings  (R-AN-05, R-AN-08)" in told.out
    first = " ".join(told.out.split("\n\n")[1].split())
    assert "Ran: " in first
    assert "with, " in first
    assert " Nov 2025 – " in first
    assert "days left out." in first
    assert max(map(len, told.out.splitlines())) <= 80


@pytest.mark.usefixtures("demo")
def test_r_an_05_all_shows_the_others_as_exploratory(say: Command) -> None:
    assert "exploratory" not in say("patterns").out
    told = say("patterns", "--all").out

    assert "Cross-training (exploratory): " in told
    assert len(json.loads(say("patterns", "--all", "--json").out)) == 12


@pytest.mark.usefixtures("demo")
def test_r_an_05_another_site_and_one_that_is_none(say: Command) -> None:
    assert say("patterns", "--site", "achilles").out.startswith("Right Achilles: ")
    refused = say("patterns", "--site", "elbow")

    assert refused.code == 1
    assert '"elbow" is not a site.' in refused.err


def test_r_an_06_own_tests_stand_at_the_end(say: Command, diary_file: Path) -> None:
    opened = open_book(diary_file, lambda: MOMENT)
    assert isinstance(opened, Book)
    test = fill(opened, EXPERIMENT, own="evening \x1b[31mwalk", place="low_back")
    assert isinstance(test, Experiment)

    told = say("patterns").out

    after = " ".join(told[told.index("Own test: ") :].split())
    assert "Low back (R-AN-06)" in after
    assert "Test week 1 of 4: " in after
    assert "The means are shown when the test is over" in after
    assert "0 of 7" in after
    assert "\x1b" not in after
