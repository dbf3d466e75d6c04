"""What the alarm screens ask of the diary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tracker.domain.identity import new_id
from tracker.domain.screening import Clearance, Retraction
from tracker.ui.requests import Change, Request, refusals

if TYPE_CHECKING:
    from tracker.diary.diary import Diary
    from tracker.diary.entries import CheckInEntry
    from tracker.diary.parsing import Problems
    from tracker.domain.check_in import CheckIn
    from tracker.ui.alarm.clearance_screen import Told
    from tracker.ui.alarm.retraction_screen import RetractionEntry


@dataclass(frozen=True, slots=True)
class KeepAnswers(Change["CheckIn | Problems"]):
    """Keep answered alarm signs as a check-in of their own."""

    entry: CheckInEntry

    def perform(self, diary: Diary) -> CheckIn | Problems:
        """Save the answers."""
        return diary.check_in(self.entry)


@dataclass(frozen=True, slots=True)
class TakeBack(Change["Problems"]):
    """Take answers back as mistakes."""

    DONE: ClassVar[str] = "Answer taken back. u undoes."

    mistake: RetractionEntry

    def perform(self, diary: Diary) -> Problems:
        """Save one retraction for each answer."""
        for flag in self.mistake.flags:
            answer = diary.retract(
                Retraction(
                    id=new_id(diary.now),
                    at=diary.now,
                    day=diary.today,
                    flag=flag,
                    reason=self.mistake.reason,
                )
            )
            if refusals(answer):
                return refusals(answer)
        return ()


@dataclass(frozen=True, slots=True)
class ActiveFlags(Request["tuple[str, ...]"]):
    """The ids of the signs that are active today."""

    def perform(self, diary: Diary) -> tuple[str, ...]:
        """Read them off today's verdict."""
        return diary.verdict().flags


@dataclass(frozen=True, slots=True)
class SaveClearance(Change["Clearance | Problems"]):
    """Keep what a clinician is reported to have said."""

    DONE: ClassVar[str] = "Noted. u undoes."

    told: Told

    def perform(self, diary: Diary) -> Clearance | Problems:
        """Save it as of now."""
        now = diary.now
        return diary.add_clearance(
            Clearance(
                id=new_id(now),
                at=now,
                day=diary.today,
                by=self.told.by,
                covers=self.told.covers,
                allows=self.told.allows,
                up_to=self.told.up_to,
                review_by=self.told.review_by,
                note=self.told.note,
            )
        )
