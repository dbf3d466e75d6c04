"""The latest runs, with what the next morning said."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.diary.answers import RunLine
from tracker.domain.pain import PainScore
from tracker.domain.settings import DistanceUnit
from tracker.domain.units import format_distance_number
from tracker.insight.response_words import TOMORROW
from tracker.insight.week_strip import day_heading
from tracker.ui.glyphs import RESPONSE_ROLE, RESPONSE_WORD, glyphs_of

NOTHING: Final = "–"
DAY_CELLS: Final = 8
KM_CELLS: Final = 4


class LastRuns(Widget):
    """A line for each run: day, distance, pain before, worst and after, response."""

    DEFAULT_CSS = """
    LastRuns {
        height: auto; width: 1fr; background: $surface; padding: 1 2;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    LastRuns.-empty { display: none; }
    """

    runs: reactive[tuple[RunLine, ...]] = reactive((), layout=True)
    most: reactive[int] = reactive(5, layout=True)
    spaced: reactive[bool] = reactive(default=False, layout=True)
    unit: reactive[DistanceUnit] = reactive(DistanceUnit.KM)

    def watch_runs(self, runs: tuple[RunLine, ...]) -> None:
        """Take no room without runs."""
        self.set_class(not runs, "-empty")

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a heading, a blank row and a row for each run, or two where they are spaced."""
        shown = min(self.most, len(self.runs))
        return 2 + (2 * shown - 1 if self.spaced else shown)

    def render(self) -> Content:
        """Write heading and runs."""
        fact = f"pain before{glyphs_of(self).right}worst{glyphs_of(self).right}after"
        gap = " " * max(self.content_size.width - len("Last runs") - len(fact), 1)
        heading = Content.assemble(
            Content.styled("Last runs", "bold"), gap, Content.styled(fact, "$dim")
        )
        between = Content("\n\n" if self.spaced else "\n")
        shown = self.runs[: self.most]
        pains = [self._pain(line) for line in shown]
        cells = max(map(len, pains), default=0)
        lines = between.join(
            self._run(line, pain.ljust(cells)) for line, pain in zip(shown, pains, strict=True)
        )
        return Content("\n").join([heading, Content(""), lines])

    def _pain(self, line: RunLine) -> str:
        run = line.run
        return glyphs_of(self).right.join(map(_worst, (run.before, run.during, run.after)))

    def _run(self, line: RunLine, pain: str) -> Content:
        run = line.run
        metres = run.distance_m
        distance = NOTHING if metres is None else format_distance_number(metres, self.unit)
        return Content.assemble(
            Content.styled(day_heading(run.day).ljust(DAY_CELLS), "$dim"),
            Content.styled(distance.rjust(KM_CELLS), "bold"),
            Content.styled(f" {self.unit}  ", "$dim"),
            f"{pain}  ",
            *self._answer(line),
        )

    def _answer(self, line: RunLine) -> tuple[Content, ...]:
        sign = f"{glyphs_of(self).responses[line.answer]} "
        if line.answer is None:
            return (Content.styled(f"{sign}{TOMORROW}", "$dim"),)
        return (
            Content.styled(sign, f"${RESPONSE_ROLE[line.answer]}"),
            Content(RESPONSE_WORD[line.answer]),
        )


def _worst(scores: Sequence[PainScore]) -> str:
    return str(max((score.score for score in scores), default=NOTHING))
