"""`backstride stretch`: the routines without the screen."""

import click

from tracker.cli.completing import complete_routines
from tracker.cli.context import refuse, tell, the_diary
from tracker.cli.formatting import echo_table
from tracker.cli.json_output import echo_json, record_json, routine_json, routine_steps_json
from tracker.cli.kinds import kind_group
from tracker.cli.stretch_go import go
from tracker.diary.adherence import adherence_of
from tracker.diary.entries import SessionEntry
from tracker.diary.kinds.saving import form_context
from tracker.diary.kinds.session import SESSION
from tracker.diary.routine_files import (
    TEXT_MAX,
    export_routine_file,
    import_routine_file,
    import_routine_text,
    routine_text,
)
from tracker.diary.routine_fitting import fitted_routine
from tracker.diary.routine_views import routine_lines, routine_named
from tracker.diary.sessions import log_session
from tracker.domain.calendar_words import format_day
from tracker.domain.form import read_form
from tracker.domain.problem import Problem
from tracker.domain.routine import Routine, RoutineSession, StepState
from tracker.domain.units import format_duration
from tracker.insight.adherence import PLANNED_MEANS, WINDOW_DAYS, summary_words
from tracker.rules.long_holds import LONG_HOLD_RULE, long_hold_note
from tracker.rules.stretching import EXTRA_STEPS, Fit, FittedStep

_FILE_IS_THERE = "Name another file, or write over it with --force."
_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def stretch() -> None:
    """Stretch routines: list, show, go through, log, export, import."""


@stretch.command("list")
@_AS_JSON
@click.pass_context
def list_(ctx: click.Context, *, as_json: bool) -> None:
    """List the routines."""
    diary = the_diary(ctx)
    every = routine_lines(diary.snapshot, today=diary.today, hidden=True)
    if as_json:
        echo_json([routine_json(line) for line in every])
        return
    lines = [line for line in every if not line.routine.hidden]
    rows = [
        (
            line.routine.id,
            line.routine.title,
            str(len(line.routine.steps)),
            format_duration(line.routine.seconds),
            format_day(line.last_day) if line.last_day else "never",
        )
        for line in lines
    ]
    echo_table(("id", "routine", "steps", "time", "last"), rows, right=frozenset({2, 3}))
    hidden = [line.routine.id for line in every if line.routine.hidden]
    if hidden:
        click.echo(f"\nHidden: {', '.join(hidden)}. The app's Stretch tab brings them back.")
    kept = adherence_of(diary.snapshot, today=diary.today)
    click.echo(f"\nlast {WINDOW_DAYS} days: {summary_words(kept)}  R-AN-07")
    click.echo(PLANNED_MEANS)


@stretch.command()
@click.argument("routine_id", metavar="ID", shell_complete=complete_routines)
@_AS_JSON
@click.pass_context
def show(ctx: click.Context, *, routine_id: str, as_json: bool) -> None:
    """Show a routine with its steps, as they fit today; the JSON has the routine itself."""
    diary = the_diary(ctx)
    routine = routine_named(diary.snapshot, routine_id)
    if isinstance(routine, Problem):
        refuse([routine])
    if as_json:
        echo_json(routine_steps_json(routine))
        return
    fitted = fitted_routine(diary.snapshot, routine, diary.today)
    head = f"{routine.title}  ({format_duration(fitted.seconds)}, {routine.when})  {routine.code}"
    click.echo(head.rstrip())
    note = long_hold_note(routine)
    if note:
        click.echo(f"{note}  {LONG_HOLD_RULE}")
    if not fitted.offered:
        click.echo(f"\n{fitted.why}")
    for step in fitted.steps:
        click.echo()
        _echo_step(step)


def _echo_step(fitted: FittedStep) -> None:
    step = fitted.step
    if fitted.fit is Fit.LEFT_OUT:
        click.echo(f"{step.id:<4} {step.name}  left out today: {fitted.reason}  {fitted.rule}")
        return
    added = f"  added {fitted.reason}  {fitted.rule}" if fitted.fit is Fit.ADDED else ""
    click.echo(f"{step.id:<4} {step.name}  ({format_duration(step.est_s)}, {step.target}){added}")
    for words in (step.cue, step.caution, fitted.note):
        if words:
            click.echo(f"     {words}")


