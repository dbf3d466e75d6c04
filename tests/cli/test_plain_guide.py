"""The stretch guide in plain lines, with a clock that the test turns (R-STR-05, R-STR-06)."""

import pytest

from tracker.cli.guide_keys import Key, Typed, read_typed
from tracker.cli.guide_lines import routine_lines, time_words
from tracker.cli.plain_guide import PlainGuide
from tracker.domain.problem import Problem
from tracker.domain.routine import SkipCode, StepPosition, StepState
from tracker.rules.player import GAP, SECOND, Phase, Player, start
from tracker.rules.routines import builtin_routines
from tracker.rules.stretching import fit


class Spoken:
    """A guide through a routine, and everything that it said."""

    def __init__(
        self, routine: str, *, left_at: StepPosition | None = None, keys: bool = True
    ) -> None:
        fitted = fit(builtin_routines()[routine])
        steps = [each.step for each in fitted.open_steps]
        self.lines: list[str] = []
        self.kept: list[Player] = []
        self.rings = 0
        self.guide = PlainGuide(
            start(steps, left_at=left_at),
            fitted,
            say=self.lines.append,
            keep=self.kept.append,
            ring=self._ring,
            keys=keys,
        )
        self.guide.begin()

    def _ring(self) -> None:
        self.rings += 1

    def after(self, seconds: float, *, look_ms: int = 100) -> list[str]:
        """Let time pass; gives what was said meanwhile."""
        said = len(self.lines)
        for _ in range(round(seconds * SECOND) // look_ms):
            self.guide.look(look_ms)
        return self.lines[said:]

    def hears(self, *typed: str) -> list[str]:
        said = len(self.lines)
        for line in typed:
            self.guide.hear(line)
        return self.lines[said:]


def test_a_step_is_announced_with_dose_target_cue_and_caution() -> None:
    assert Spoken("mid_run").lines == [
        "",
        "Step 1 of 6: Stop and walk, 1 min, whole body.",
        "Move out of the way, walk slowly, breathe out longer than you breathe in.",
        "Caution: Any alarm sign: this is no longer a stretching question.",
        "Get ready: 5 seconds.",
    ]


def test_get_ready_is_counted_and_sides_switch_half_way() -> None:
    guide = Spoken("mid_run")
    guide.hears("s", "s")
    assert guide.lines[-1] == "Get ready, left side first: 5 seconds."
    assert guide.after(5) == ["3", "2", "1", "Go: left side."]
    assert guide.after(20) == ["10 seconds left.", "3", "2", "1", "Switch sides: right side."]
    last = guide.after(20)
    assert last[:5] == ["10 seconds left.", "3", "2", "1", "Done."]
    assert last[6].startswith("Step 4 of 6: Quadriceps and front of hip")


def test_long_steps_say_the_time_at_a_few_moments() -> None:
    guide = Spoken("pre_run")
    guide.after(5)
    said = guide.after(148)
    assert said == ["1 minute left.", "30 seconds left.", "10 seconds left.", "3", "2"]


def test_each_hold_is_said() -> None:
    guide = Spoken("post_run")
    guide.hears("s")
    said = guide.after(5 + 120)
    assert said.count("Hold 2 of 2.") == 2
    assert said.count("Switch sides: right side.") == 1


@pytest.mark.parametrize("routine", list(builtin_routines()))
def test_every_routine_runs_through_by_itself(routine: str) -> None:
    guide = Spoken(routine, keys=False)
    count = len(guide.guide.player.steps)
    guide.after(builtin_routines()[routine].seconds + 5 * count, look_ms=500)
    player = guide.guide.player
    assert player.phase is Phase.FINISHED
    assert player.spent == builtin_routines()[routine].seconds * SECOND
    assert set(player.states) == {StepState.DONE}
    assert guide.lines.count("Done.") == count
    assert len(guide.kept) == count


def test_nobody_is_told_twice_while_nothing_happens() -> None:
    guide = Spoken("pre_run")
    guide.after(7)
    assert guide.after(5) == []


def test_a_pause_stops_the_time_until_enter() -> None:
    guide = Spoken("mid_run")
    guide.after(10)
    assert guide.hears("") == ["Paused. Enter goes on."]
    assert guide.after(60) == []
    assert guide.hears("") == ["Going on. Stop and walk: 55 seconds left."]


def test_a_program_that_slept_waits() -> None:
    guide = Spoken("mid_run")
    guide.after(10)
    guide.guide.look(30 * SECOND)
    assert guide.lines[-1] == "Paused: the program was asleep. Enter goes on."
    assert guide.guide.player.left_s == 55
    guide.guide.look(30 * SECOND)
    assert guide.lines.count("Paused: the program was asleep. Enter goes on.") == 1


def test_without_keys_a_program_that_slept_goes_on_and_the_gap_does_not_count() -> None:
    guide = Spoken("mid_run", keys=False)
    guide.after(10)
    guide.guide.look(GAP + 1)
    assert not guide.guide.player.paused
    assert guide.guide.player.left_s == 55


def test_what_was_left_waits_where_it_was() -> None:
    guide = Spoken("mid_run", left_at=StepPosition("R3", 25 * SECOND))
    assert guide.lines[-2:] == [
        "Hamstring, heel on kerb, right side: 15 seconds left.",
        "It waits where it was left. Enter goes on.",
    ]
    assert guide.after(10) == []
    assert Spoken("mid_run", left_at=StepPosition("R3", 0), keys=False).after(3)


def test_r_str_05_pain_of_4_stops_the_step_and_3_is_noted() -> None:
    guide = Spoken("mid_run")
    guide.after(10)
    assert guide.hears("p 3") == ["Pain here: 3."]
    said = guide.hears("4")
    assert said[0] == "Pain here: 4. Stopped: on to the next.  R-STR-05"
    assert said[2].startswith("Step 2 of 6")
    assert guide.guide.player.pains[0] == 4
    assert guide.guide.player.states[0] is StepState.SKIPPED


def test_r_str_05_tingling_stops_the_step() -> None:
    guide = Spoken("mid_run")
    assert guide.hears("t")[0].startswith("Tingling or a shooting line. Stopped")
    assert guide.guide.player.place == 1


def test_back_begins_the_step_before_anew() -> None:
    guide = Spoken("mid_run")
    guide.after(66)
    assert guide.guide.player.place == 1
    assert guide.hears("b")[0] == "Back."
    assert guide.guide.player.place == 0
    assert guide.lines[-1] == "Get ready: 5 seconds."


def test_skipping_in_a_pause_says_that_it_still_waits() -> None:
    guide = Spoken("mid_run")
    assert guide.hears("", "s")[-1] == "Paused. Enter goes on."


def test_leaving_ends_it() -> None:
    guide = Spoken("mid_run")
    guide.hears("q")
    assert guide.guide.over


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", Typed(Key.PAUSE)),
        ("  ", Typed(Key.PAUSE)),
        ("S ", Typed(Key.SKIP)),
        ("n", Typed(Key.SKIP)),
        ("p4", Typed(Key.PAIN, 4)),
        ("P 10", Typed(Key.PAIN, 10)),
        ("0", Typed(Key.PAIN, 0)),
        ("?", Typed(Key.KEYS)),
    ],
)
def test_keys_are_read_forgivingly(typed: str, read: Typed) -> None:
    assert read_typed(typed) == read


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("p", "Type the score with it"),
        ("p 11", "0 to 10"),
        ("p 3,5", "0 to 10"),
        ("x", 'There is no key "x"'),
        ("\x1b[31mskip", 'There is no key "[31mskip"'),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(typed: str, words: str) -> None:
    problem = read_typed(typed)
    assert isinstance(problem, Problem)
    assert words in problem.message


def test_r_str_06_what_is_left_out_is_named_with_its_reason() -> None:
    fitted = fit(builtin_routines()["mid_run"], [SkipCode.LEG_SYMPTOMS])
    assert list(routine_lines(fitted)) == [
        f"{fitted.routine.title}. 5 steps, 3 minutes 10 seconds.  R-STR-MID",
        "Left out today: Hamstring, heel on kerb, tingling or pain below the knee.  R-STR-06",
    ]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 seconds"), (1, "1 second"), (60, "1 minute"), (150, "2 minutes 30 seconds")],
)
def test_times_are_written_as_they_are_read_aloud(seconds: int, words: str) -> None:
    assert time_words(seconds) == words
