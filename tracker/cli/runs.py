"""`backstride run`: add, list, show, edit and delete runs."""

import click

from tracker.cli.completing import complete_gear, complete_scores
from tracker.cli.context import refuse, the_diary
from tracker.cli.formatting import RUN_HEADER, RUN_RIGHT, echo_table, run_row, scores_words
from tracker.cli.json_output import echo_json, record_json, run_json
from tracker.cli.kinds import edit_command
from tracker.cli.scores import SCORE_METAVAR, read_scores
from tracker.diary.answers import RunLine
from tracker.diary.entries import RunEntry
from tracker.diary.gear_use import new_pair_note
from tracker.diary.routine_links import routine_words
from tracker.diary.run_previews import pace_doubt
from tracker.diary.run_views import list_runs, spike_note, view_run
from tracker.diary.runs import delete_run, log_run, run_texts
from tracker.domain.calendar_words import counts_to, format_day
from tracker.domain.clock_words import format_moment
from tracker.domain.problem import Problem
from tracker.domain.run import Run, RunKind, RunOutcome, Surface
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite
from tracker.domain.units import format_distance, format_duration
from tracker.domain.verdict import Response
from tracker.rules.midrun import story
from tracker.rules.session import RESPONSE_WORDS, WAITS_TEXT

_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def run() -> None:
    """Runs: add, list, show, edit, delete."""


@run.command(context_settings={"ignore_unknown_options": True})
@click.argument("distance")
@click.argument("duration")
@click.option("--at", "when", default="", metavar="WHEN", help="today 18:10, yesterday, 3 nov 7:30")
@click.option(
    "--kind", type=click.Choice([kind.value for kind in RunKind]), default=RunKind.EASY.value
)
@click.option(
    "--rpe", default="", metavar="0-10", help="Effort, how hard it was: 3 moderate, 5 hard."
)
@click.option("--surface", type=click.Choice([item.value for item in Surface]))
@click.option(
    "--gear",
    multiple=True,
    metavar="NAME",
    shell_complete=complete_gear,
    help="Shoes, belt, …; may be repeated.",
)
@click.option(
    "--before",
    multiple=True,
    metavar=SCORE_METAVAR,
    shell_complete=complete_scores,
    help="Pain just before.",
)
@click.option(
    "--during",
    multiple=True,
    metavar=SCORE_METAVAR,
    shell_complete=complete_scores,
    help="Worst pain during.",
)
@click.option(
    "--after",
    multiple=True,
    metavar=SCORE_METAVAR,
    shell_complete=complete_scores,
    help="Pain an hour after.",
)
@click.option(
    "--outcome", metavar="HOW", default="completed", help=", ".join(o.value for o in RunOutcome)
)
@click.option("--limp", is_flag=True, help="Pain changed how you ran or walked.")
@click.option("--painkiller", is_flag=True, help="Taken before scoring.")
@click.option("--note", default="")
@click.option("--sure", is_flag=True, help="Take a pace that looks impossible.")
@_AS_JSON
@click.pass_context
def add(
    ctx: click.Context,
    *,
    distance: str,
    duration: str,
    when: str,
    kind: str,
    rpe: str,
    surface: str | None,
    gear: tuple[str, ...],
    before: tuple[str, ...],
    during: tuple[str, ...],
    after: tuple[str, ...],
    outcome: str,
    limp: bool,
    painkiller: bool,
    note: str,
    sure: bool,
    as_json: bool,
) -> None:
    """Log a run: `backstride run add 5,2 31:20 --before low_back=2`."""
    diary = the_diary(ctx)
    usual = diary.settings.tracked
    scores = {
        option: _scores(typed, option=option, usual=usual)
        for option, typed in (("before", before), ("during", during), ("after", after))
    }
    entry = RunEntry(
        when=when,
        distance=distance,
        duration=duration,
        kind=RunKind(kind),
        rpe=rpe,
        surface=Surface(surface) if surface else None,
        gear=gear,
        before=scores["before"],
        during=scores["during"],
        after=scores["after"],
        outcome=_outcome(outcome),
        limp=limp,
        painkiller=painkiller,
        note=note,
    )
    doubt = None if sure else pace_doubt(diary, run_texts(entry))
    if doubt is not None:
        refuse([Problem("duration", f"{doubt} Nothing was saved; --sure saves it as it is.")])
    saved = log_run(diary, entry)
    if not isinstance(saved, Run):
        refuse(saved)
    if as_json:
        echo_json(record_json(saved))
        return
    unit = diary.settings.unit
    distance_words = format_distance(saved.distance_m or 0, unit)
    time_words = format_duration(saved.duration_s or 0)
    what = f"{distance_words} in {time_words} on {_day_words(saved)}"
    click.echo(f"Saved: {what}. `backstride undo` takes it back.")
    spike = spike_note(diary.snapshot, saved.distance_m or 0, day=saved.day)
    if spike is not None:
        click.echo(f"{spike}  R-LOAD-04")
    new = new_pair_note(diary.snapshot, saved.gear, saved.distance_m or 0, day=saved.day)
    if new is not None:
        click.echo(f"{new}  R-EQ-03")


