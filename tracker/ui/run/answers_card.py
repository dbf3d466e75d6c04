"""What the next morning can answer a run, as long as no run has an answer yet (R-PAIN-07)."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from typing_extensions import override

from tracker.diary.answers import RunsView
from tracker.domain.verdict import Response
from tracker.insight.response_words import RESPONSE_SHORT
from tracker.ui.run.answer_counts import answer_sign
from tracker.ui.widgets.card import Card, titled

TITLE: Final = "How the next morning answers a run"
RULE: Final = "R-PAIN-07"
WORD_CELLS: Final = 9
MEANS: Final = {
    Response.GREEN: ("as usual next morning, 2 at most on the run",),
    Response.AMBER_SETTLED: ("felt on the run, back to usual by morning",),
    Response.AMBER_LINGER: (
        "1 above usual next morning: same or less next",
        "1 above usual: same or less next",
    ),
    Response.RED: (
        "1.5 above usual, 6 or a limp on the run, woken",
        "1.5 above usual, 6 in the run, limp",
    ),
    Response.UNKNOWN: ("no morning score: it can't be judged",),
}
"""Each in several lengths, the longest first."""
USUAL: Final = "usual: mean of 4 or more rested mornings"


class AnswersCard(Card):
    """A row for each answer with what it means, and how much of the usual level is there."""

    runs: reactive[RunsView | None] = reactive(None)

    def watch_runs(self, runs: RunsView | None) -> None:
        """Stand there until the first run has an answer."""
        self.fill(shown=runs is not None and not any(_answered(runs)))

    @override
    def rows(self, width: int) -> list[Content]:
        if self.runs is None:
            return []
        rows = [titled(TITLE, RULE, width), Content("")]
        for answer, means in MEANS.items():
            word = RESPONSE_SHORT[answer].ljust(WORD_CELLS)
            label = Content.assemble(answer_sign(self, answer), " ", Content.styled(word, "bold"))
            room = width - label.cell_length
            text = next((each for each in means if len(each) <= room), means[-1])
            rows.append(Content.assemble(label, Content.styled(text, "$dim")))
        return [*rows, Content(""), self._usual(self.runs.rested)]

    @staticmethod
    def _usual(rested: int | None) -> Content:
        if rested is None:
            return Content.styled(USUAL, "$dim")
        so_far = Content.styled(f"{rested} so far", "bold")
        return Content.assemble(Content.styled(f"{USUAL}; ", "$dim"), so_far)


def _answered(runs: RunsView) -> list[bool]:
    return [line.response is not Response.UNKNOWN for line in runs.lines]
