"""`backstride plan`: the next session, why, how one trains, and a calendar of it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tracker.cli.plan_go import PlainSession
from tracker.cli.signals import EndSignal
from tracker.diary.plan_sessions import SessionBasis
from tracker.domain.site import PainSite, Side, Site
from tracker.rules.midrun_log import MidRunLog
from tracker.rules.progression import STAGES
from tracker.rules.walk_run import WalkRun

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


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        self.seconds += 5
        return self.seconds


class Typed:
    """Lines that come one at a look, at the looks named."""

    def __init__(self, lines: dict[int, str]) -> None:
        self.lines, self.looks = lines, 0

    def line(self, _wait_s: float) -> str | None:
        self.looks += 1
        return self.lines.get(self.looks)


def played(lines: dict[int, str], stage: str = "W4") -> list[str]:
    log = MidRunLog(pre=0, place=PainSite(Site.LOW_BACK, Side.CENTRE))
    basis = SessionBasis(WalkRun(stage=STAGES[stage]), log, guide=None)  # type: ignore[arg-type]
    said: list[str] = []
    keyboard = Typed(lines)
    PlainSession(
        basis, EndSignal(), keyboard=keyboard, monotonic_clock=Clock(), say=said.append
    ).go()
    return said


def test_a_session_is_led_through_in_plain_lines() -> None:
    said = played({70: "1"})
    assert "Run 1 of 6: 2 minutes." in said
    assert any(line.startswith("Half-way.") for line in said)
    assert "Carry on. Note the score if it changes.  R-MID-03b" in said
    assert "Done: 31 minutes, 12 minutes of it running." in said
    assert said[-1].startswith("Log it: backstride run add DISTANCE 31:00 --kind walk_run")


def test_pain_follows_the_mid_run_protocol_r_mid_02() -> None:
    said = played({70: "3", 80: "6", 90: "never"})
    assert "Slow down by 10 to 20 %, or walk. Score again in 3 minutes.  R-MID-03" in said
    assert "Stop and walk home: 6 or more, or a limp, ends a run.  R-MID-02" in said
    assert "--outcome stopped_pain" in said[-1]


def test_what_cant_be_read_lists_the_keys_and_q_leaves() -> None:
    said = played({10: "what", 12: "", 14: "", 20: "n", 22: "w", 30: "q"})
    assert said.count(next(line for line in said if line.startswith("Keys"))) == 2
    assert "Paused. Enter goes on." in said
    assert said[-1].startswith("Log it")


def test_without_a_session_today_it_says_why(screened: Command) -> None:
    said = screened("plan", "go")
    assert said.code == 1
    assert "No walk-run session" in said.err or "No plan" in said.err