def _day_words(run: Run) -> str:
    """Name the day of a run by the calendar, and the one that it counts to."""
    day = run.start.date()
    return f"{format_day(day)}{counts_to(day, run.day)}"


def _scores(
    typed: tuple[str, ...], *, option: str, usual: tuple[PainSite, ...]
) -> dict[PainSite, int]:
    found = read_scores(typed, option=option, usual=usual)
    if isinstance(found, Problem):
        refuse([found])
    return found


def _outcome(text: str) -> RunOutcome:
    word = text.strip().upper().replace("-", "_").replace(" ", "_")
    if word not in set(RunOutcome):
        known = ", ".join(outcome.value.lower() for outcome in RunOutcome)
        refuse([Problem("outcome", f'"{text}" is not an outcome. Use one of: {known}.')])
    return RunOutcome(word)


@run.command("list")
@click.option("--limit", type=click.IntRange(min=1), help="Only the newest so many.")
@_AS_JSON
@click.pass_context
def list_(ctx: click.Context, *, limit: int | None, as_json: bool) -> None:
    """List the runs, newest first, with the response that the next morning gave."""
    diary = the_diary(ctx)
    lines = list_runs(diary, limit=limit)
    if as_json:
        echo_json([run_json(line) for line in lines])
    elif not lines:
        click.echo("No runs yet. `backstride run add 5.2 31:20` logs one.")
    else:
        unit = diary.settings.unit
        header = [unit.value if cell == "distance" else cell for cell in RUN_HEADER]
        echo_table(header, [list(run_row(line, unit)) for line in lines], right=RUN_RIGHT)


@run.command()
@click.argument("run_id", metavar="ID")
@_AS_JSON
@click.pass_context
def show(ctx: click.Context, *, run_id: str, as_json: bool) -> None:
    """Show one run. Any unambiguous beginning or end of its id will do."""
    diary = the_diary(ctx)
    line = view_run(diary, run_id)
    if isinstance(line, Problem):
        refuse([line])
    if as_json:
        echo_json(run_json(line))
        return
    _echo_run(line, diary.settings)
    unit = diary.settings.unit
    echo_table(RUN_HEADER, [list(run_row(line, unit))], right=RUN_RIGHT)


def _response_sentence(line: RunLine) -> str:
    if line.due:
        return RESPONSE_WORDS[Response.UNKNOWN]
    if line.response is not Response.UNKNOWN:
        said = RESPONSE_WORDS[line.response]
        return f"{said} ({line.reason})" if line.reason else said
    if line.waits:
        return f"It {WAITS_TEXT}."
    return "Unknown: a score is missing for it."


def _echo_run(line: RunLine, settings: Settings) -> None:
    shown = line.run
    rows = {
        "id": shown.id,
        "start": format_moment(shown.start, day=shown.day, clock_24h=settings.clock_24h),
        "kind": shown.kind.value,
        "effort": "" if shown.rpe is None else f"{shown.rpe} of 10",
        "surface": shown.surface.value if shown.surface else "",
        "gear": ", ".join(line.gear),
        "before": scores_words(shown.before),
        "during": scores_words(shown.during),
        "after": scores_words(shown.after),
        "outcome": shown.outcome.value.lower().replace("_", " "),
        "on way": story(shown.steps, shown.outcome),
        "routine": routine_words(line.routine, settings) if line.routine else "",
        "response": _response_sentence(line),
        "from": shown.source.file if shown.source else "",
        "note": shown.note,
    }
    for name, value in rows.items():
        if value:
            click.echo(f"{name:<9}{value}")
    click.echo()


run.add_command(edit_command("run"))


@run.command()
@click.argument("run_id", metavar="ID")
@_AS_JSON
@click.pass_context
def delete(ctx: click.Context, *, run_id: str, as_json: bool) -> None:
    """Delete a run. `backstride undo` brings it back."""
    diary = the_diary(ctx)
    gone = delete_run(diary, run_id)
    if not isinstance(gone, Run):
        refuse(gone)
    if as_json:
        echo_json(record_json(gone))
    else:
        click.echo(f"Deleted the run of {_day_words(gone)}. `backstride undo` brings it back.")
