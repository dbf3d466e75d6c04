"""`backstride merge`: the diaries of other machines, and what a sync tool left beside this one."""

import sys
from pathlib import Path

import click

from tracker.cli.context import CANNOT_BE_MET, give_up, say, tell, the_diary
from tracker.cli.json_output import echo_json
from tracker.diary.merging import NONE_FOUND, MergedFile, found_copies, merge_files
from tracker.domain.text import path_text


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE …]")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def merge(ctx: click.Context, *, files: tuple[Path, ...], as_json: bool) -> None:
    """Take the changes of other machines in; of every field the later one counts.

    Without a file: the conflict copies that Syncthing, Dropbox and others left beside the diary;
    they are moved to the backups. A copy of the diary is made before, and `backstride undo` takes
    a merge back.
    """
    book = the_diary(ctx)
    results = merge_files(book, files or found_copies(book))
    if as_json:
        echo_json(list(map(_merged_json, results)))
    elif not results:
        give_up(NONE_FOUND)
    else:
        for each in results:
            tell(f"{path_text(each.file)}: {each.words}", err=each.problem is not None)
    if any(each.merged.anything for each in results):
        say("`backstride undo` takes it back.")
    if any(each.problem is not None for each in results):
        sys.exit(CANNOT_BE_MET)


def _merged_json(result: MergedFile) -> dict[str, object]:
    return {
        "file": str(result.file),
        "added": result.merged.added,
        "changed": result.merged.changed,
        "deleted": result.merged.deleted,
        "moved": result.moved,
        "problem": result.problem,
    }
