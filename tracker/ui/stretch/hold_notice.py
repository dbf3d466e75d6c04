"""Why no routine is offered."""

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tracker.rules.red_flags import FLAGS
from tracker.rules.stretching import NOT_OFFERED
from tracker.ui.glyphs import glyphs_of


class HoldNotice(Static):
    """Says that no routine is offered, and lists the alarm signs for which (R-STR-06).

    `problem` is said instead where the routines can't be read.
    """

    DEFAULT_CSS = """
    HoldNotice {
        display: none; width: 1fr; height: auto; margin: 1 2; padding: 1 2;
        background: $surface; border-left: outer $zone-stop;
    }
    """

    flags: reactive[tuple[str, ...]] = reactive((), layout=True)
    problem: reactive[str] = reactive("", layout=True)

    @property
    def says_something(self) -> bool:
        """Return whether there is anything to say."""
        return bool(self.flags or self.problem)

    def render(self) -> Content:
        """Write sentence, signs, and where to go."""
        if self.problem:
            return Content(self.problem)
        return Content("\n").join(
            [
                Content.assemble(
                    Content.styled(NOT_OFFERED, "bold"), Content.styled("  R-STR-06", "$dim")
                ),
                Content(""),
                *(self._sign(flag) for flag in self.flags),
                Content(""),
                Content.styled("1 opens Today, which says what to do now.", "$dim"),
            ]
        )

    def _sign(self, flag: str) -> Content:
        return Content.assemble(
            Content.styled(f"{glyphs_of(self).alarm} ", "$zone-stop"),
            FLAGS[flag].title,
            Content.styled(f"  {flag}", "$dim"),
        )