@stretch.command()
@click.argument("routine_id", metavar="ID", shell_complete=complete_routines)
@click.option("--skip", "skipped", multiple=True, metavar="STEP", help="A step left out.")
@click.option("--at", "when", default="", metavar="WHEN", help="today 18:10, yesterday, …")
@click.option("--pain-before", default="", metavar="0-10")
@click.option("--pain-after", default="", metavar="0-10")
@click.option("--water-packed", default="", metavar="yes|no")
@click.option("--note", default="")
@_AS_JSON
@click.pass_context
def log(
    ctx: click.Context,
    /,
    *,
    routine_id: str,
    skipped: tuple[str, ...],
    when: str,
    note: str,
    as_json: bool,
    **answers: str,
) -> None:
    """Log a routine as done, but for the skipped steps."""
    diary = the_diary(ctx)
    routine = routine_named(diary.snapshot, routine_id)
    if isinstance(routine, Problem):
        refuse([routine])
    given, problems = read_form(SESSION.fields, {**answers, "note": note}, form_context(diary))
    if problems:
        refuse(problems)
    entry = SessionEntry(
        routine=routine.id,
        states=_skipped(routine, skipped),
        others=StepState.DONE,
        when=when,
        **given,
    )
    saved = log_session(diary, entry)
    if not isinstance(saved, RoutineSession):
        refuse(saved)
    if as_json:
        echo_json(record_json(saved))
        return
    done = sum(mark.state is StepState.DONE for mark in saved.marks)
    click.echo(
        f"Saved: {routine.title}, {done} done, {len(skipped)} skipped,"
        f" {format_day(saved.day)}. `backstride undo` takes it back."
    )


@stretch.command()
@click.argument("routine_id", metavar="ID", shell_complete=complete_routines)
@click.option("-o", "--output", default="", metavar="FILE", help="Write it into a file.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.pass_context
def export(ctx: click.Context, *, routine_id: str, output: str, force: bool) -> None:
    """Write a routine as JSON, to change it or to give it to someone."""
    diary = the_diary(ctx)
    routine = routine_named(diary.snapshot, routine_id)
    if isinstance(routine, Problem):
        refuse([routine])
    if not output:
        click.echo(routine_text(routine), nl=False)
        return
    written = export_routine_file(diary, routine.id, output, force=force, instead=_FILE_IS_THERE)
    if isinstance(written, Problem):
        refuse([written])
    tell(f"Wrote {routine.title} to {written}.")


@stretch.command("import")
@click.argument("file")
@_AS_JSON
@click.pass_context
def import_(ctx: click.Context, *, file: str, as_json: bool) -> None:
    """Bring in a routine from a JSON file, as one of your own; - reads standard input."""
    diary = the_diary(ctx)
    if file == "-":
        with click.open_file("-", "rb") as stream:
            text = stream.read(TEXT_MAX + 1).decode(errors="replace")
        saved = import_routine_text(diary, text)
    else:
        saved = import_routine_file(diary, file)
    if not isinstance(saved, Routine):
        refuse(saved)
    if as_json:
        echo_json(routine_steps_json(saved))
        return
    count = "1 step" if len(saved.steps) == 1 else f"{len(saved.steps)} steps"
    tell(
        f"Saved: {saved.title}, {count}, {format_duration(saved.seconds)},"
        f" as {saved.id}. `backstride undo` takes it back."
    )
    note = long_hold_note(saved)
    if note:
        tell(f"{note}  {LONG_HOLD_RULE}")


def _skipped(routine: Routine, words: tuple[str, ...]) -> dict[str, StepState]:
    ids = {step.id.casefold(): step.id for step in (*routine.steps, *EXTRA_STEPS)}
    return {ids.get(word.casefold(), word): StepState.SKIPPED for word in words}


stretch.add_command(go)

session = kind_group("session")
session.add_command(log, "add")
