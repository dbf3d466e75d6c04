"""`backstride status`: one line for a shell prompt."""

import json
from datetime import datetime

import click

from tracker.cli.context import the_clock, the_data_file, the_diary
from tracker.cli.output import escaped_json
from tracker.diary.day_views import status_of
from tracker.diary.status_note import StatusNote, identity_of, keep_note, read_note

_METRES_A_KM = 1000


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def status(ctx: click.Context, *, as_json: bool) -> None:
    """Print one line: today's outcome, its cap, and what is due."""
    now = the_clock()()
    note = read_note(the_data_file(ctx), now=now) or _worked_out(ctx, now)
    if as_json:
        keys = {"line": note.line, "outcome": note.outcome, "cap_km": note.cap_km}
        found = json.dumps({**keys, "due": list(note.due)}, indent=2, ensure_ascii=False)
        click.echo(escaped_json(found))
    else:
        click.echo(note.line)


def _worked_out(ctx: click.Context, now: datetime) -> StatusNote:
    file = the_data_file(ctx)
    # Taken before the file is read: a change in between must not pass for the state answered for.
    identity = identity_of(file)
    diary = the_diary(ctx)
    answer = status_of(diary.snapshot, diary.today)
    note = StatusNote(
        line=answer.line,
        outcome=answer.outcome.value,
        cap_km=None if answer.cap_m is None else answer.cap_m / _METRES_A_KM,
        due=answer.due,
        made=now.isoformat(),
        until=diary.day_ends.isoformat(),
    )
    if identity is not None:
        keep_note(file, note, identity=identity)
    return note
