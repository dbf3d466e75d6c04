"""`backstride plan`: the next session, why, how one trains, and a calendar of it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command

SCREENED = "y\nn\nn\nn\nn\nn\nn\n"


@pytest.fixture
def screened(say: Command) -> Command:
    say("screen", text=SCREENED)
    say("checkin", "--site", "low_back=1", "--none-of-these")
    return say


def test_without_a_plan_it_says_where_one_would_begin_r_prog_01(screened: Command) -> None:
    said = screened("plan").out
    assert "No plan yet." in said
    assert "one walk of 30 minutes" in said
    assert "plan set ladder" in said
    assert screened("plan", "--json").json["mode"] is None


def test_the_ladder_is_told_in_plain_words_with_its_row_r_prog_10(screened: Command) -> None:
    said = screened("plan", "set", "ladder", "--from", "W1")
    words = " ".join(said.out.split())
    assert said.code == 0
    assert "Today: walk 30 min" in words
    assert "R-PROG-10 row 12" in words
    assert "6 × 2 run, 1½ walk" in words
    assert "Mon 23 Nov planned walk-run W0 30 min" in words
    found = screened("plan", "--json").json
    assert (found["mode"], found["stage"], found["decision"], found["row"]) == (
        "ladder", "W0", "HOLD", 12,
    )  # fmt: skip
    assert found["today"]["cap_km"] is None
    assert [day["mark"] for day in found["week"]].count("planned") == 3


def test_a_goal_and_a_move_can_be_taken_back(screened: Command) -> None:
    assert screened("plan", "set", "free").code == 0
    said = screened("plan", "set", "goal", "10km", "--by", "2027-03-20").out
    assert "Goal: 10.0 km by Sat 20 Mar 2027" in said
    assert screened("plan", "move", "2026-11-25", "2026-11-26").code == 0
    marks = [
        day["date"] for day in screened("plan", "--json").json["week"] if day["mark"] == "planned"
    ]
    assert marks == ["2026-11-23", "2026-11-26", "2026-11-28"]
    screened("undo")
    screened("undo")
    assert screened("plan", "--json").json["goal"] is None


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("set", "ladder", "--from", "W99"), "W0 to W12"),
        (("set", "ladder", "--from", "W1", "--days", "mon,tue"), "R-PROG-02"),
        (("set", "goal", "10km"), "--by 2027-03-20"),
        (("set", "goal", "far", "--by", "2027-03-20"), "as a distance"),
        (("move", "2026-11-25", "2026-11-26"), "plan set free"),
        (("export", "plan.ics"), "no plan to write"),
    ],
)
def test_what_cant_be_gets_a_sentence(
    screened: Command, words: tuple[str, ...], answer: str
) -> None:
    said = screened("plan", *words)
    assert said.code == 1
    assert answer in said.err


def test_nothing_stands_beside_an_emergency_r_red_40(screened: Command) -> None:
    screened("plan", "set", "free")
    screened("checkin", "--flag", "saddle_numb")
    said = screened("plan").out
    assert said.startswith("SEEK CARE  EMERGENCY")
    assert "Run" not in said


def test_the_calendar_is_written_once_and_never_over_another(
    screened: Command, tmp_path: Path
) -> None:
    screened("plan", "set", "free")
    file = tmp_path / "plan.ics"
    assert screened("plan", "export", str(file)).code == 0
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert screened("plan", "export", str(file)).code == 1
    assert screened("plan", "export", str(file), "--force").code == 0
