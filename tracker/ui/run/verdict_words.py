"""A verdict in one row, and the card of today's below the run form."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.diary.answers import Verdict
from tracker.domain.verdict import Level, Outcome
from tracker.rules.explanations import Explanation
from tracker.rules.progression import ladder_session
from tracker.ui.glyphs import OUTCOME_ROLE, glyphs_of
from tracker.ui.widgets.card import Card, titled

GAP: Final = 2
HEAD_ROWS: Final = 2
SESSION_CELLS: Final = 22
"""Room for a session's words in a heading; a longer one is named by its stage."""


def outcome_words(widget: Widget, outcome: Outcome) -> Content:
    """Return an outcome's sign and word in its colour."""
    sign = glyphs_of(widget).outcomes[outcome]
    alarm = outcome is Outcome.SEEK_CARE
    style = "bold $alarm-ink on $alarm" if alarm else f"bold ${OUTCOME_ROLE[outcome]}"
    return Content.styled(f"{sign} {outcome.words}", style)


def verdict_words(widget: Widget, verdict: Verdict) -> Content:
    """Return a verdict's sign, word and cap in one row."""
    emergency = verdict.level is Level.EMERGENCY and verdict.level.value
    cap = verdict.headline or emergency or _ladder_words(verdict)
    words = outcome_words(widget, verdict.outcome)
    return Content.assemble(words, " ", Content.styled(cap, "bold")) if cap else words


def _ladder_words(verdict: Verdict) -> str:
    """Name the session of the ladder that a day without a cap allows, "" for any other day."""
    if verdict.outcome is not Outcome.EASY or verdict.cap_m is not None:
        return ""
    session = ladder_session(walked_w0=verdict.readiness.given.walked_w0)
    words = f"{session.id}, {session.text}"
    return words if len(words) <= SESSION_CELLS else session.id


class TodayCard(Card):
    """Today's verdict with its reasons: what the run that is typed is measured by.

    `most` is how many rows it may take; the reasons come first, then how to run, then the cap.
    """

    verdict: reactive[Verdict | None] = reactive(None)
    most: reactive[int] = reactive(99, layout=True)

    def watch_verdict(self, verdict: Verdict | None) -> None:
        """Write anew."""
        self.fill(shown=verdict is not None)

    @override
    def rows(self, width: int) -> list[Content]:
        verdict = self.verdict
        if verdict is None:
            return []
        how = verdict.manner if verdict.headline else verdict.message
        story = f"cap: {verdict.cap_story}" if verdict.cap_story else ""
        reasons = [row for each in verdict.because for row in _reason(each, width)]
        room = self.most - HEAD_ROWS - len(reasons)
        above = _fitting(how, width, room)
        below = _fitting(story, width, room - len(above))
        head = [titled("Today's verdict", verdict_words(self, verdict), width), Content("")]
        return [*head, *above, *reasons, *below]


def _fitting(words: str, width: int, room: int) -> list[Content]:
    """Return words in dim over as many rows as they need, or none where that is too many."""
    rows = list(Content.styled(words, "$dim").wrap(max(width, 1))) if words else []
    return rows if len(rows) <= room else []


def _reason(because: Explanation, width: int) -> list[Content]:
    rule = Content.styled(because.rule, "$dim")
    room = width - rule.cell_length - GAP
    first, *more = Content(because.text).wrap(max(room, 1))
    gap = " " * (width - first.cell_length - rule.cell_length)
    return [Content.assemble(first, gap, rule), *more]
