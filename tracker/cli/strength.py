"""`backstride strength`: exercises, their progress a side, and the same again."""

from typing import Any

import click

from tracker.cli.context import refuse, the_diary
from tracker.cli.formatting import echo_table
from tracker.cli.json_output import echo_json, record_json
from tracker.cli.kinds import echo_saved, kind_group
from tracker.diary.kinds.saving import save_form
from tracker.diary.kinds.strength import SIDE_WORDS, STRENGTH, again_texts, dose_words
from tracker.diary.strength import Done, Progress, count_due, progress
from tracker.diary.verdicts import decide
from tracker.domain.calendar_words import format_day
from tracker.domain.problem import Problem
from tracker.domain.site import Side
from tracker.insight.response_words import RESPONSE_WORDS, TOMORROW
from tracker.rules.strength import COUNT_TEXT, PROMISES_NOTHING

_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_SIDES = {"L": Side.LEFT, "R": Side.RIGHT, "B": Side.BOTH}

strength = kind_group("strength")


@strength.command()
@click.argument("exercise")
@click.option("--side", type=click.Choice([*_SIDES], case_sensitive=False))
@click.option("--pain", default="", metavar="0-10", help="Pain while doing it.")
@_AS_JSON
@click.pass_context
def again(ctx: click.Context, *, exercise: str, side: str | None, pain: str, as_json: bool) -> None:
    """Log an exercise as it was last time, with one repetition more in each set."""
    book = the_diary(ctx)
    wanted = None if side is None else _SIDES[side.upper()]
    texts = again_texts(book, exercise, wanted)
    if isinstance(texts, Problem):
        refuse([texts])
    saved = save_form(book, kind=STRENGTH, texts={**texts, "pain": pain})
    echo_saved(book, STRENGTH, saved, as_json=as_json)


@strength.command("progress")
@click.argument("exercise", required=False, default="")
@_AS_JSON
@click.pass_context
def progress_(ctx: click.Context, *, exercise: str, as_json: bool) -> None:
    """Show how each exercise went on, a side at a time, with the answer of the next morning."""
    book = the_diary(ctx)
    found = progress(book.snapshot, today=book.today, exercise=exercise)
    if as_json:
        echo_json([progress_json(each) for each in found])
        return
    if not found:
        click.echo('No exercises yet. `backstride strength add "squat" --sets 3 --reps 10`')
    for each in found:
        side = f", {SIDE_WORDS[each.side]}" if each.side in SIDE_WORDS else ""
        click.echo(f"{each.exercise}{side}")
        most = max(done.volume for done in each.done) or 1
        rows = [_row(done, most) for done in each.done]
        echo_table(
            ("day", "done", "", "in all", "pain", "next morning"), rows, right=frozenset({3})
        )
        click.echo()
    if count_due(book.snapshot, book.today, flags=decide(book).flags):
        click.echo(f"{COUNT_TEXT}  R-XT-05")
    if found:
        click.echo(f"{PROMISES_NOTHING}  R-XT-05")


_BAR_CELLS = 12


def _row(done: Done, most: int) -> tuple[str, ...]:
    record = done.record
    pain = "–" if record.pain is None else str(record.pain)
    answer = TOMORROW if done.response is None else RESPONSE_WORDS[done.response]
    bar = "█" * round(_BAR_CELLS * done.volume / most)
    return (format_day(record.day), dose_words(record), bar, str(done.volume), pain, answer)


def progress_json(each: Progress) -> dict[str, Any]:
    """Return an exercise of one side; `volume` are the repetitions or seconds of all sets."""
    return {
        "exercise": each.exercise,
        "side": each.side,
        "done": [
            {
                **record_json(done.record),
                "volume": done.volume,
                "response": done.response,
                "waits": done.response is None,
            }
            for done in each.done
        ],
    }
