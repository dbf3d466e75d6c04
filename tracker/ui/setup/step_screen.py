"""What the three steps have in common: a form, and three ways on."""

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from tracker.ui.commands import Scope, bindings_of
from tracker.ui.form.screen import FormPage


class StepScreen(FormPage):
    """One step: closes with True where the next one follows, with False to stop here."""

    DEFAULT_CSS = """
    StepScreen.-short.-narrow > VerticalScroll { padding: 0; }
    StepScreen.-short BasicsBody > .step--promise { margin: 0 0 0 1; }
    """

    SCOPE: ClassVar[Scope] = Scope.SETUP
    HINTS: ClassVar[tuple[str, ...]] = ("step_done", "step_skip", "step_later", "page_keys")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.SETUP)]

    @work(group="save")
    async def action_step_done(self) -> None:
        """Save what is here and go on."""
        if await self.body.save():
            self.dismiss(result=True)

    @work(group="leave", exclusive=True)
    async def action_step_skip(self) -> None:
        """Go on without answers; what is typed is asked about once."""
        if await self.body.may_leave():
            self.dismiss(result=True)

    @work(group="leave", exclusive=True)
    async def action_step_later(self) -> None:
        """Leave the first steps for another time; what is typed is asked about once."""
        if await self.body.may_leave():
            self.dismiss(result=False)
