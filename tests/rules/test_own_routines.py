"""Own routines before the rules: holds, times, moments, and what a foreign one may hold."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.problem import Problem
from tracker.domain.routine import Routine, RoutineMoment, RoutineStep, SkipCode, StepSides
from tracker.domain.site import PainSite, Side, Site
from tracker.rules import routine_bounds as b
from tracker.rules.catalogue import CATALOGUE
from tracker.rules.long_holds import held_seconds, hold_hint, long_hold_note, long_holds
from tracker.rules.routine_moments import WHEN_WORDS, moment_in, moment_of
from tracker.rules.routine_reading import mode_of, read_routine, routine_values
from tracker.rules.routines import builtin_routines, checked_builtin
from tracker.rules.step_time import dose_seconds, parse_step_time, time_text
from tracker.rules.stretching import Fit, fit

ROUTINES = builtin_routines()
EACH, ALTERNATE, NONE = StepSides.EACH, StepSides.ALTERNATE, StepSides.NONE


def step(
    target: str = "calf",
    *,
    hold: int = 30,
    reps: int = 1,
    sides: StepSides = EACH,
    mode: str = "static",
) -> RoutineStep:
    return RoutineStep(
        id="own1",
        name="Stretch",
        target=target,
        mode=mode,
        sides=sides,
        hold_s=hold,
        reps=reps,
        est_s=60,
        cue="",
        caution="",
    )


def own(*steps: RoutineStep, when: str = "straight before running") -> Routine:
    return Routine(
        id="mine", code="", title="Mine", mode="static", when=when, steps=steps, builtin=False
    )


# ------------------------------------------------------------------ long holds


@pytest.mark.parametrize(
    ("steps", "noted"),
    [
        ([step(hold=60)], True),
        ([step(hold=59)], False),
        ([step(hold=30, reps=2)], True),
        ([step(hold=30, reps=1)], False),  # 30 s a side, though the step takes a minute
        ([step(hold=30, reps=2, sides=NONE)], True),
        ([step(hold=20, reps=4, sides=ALTERNATE)], False),  # two on each side
        ([step(hold=20, reps=6, sides=ALTERNATE)], True),
        ([step(hold=20, reps=5, sides=ALTERNATE)], True),  # three on the one side
        ([step("calf"), step("calf")], True),
        ([step("Calf "), step("hamstrings,  calf")], True),
        ([step("calf"), step("hamstrings")], False),
        ([step("calf (gastrocnemius)"), step("calf (soleus)")], False),
        ([step(""), step("")], True),  # no muscle said: the name stands for it
        ([step(hold=60, mode="strength")], False),
        ([step(hold=60, mode="dynamic")], True),
        ([step(hold=5, reps=20, mode="dynamic")], False),
        ([step(hold=5, reps=20, mode="static")], True),
        ([], False),
    ],
)
def test_long_holds_before_a_run_r_str_04(steps: list[RoutineStep], *, noted: bool) -> None:
    note = long_hold_note(own(*steps))

    assert (note is not None) is noted
    if note:
        assert note.startswith(
            "Long holds can take a little spring away just before running; move afterwards."
        )
    assert "R-STR-04" in CATALOGUE


@pytest.mark.parametrize("moment", list(RoutineMoment))
def test_only_what_comes_before_a_run_is_noted_r_str_04(moment: RoutineMoment) -> None:
    routine = own(step(hold=90), when=WHEN_WORDS[moment])

    assert bool(long_holds(routine)) is (moment is RoutineMoment.BEFORE_RUN)


@pytest.mark.parametrize("routine", ROUTINES.values(), ids=list(ROUTINES))
def test_built_in_routines_are_never_noted_r_str_04(routine: Routine) -> None:
    assert long_hold_note(routine) is None


def test_the_note_names_what_is_held_and_for_how_long_r_str_04() -> None:
    note = long_hold_note(own(step("calf, Achilles", hold=45, reps=2)))

    assert note is not None
    assert note.endswith("Held here: calf 90 s, achilles 90 s.")
    assert held_seconds([step("calf and shin", hold=10)]) == {"calf": 10, "shin": 10}


@pytest.mark.parametrize(
    ("hold", "words"),
    [
        (9, "A usual hold"), (10, ""), (30, ""), (31, "from 65 on"), (60, "from 65 on"),
        (61, "A usual hold"),
    ],
)  # fmt: skip
def test_a_hold_is_compared_with_the_usual_dose_r_str_03(hold: int, words: str) -> None:
    hint = hold_hint(step(hold=hold))

    assert words in hint
    assert bool(hint) is bool(words)
    assert hold_hint(step(hold=hold, mode="strength")) == ""


# ------------------------------------------------------------------ times and moments


@pytest.mark.parametrize(
    ("hold", "reps", "sides", "seconds"),
    [
        (30, 2, EACH, 120), (30, 2, NONE, 60), (30, 2, ALTERNATE, 60), (0, 10, EACH, 60),
        (0, 20, ALTERNATE, 60), (0, 1, NONE, 60), (0, 1, EACH, 60), (15, 1, EACH, 30),
    ],
)  # fmt: skip
def test_a_dose_takes_its_time(hold: int, reps: int, sides: StepSides, seconds: int) -> None:
    assert dose_seconds(hold_s=hold, reps=reps, sides=sides) == seconds


@pytest.mark.parametrize("routine", ROUTINES.values(), ids=list(ROUTINES))
def test_built_in_holds_take_what_their_dose_takes(routine: Routine) -> None:
    for each in routine.steps:
        if each.mode == "static":
            assert dose_seconds(hold_s=each.hold_s, reps=each.reps, sides=each.sides) == each.est_s


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("90", 90), (" 90 s ", 90), ("1:30", 90), ("2 min", 120), ("2m", 120), ("0:05", 5),
        ("3600", 3600), ("60:00", 3600), ("1", 1),
    ],
)  # fmt: skip
def test_a_time_is_read_as_it_is_typed(typed: str, seconds: int) -> None:
    assert parse_step_time(typed) == seconds


@pytest.mark.parametrize(
    "typed", ["", "0", "-5", "1:60", "61 min", "3601", "abc", "9" * 10_000, "١٢", "1,5", "[/"]
)
def test_a_time_that_cant_be_read_gets_an_example(typed: str) -> None:
    read = parse_step_time(typed)

    assert isinstance(read, Problem)
    assert "1:30" in read.message
    assert len(read.message) < 160


@given(st.integers(1, 3600))
def test_a_written_time_is_read_as_the_same(seconds: int) -> None:
    assert parse_step_time(time_text(seconds)) == seconds


@pytest.mark.parametrize(
    ("when", "moment"),
    [
        ("straight before running", RoutineMoment.BEFORE_RUN),
        ("Before my long run", RoutineMoment.BEFORE_RUN),
        ("within about 30 minutes after running", RoutineMoment.AFTER_RUN),
        ("non-running days", RoutineMoment.REST_DAY),
        ("on rest days", RoutineMoment.REST_DAY),
        ("step two of the mid-run protocol", RoutineMoment.MID_RUN),
        ("whenever", RoutineMoment.ANY),
        ("", RoutineMoment.ANY),
    ],
)
def test_the_moment_is_read_from_the_words(when: str, moment: RoutineMoment) -> None:
    assert moment_in(when) is moment


def test_every_moment_is_read_back_from_its_own_words() -> None:
    assert {moment_in(words): words for words in WHEN_WORDS.values()} == dict(WHEN_WORDS)
    assert [moment_of(routine) for routine in ROUTINES.values()] == [
        RoutineMoment.BEFORE_RUN,
        RoutineMoment.AFTER_RUN,
        RoutineMoment.AFTER_RUN,
        RoutineMoment.REST_DAY,
        RoutineMoment.MID_RUN,
        RoutineMoment.ANY,
    ]


def test_an_own_routine_gets_the_extras_of_its_moment_r_str_07() -> None:
    heel = [PainSite(Site.PLANTAR_HEEL, Side.LEFT)]
    kinds = {
        when: [each.step.id for each in fit(own(step(), when=when), sites=heel).steps]
        for when in WHEN_WORDS.values()
    }

    assert [when for when, ids in kinds.items() if "X1" in ids] == [
        WHEN_WORDS[RoutineMoment.BEFORE_RUN],
        WHEN_WORDS[RoutineMoment.REST_DAY],
    ]


def test_own_steps_are_left_out_by_their_codes_r_str_06() -> None:
    careful = replace(step(), skip_if=(SkipCode.FLEXION_HURTS,))
    (fitted,) = fit(own(careful), [SkipCode.FLEXION_HURTS]).steps

    assert fitted.fit is Fit.LEFT_OUT


@pytest.mark.parametrize(
    ("modes", "mode"),
    [
        (["static", "walk"], "static"), (["dynamic"], "dynamic"), (["walk"], "walk"),
        (["static", "dynamic"], "mixed"), (["strength", "strength"], "strength"),
    ],
)  # fmt: skip
def test_a_routines_mode_is_that_of_its_steps(modes: list[str], mode: str) -> None:
    assert mode_of([step(mode=each) for each in modes]) == mode


# ------------------------------------------------------------------ reading what others wrote


GOOD: dict[str, Any] = {
    "id": "hips",
    "title": "Hips",
    "mode": "static",
    "when": "at any time",
    "steps": [
        {
            "id": "A1",
            "name": "Lunge",
            "target": "hip flexors",
            "mode": "static",
            "sides": "each",
            "hold_s": 30,
            "reps": 2,
            "est_s": 120,
            "cue": "Tuck the pelvis.",
            "caution": "",
            "skip_if": ["kneeling_hurts"],
        }
    ],
}
GONE = object()


def spoilt(*path: str | int, value: object) -> Any:  # noqa: ANN401 - JSON values
    made = deepcopy(GOOD)
    place: Any = made
    for key in path[:-1]:
        place = place[key]
    if value is GONE:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return made


def test_a_good_one_is_read_whole() -> None:
    read = read_routine(GOOD)

    assert isinstance(read, Routine)
    assert not read.builtin
    assert read.seconds == 120
    assert read.steps[0].skip_if == (SkipCode.KNEELING_HURTS,)


@pytest.mark.parametrize("value", [None, 3, "x", [], [1], True, 1.5])
def test_what_is_no_object_is_refused(value: object) -> None:
    assert isinstance(read_routine(value), Problem)


STEP = ("steps", 0)
SPOILT: list[tuple[tuple[str | int, ...], object, str]] = [
    *(((field,), GONE, field) for field in ("id", "title", "mode", "when", "steps")),
    *(((*STEP, field), GONE, field) for field in GOOD["steps"][0]),
    (("title",), "", "title"),
    (("title",), 5, "title"),
    (("title",), "x" * (b.TITLE_MAX + 1), "title"),
    (("title",), "a\x1b[31mb", "title"),
    (("title",), "a\nb", "title"),
    (("title",), "a\u202eb", "title"),
    (("id",), "../x", "id"),
    (("id",), "", "id"),
    (("id",), None, "id"),
    (("mode",), "Static", "mode"),
    (("when",), 3, "when"),
    (("steps",), [], "steps"),
    (("steps",), {}, "steps"),
    (("steps",), "x", "steps"),
    (("steps",), [GOOD["steps"][0]] * 2, "steps[1].id"),
    (("steps",), [GOOD["steps"][0]] * (b.STEPS_MAX + 1), "steps"),
    (("steps", 0), 7, "steps[0]"),
    (("more",), 1, "more"),
    ((*STEP, "more"), 1, "more"),
    ((*STEP, "id"), "X1", "steps[0].id"),
    ((*STEP, "id"), "a b", "steps[0].id"),
    ((*STEP, "name"), "", "steps[0].name"),
    ((*STEP, "name"), None, "steps[0].name"),
    ((*STEP, "name"), "x" * 10_000, "10,000 characters"),
    ((*STEP, "cue"), "x" * (b.CUE_MAX + 1), "steps[0].cue"),
    ((*STEP, "cue"), ["x"], "steps[0].cue"),
    ((*STEP, "mode"), "mixed", "steps[0].mode"),
    ((*STEP, "mode"), ["static"], "steps[0].mode"),
    ((*STEP, "sides"), "left", "each, alternate, none"),
    ((*STEP, "sides"), None, "steps[0].sides"),
    ((*STEP, "hold_s"), -1, "from 0 to 600"),
    ((*STEP, "hold_s"), 0, "static"),
    ((*STEP, "hold_s"), 601, "601"),
    ((*STEP, "hold_s"), 30.0, "whole number"),
    ((*STEP, "hold_s"), "30", "whole number"),
    ((*STEP, "hold_s"), True, "whole number"),
    ((*STEP, "reps"), 0, "from 1 to 200"),
    ((*STEP, "reps"), 10**400, "from 1 to 200"),
    ((*STEP, "est_s"), 0, "from 1 to 3600"),
    ((*STEP, "est_s"), float("nan"), "est_s"),
    ((*STEP, "skip_if"), "x", "steps[0].skip_if"),
    ((*STEP, "skip_if"), ["tired"], "steps[0].skip_if[0]"),
    ((*STEP, "skip_if"), [None], "steps[0].skip_if[0]"),
]


@pytest.mark.parametrize(("path", "value", "named"), SPOILT)
def test_every_mistake_is_named_by_its_place(
    path: tuple[str | int, ...], value: object, named: str
) -> None:
    read = read_routine(spoilt(*path, value=value))

    assert isinstance(read, Problem)
    assert named in read.message
    assert read.message.endswith((".", "."))
    assert len(read.message) < 240
    assert read.message.isprintable()


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.sampled_from([path for path, _value, _named in SPOILT if path != ("more",)]), _JSON)
def test_no_value_anywhere_is_more_than_a_problem(path: tuple[str | int, ...], value: Any) -> None:  # noqa: ANN401
    assert isinstance(read_routine(spoilt(*path, value=value)), Routine | Problem)


@pytest.mark.parametrize("routine", ROUTINES.values(), ids=list(ROUTINES))
def test_a_built_in_routine_is_written_and_read_as_the_same(routine: Routine) -> None:
    read = read_routine(routine_values(routine))

    assert isinstance(read, Routine)
    assert read.steps == routine.steps
    assert (read.title, read.mode, read.when) == (routine.title, routine.mode, routine.when)


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        (("total_s",), 999, "540"),
        (("mode",), "static", "dynamic"),
        (("steps", 0, "cue"), 3, "cue"),
        (("steps", 0, "skip_if"), ["x"], "skip_if"),
    ],
)
def test_the_packages_own_data_are_checked_field_by_field(
    path: tuple[str | int, ...], value: object, named: str
) -> None:
    entry: Any = deepcopy(routine_values(ROUTINES["pre_run"]))
    place = entry
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value

    with pytest.raises(ValueError, match=named):
        checked_builtin("pre_run", entry)
