"""The last thirty days: the longest run, and how the runs were taken."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from typing_extensions import override

from tracker.diary.answers import RunsView
from tracker.domain.calendar_words import format_day
from tracker.domain.text import counted
from tracker.domain.units import format_distance, format_distance_number
from tracker.domain.verdict import Outcome
from tracker.rules.distance_words import exact_distance
from tracker.rules.progression import ladder_session
from tracker.ui.run.answer_counts import answer_counts, in_rows
from tracker.ui.widgets.card import Card, labelled, spread, titled

LABEL_CELLS: Final = 12
NO_LONGEST: Final = "– "
SETS_IT: Final = {False: "the first run in 30 days sets it", True: "the first run sets"}


class MonthCard(Card):
    """The longest run, which the next one is measured by, and how many answers of each kind.

    Without runs: what the cap is made of then, and the next session of the ladder.
    """

    runs: reactive[RunsView | None] = reactive(None)
    close: reactive[bool] = reactive(default=False)

    def watch_runs(self, runs: RunsView | None) -> None:
        """Write anew."""
        self.fill(shown=runs is not None)

    def watch_close(self) -> None:
        """Write anew: where it is narrow the counts take the whole width."""
        self.refresh(layout=True)

    @override
    def rows(self, width: int) -> list[Content]:
        runs = self.runs
        if runs is None:
            return []
        heading = titled("Last 30 days", _sum_words(runs, short=self.close), width)
        rows = [heading, Content(""), self._longest(runs)]
        return rows + (self._counts(runs, width) if runs.runs_30d else self._before_the_first(runs))

    @property
    def _cells(self) -> int:
        return LABEL_CELLS - 2 if self.close else LABEL_CELLS

    def _longest(self, runs: RunsView) -> Content:
        longest = runs.longest30
        if longest is None or not longest.distance_m:
            words = Content.assemble(NO_LONGEST, Content.styled(SETS_IT[self.close], "$dim"))
        else:
            distance = exact_distance(longest.distance_m, runs.settings.unit)
            day = format_day(longest.day, year=False)
            words = Content.assemble(
                Content.styled(distance, "bold"), Content.styled(f"  {day}", "$dim")
            )
        return labelled("Longest", words, cells=self._cells)

    def _counts(self, runs: RunsView, width: int) -> list[Content]:
        label = 0 if self.close else self._cells
        rows = in_rows(answer_counts(self, runs.responses_30d), width=width - label)
        names = ("" if self.close or at else "Mornings" for at in range(len(rows)))
        return [labelled(name, row, cells=label) for name, row in zip(names, rows, strict=True)]

    def _before_the_first(self, runs: RunsView) -> list[Content]:
        verdict = runs.verdict
        cap = verdict.headline or "none from runs yet"
        rows = [labelled("Cap", Content(cap), cells=self._cells)]
        if verdict.outcome is Outcome.EASY and verdict.cap_m is None:
            session = ladder_session(walked_w0=verdict.readiness.given.walked_w0)
            words = Content.assemble(Content.styled(session.id, "bold"), f"  {session.text}")
            rows.append(labelled("Next", words, cells=self._cells))
        return rows


def _sum_words(runs: RunsView, *, short: bool) -> str:
    if not runs.runs_30d:
        return "0 runs"
    distance = format_distance(runs.distance_30d_m, runs.settings.unit)
    return distance if short else f"{counted(runs.runs_30d, 'run')} · {distance}"


class MonthLine(Card):
    """The same in one row, where there is no room for a card."""

    DEFAULT_CSS = """
    MonthLine { background: $background; padding: 0; }
    """

    runs: reactive[RunsView | None] = reactive(None)

    def watch_runs(self, runs: RunsView | None) -> None:
        """Write anew."""
        self.fill(shown=runs is not None and bool(runs.runs_30d))

    @override
    def rows(self, width: int) -> list[Content]:
        runs = self.runs
        if runs is None:
            return []
        unit, longest = runs.settings.unit, runs.longest30
        total = format_distance_number(runs.distance_30d_m, unit)
        far = format_distance_number((longest and longest.distance_m) or 0, unit)
        words = Content.assemble(
            Content.styled("30 days  ", "bold"),
            Content.styled(total, "bold"),
            Content.styled(f" {unit}, longest ", "$dim"),
            Content.styled(far, "bold"),
        )
        counts = Content("  ").join(answer_counts(self, runs.responses_30d))
        return [spread(words, counts, width)]
