"""`backstride export`: the diary for other programs."""

import sys
from pathlib import Path

import click

from tracker.cli.context import refuse, tell, the_diary
from tracker.diary.exporting import as_json, as_tables
from tracker.diary.output_files import OR_FORCE, write_out
from tracker.domain.text import counted, path_text

FORMATS = ("json", "csv")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: csv where FILE is a folder or has no ending, else json.",
)
@click.option("--force", is_flag=True, help="Write over what is there.")
@click.pass_context
def export(ctx: click.Context, *, file: Path, form: str | None, force: bool) -> None:
    """Write the diary to a file; "-" is the standard output.

    json: everything but what was deleted; `restore` and `import` read it. csv: a folder with a
    table for each kind of record, which `import` reads. These are health data: mind who gets them.
    """
    book = the_diary(ctx)
    if str(file) == "-" and form != "csv":
        sys.stdout.buffer.write(as_json(book))
        return
    if (form or _usual(file)) == "json":
        files = {file: as_json(book)}
    else:
        files = {file / name: content for name, content in as_tables(book).items()}
    problem = write_out(book, files, force=force, otherwise=OR_FORCE)
    if problem is not None:
        refuse([problem])
    what = counted(len(files), "table") if len(files) != 1 or file not in files else "the diary"
    tell(f"Wrote {what} to {path_text(file)}, for you alone to read.")


def _usual(file: Path) -> str:
    return "csv" if file.is_dir() or not file.suffix else "json"
