"""`backstride export`: the diary for other programs."""

from pathlib import Path

import click

from tracker.cli.context import refuse, tell, the_diary
from tracker.diary.exporting import as_bundle, as_json, as_tables
from tracker.diary.output_files import OR_FORCE, write_out
from tracker.domain.problem import Problem
from tracker.domain.text import counted, path_text

FORMATS = ("json", "csv", "fhir")


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
    table for each kind of record, which `import` reads. fhir: pain scores and runs as a FHIR R4
    Bundle, an attachment for another system. These are health data: mind who gets them.
    """
    book = the_diary(ctx)
    wanted = form or _usual(file)
    if wanted != "csv":
        content = as_bundle(book) if wanted == "fhir" else as_json(book)
        if str(file) == "-":
            click.echo(content, nl=False)
            return
        files = {file: content}
    elif str(file) == "-":
        refuse([Problem("file", "Tables are several files: name a folder for them.")])
    else:
        files = {file / name: content for name, content in as_tables(book).items()}
    problem = write_out(book, files, force=force, otherwise=OR_FORCE)
    if problem is not None:
        refuse([problem])
    what = counted(len(files), "table") if len(files) != 1 or file not in files else "the diary"
    tell(f"Wrote {what} to {path_text(file)}, for you alone to read.")


def _usual(file: Path) -> str:
    return "csv" if str(file) != "-" and (file.is_dir() or not file.suffix) else "json"
