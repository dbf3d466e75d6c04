"""Diaries made by hand: what a person logged, day by day, and what the rules then look at."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

import pytest

from tracker.diary.answers import Verdict
from tracker.diary.flags import active_flags_on
from tracker.diary.readiness_inputs import readiness_input
from tracker.diary.responses import response_to
from tracker.diary.snapshot import Snapshot, take
from tracker.diary.verdicts import verdict_on
from tracker.domain.check_in import CheckIn, FlagAnswer
from tracker.domain.cross_training import CrossTraining
from tracker.domain.pain import PainScore, score_at
from tracker.domain.record import Record
from tracker.domain.run import Run, RunOutcome
from tracker.domain.screening import Allows, Clearance, ClearedBy, Retraction, Screening
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite
from tracker.domain.verdict import Response
from tracker.domain.visit import Visit
from tracker.rules.readiness import Readiness
from tracker.rules.readiness_input import ReadinessInput

TODAY = date(2026, 11, 23)

_Item = TypeVar("_Item")


class Made:
    """A diary whose days are counted back from Monday, 23 November 2026 (0 = today)."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.check_ins: list[CheckIn] = []
        self.runs: list[Run] = []
        self.screenings: list[Screening] = []
        self.clearances: list[Clearance] = []
        self.retractions: list[Retraction] = []
        self.cross_training: list[CrossTraining] = []
        self.visits: list[Visit] = []
        self.others: list[Record] = []

    @property
    def snapshot(self) -> Snapshot:
        return take(
            settings=self.settings,
            check_ins=self.check_ins,
            runs=self.runs,
            others=[
                *self.screenings,
                *self.clearances,
                *self.retractions,
                *self.cross_training,
                *self.visits,
                *self.others,
            ],
        )

    def inputs(self, back: int = 0) -> ReadinessInput:
        return readiness_input(self.snapshot, self.day(back))

    def flags(self, back: int = 0) -> tuple[str, ...]:
        return active_flags_on(self.snapshot, self.day(back))

    def verdict(self, back: int = 0) -> Verdict:
        return verdict_on(self.snapshot, self.day(back))

    def decided(self, back: int = 0) -> Readiness:
        return verdict_on(self.snapshot, self.day(back)).readiness

    def response(self, run: Run) -> Response:
        return response_to(self.snapshot, run)

    def check_in(
        self,
        back: int,
        scores: dict[PainSite, int] | None = None,
        *,
        hour: int = 7,
        written_back: int | None = None,
        yes: tuple[str, ...] = (),
        no: tuple[str, ...] = (),
        **said: Any,  # noqa: ANN401 - any other field of the record
    ) -> CheckIn:
        """Log a check-in about a day; `written_back` is the day on which it was filled in."""
        made = CheckIn(
            id=f"check-in-{len(self.check_ins):04}",
            at=self.at(back if written_back is None else written_back, hour),
            day=self.day(back),
            scores=_scores(scores),
            answers=tuple(
                FlagAnswer(key, answer)
                for keys, answer in ((yes, True), (no, False))
                for key in keys
            ),
            **said,
        )
        return _kept(self.check_ins, made)

    def mornings(self, place: PainSite, scores: dict[int, int]) -> None:
        """Log one site's morning scores by days back."""
        for back, score in scores.items():
            self.check_in(back, {place: score})

    def run(
        self,
        back: int,
        metres: int | None = 5000,
        *,
        hour: int = 18,
        before: dict[PainSite, int] | None = None,
        during: dict[PainSite, int] | None = None,
        after: dict[PainSite, int] | None = None,
        outcome: RunOutcome = RunOutcome.COMPLETED,
        **known: Any,  # noqa: ANN401 - any other field of the record
    ) -> Run:
        """Log a run of half an hour."""
        start = self.at(back, hour)
        made = Run(
            id=f"run-{len(self.runs):04}",
            start=start,
            day=self.day(back),
            distance_m=metres,
            duration_s=1800,
            before=_scores(before),
            during=_scores(during),
            after=_scores(after),
            outcome=outcome,
            **known,
        )
        return _kept(self.runs, made)

    def screened(self, back: int = 30, **answers: bool) -> None:
        """Answer the screening questions; what is not named is the answer of a healthy adult."""
        usual = {
            "adult": True,
            "structural": False,
            "condition": False,
            "symptoms": False,
            "bone_risk": False,
            "pregnancy": False,
            "told_to_avoid": False,
            "active": True,
        }
        self.screenings.append(
            Screening(
                id=f"screening-{len(self.screenings)}",
                at=self.at(back, 9),
                day=self.day(back),
                **{**usual, **answers},
            )
        )

    def cleared(
        self,
        back: int,
        *covers: str,
        hour: int = 12,
        allows: Allows = Allows.RUN,
        up_to: int | None = None,
    ) -> None:
        """Log a physiotherapist's word."""
        self.clearances.append(
            Clearance(
                id=f"clearance-{len(self.clearances)}",
                at=self.at(back, hour),
                day=self.day(back),
                by=ClearedBy.PHYSIO,
                covers=covers,
                allows=allows,
                up_to=up_to,
            )
        )

    def visit(self, back: int) -> None:
        """Log a visit to a physiotherapist."""
        visit = Visit(id=f"visit-{back}", at=self.at(0, 9), day=self.day(back), by=ClearedBy.PHYSIO)
        self.visits.append(visit)

    def took_back(self, back: int, flag: str, *, hour: int = 12) -> None:
        """Take an answer back as a mistake."""
        self.retractions.append(
            Retraction(
                id=f"retraction-{len(self.retractions)}",
                at=self.at(back, hour),
                day=self.day(back),
                flag=flag,
                reason="Ticked the wrong line.",
            )
        )

    def day(self, back: int) -> date:
        return TODAY - timedelta(days=back)

    def at(self, back: int, hour: int) -> datetime:
        """Give an hour of a day; 24 and more belong to the night after it."""
        midnight = datetime.combine(self.day(back), time(), tzinfo=UTC)
        return midnight + timedelta(hours=hour)


def _scores(scores: dict[PainSite, int] | None) -> tuple[PainScore, ...]:
    return tuple(score_at(place, score) for place, score in (scores or {}).items())


def _kept(items: list[_Item], item: _Item) -> _Item:
    items.append(item)
    return item


@pytest.fixture
def made() -> Made:
    return Made()
