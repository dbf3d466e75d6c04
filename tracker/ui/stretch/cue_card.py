"""How the step under the cursor is done, and what to mind."""

from collections.abc import Iterable

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tracker.rules.stretching import TIGHT_IS_FINE, Fit, FittedStep


class CueCard(Static):
    """Name and target, cue, caution, and today's note; `compact` leaves out what every step has."""

    DEFAULT_CSS = """
    CueCard {
        height: auto; width: 1fr; background: $surface; padding: 1 2; border-left: outer $accent;
        &.-compact { padding: 0 1; }
        &.-empty { display: none; }
    }
    """

    step: reactive[FittedStep | None] = reactive(None)
    compact: reactive[bool] = reactive(default=False, layout=True, toggle_class="-compact")

    def watch_step(self, step: FittedStep | None) -> None:
        """Take no room without a step."""
        self.set_class(step is None, "-empty")

    def render(self) -> Content:
        """Write the card."""
        return Content("") if self.step is None else Content("\n").join(self._lines(self.step))

    def rows_for(self, steps: Iterable[FittedStep], width: int) -> int:
        """Count the rows that the longest of some steps' cards takes, without the padding."""
        return max(
            (sum(len(line.wrap(width)) or 1 for line in self._lines(step)) for step in steps),
            default=0,
        )

    def _lines(self, fitted: FittedStep) -> list[Content]:
        step = fitted.step
        lines = [
            Content.assemble(
                Content.styled(step.name, "bold"), Content.styled(f"  {step.target}", "$dim")
            ),
            Content(step.cue),
        ]
        if step.caution:
            lines.append(Content.styled(step.caution, "$dim"))
        lines += self._today(fitted)
        if not self.compact:
            general = Content.styled(TIGHT_IS_FINE, "$dim")
            lines += [Content(""), Content.assemble(general, Content.styled("  R-STR-05", "$dim"))]
        return lines

    @staticmethod
    def _today(fitted: FittedStep) -> list[Content]:
        if fitted.fit is Fit.LEFT_OUT:
            words = f"Left out today: {fitted.reason}."
        elif fitted.fit is Fit.ADDED:
            words = f"Added {fitted.reason}."
        else:
            words = fitted.note
        if not words:
            return []
        return [Content.assemble(words, Content.styled(f"  {fitted.rule}", "$dim"))]
