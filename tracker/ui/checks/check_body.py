"""The weekly check as a form: what the first question ends is not asked (R-Q-01)."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tracker.diary.kinds.impact import QUESTION_NAMES, given_options
from tracker.insight.week_words import INCOMPLETE, SUBSTANTIAL
from tracker.rules.impact import IMPACT_MAX, impact
from tracker.ui.form.body import FormBody


class CheckBody(FormBody):
    """Says what the answers add up to."""

    DEFAULT_CSS = """
    CheckBody {
        & > FormRow { margin-bottom: 1; }
        & > #result { height: auto; margin: 0 0 0 1; }
    }
    """

    LABEL_CELLS: ClassVar[int] = 28
    FIRST_FOCUS: ClassVar[str] = f"#{QUESTION_NAMES[0]}"

    def compose(self) -> ComposeResult:
        """Lay out the questions, and what they add up to."""
        yield from super().compose()
        yield Static(id="result")

    def follow(self) -> None:
        """Ask what is left to ask, and say the score."""
        rows = self.rows
        rows["place"].display = len(self.context.places) > 1
        first, *others = QUESTION_NAMES
        ended = impact([self.value(first)]).score is not None
        for name in others:
            rows[name].display = not ended
        given = given_options({name: self.value(name) for name in QUESTION_NAMES})
        self.query_one("#result", Static).update(self._result(given))

    def _result(self, given: tuple[int | None, ...]) -> Content:
        if all(option is None for option in given):
            return Content("")
        found = impact(given)
        if found.score is None:
            words = Content.styled(INCOMPLETE, "$dim")
        else:
            words = Content.assemble(
                Content.styled(f"{found.score} of {IMPACT_MAX}", "bold"),
                Content.styled(f"  {SUBSTANTIAL}" if found.substantial else "", "$dim"),
            )
        label = Content.styled("Adds up to".ljust(self.LABEL_CELLS + 1), "$dim")
        return Content.assemble(label, words)
