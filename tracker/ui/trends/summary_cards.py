"""What the last six weeks add up to: nights, mornings after a run, patterns."""

from collections.abc import Mapping
from typing import Final

from textual.content import Content
from textual.reactive import reactive
from typing_extensions import override

from tracker.diary.trends import TrendWeeks
from tracker.domain.verdict import PatternVerdict, Response
from tracker.insight.patterns import Pattern
from tracker.insight.response_words import RESPONSE_SHORT
from tracker.insight.site_table import STRIP_DAYS, SiteTable
from tracker.rules.pattern_words import label_of
from tracker.ui.run.answer_counts import answer_sign
from tracker.ui.widgets.card import Card, labelled, spread, titled
from tracker.ui.widgets.key_footer import key_hint

LABEL_CELLS: Final = 12
NO_CAUSE: Final = "days with/without, no cause"


class MonthsCard(Card):
    """The last 42 days in three lines."""

    table: reactive[SiteTable | None] = reactive(None)
    logged: reactive[int] = reactive(0)
    weeks: reactive[TrendWeeks | None] = reactive(None)
    patterns: reactive[tuple[Pattern, ...] | None] = reactive(None)

    def watch_table(self, table: SiteTable | None) -> None:
        """Write anew."""
        self.fill(shown=table is not None)

    def watch_weeks(self) -> None:
        """Write anew: it takes the same rows."""
        self.refresh()

    @override
    def rows(self, width: int) -> list[Content]:
        table = self.table
        if table is None:
            return []
        answers: Mapping[Response | None, int] = {} if self.weeks is None else self.weeks.answers
        total = sum(answers.values())
        signs = Content(" ").join(
            Content.assemble(answer_sign(self, each), f" {answers[each]}")
            for each in (*RESPONSE_SHORT, None)
            if answers.get(each)
        )
        woken = Content.styled(str(table.nights_woken), "bold")
        nights = Content.assemble("woken ", woken, f" of {table.nights_answered} answered")
        mornings = Content.assemble(signs, Content.styled(f" of {total}", "$dim"))
        if not table.nights_answered:
            nights = Content.styled("none answered", "$dim")
        return [
            titled(f"{STRIP_DAYS} days", f"{self.logged} logged", width),
            Content(""),
            labelled("Nights", nights, cells=LABEL_CELLS),
            labelled("Mornings", mornings if total else Content("no run"), cells=LABEL_CELLS),
            labelled("Pattern", self._pattern(), cells=LABEL_CELLS),
        ]

    def _pattern(self) -> Content:
        key = Content.assemble("   ", key_hint("show_patterns"))
        if self.patterns is None:
            return key_hint("show_patterns")
        watched = [each for each in self.patterns if each.verdict is PatternVerdict.WATCH]
        if watched:
            names = ", ".join(label_of(each.exposure).lower() for each in watched)
            return Content.assemble(names, key)
        enough = any(each.verdict is PatternVerdict.NO_CLEAR for each in self.patterns)
        verdict = PatternVerdict.NO_CLEAR if enough else PatternVerdict.NOT_ENOUGH
        return Content.assemble(verdict.value, key)


class PatternsCard(Card):
    """The six fixed patterns, with the days that count for and against each."""

    patterns: reactive[tuple[Pattern, ...] | None] = reactive(None)

    def watch_patterns(self, patterns: tuple[Pattern, ...] | None) -> None:
        """Write anew."""
        self.fill(shown=bool(patterns))

    @override
    def rows(self, width: int) -> list[Content]:
        patterns = [each for each in self.patterns or () if not each.exploratory]
        cells = max((len(label_of(each.exposure)) for each in patterns), default=0) + 1
        rows = [titled("Patterns", "all mornings", width), Content("")]
        for each in patterns:
            words = each.verdict.value.removesuffix(" days yet").removeprefix("a ")
            watched = each.verdict is PatternVerdict.WATCH
            said = Content.styled(words, "" if watched else "$dim")
            left = Content.assemble(label_of(each.exposure).ljust(cells), said)
            counts = Content.styled(f"{each.exposed}/{each.unexposed}", "$dim")
            rows.append(spread(left, counts, width))
        note = Content.styled(NO_CAUSE, "$dim")
        return [*rows, Content(""), spread(note, key_hint("show_patterns"), width)]
