"""How answers look as plain lines: calm, aligned, readable without colour."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

import click

from tracker.diary.answers import RunLine, Verdict
from tracker.domain.calendar_words import format_day
from tracker.domain.pain import PainScore
from tracker.domain.settings import DistanceUnit
from tracker.domain.text import shown_text
from tracker.domain.units import (
    format_distance_number,
    format_duration,
    format_pace,
    pace_of,
)
from tracker.domain.verdict import Level, Outcome
from tracker.insight.response_words import RESPONSE_WORDS
from tracker.rules.red_flags import FLAGS, of_level
from tracker.rules.session import DUE_TEXT, WAITS_TEXT
from tracker.rules.wording import BE_CAREFUL

WIDTH = 78
NOTHING = "–"

_MENDS = {
    "R-RDY-00a": "`backstride screen` asks the 8 health questions.",
    "R-RDY-00b": "`backstride checkin --site low_back=0` logs a score.",
    "R-RDY-00d": "`backstride checkin --none-of-these` answers the list; --flag KEY ticks a sign.",
}
"""What brings the advice that a rule holds back."""
_COLOURS = {
    Outcome.GO: "green",
    Outcome.EASY: "yellow",
    Outcome.CROSS: "yellow",
    Outcome.REST: "red",
    Outcome.SEEK_CARE: "red",
}


def echo_verdict(verdict: Verdict) -> None:
    """Print a verdict: outcome and cap, what to do, one line for each reason.

    Nothing stands beside an emergency (R-RED-40), and no word undercuts what asks for help today
    (R-TXT-02).
    """
    if verdict.level is Level.EMERGENCY:
        _echo_emergency(verdict)
        return
    word = click.style(verdict.outcome.words, bold=True, fg=_COLOURS.get(verdict.outcome))
    head = [word, *([verdict.headline] if verdict.headline else [])]
    click.echo(f"{'  '.join(head)}  ({format_day(verdict.day)})")
    echo_wrapped(verdict.message)
    if verdict.manner:
        echo_wrapped(f"How: {verdict.manner}.")
    click.echo()
    for line in verdict.because:
        said = line.text in verdict.message
        click.echo(_with_id("the reason above" if said else line.text, line.rule))
        if line.rule in _MENDS:
            echo_wrapped(_MENDS[line.rule])
    for line in verdict.remarks:
        click.echo(_with_id(line.text, line.rule))
    if verdict.cap_story:
        click.echo(f"cap {verdict.cap_story}")
    if verdict.flags:
        click.echo(f"active red flags: {', '.join(verdict.flags)}")
    click.echo()
    careful = "" if verdict.level is Level.URGENT else f"{BE_CAREFUL} "
    echo_wrapped(f"{careful}`backstride rules show ID` says where a rule comes from.")


def _echo_emergency(verdict: Verdict) -> None:
    click.echo(click.style(f"{verdict.outcome.words}  EMERGENCY", bold=True, fg="red"))
    echo_wrapped(verdict.message)
    click.echo()
    click.echo("You ticked")
    for flag in of_level(verdict.flags, Level.EMERGENCY):
        click.echo(_with_id(FLAGS[flag].ask, flag))


def echo_wrapped(text: str) -> None:
    """Print a text within the width of a small terminal."""
    click.echo(textwrap.fill(shown_text(text), WIDTH))


def _with_id(text: str, rule: str) -> str:
    room = WIDTH - len(rule) - 2
    first, *rest = textwrap.wrap(text, room) or [""]
    return "\n".join([f"{first:<{room}}  {rule}", *rest])


def echo_table(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, right: frozenset[int]
) -> None:
    """Print columns two apart; those in `right` are aligned right."""
    lines = [tuple(header), *(tuple(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        click.echo("  ".join(cells).rstrip())


def run_row(line: RunLine, unit: DistanceUnit) -> Iterator[str]:
    """Return a run's cells: id, day, distance, time, pace, pain, response."""
    run = line.run
    pace = pace_of(run.distance_m, run.duration_s, unit=unit)
    yield run.id[-8:]
    yield format_day(run.start.date())
    yield NOTHING if run.distance_m is None else format_distance_number(run.distance_m, unit)
    yield NOTHING if run.duration_s is None else format_duration(run.duration_s)
    yield NOTHING if pace is None else format_pace(pace)
    yield "→".join(worst(scores) for scores in (run.before, run.during, run.after))
    yield response_words(line)


RUN_HEADER = ("id", "day", "distance", "time", "pace", "pain", "response")
RUN_RIGHT = frozenset({2, 3, 4})


def response_words(line: RunLine) -> str:
    """Return the answer to a run with the site that decided: "red · R Achilles 0.9 → 3"."""
    if line.waits:
        return WAITS_TEXT
    if line.due:
        return DUE_TEXT
    return " · ".join(filter(None, (RESPONSE_WORDS[line.response], line.reason)))


def worst(scores: Iterable[PainScore]) -> str:
    """Return the highest of several scores, or a dash where none was logged."""
    found = [score.score for score in scores]
    return str(max(found)) if found else NOTHING


def scores_words(scores: Iterable[PainScore]) -> str:
    """Return scores with their sites: "Low back 2, Left shin 1"."""
    return ", ".join(f"{score.place.label} {score.score}" for score in scores)
