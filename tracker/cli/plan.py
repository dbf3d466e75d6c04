"""`backstride plan`: the next session, why, and how one trains."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from tracker.cli.context import refuse, tell, the_diary
from tracker.cli.formatting import NOTHING, echo_table, echo_verdict, echo_wrapped
from tracker.cli.json_output import cap_km, echo_json
from tracker.cli.plan_go import go
from tracker.diary.book import Book
from tracker.diary.output_files import write_out
from tracker.diary.plan_answers import PlanDay, PlannedSession, PlanView
from tracker.diary.plan_choices import (
    WEEKDAYS,
    choose_free,
    choose_goal,
    choose_ladder,
    drop_goal,
    move_session,
)
from tracker.diary.plans import view_plan
from tracker.diary.verdicts import decide
from tracker.domain.calendar_words import format_day, parse_day
from tracker.domain.plan import PlanChoice, PlanMove
from tracker.domain.problem import Problem, Problems
from tracker.domain.text import path_text
from tracker.domain.units import format_distance
from tracker.domain.verdict import Level, Plan
from tracker.insight.response_words import RESPONSE_SHORT, TOMORROW
from tracker.rules.plan_words import rise_words, stage_set

CHOICES: Final = (
    "`backstride plan set ladder` follows the walk-run ladder, `plan set free` runs with the"
    " single-run cap, `plan set goal 10km --by 2027-03-20` sets a goal."
)
_DAYS = click.option("--days", default="", metavar="DAYS", help="Days of training: mon,wed,sat.")


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def plan(ctx: click.Context, *, as_json: bool) -> None:
    """Show the next session, the decision behind it, and the week; or set, move, export."""
    if ctx.invoked_subcommand is not None:
        return
    book = the_diary(ctx)
    view = view_plan(book)
    if as_json:
        echo_json(plan_json(view))
        return
    verdict = decide(book)
    if verdict.level is Level.EMERGENCY:
        echo_verdict(verdict)
    else:
        _echo_plan(view)


@plan.group("set")
def set_() -> None:
    """Choose how to train: ladder, free, or a goal. What was chosen before stays on file."""


@set_.command()
@click.option("--from", "stage", default="", metavar="STAGE", help="Begin at W0 to W12.")
@_DAYS
@click.pass_context
def ladder(ctx: click.Context, *, stage: str, days: str) -> None:
    """Follow the walk-run ladder; without --from the diary says where it begins (R-PROG-01)."""
    book = the_diary(ctx)
    entry = view_plan(book).begin
    carries_on = entry is not None and entry.stage is None
    _kept(book, choose_ladder(book, stage=stage, days=days, carries_on=carries_on))


@set_.command()
@_DAYS
@click.pass_context
def free(ctx: click.Context, *, days: str) -> None:
    """Run freely, with the single-run cap (C-09)."""
    book = the_diary(ctx)
    _kept(book, choose_free(book, days=days))


@set_.command()
@click.argument("distance")
@click.option("--by", metavar="DAY", default="", help="The day of the goal, like 2027-03-20.")
@click.pass_context
def goal(ctx: click.Context, *, distance: str, by: str) -> None:
    """Set a goal: a distance by a day. "none" drops it."""
    book = the_diary(ctx)
    if distance.lower() == "none":
        _kept(book, drop_goal(book))
        return
    if not by:
        refuse([Problem("by", "Say by when, like --by 2027-03-20.")])
    entry = view_plan(book).begin
    on_the_ladder = entry is not None and entry.stage is not None
    _kept(book, choose_goal(book, distance, by, on_the_ladder=on_the_ladder))


@plan.command()
@click.argument("day")
@click.argument("to")
@click.pass_context
def move(ctx: click.Context, *, day: str, to: str) -> None:
    """Move a planned session: `backstride plan move 2026-11-28 2026-11-29`."""
    book = the_diary(ctx)
    found = move_session(book, _day(book, day), _day(book, to))
    if not isinstance(found, PlanMove):
        refuse(found)
    tell(f"Moved to {format_day(found.to)}. `backstride undo` takes it back.")


@plan.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write over what is there.")
@click.pass_context
def export(ctx: click.Context, *, file: Path, force: bool) -> None:
    """Write the planned sessions of four weeks as a calendar: `plan export plan.ics`."""
    from tracker.diary.plan_calendar import plan_calendar  # noqa: PLC0415 - rarely asked for

    book = the_diary(ctx)
    content = plan_calendar(book)
    if isinstance(content, Problem):
        refuse([content])
    problem = write_out(book, {file: content}, force=force)
    if problem is not None:
        refuse([problem])
    tell(f"Wrote the planned sessions of four weeks to {path_text(file)}.")


plan.add_command(go)


def _day(book: Book, text: str) -> date:
    found = parse_day(text, book.today, day_first=book.settings.day_first, allow_future=True)
    if isinstance(found, Problem):
        refuse([found])
    return found


def _kept(book: Book, choice: PlanChoice | Problems) -> None:
    if not isinstance(choice, PlanChoice):
        refuse(choice)
    click.echo("Saved the plan. `backstride undo` takes it back.")
    click.echo()
    _echo_plan(view_plan(book))


# -- lines -----------------------------------------------------------------------------------------


def _echo_plan(view: PlanView) -> None:
    if view.choice is None:
        click.echo(view.instead)
        if view.begin is not None:
            echo_wrapped(view.begin.text)
        echo_wrapped(CHOICES)
        return
    for line in _sessions(view):
        echo_wrapped(line)
    if view.decision is not None:
        click.echo()
        click.echo(f"{click.style(view.title, bold=True)}  {view.line}".rstrip())
        for each in view.because:
            echo_wrapped(f"{each.text} ({each.rule}).")
        echo_wrapped(f"Went in: {', '.join(_went_in(view))}.")
        for change in view.changes:
            click.echo(f"  {change.condition}: {change.goal}")
    _echo_ladder(view)
    _echo_week(view)
    if view.goal is not None:
        far = format_distance(view.goal.metres, view.settings.unit)
        click.echo()
        echo_wrapped(f"Goal: {far} by {format_day(view.goal.by)}: {view.goal.words}.")


def _sessions(view: PlanView) -> Iterator[str]:
    if view.today is not None:
        yield f"Today: {view.today.words}"
        if view.today.cap_m is not None:
            yield f"Not farther than {format_distance(view.today.cap_m, view.settings.unit)}."
    elif view.instead:
        yield view.instead
    if view.coming is not None:
        head = "Then" if view.today is not None else "Next"
        yield f"{head}, {format_day(view.coming.day)}: {view.coming.words}"


def _went_in(view: PlanView) -> Iterator[str]:
    if view.standing is None:
        return
    given = view.standing.given
    answers = " ".join(RESPONSE_SHORT[each] for each in given.hist[-4:]) or "none"
    yield f"sessions at this step {answers}"
    yield f"week {rise_words(given.week_delta)}"
    yield f"steps up in 7 days {given.adv7}"
    yield f"red in 14 days {given.reds_14d}"


def _echo_ladder(view: PlanView) -> None:
    if view.ladder:
        click.echo()
        rows = [
            (
                "›" if row.here else ("✓" if row.passed else ""),
                row.stage.id,
                stage_set(row.stage),
                str(row.stage.running_min),
                " ".join(RESPONSE_SHORT[each] for each in row.answers),
            )
            for row in view.ladder
        ]
        heads = ("", "stage", "main set, minutes", "run", "mornings")
        echo_table(heads, rows, right=frozenset({3}))


def _echo_week(view: PlanView) -> None:
    click.echo()
    rows = [
        (
            format_day(each.day, year=False),
            each.mark.value,
            each.what,
            NOTHING if each.minutes is None else f"{each.minutes} min",
            _answer(each),
        )
        for each in view.week
    ]
    echo_table(("day", "", "what", "time", "morning"), rows, right=frozenset({3}))


def _answer(each: PlanDay) -> str:
    if each.response is None:
        return ""
    return TOMORROW if each.waits else RESPONSE_SHORT[each.response]


# -- JSON ------------------------------------------------------------------------------------------


def plan_json(view: PlanView) -> dict[str, Any]:
    """Return a plan for other programs; null where there is none."""
    choice = view.choice
    standing = view.standing
    return {
        "date": view.day,
        "mode": None if choice is None else choice.mode,
        "days": [] if choice is None else [WEEKDAYS[day] for day in choice.days],
        "begin": None if view.begin is None else view.begin.text,
        "outcome": view.outcome,
        "decision": view.decision,
        "row": view.row or None,
        "because": [{"rule": each.rule, "text": each.text} for each in view.because],
        "went_in": None if standing is None else {
            "answers": list(standing.given.hist),
            "week_delta": None if standing.given.week_delta is None
            else standing.given.week_delta / 100,
            "advances_7d": standing.given.adv7,
            "reds_14d": standing.given.reds_14d,
        },
        "would_change": [
            {"condition": each.condition, "decision": each.decision, "leads_to": each.goal}
            for each in view.changes
        ],
        "today": _session_json(view.today),
        "instead": view.instead or None,
        "coming": _session_json(view.coming),
        "stage": _stage(view),
        "week": [
            {
                "date": each.day, "mark": each.mark, "what": each.what, "minutes": each.minutes,
                "response": None if each.waits else each.response,
            }
            for each in view.week
        ],
        "goal": None if view.goal is None else {
            "km": view.goal.metres / 1000, "by": view.goal.by, "earliest": view.goal.earliest,
            "in_reach": view.goal.in_reach, "last_stage_by": view.goal.stage_by,
        },
    }  # fmt: skip


def _stage(view: PlanView) -> str | None:
    on_the_ladder = view.choice is not None and view.choice.mode is Plan.LADDER
    here = next((row.stage.id for row in view.ladder if row.here), None)
    return here if on_the_ladder else None


def _session_json(session: PlannedSession | None) -> dict[str, Any] | None:
    if session is None:
        return None
    return {
        "date": session.day,
        "words": session.words,
        "stage": None if session.stage is None else session.stage.id,
        "minutes": session.minutes,
        "km": cap_km(session.distance_m),
        "cap_km": cap_km(session.cap_m),
    }
