"""`backstride rules`: the rules, their sources, and a what-if on given numbers."""

from pathlib import Path
from typing import Final

import click
import msgspec

from tracker.cli.completing import complete_rules
from tracker.cli.context import give_up, read_bounded, refuse
from tracker.cli.formatting import echo_wrapped
from tracker.cli.json_output import echo_json, rule_json, source_words
from tracker.domain.problem import Problem
from tracker.rules.catalogue import CATALOGUE, rule_of
from tracker.rules.red_flags import ASKABLE
from tracker.rules.rule import Rule
from tracker.rules.sources import source
from tracker.rules.what_if import check_case

_KEYS: Final = {flag.id: key for key, flag in ASKABLE.items()}


@click.group()
def rules() -> None:
    """The rules: list, show, check."""


@rules.command("list")
@click.option("--area", metavar="AREA", help="Only one area: RED, RDY, PAIN, LOAD, …")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(*, area: str | None, as_json: bool) -> None:
    """List every rule: its id and title, and the key of a red flag that can be ticked."""
    chosen = [rule for rule in CATALOGUE.values() if area is None or _area(rule) == area.upper()]
    if not chosen:
        areas = ", ".join(dict.fromkeys(map(_area, CATALOGUE.values())))
        refuse([Problem("area", f'There is no area "{area}". Use one of: {areas}.')])
    if as_json:
        echo_json([rule_json(rule) for rule in chosen])
        return
    for rule in chosen:
        key = _KEYS.get(rule.id)
        click.echo(f"{rule.id:<11} {rule.title}{f'  (--flag {key})' if key else ''}")


def _area(rule: Rule) -> str:
    return rule.id.split("-")[1]


@rules.command()
@click.argument("rule_id", metavar="ID", shell_complete=complete_rules)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(*, rule_id: str, as_json: bool) -> None:
    """Show one rule: what it says, where it comes from, what that leaves open."""
    rule = rule_of(rule_id)
    if rule is None:
        refuse([Problem("id", f'There is no rule "{rule_id}". `backstride rules list` names all.')])
    if as_json:
        echo_json(rule_json(rule))
        return
    click.echo(click.style(f"{rule.id}  {rule.title}", bold=True))
    click.echo()
    echo_wrapped(rule.text)
    click.echo()
    click.echo("Sources")
    for page in map(source, rule.sources):
        click.echo(f"  {source_words(page)}")
    if rule.limits:
        click.echo()
        click.echo("What this leaves open")
        echo_wrapped(rule.limits)


@rules.command()
@click.argument("case_file", metavar="CASE.json", type=click.Path(path_type=Path, allow_dash=True))
def check(*, case_file: Path) -> None:
    """Try the rules on one case or a list of cases; prints a JSON list of results."""
    cases = _cases(case_file)
    results = []
    for number, case in enumerate(cases, start=1):
        result = check_case(case)
        if isinstance(result, Problem):
            give_up(f"Case {number} of {len(cases)}: {result.message}")
        results.append(result)
    echo_json(results)


def _cases(case_file: Path) -> list[object]:
    raw = read_bounded(case_file)
    try:
        found = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError):
        give_up(f'{case_file} is not JSON. Write a case as {{"fn": …, "input": …}}.')
    return found if isinstance(found, list) else [found]
