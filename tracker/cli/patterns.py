"""`backstride patterns`: what goes along with better or worse mornings, in plain text."""

import textwrap
from collections.abc import Iterable

import click

from tracker.cli.completing import complete_sites
from tracker.cli.context import refuse, the_diary
from tracker.cli.formatting import WIDTH, echo_table, echo_wrapped
from tracker.cli.json_output import Json, echo_json
from tracker.diary.book import Book
from tracker.diary.experiments import ExperimentView, experiment_views
from tracker.diary.patterns import PatternReport, pattern_report
from tracker.domain.problem import Problem
from tracker.domain.site import PainSite, parse_pain_site
from tracker.domain.text import plain_text
from tracker.domain.verdict import PatternVerdict
from tracker.insight.day_spans import span_words
from tracker.insight.patterns import Pattern
from tracker.rules.pattern_words import EXPLORATORY, definition_of, gaps_words, label_of

_INDENT = "  "
_BLOCK_HEADER = ("week", "kind", "days", "mornings", "mean", "habit logged")


@click.command()
@click.option(
    "--site",
    "site_text",
    metavar="SITE[:SIDE]",
    shell_complete=complete_sites,
    help="The site; else the first one tracked.",
)
@click.option("--all", "exploratory", is_flag=True, help="Beyond the six fixed ones, too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def patterns(
    ctx: click.Context, *, site_text: str | None, exploratory: bool, as_json: bool
) -> None:
    """Look whether habits go along with better or worse mornings, and at your own tests."""
    diary = the_diary(ctx)
    report = pattern_report(
        diary.snapshot,
        today=diary.today,
        site=_site(site_text, diary),
        exploratory=exploratory,
    )
    if as_json:
        echo_json([_pattern_json(each) for each in report.patterns])
        return
    _echo_report(report)
    _echo_tests(experiment_views(diary.snapshot, today=diary.today))
    echo_wrapped("`backstride rules show R-AN-05` says how this is worked out.")


def _site(text: str | None, diary: Book) -> PainSite | None:
    if text is None:
        return None
    known = pattern_report(diary.snapshot, today=diary.today).places
    place = parse_pain_site(text, usual=known)
    if isinstance(place, Problem):
        refuse([place])
    return next((each for each in known if each.key == place.key), place)


def _pattern_json(pattern: Pattern) -> dict[str, Json]:
    return {
        "exposure": str(pattern.exposure),
        "n": pattern.n,
        "with": pattern.exposed,
        "without": pattern.unexposed,
        "verdict": pattern.verdict,
        "effect": pattern.effect,
        "low": pattern.low,
        "high": pattern.high,
        "text": pattern.text,
    }


def _echo_report(report: PatternReport) -> None:
    place = "No site" if report.place is None else report.place.label
    click.echo(
        f"{plain_text(place)}: what goes along with better or worse mornings  (R-AN-05, R-AN-08)"
    )
    for each in report.patterns:
        click.echo()
        label = label_of(each.exposure)
        mark = f" ({EXPLORATORY})" if each.exploratory else ""
        watch = each.verdict is PatternVerdict.WATCH
        click.echo(f"{label}{mark}: {click.style(each.verdict.value, bold=watch)}")
        _echo_indented(each.text)
        if each.first is not None and each.last is not None:
            days = span_words(each.first, each.last)
            counts = f"{each.exposed} with, {each.unexposed} without, {days}"
            _echo_indented(f"{counts}; {gaps_words(each.left_out)}. {each.fuller}")
        _echo_indented(definition_of(each.exposure))
    click.echo()


def _echo_indented(text: str) -> None:
    click.echo(
        textwrap.fill(plain_text(text), WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
    )


def _echo_tests(views: Iterable[ExperimentView]) -> None:
    for view in views:
        click.echo(f"Own test: {plain_text(f'{view.title}, {view.test.place.label}')} (R-AN-06)")
        _echo_indented(f"{view.line}. {view.text}")
        echo_table(
            _BLOCK_HEADER,
            [
                (
                    f"{_INDENT}{block.number}",
                    block.kind,
                    span_words(block.first, block.last),
                    f"{len(block.mornings)} of {block.days}",
                    view.mean_words(block),
                    block.kept_words,
                )
                for block in view.blocks
            ],
            right=frozenset({3, 4}),
        )
        click.echo()
