"""What the patterns page asks of the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from tracker.diary.book import Book
    from tracker.diary.experiments import ExperimentEntry, ExperimentView
    from tracker.diary.patterns import PatternReport
    from tracker.domain.experiment import Experiment
    from tracker.domain.problem import Problems
    from tracker.domain.site import PainSite


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPatterns:
    """One site's report, and every own test, the newest first."""

    report: PatternReport
    tests: tuple[ExperimentView, ...]


@dataclass(frozen=True, slots=True)
class ShowPatterns(Request["ShownPatterns"]):
    """The report of a site; None is the first one tracked."""

    site: PainSite | None = None
    exploratory: bool = False

    def perform(self, book: Book) -> ShownPatterns:
        """Work it out; ten years take a moment."""
        from tracker.diary.experiments import experiment_views  # noqa: PLC0415 - when asked for
        from tracker.diary.patterns import pattern_report  # noqa: PLC0415 - when asked for

        snapshot, today = book.snapshot, book.today
        return ShownPatterns(
            report=pattern_report(
                snapshot, today=today, site=self.site, exploratory=self.exploratory
            ),
            tests=experiment_views(snapshot, today=today),
        )


@dataclass(frozen=True, slots=True)
class PlanTest(Change["Experiment | Problems"]):
    """Plan an own test."""

    DONE: ClassVar[str] = "Test planned. u undoes."

    entry: ExperimentEntry

    def perform(self, book: Book) -> Experiment | Problems:
        """Draw its order and keep it."""
        from tracker.diary.experiments import plan_experiment  # noqa: PLC0415 - when asked for

        return plan_experiment(book, self.entry)


@dataclass(frozen=True, slots=True)
class EndTest(Change["Experiment | Problems"]):
    """End an own test early."""

    DONE: ClassVar[str] = "Test ended. u undoes."

    test: str

    def perform(self, book: Book) -> Experiment | Problems:
        """End it, or take it away where it has not begun."""
        from tracker.diary.experiments import stop_experiment  # noqa: PLC0415 - when asked for

        return stop_experiment(book, self.test)
