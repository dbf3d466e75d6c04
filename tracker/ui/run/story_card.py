"""The run under the cursor, told: next morning, scores, routines, what was worn, the verdict."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content
from textual.reactive import reactive
from typing_extensions import override

from tracker.diary.kinds.run import KIND_WORDS, OUTCOME_WORDS, SURFACE_WORDS
from tracker.diary.run_stories import RunStory, SiteScores
from tracker.domain.calendar_words import format_day
from tracker.domain.run import Run, RunOutcome
from tracker.domain.settings import DistanceUnit
from tracker.domain.units import format_distance, format_duration, format_pace, pace_of
from tracker.domain.verdict import Response
from tracker.insight.response_words import RESPONSE_SHORT, TOMORROW
from tracker.insight.site_labels import short_label
from tracker.rules.hundredths import one_decimal
from tracker.rules.session import DUE_TEXT, RESPONSE_WORDS, WAITS_TEXT
from tracker.ui.run.answer_counts import answer_sign
from tracker.ui.run.verdict_words import outcome_words
from tracker.ui.widgets.card import Card, labelled, titled

LABEL_CELLS: Final = 15
SCORES_CELLS: Final = 28
KEPT: Final = {True: ": kept", False: ": not kept", None: ""}


class StoryCard(Card):
    """One run in full; without one it takes no room."""

    story: reactive[RunStory | None] = reactive(None)
    unit: reactive[DistanceUnit] = reactive(DistanceUnit.KM)

    def watch_story(self, story: RunStory | None) -> None:
        """Write anew."""
        self.fill(shown=story is not None)

    @override
    def rows(self, width: int) -> list[Content]:
        story = self.story
        if story is None:
            return []
        enter = Content.assemble(
            Content.styled("enter", "bold $accent"), Content.styled(" opens", "$dim")
        )
        heading = titled(_run_words(story.line.run, self.unit), enter, width)
        lines = (
            row
            for label, words in self._lines(story)
            for row in _wrapped(label, words, width=width)
        )
        return [heading, Content(""), *lines]

    def _lines(self, story: RunStory) -> Iterator[tuple[str, Content]]:
        line, run = story.line, story.line.run
        yield "Next morning", self._answer(story)
        if line.reason and not line.due:
            yield "Decided by", Content.assemble(line.reason, self._usual(story))
        for site in story.sites:
            yield short_label(site.place), _scores(site)
        if run.outcome is not RunOutcome.COMPLETED:
            yield "When it hurt", Content(OUTCOME_WORDS[run.outcome])
        if story.routines:
            yield "Routines", Content(" · ".join(story.routines))
        worn = (*line.gear, *([SURFACE_WORDS[run.surface]] if run.surface else []))
        if worn:
            yield "Worn, ground", Content(" · ".join(worn))
        if story.verdict is not None:
            verdict = story.verdict
            words = f" {verdict.headline}{KEPT[verdict.kept]}"
            yield "Verdict then", Content.assemble(outcome_words(self, verdict.outcome), words)
        if run.note:
            yield "Note", Content(run.note)

    def _answer(self, story: RunStory) -> Content:
        line = story.line
        if line.waits:
            return Content.assemble(answer_sign(self, None), f" {TOMORROW}: {WAITS_TEXT}")
        says = RESPONSE_WORDS[line.response]
        if line.response is Response.UNKNOWN:
            says = f"{DUE_TEXT} to answer it" if line.due else line.reason
        word = Content.styled(RESPONSE_SHORT[line.response], "bold")
        return Content.assemble(answer_sign(self, line.response), " ", word, f"  {says}")

    @staticmethod
    def _usual(story: RunStory) -> Content:
        if story.usual is None:
            return Content("")
        level, mornings = one_decimal(story.usual.level), story.usual.mornings
        return Content.styled(f"  usual {level} of {mornings} mornings", "$dim")


def _run_words(run: Run, unit: DistanceUnit) -> str:
    day = format_day(run.start.date(), year=False)
    distance = "" if run.distance_m is None else f"{format_distance(run.distance_m, unit)} "
    time = "" if run.duration_s is None else f" in {format_duration(run.duration_s)}"
    pace = pace_of(run.distance_m, run.duration_s, unit=unit)
    paced = "" if pace is None else f", {format_pace(pace)} /{unit}"
    return f"{day} · {distance}{KIND_WORDS[run.kind]}{time}{paced}"


def _scores(site: SiteScores) -> Content:
    named = (("before", site.before), ("worst", site.worst), ("after", site.after))
    around = ", ".join(f"{name} {score}" for name, score in named if score is not None)
    morning = "no score" if site.morning is None else str(site.morning)
    after = Content.styled(f"next morning {morning}", "$dim")
    return Content.assemble(f"{around or 'not scored':<{SCORES_CELLS}}", after)


def _wrapped(label: str, words: Content, *, width: int) -> list[Content]:
    """Write one line; what is long goes on below its own beginning."""
    lines = words.wrap(max(width - LABEL_CELLS, 1)) or [Content("")]
    return [
        labelled(label if not at else "", line, cells=LABEL_CELLS) for at, line in enumerate(lines)
    ]
