"""What the screens about flares, episodes and visits ask of the diary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from tracker.diary.day_records import day_records, marked_records
from tracker.diary.episodes import EpisodeEntry, end_episode, save_episode
from tracker.diary.flares import (
    FlareEntry,
    FlareOver,
    FlareQuestion,
    answer_flare,
    end_flare,
    flare_over,
    flare_question,
    flare_still_lasts,
    flares_on,
    save_flare,
)
from tracker.diary.history import known_places
from tracker.diary.visits import VisitEntry, save_visit
from tracker.domain.episode import Episode
from tracker.ui.requests import Change, Request

if TYPE_CHECKING:
    from datetime import date

    from tracker.diary.diary import Diary
    from tracker.diary.parsing import Problems
    from tracker.diary.record_lines import ListedRecord, RecordLine
    from tracker.domain.episode import Flare
    from tracker.domain.problem import Problem
    from tracker.domain.site import PainSite
    from tracker.domain.visit import Visit

PLACES_DAYS = 28


@dataclass(frozen=True, slots=True)
class ReadDayRecords(Request["tuple[RecordLine, ...]"]):
    """Every record of a day."""

    day: date

    def perform(self, diary: Diary) -> tuple[RecordLine, ...]:
        """List them."""
        return day_records(diary.snapshot, self.day)


@dataclass(frozen=True, slots=True)
class ReadMarked(Request["tuple[RecordLine, ...]"]):
    """The episodes, flares and visits on file."""

    def perform(self, diary: Diary) -> tuple[RecordLine, ...]:
        """List them."""
        return marked_records(diary.snapshot)


@dataclass(frozen=True, slots=True)
class ReadPlaces(Request["tuple[PainSite, ...]"]):
    """The sites that a form offers: the tracked ones, and those scored lately."""

    def perform(self, diary: Diary) -> tuple[PainSite, ...]:
        """Gather them."""
        today = diary.today
        return known_places(diary.snapshot, first=today - timedelta(days=PLACES_DAYS), last=today)


@dataclass(frozen=True, slots=True)
class ReadFlares(Request["FlareQuestion | Flare | None"]):
    """What there is to answer or to correct about a day: a candidate, else a flare it is in."""

    day: date
    place: PainSite | None = None

    def perform(self, diary: Diary) -> FlareQuestion | Flare | None:
        """Look for it; a flare of the site that is shown comes before others."""
        snapshot = diary.snapshot
        question = flare_question(snapshot, today=diary.today, day=self.day)
        marked = flares_on(snapshot, self.day)
        return question or next(
            (flare for flare in marked if flare.place == self.place), next(iter(marked), None)
        )


@dataclass(frozen=True, slots=True)
class ReadQuestion(Request["FlareQuestion | None"]):
    """The candidate that was not asked about yet."""

    def perform(self, diary: Diary) -> FlareQuestion | None:
        """Look for it."""
        return flare_question(diary.snapshot, today=diary.today)


@dataclass(frozen=True, slots=True)
class ReadOver(Request["FlareOver | None"]):
    """The flare that seems to be over."""

    def perform(self, diary: Diary) -> FlareOver | None:
        """Look for it."""
        return flare_over(diary.snapshot, today=diary.today)


@dataclass(frozen=True, slots=True)
class AnswerFlare(Change["Flare | Problems"]):
    """Keep whether a candidate is a flare."""

    DONE: ClassVar[str] = "Noted. u undoes."

    question: FlareQuestion
    is_flare: bool

    def perform(self, diary: Diary) -> Flare | Problems:
        """Save the answer."""
        return answer_flare(diary, self.question, is_flare=self.is_flare)


@dataclass(frozen=True, slots=True)
class AnswerOver(Change["Flare | Problems"]):
    """Keep whether a flare is over."""

    DONE: ClassVar[str] = "Noted. u undoes."

    over: FlareOver
    is_over: bool

    def perform(self, diary: Diary) -> Flare | Problems:
        """Set its last day, or note that it still lasts."""
        if self.is_over:
            return end_flare(diary, self.over.flare, self.over.last)
        return flare_still_lasts(diary, self.over.flare)


@dataclass(frozen=True, slots=True)
class SaveFlare(Change["Flare | Problems"]):
    """Keep a marked flare; `replacing` is the one that it corrects."""

    DONE: ClassVar[str] = "Flare saved. u undoes."

    entry: FlareEntry
    replacing: str | None = None

    def perform(self, diary: Diary) -> Flare | Problems:
        """Save it."""
        return save_flare(diary, self.entry, replacing=self.replacing)


@dataclass(frozen=True, slots=True)
class SaveEpisode(Change["Episode | Problems"]):
    """Keep an episode; `replacing` is the one that it corrects."""

    DONE: ClassVar[str] = "Episode saved. u undoes."

    entry: EpisodeEntry
    replacing: str | None = None

    def perform(self, diary: Diary) -> Episode | Problems:
        """Save it."""
        return save_episode(diary, self.entry, replacing=self.replacing)


@dataclass(frozen=True, slots=True)
class SaveVisit(Change["Visit | Problems"]):
    """Keep a visit; `replacing` is the one that it corrects."""

    DONE: ClassVar[str] = "Visit saved. u undoes."

    entry: VisitEntry
    replacing: str | None = None

    def perform(self, diary: Diary) -> Visit | Problems:
        """Save it."""
        return save_visit(diary, self.entry, replacing=self.replacing)


@dataclass(frozen=True, slots=True)
class EndToday(Change["Episode | Flare | Problems"]):
    """Make today the last day of an episode or a flare."""

    DONE: ClassVar[str] = "Its last day is today. u undoes."

    record: Episode | Flare

    def perform(self, diary: Diary) -> Episode | Flare | Problems:
        """Save it with its last day."""
        if isinstance(self.record, Episode):
            return end_episode(diary, self.record)
        return end_flare(diary, self.record, diary.today)


@dataclass(frozen=True, slots=True)
class DropRecord(Change["Problem | None"]):
    """Delete a record; an undo brings it back."""

    DONE: ClassVar[str] = "Deleted. u undoes."

    record: ListedRecord
    words: str

    def perform(self, diary: Diary) -> Problem | None:
        """Delete it."""
        return diary.drop(self.record, label=self.words)
