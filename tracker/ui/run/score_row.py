"""One site's pain before, at its worst, and an hour after a run, in one row."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from time import monotonic
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.reactive import reactive
from textual.widget import Widget

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import SCORE_MAX
from tracker.domain.site import PainSite
from tracker.rules.pain import zone
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import ZONE_ROLE, glyphs_of
from tracker.ui.widgets.form_row import LABEL_CELLS, FormRow
from tracker.ui.widgets.pain_scale import TEN_WITHIN_S


class ScoreMoment(StrEnum):
    """When a run's pain is scored (R-PAIN-02); the values are the heads of the columns."""

    BEFORE = "before"
    WORST = "worst"
    AFTER = "60 min"


MOMENTS: Final = tuple(ScoreMoment)
FIELD_OF: Final = {
    ScoreMoment.BEFORE: "before",
    ScoreMoment.WORST: "during",
    ScoreMoment.AFTER: "after",
}
"""The field of a run that each column is."""
COLUMN_CELLS: Final = {ScoreMoment.BEFORE: 10, ScoreMoment.WORST: 10, ScoreMoment.AFTER: 11}
NOT_LOGGED: Final = {
    ScoreMoment.BEFORE: "–",
    ScoreMoment.WORST: "–",
    ScoreMoment.AFTER: "later",
}


class ScoreHead(Widget):
    """The heads of the columns."""

    DEFAULT_CSS = """
    ScoreHead { height: 1; width: 1fr; }
    """

    def render(self) -> Content:
        """Write the heading and, above each column, when."""
        heads = "".join(f"{moment.value:>{COLUMN_CELLS[moment]}}" for moment in MOMENTS)
        label_cells = LABEL_CELLS + 1 - self.styles.padding.left
        return Content.assemble(
            Content.styled(f"{'Pain':<{label_cells}}", "bold"), Content.styled(heads, "$dim")
        )


class ScoreRow(FormRow, can_focus=True):
    """Three scores from 0 to 10; one that is not there is not logged, and never the same as 0.

    Digits set the score under the cursor, left and right move it.
    """

    SCOPE: ClassVar[Scope] = Scope.SCORES
    HINTS: ClassVar[tuple[str, ...]] = ("score_set", "score_move", "score_clear")
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(Scope.SCORES),
        *(
            Binding(str(digit), f"score({digit})", f"{digit}", show=False)
            for digit in range(SCORE_MAX)
        ),
    ]

    scores: reactive[Mapping[ScoreMoment, int]] = reactive[Mapping[ScoreMoment, int]]({})
    cursor: reactive[int] = reactive(0)
    green_max: reactive[int] = reactive(2)

    @dataclass
    class Changed(FormRow.Changed):
        """A score was changed by the person."""

        row: "ScoreRow"

    def __init__(
        self,
        place: PainSite,
        *,
        green_max: int = 2,
        monotonic_clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(place.label)
        self.place = place
        self._clock = monotonic_clock
        self._one_at: float | None = None
        self.set_reactive(ScoreRow.green_max, green_max)

    def render(self) -> Content:
        """Draw label and the three scores; with the focus the one under the cursor in brackets."""
        parts = [self.label_content(focused=self.has_focus)]
        closing = Content("")
        for place, moment in enumerate(MOMENTS):
            here = self.has_focus and place == self.cursor
            ground = "bold on $panel" if here else ""
            words = Content.assemble("[" if here else " ", self._words(moment)).stylize(ground)
            gap = COLUMN_CELLS[moment] - closing.cell_length - words.cell_length
            parts += [closing, Content(" " * gap), words]
            closing = Content.styled("]" if here else " ", ground)
        return Content.assemble(*parts, closing)

    def _words(self, moment: ScoreMoment) -> Content:
        score = self.scores.get(moment)
        if score is None:
            return Content.styled(NOT_LOGGED[moment], "$dim")
        found = zone(score, green_max=self.green_max)
        return Content.assemble(
            Content.styled(f"{score}", "bold"),
            " ",
            Content.styled(glyphs_of(self).zones[found], f"${ZONE_ROLE[found]}"),
        )

    @property
    def active_cell(self) -> Offset:
        """Return the cell of the score under the cursor."""
        moment = MOMENTS[self.cursor]
        end = sum(COLUMN_CELLS[each] for each in MOMENTS[: self.cursor + 1])
        return Offset(self._label_cells + end - self._words(moment).cell_length, 0)

    def _on_focus(self, event: events.Focus) -> None:
        super()._on_focus(event)
        self.cursor = 0

    def _on_blur(self, event: events.Blur) -> None:
        super()._on_blur(event)
        self._one_at = None

    def _put(self, score: int | None) -> None:
        moment = MOMENTS[self.cursor]
        if score == self.scores.get(moment):
            return
        others = {each: value for each, value in self.scores.items() if each is not moment}
        self.scores = others if score is None else {**others, moment: score}
        self.post_message(self.Changed(self))

    def action_score(self, digit: int) -> None:
        """Set the score under the cursor; `0` soon after `1` makes 10."""
        one_at, self._one_at = self._one_at, self._clock() if digit == 1 else None
        if digit == 0 and one_at is not None and self._clock() - one_at <= TEN_WITHIN_S:
            self._put(SCORE_MAX)
        else:
            self._put(digit)

    def action_score_move(self, step: int) -> None:
        """Go to the score before, or after."""
        self._one_at = None
        self.cursor = min(max(self.cursor + step, 0), len(MOMENTS) - 1)

    def action_score_adjust(self, step: int) -> None:
        """Make the score one less, or one more; from "not logged" it starts at 0."""
        self._one_at = None
        score = self.scores.get(MOMENTS[self.cursor])
        self._put(0 if score is None else min(max(score + step, 0), SCORE_MAX))

    def action_score_clear(self) -> None:
        """Make the score "not logged"."""
        self._one_at = None
        self._put(None)

    def on_click(self, event: events.Click) -> None:
        """Go to the score that was clicked."""
        column = event.get_content_offset(self)
        if column is None:
            return
        end = LABEL_CELLS
        for place, moment in enumerate(MOMENTS):
            end += COLUMN_CELLS[moment]
            if column.x <= end:
                self.cursor = place
                return
