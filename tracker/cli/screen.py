"""`backstride screen`: the screening questions in the terminal."""

from pathlib import Path

import click
import msgspec

from tracker.cli.context import give_up, read_bounded, refuse, the_diary
from tracker.cli.formatting import echo_wrapped
from tracker.cli.json_output import echo_json, record_json
from tracker.diary.screenings import answer_screening
from tracker.domain.screening import Clearance, Screening
from tracker.rules.screening import (
    FULL_FORM_TEXT,
    SCREENING_QUESTIONS,
    screen_of,
    screening_text,
)


@click.command()
@click.option(
    "--answers",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help='A JSON object instead of questions: {"adult": true, …}.',
)
@click.option("--json", "as_json", is_flag=True, help="Print the stored record as JSON.")
@click.pass_context
def screen(ctx: click.Context, *, answers: Path | None, as_json: bool) -> None:
    """Answer the 8 health questions; they count for 12 months."""
    diary = the_diary(ctx)
    given = _asked(err=as_json) if answers is None else _from_file(answers)
    saved = answer_screening(diary, given)
    if not isinstance(saved, Screening):
        refuse(saved)
    if as_json:
        echo_json(record_json(saved))
        return
    snapshot = diary.snapshot
    outcome = screen_of(snapshot.of(Screening), snapshot.of(Clearance), today=diary.today)
    click.echo()
    echo_wrapped(screening_text(outcome, pregnancy=saved.pregnancy))
    click.echo(FULL_FORM_TEXT)


def _asked(*, err: bool) -> dict[str, object]:
    answers: dict[str, object] = {}
    for number, question in enumerate(SCREENING_QUESTIONS, start=1):
        if question.only_after is None or answers[question.only_after]:
            text = f"{number} of {len(SCREENING_QUESTIONS)}  {question.text}"
            answers[question.field] = _confirmed(text, err=err)
    return answers


def _confirmed(text: str, *, err: bool) -> bool:
    try:
        return click.confirm(text, default=None, err=err)
    except click.Abort:
        click.echo(err=err)
        give_up(
            "The questions were left, and nothing of them is kept. Answer with y or n, or give the"
            " answers with --answers FILE."
        )


def _from_file(path: Path) -> dict[str, object]:
    try:
        found = msgspec.json.decode(read_bounded(path), type=dict[str, object])
    except (msgspec.MsgspecError, RecursionError):
        give_up(f'{path} is not a JSON object. Write answers like {{"adult": true, …}}.')
    return found
