"""`backstride backup` and `backstride restore`: copies of the diary, and back."""

from pathlib import Path

import click

from tracker.cli.context import refuse, tell, the_diary
from tracker.cli.formatting import echo_table
from tracker.cli.json_output import echo_json
from tracker.diary.book import Book
from tracker.diary.maintenance import Copy, backups, create_backup, restore_backup
from tracker.domain.problem import Problem

_KILOBYTE = 1024


@click.group(invoke_without_command=True)
@click.pass_context
def backup(ctx: click.Context) -> None:
    """Copies of the diary: create, list, restore."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_)


@backup.command()
@click.pass_context
def create(ctx: click.Context) -> None:
    """Make a copy now."""
    made = create_backup(the_diary(ctx))
    if isinstance(made, Problem):
        refuse([made])
    tell(f"Copied to {made}.")


@backup.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def list_(ctx: click.Context, *, as_json: bool = False) -> None:
    """List the copies, newest first."""
    found = backups(the_diary(ctx))
    if as_json:
        echo_json([_copy_json(item) for item in found])
    elif not found:
        click.echo("No backups yet. `backstride backup create` makes one.")
    else:
        rows = [
            (str(item.number), f"{item.at:%Y-%m-%d %H:%M}", item.reason, _size(item.size))
            for item in found
        ]
        echo_table(("number", "made", "why", "size"), rows, right=frozenset({0, 3}))


def _copy_json(item: Copy) -> dict[str, object]:
    return {
        "number": item.number,
        "at": item.at,
        "reason": item.reason,
        "bytes": item.size,
        "file": str(item.path),
    }


def _size(size: int) -> str:
    return f"{max(1, round(size / _KILOBYTE))} KB"


@backup.command("restore")
@click.argument("number")
@click.pass_context
def restore_number(ctx: click.Context, *, number: str) -> None:
    """Put the copy of a number in the place of the diary; `backstride undo` takes that back."""
    diary = the_diary(ctx)
    path = next((item.path for item in backups(diary) if str(item.number) == number), None)
    if path is None:
        refuse(
            [
                Problem(
                    "number", f'There is no backup "{number}". `backstride backup list` names all.'
                )
            ]
        )
    _restore(diary, path)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def restore(ctx: click.Context, *, file: Path) -> None:
    """Put another diary file in the place of this one; `backstride undo` takes that back."""
    _restore(the_diary(ctx), file)


def _restore(diary: Book, path: Path) -> None:
    problem = restore_backup(diary, path)
    if problem is not None:
        refuse([problem])
    tell(f"Restored from {path}. `backstride undo` takes it back.")
