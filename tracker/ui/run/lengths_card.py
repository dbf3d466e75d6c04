"""What the last runs say: the shorter ones beside the longer ones, as counts (R-AN-06)."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from typing_extensions import override

from tracker.domain.settings import DistanceUnit
from tracker.domain.text import counted
from tracker.insight.response_words import RESPONSE_SHORT
from tracker.insight.run_lengths import SPLIT_DAYS, Counts, RunLengths
from tracker.ui.run.answer_counts import answer_sign
from tracker.ui.widgets.card import Card, spread, titled

TITLE: Final = f"What {SPLIT_DAYS} days of runs say"
NO_CAUSE: Final = "Counts from your diary, not a cause."


class LengthsCard(Card):
    """Two counts side by side; with few runs it says so."""

    lengths: reactive[RunLengths | None] = reactive(None)
    unit: reactive[DistanceUnit] = reactive(DistanceUnit.KM)

    def watch_lengths(self, lengths: RunLengths | None) -> None:
        """Write anew; without a distance there is nothing to compare."""
        self.fill(shown=lengths is not None)

    @override
    def rows(self, width: int) -> list[Content]:
        lengths = self.lengths
        if lengths is None:
            return []
        limit = f"{lengths.limit} {self.unit}"
        few = "" if lengths.comparable else f" Too few to compare (needs {lengths.needs} each)."
        return [
            titled(TITLE, "", width),
            Content(""),
            *self._side(f"up to {limit}", lengths.short, width),
            *self._side(f"over {limit}", lengths.long, width),
            Content(""),
            *Content.styled(f"{NO_CAUSE}{few}", "$dim").wrap(max(width, 1)),
        ]

    def _side(self, label: str, counts: Counts, width: int) -> list[Content]:
        answers = [*RESPONSE_SHORT, *([None] if counts.get(None) else [])]
        parts = [
            Content.assemble(answer_sign(self, each), f" {counts.get(each, 0)}  ")
            for each in answers
            if counts.get(each) or each is not None
        ]
        runs = Content.styled(counted(counts_of(counts), "run"), "")
        return [
            spread(Content.styled(label, "$dim"), runs, width),
            Content.assemble("  ", *parts).truncate(width),
        ]


def counts_of(counts: Counts) -> int:
    """Return how many runs there are."""
    return sum(counts.values())
