"""Commands that are imported when they are called, so that `status` stays as fast as a prompt."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from tracker.cli.context import echo_error
from tracker.cli.output import ReaderGoneError
from tracker.domain.problem import Problem
from tracker.domain.text import plain_text

_WORDS = "backstride.words"


@contextmanager
def _plain_errors(words: Iterable[str]) -> Iterator[None]:
    """Take out of the sentence about a wrong option what could steer the terminal.

    Raises ReaderGoneError where the output was closed, which click would call a failure.
    """
    try:
        yield
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except click.UsageError as error:
        sentence = error.format_message().strip()
        plain = plain_text(sentence)
        if "--json" in words:
            option = (
                error.param.name if isinstance(error, click.BadParameter) and error.param else ""
            )
            echo_error([Problem(option or "", plain)])
        if plain == sentence:
            raise
        raise click.UsageError(plain, error.ctx) from error


class LazyGroup(click.Group):
    """A group whose commands are named as "module:attribute" and loaded on demand."""

    def __init__(
        self,
        *args: Any,  # noqa: ANN401 - click's own
        lazy: Mapping[str, str] | None = None,
        more: str = "",
        **kwargs: Any,  # noqa: ANN401 - click's own
    ) -> None:
        """Take click's arguments, and the table of commands; `more` names a table of commands."""
        super().__init__(*args, **kwargs)
        self.lazy = dict(lazy or {})
        self._more = more

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - click's own
    ) -> click.Context:
        """Read the options; what is wrong with them is said in plain text."""
        with _plain_errors(args):
            return super().make_context(info_name, args, parent, **extra)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options, and keep the words for when one of them is wrong."""
        ctx.meta.setdefault(_WORDS, tuple(args))
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what is wrong with its options is said in plain text."""
        with _plain_errors(ctx.meta[_WORDS]):
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name all commands, in the order of the table."""
        others = (name for name in self._others if name not in self.lazy)
        return [*super().list_commands(ctx), *self.lazy, *others]

    @property
    def _others(self) -> Mapping[str, click.Command]:
        others: Mapping[str, click.Command] = _named(self._more) if self._more else {}
        return others

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command."""
        found = self.lazy.get(cmd_name)
        if found is None:
            return super().get_command(ctx, cmd_name) or self._others.get(cmd_name)
        command: click.Command = _named(found)
        return command


def _named(name: str) -> Any:  # noqa: ANN401 - whatever stands there
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)
