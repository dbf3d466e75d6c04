"""The footer: at most six keys, those of the focused widget, in one line."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from tracker.ui.commands import command

LAST = "help"
SAVE_KEY = "ctrl+s"
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
        typing = isinstance(widget, Input)
        working = [hint for hint in wanted if not (typing and command(hint).printable)]
        hints = list({command(hint).keys: hint for hint in working}.values())
        self.hints = tuple(
            hints if len(hints) <= HINTS_MAX else [*hints[: HINTS_MAX - 1], hints[-1]]
        )

    def render(self) -> Content:
        """Write key and verb of as many hints as fit; the last one always stays."""
        shown = list(self.hints[:HINTS_MAX])
        saving = [each for each in shown if self.unsaved and command(each).keys == SAVE_KEY]
        hints = [
            *map(save_chip, saving),
            *(key_hint(each) for each in shown if each not in saving),
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
    entry = command(command_id)
    return Content.assemble(
        Content.styled(f" {entry.keys} ", "bold $ink on $accent"),
        " ",
        Content.styled(entry.label, "bold"),
    )


def key_hint(command_id: str) -> Content:
    """Write a command's keys and its verb."""
    entry = command(command_id)
    return Content.assemble(
        Content.styled(entry.keys, "bold $accent"), " ", Content.styled(entry.label, "$dim")
    )
