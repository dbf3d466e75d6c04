"""`backstride spec`: what there is, for people who write scripts and for whoever must not guess."""

from collections.abc import Iterator
from typing import Any

import click

from tracker import __version__
from tracker.cli.context import EXIT_CODES
from tracker.cli.json_output import echo_json, rule_json
from tracker.cli.kinds import kind_json
from tracker.diary.kinds.registry import KINDS
from tracker.diary.schemas import record_schemas
from tracker.rules.catalogue import RULES
from tracker.rules.constant_table import CONSTANTS


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON: also records and rules.")
@click.pass_context
def spec(ctx: click.Context, *, as_json: bool) -> None:
    """Print every command with its options; as JSON also exit codes, records, rules, numbers."""
    commands = [*_commands(ctx.find_root())]
    if as_json:
        echo_json(
            {
                "version": __version__,
                "exit_codes": {str(code): meaning for code, meaning in EXIT_CODES.items()},
                "commands": commands,
                "kinds": [*map(kind_json, KINDS.values())],
                "records": record_schemas(),
                "rules": [rule_json(rule) for rule in RULES],
                "numbers": CONSTANTS,
            }
        )
        return
    for each in commands:
        click.echo(f"backstride {each['name']}")
        click.echo(f"    {each['help']}")
        for param in each["params"]:
            click.echo(f"    {', '.join(param['names'])}  {param['help']}".rstrip())


def _commands(ctx: click.Context, *before: str) -> Iterator[dict[str, Any]]:
    """Go through all commands, also those in groups, each with what can be typed after it."""
    group = ctx.command
    if not isinstance(group, click.Group):
        return
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if command is None:
            continue
        below = click.Context(command, parent=ctx, info_name=name)
        if isinstance(command, click.Group):
            yield from _commands(below, *before, name)
        if not isinstance(command, click.Group) or command.invoke_without_command:
            yield {
                "name": " ".join((*before, name)),
                "help": command.get_short_help_str(limit=1000),
                "params": [_param(param) for param in command.params],
            }


def _param(param: click.Parameter) -> dict[str, Any]:
    argument = isinstance(param, click.Argument)
    choices = param.type.choices if isinstance(param.type, click.Choice) else ()
    return {
        "names": [param.human_readable_name] if argument else [*param.opts, *param.secondary_opts],
        "argument": argument,
        "required": param.required,
        "many": param.multiple or param.nargs != 1,
        "flag": bool(getattr(param, "is_flag", False)),
        "choices": list(map(str, choices)) or None,
        "help": getattr(param, "help", None) or "",
    }
