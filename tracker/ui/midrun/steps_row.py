"""The row of the run form that tells what happened on the way, and opens it for typing."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from tracker.domain.run import MidRunStep, RunOutcome
from tracker.rules.midrun import story
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.widgets.form_row import FormRow


class StepsRow(FormRow, can_focus=True):
    """Shows the mid-run steps of a run in one line (R-MID-12)."""

    SCOPE: ClassVar[Scope] = Scope.TRAIL
    HINTS: ClassVar[tuple[str, ...]] = ("type_steps",)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.TRAIL)]

    steps: reactive[tuple[MidRunStep, ...]] = reactive(())
    outcome: reactive[RunOutcome] = reactive(RunOutcome.COMPLETED)

    @dataclass
    class Wanted(Message):
        """The person wants to type the steps."""

    def render(self) -> Content:
        """Write label and trail."""
        told = story(self.steps, self.outcome)
        if not self.steps:
            told, style = "– space: minute by minute", "$dim"
        else:
            told, style = told or f"{len(self.steps)} noted, nothing changed", ""
        return Content.assemble(
            self.label_content(focused=self.has_focus), Content.styled(f" {told}", style)
        )

    def action_type_steps(self) -> None:
        """Ask for the page on which the steps are typed."""
        self.post_message(self.Wanted())

    def on_click(self) -> None:
        """Ask for the page on which the steps are typed."""
        self.action_type_steps()
