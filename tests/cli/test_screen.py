"""The screening questions in the terminal (R-SCR-01 to R-SCR-08)."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

ALL_CLEAR = {
    "adult": True,
    "structural": False,
    "condition": False,
    "symptoms": False,
    "bone_risk": False,
    "pregnancy": False,
    "told_to_avoid": False,
}


def test_seven_questions_are_asked_where_the_eighth_is_not_due(say: Command) -> None:
    answer = say("screen", text="y\nn\nn\nn\nn\nn\nn\n")
    assert answer.code == 0
    assert answer.out.count(" of 8") == 7
    assert "Nothing in your answers says" in answer.out
    say("checkin", "--site", "low_back=0")
    assert say("today", "--json").json["outcome"] == "EASY"
    assert "How: effort 3 of 10, flat ground, easy enough to talk." in say("today").out


def test_questions_that_are_left_say_that_nothing_is_kept(say: Command) -> None:
    answer = say("screen", text="y\nn\n")
    assert answer.code == 1
    assert "nothing of them is kept" in answer.err
    assert "--answers FILE" in answer.err
    assert say("today", "--json").json["outcome"] == "NEEDS_SCREEN"


def test_a_known_condition_asks_whether_one_is_active(say: Command) -> None:
    answer = say("screen", text="y\nn\ny\nn\nn\nn\nn\ny\n")
    assert answer.out.count(" of 8") == 8
    assert "Moderate running" in answer.out


def test_pregnancy_names_whom_to_ask_r_scr_06(say: Command) -> None:
    answer = say("screen", text="y\nn\nn\nn\nn\ny\nn\n")
    assert "Ask your midwife, doctor or pelvic-health physiotherapist." in answer.out.replace(
        "\n", " "
    )


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, "NEEDS_INPUT"),
        ({"adult": False}, "DIARY_ONLY"),
        ({"structural": True}, "SEEK_CARE"),
        ({"condition": True, "active": False}, "SEEK_CARE"),
        ({"condition": True, "active": True}, "NEEDS_INPUT"),
    ],
)
def test_answers_from_a_file(
    say: Command, tmp_path: Path, changed: dict[str, bool], outcome: str
) -> None:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(ALL_CLEAR | changed), encoding="utf-8")
    assert say("screen", "--answers", str(path), "--json").json["day"] == "2026-11-23"
    assert say("today", "--json").json["outcome"] == outcome


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "not a JSON object"),
        ("{", "not a JSON object"),
        (json.dumps({**ALL_CLEAR, "adult": "yes"}), "adult: answer true or false"),
        (json.dumps({**ALL_CLEAR, "condition": True}), "active: answer true or false"),
        (json.dumps({**ALL_CLEAR, "shoe_size": True}), 'There is no question "shoe_size"'),
    ],
)
def test_bad_answers_get_a_sentence(say: Command, tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "answers.json"
    path.write_text(text, encoding="utf-8")
    answer = say("screen", "--answers", str(path))
    assert answer.code == 1
    assert said in answer.err


def test_answers_count_for_twelve_months(say: Command, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(ALL_CLEAR), encoding="utf-8")
    say("screen", "--answers", str(path), now="2025-11-22T09:00+01:00")
    assert say("today", "--json").json["outcome"] == "NEEDS_SCREEN"


@pytest.mark.parametrize(
    ("bone", "flag"),
    [("shin:L=rest", "R-RED-22"), ("shin:L=front_edge,rest", "R-RED-23"),
     ("ankle:R=inner,walking", "R-RED-23"), ("ankle:R=outer,walking", "R-RED-22")],
)  # fmt: skip
def test_a_bone_is_named_with_its_part_r_red_23(say: Command, bone: str, flag: str) -> None:
    say("checkin", "--site", "low_back=1", "--bone", bone)

    assert say("today", "--json").json["flags"] == [flag]


@pytest.mark.parametrize("bone", ["shin:L=front_edge", "shin:L=inner,rest", "shin:L="])
def test_a_bone_without_when_gets_a_sentence(say: Command, bone: str) -> None:
    answer = say("checkin", "--site", "low_back=1", "--bone", bone)

    assert answer.code != 0
    assert "does not say when" in answer.err
