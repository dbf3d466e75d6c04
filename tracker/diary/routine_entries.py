"""A routine as a person types it, before it is one; each part can be refused by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.routine import Routine, RoutineMoment, RoutineStep, SkipCode, StepSides
from tracker.domain.scale import parse_whole_number
from tracker.domain.text import clean_text
from tracker.rules import routine_bounds as b
from tracker.rules.routine_bounds import STATIC, Bound, too_long
from tracker.rules.routine_moments import WHEN_WORDS, moment_of
from tracker.rules.routine_reading import mode_of
from tracker.rules.step_time import dose_seconds, parse_step_time, time_text

NO_TITLE = "Give the routine a name, such as Hips before a run."
NO_NAME = "Give the step a name, such as Calf stretch."
NO_HOLD = "A held step needs its seconds: type 30, say, or choose another kind."
NO_STEPS = "A routine has at least one step: a adds one."


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEntry:
    """A step as typed; `sides` and `mode` are chosen.

    An empty `hold` is none, empty `reps` are one, an empty `time` is what the dose takes. A new
    step begins with C-21's usual dose.
    """

    id: str
    name: str = ""
    target: str = ""
    mode: str = "static"
    sides: StepSides = StepSides.EACH
    hold: str = "30"
    reps: str = "2"
    time: str = ""
    cue: str = ""
    caution: str = ""
    skip_if: tuple[SkipCode, ...] = ()

    @property
    def blank(self) -> bool:
        """Return whether nothing but its name was typed yet."""
        begun = {new_step(self.id, moment=moment) for moment in RoutineMoment}
        return replace(self, name="") in begun


def new_step(step_id: str, *, moment: RoutineMoment) -> StepEntry:
    """Return an empty step: a moving one before a run, a held one else (R-STR-01)."""
    if moment is RoutineMoment.BEFORE_RUN:
        return StepEntry(id=step_id, mode="dynamic", hold="", reps="10")
    return StepEntry(id=step_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineEntry:
    """A routine as typed."""

    title: str = ""
    moment: RoutineMoment = RoutineMoment.ANY
    steps: tuple[StepEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryProblem(Problem):
    """A problem of one step; `step` is its id, "" where it is the routine's."""

    step: str = ""


def entry_of(routine: Routine) -> RoutineEntry:
    """Return a routine as it would be typed."""
    return RoutineEntry(
        title=routine.title,
        moment=moment_of(routine),
        steps=tuple(step_entry_of(step) for step in routine.steps),
    )


def step_entry_of(step: RoutineStep) -> StepEntry:
    """Return a step as it would be typed; a time that is the dose's own is not typed."""
    usual = dose_seconds(hold_s=step.hold_s, reps=step.reps, sides=step.sides)
    return StepEntry(
        id=step.id,
        name=step.name,
        target=step.target,
        mode=step.mode,
        sides=step.sides,
        hold=str(step.hold_s) if step.hold_s else "",
        reps=str(step.reps) if step.reps > 1 or step.hold_s else "",
        time="" if step.est_s == usual else time_text(step.est_s),
        cue=step.cue,
        caution=step.caution,
        skip_if=step.skip_if,
    )


def read_routine_entry(
    entry: RoutineEntry, *, record_id: str, taken: Iterable[str] = ()
) -> Routine | tuple[EntryProblem, ...]:
    """Read a routine; `taken` are the titles of the others, which it may not have."""
    problems = list(title_problems(entry.title, taken))
    if not entry.steps:
        problems.append(EntryProblem("steps", NO_STEPS))
    elif len(entry.steps) > b.STEPS_MAX:
        problems.append(
            EntryProblem("steps", f"A routine has room for {b.STEPS_MAX} steps. Delete some.")
        )
    steps: list[RoutineStep] = []
    for step in entry.steps:
        read = read_step(step)
        if isinstance(read, RoutineStep):
            steps.append(read)
        else:
            problems += read
    if problems:
        return tuple(problems)
    return Routine(
        id=record_id,
        code="",
        title=clean_text(entry.title),
        mode=mode_of(steps),
        when=WHEN_WORDS[entry.moment],
        steps=tuple(steps),
        builtin=False,
    )


def read_step(entry: StepEntry) -> RoutineStep | tuple[EntryProblem, ...]:
    """Read one step, or say what is wrong with each of its fields."""
    hold = _number(entry.hold, "hold", bound=b.HOLD_S, name="The hold in seconds", empty=0)
    reps = _number(entry.reps, "reps", bound=b.REPS, name="How often", empty=1)
    time = parse_step_time(entry.time) if entry.time.strip() else None
    problems = [*_text_problems(entry), *(each for each in (hold, reps, time) if _wrong(each))]
    if problems or isinstance(hold, Problem) or isinstance(reps, Problem):
        return tuple(
            EntryProblem(each.field, each.message, entry.id)
            for each in problems
            if isinstance(each, Problem)
        )
    if entry.mode == STATIC and not hold:
        return (EntryProblem("hold", NO_HOLD, entry.id),)
    usual = dose_seconds(hold_s=hold, reps=reps, sides=entry.sides)
    if time is None and usual > b.STEP_S.high:
        sentence = "This dose takes longer than an hour. Lower the hold or the number."
        return (EntryProblem("reps", sentence, entry.id),)
    return RoutineStep(
        id=entry.id,
        name=clean_text(entry.name),
        target=clean_text(entry.target),
        mode=entry.mode,
        sides=entry.sides,
        hold_s=hold,
        reps=reps,
        est_s=time if isinstance(time, int) else usual,
        cue=clean_text(entry.cue),
        caution=clean_text(entry.caution),
        skip_if=entry.skip_if,
    )


def _wrong(value: object) -> bool:
    return isinstance(value, Problem)


def title_problems(title: str, taken: Iterable[str]) -> Iterator[EntryProblem]:
    """Say what is wrong with a routine's name; `taken` are those of the others."""
    clean = clean_text(title)
    long = too_long(title, b.TITLE_MAX, name="The name")
    if not clean:
        yield EntryProblem("title", NO_TITLE)
    elif long:
        yield EntryProblem("title", long)
    elif clean.casefold() in {each.casefold() for each in taken}:
        yield EntryProblem("title", "Another routine has this name. Give it one of its own.")


def _text_problems(entry: StepEntry) -> Iterator[Problem]:
    if not clean_text(entry.name):
        yield Problem("name", NO_NAME)
    for field, text, most, name in (
        ("name", entry.name, b.NAME_MAX, "The name"),
        ("target", entry.target, b.TARGET_MAX, "The muscle"),
        ("cue", entry.cue, b.CUE_MAX, "The cue"),
        ("caution", entry.caution, b.CUE_MAX, "The caution"),
    ):
        long = too_long(text, most, name=name)
        if long:
            yield Problem(field, long)


def _number(text: str, field: str, *, bound: Bound, name: str, empty: int) -> int | Problem:
    if not text.strip():
        return empty
    return parse_whole_number(text, field, name=name, low=bound.low, high=bound.high)


def step_id_for(entry: RoutineEntry) -> str:
    """Return an id that no step of the routine has, and no built-in or added one."""
    taken = {step.id.casefold() for step in entry.steps}
    number = len(entry.steps) + 1
    while f"own{number}" in taken:
        number += 1
    return f"own{number}"
