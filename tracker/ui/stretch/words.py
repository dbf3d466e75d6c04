"""How progress and last days are written on the Stretch tab."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

from textual.content import Content

from tracker.diary.routine_fitting import FittedLine
from tracker.domain.calendar_words import format_day, format_day_of_year
from tracker.domain.routine import StepState
from tracker.rules.stretching import Fit, FittedStep, stop_stretch

WEEK_DAYS: Final = 7
_MINUTE_S: Final = 60


def minute_words(seconds: int) -> str:
    """Write the time of a routine in whole minutes, at least one."""
    return f"{max(1, (seconds + _MINUTE_S // 2) // _MINUTE_S)} min"


def progress_words(states: Iterable[StepState]) -> str:
    """Write how far a routine is: "2 done · 1 skipped · 5 to go"."""
    given = list(states)
    done, skipped, to_go = (
        given.count(state) for state in (StepState.DONE, StepState.SKIPPED, StepState.UNTOUCHED)
    )
    parts = [f"{done} done", f"{skipped} skipped" if skipped else "", f"{to_go} to go"]
    return " · ".join(part for part in parts if part)


def last_words(line: FittedLine, *, day: date, today: date) -> str:
    """Write when a routine was last gone through, as seen from a day."""
    if line.session is not None:
        this_day = "today" if day == today else "this day"
        return this_day if line.done else "begun"
    if line.last_day is None:
        return "never"
    if 0 < (day - line.last_day).days < WEEK_DAYS:
        return format_day(line.last_day).partition(" ")[0]
    return format_day_of_year(line.last_day)


def line_words(line: FittedLine, *, day: date, today: date) -> str:
    """Write what stands below a routine's name: steps, minutes, last day."""
    if not line.fitted.offered:
        return "not offered today"
    count = len(line.fitted.open_steps)
    steps = "1 step" if count == 1 else f"{count} steps"
    return (
        f"{steps} · {minute_words(line.fitted.seconds)} · {last_words(line, day=day, today=today)}"
    )


def reason_words(
    fitted: FittedStep, state: StepState, pain: int | None = None, *, tingling: bool = False
) -> tuple[str, str]:
    """Return why a step stands as it does, and the rule's id; both "" where it needs no reason."""
    if fitted.fit is Fit.LEFT_OUT:
        return fitted.reason, fitted.rule
    if state is StepState.SKIPPED and tingling:
        return "stopped for tingling", "R-STR-05"
    if state is StepState.SKIPPED and stop_stretch(pain, loads_tendon=fitted.loads_tendon):
        return f"stopped at {pain}", "R-STR-05"
    if state is StepState.SKIPPED:
        return "skipped by you", ""
    if fitted.fit is Fit.ADDED:
        return f"added {fitted.reason}", fitted.rule
    return "", ""


def put_away_words(hidden: int, shown: Collection[FittedLine]) -> Content:
    """Write below the list how many routines it leaves out, and the key that brings them back."""
    lines = []
    if hidden:
        lines.append(
            Content.assemble(
                Content.styled(f"{hidden} hidden  ", "$dim"),
                Content.styled("z", "bold $accent"),
                Content.styled(" brings back", "$dim"),
            )
        )
    if not shown:
        lines.append(
            Content.assemble(
                Content.styled("n", "bold $accent"),
                Content.styled(" makes one of your own", "$dim"),
            )
        )
    return Content("\n").join(lines)
