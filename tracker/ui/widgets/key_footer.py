"""The footer: at most six keys, those of the focused widget, in one line."""

from collections.abc import Mapping

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from tracker.ui.command import NO_KEYMAP
from tracker.ui.commands import command
from tracker.ui.own_keys import keymap_of

LAST = "help"
SAVE_KEY = "ctrl+s"
PALETTE = "command_palette"
FIELD_KEYS = "help_in_field"
HINTS_MAX = 6
CELLS_MAX = 78


class KeyFooter(Widget):
    """Shows what `hints` lists: ids of commands, most used first."""

    DEFAULT_CSS = """
    KeyFooter { dock: bottom; height: 1; background: $surface; padding: 0 1; }
    """

    hints: reactive[tuple[str, ...]] = reactive(())
    unsaved: reactive[bool] = reactive(default=False)
    """Whether what is typed is not saved: then the key that saves it stands first, as a chip."""

    half_typed: reactive[str] = reactive("")
    """A key that waits for its second."""

    def follow(self, widget: Widget | None, also: tuple[str, ...] = ()) -> None:
        """Show the keys of a widget, then of what is around it; in a field only keys that work.

        Where two use the same key, the outer one knows what it does there.
        """
        around = () if widget is None else widget.ancestors_with_self
        named = [hint for each in around for hint in getattr(each, "HINTS", ())]
        wanted = sorted(dict.fromkeys((*named, *also)), key=lambda hint: hint == LAST)
        keyed = [hint for hint in wanted if command(id_of(hint)).keys]
        if isinstance(widget, Input):
            keyed = _in_field([hint for hint in keyed if not command(id_of(hint)).printable])
        hints = list({command(id_of(hint)).keys: hint for hint in keyed}.values())
        self.hints = tuple(
            hints if len(hints) <= HINTS_MAX else [*hints[: HINTS_MAX - 1], hints[-1]]
        )

    def render(self) -> Content:
        """Write key and verb of as many hints as fit; the last one always stays."""
        keymap = keymap_of(self.app) if self.is_attached else NO_KEYMAP
        shown = list(self.hints[:HINTS_MAX])
        saves = {each for each in shown if self.unsaved and command(id_of(each)).keys == SAVE_KEY}
        hints = [
            *(save_chip(each) for each in shown if each in saves),
            *(key_hint(each, keymap) for each in shown if each not in saves),
        ]
        if self.half_typed:
            hints = [Content.styled(f"{self.half_typed} …", "bold $accent"), *hints]
        room = min(self.size.width - 2, CELLS_MAX) if self.size.width else CELLS_MAX
        gap = Content("   ")
        while len(hints) > 1 and gap.join(hints).cell_length > room:
            gap = Content("  ") if len(gap) > 2 else gap  # noqa: PLR2004
            if gap.join(hints).cell_length > room:
                del hints[-2]
        return gap.join(hints)


def save_chip(command_id: str) -> Content:
    """Write the key that saves on the accent colour, and its verb in bold."""
    entry = command(id_of(command_id))
    return Content.assemble(
        Content.styled(f" {entry.keys} ", "bold $ink on $accent"),
        " ",
        Content.styled(entry.label, "bold"),
    )


def id_of(hint: str) -> str:
    """Return the command of a hint, which may say after a sign what it is called there."""
    return hint.partition("=")[0]


def _in_field(hints: list[str]) -> list[str]:
    """Put first what a field is saved with, then the ways to go on; the rest follows."""
    saves = [hint for hint in hints if "save" in command(id_of(hint)).meanings]
    rest = [hint for hint in hints if hint not in {*saves, LAST, PALETTE}]
    if LAST not in hints:
        return [*saves[:1], "next_field", *rest]
    return [*saves[:1], "next_field", *rest[:2], f"{PALETTE}=all", FIELD_KEYS]


def key_hint(command_id: str, keymap: Mapping[str, str] = NO_KEYMAP) -> Content:
    """Write a command's keys and its verb."""
    name, _, called = command_id.partition("=")
    entry = command(name)
    keys, verb = entry.keys_in(keymap), called or entry.label
    return Content.assemble(Content.styled(keys, "bold $accent"), " ", Content.styled(verb, "$dim"))
