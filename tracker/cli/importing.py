"""`backstride import`: activities from files."""

import sys

import click

from tracker.cli.context import CANNOT_BE_MET, refuse, say, tell, the_diary
from tracker.cli.json_output import echo_json, imported_json
from tracker.diary.answers import Imported, ImportStatus
from tracker.diary.import_paths import find_all
from tracker.diary.importing import import_files
from tracker.domain.problem import Problem


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH …")
@click.option("--dry-run", is_flag=True, help="Say what would be added, and add nothing.")
@click.option("--keep-both", is_flag=True, help="Also add what looks like a known activity.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def import_(
    ctx: click.Context, *, paths: tuple[str, ...], dry_run: bool, keep_both: bool, as_json: bool
) -> None:
    """Bring in runs from GPX files. A ride or a walk becomes cross-training, never a run."""
    files = find_all(paths)
    if isinstance(files, Problem):
        refuse([files])
    results = import_files(the_diary(ctx), files, dry_run=dry_run, keep_both=keep_both)
    imported = [item for item in results if isinstance(item, Imported)]
    problems = [item for item in results if isinstance(item, Problem)]
    if problems:
        refuse(problems)
    if as_json:
        echo_json([imported_json(item) for item in imported])
    else:
        for item in imported:
            word = "would be added" if dry_run and item.record else item.status.value
            tell(f"{item.file}: {word}. {item.message}", err=item.record is None)
    if imported and all(item.status is ImportStatus.REJECTED for item in imported):
        # Under --json each file's answer says why.
        say("Nothing was imported.")
        sys.exit(CANNOT_BE_MET)
