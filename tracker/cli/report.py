"""`backstride report`: one page for a clinician."""

from pathlib import Path

import click

from tracker.cli.context import refuse, say, tell, the_diary
from tracker.diary.clinician.output import ENDINGS, Form, too_long, written
from tracker.diary.clinician.request import WEEKS_MAX, WEEKS_MIN, Part, Request, parse_parts
from tracker.diary.output_files import OR_FORCE, write_out
from tracker.domain.problem import Problem
from tracker.domain.text import clean_text, path_text
from tracker.rules.wording import SHARE_WARNING


@click.command()
@click.option(
    "--weeks",
    type=click.IntRange(WEEKS_MIN, WEEKS_MAX),
    help="How many weeks, up to today. Default: as the app keeps it, 8 at first.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in Form]),
    help="Default: by the ending of the file, else text.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file."
)
@click.option("--question", default="", help="What you want to ask; stands at the top.")
@click.option("--goal", default="", help="What you want to be able to do again.")
@click.option("--name", default="", help="Your name, where it is to stand there.")
@click.option(
    "--parts",
    metavar="PART,…",
    default="",
    help=f"Only these parts, or with a minus all but these: {', '.join(Part)}.",
)
@click.option("--force", is_flag=True, help="Write over what is there.")
@click.pass_context
def report(
    ctx: click.Context,
    *,
    weeks: int | None,
    form: str | None,
    output: Path | None,
    question: str,
    goal: str,
    name: str,
    parts: str,
    force: bool,
) -> None:
    """Write one page for a clinician: what the diary knows, without interpretation.

    As text of at most 66 lines, as Markdown, as HTML to print, or as PDF (needs the extra pdf).
    What is not given is as the app keeps it, where P shows the page. Patterns are left out
    until they are chosen.
    """
    book = the_diary(ctx)
    usual = Request.of(book.settings)
    chosen = parse_parts((part for part in parts.split(",") if part.strip()), usual=usual.parts)
    if isinstance(chosen, Problem):
        refuse([chosen])
    request = Request(
        weeks=weeks or usual.weeks,
        parts=chosen,
        question=clean_text(question) or usual.question,
        goal=clean_text(goal) or usual.goal,
        name=clean_text(name) or usual.name,
    )
    wanted = Form(form) if form else _by_ending(output)
    content = written(book, request, wanted)
    if isinstance(content, Problem):
        refuse([content])
    if output is None:
        if wanted is Form.PDF:
            refuse([Problem("output", "A PDF goes to a file. Name one: -o page.pdf")])
        click.echo(content.decode(), nl=False)
    else:
        problem = write_out(book, {output: content}, force=force, otherwise=OR_FORCE)
        if problem is not None:
            refuse([problem])
        tell(f"Wrote the page to {path_text(output)}. {SHARE_WARNING}")
    if wanted is Form.TEXT and (words := too_long(content)):
        say(words)


def _by_ending(output: Path | None) -> Form:
    return Form.TEXT if output is None else ENDINGS.get(output.suffix.casefold(), Form.TEXT)
