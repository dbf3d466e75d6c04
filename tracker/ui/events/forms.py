"""The forms for a flare, an episode and a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from tracker.diary.episodes import NAME_EXAMPLE, EpisodeEntry
from tracker.diary.flares import FlareEntry
from tracker.diary.visits import BY_WORDS, VisitEntry
from tracker.domain.screening import ClearedBy
from tracker.ui.events.record_form import PlaceRow, RecordForm, day_row
from tracker.ui.events.requests import SaveEpisode, SaveFlare, SaveVisit
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.domain.site import PainSite
    from tracker.ui.host import Host
    from tracker.ui.widgets.form_row import FormRow

LASTS: Final = "still lasts"


class FlareForm(RecordForm):
    """A flare, as the person calls it (R-AN-04)."""

    TITLE_WORDS: ClassVar[str] = "Flare"
    LEAD: ClassVar[str] = (
        "A flare is what you call one: hard to tolerate, upsetting plans. It counts, whatever the"
        " scores say.  R-AN-04"
    )

    def __init__(
        self,
        host: Host,
        entry: FlareEntry,
        *,
        places: tuple[PainSite, ...],
        replacing: str | None = None,
    ) -> None:
        super().__init__(host, replacing=replacing)
        self._entry, self._places = entry, places

    def rows(self) -> Iterator[FormRow]:
        """Ask where, from when, to when, and what there is to say."""
        yield PlaceRow(self._places, place=self._entry.place)
        yield day_row("First day", text=self._entry.start, name="start")
        yield day_row("Last day", text=self._entry.end, name="end", placeholder=LASTS)
        yield FieldRow("Note", text=self._entry.note, id="note")

    @property
    def request(self) -> SaveFlare:
        """Save what is typed."""
        entry = FlareEntry(
            start=self.text("start"),
            end=self.text("end"),
            place=self.query_one(PlaceRow).place,
            note=self.text("note"),
        )
        return SaveFlare(entry, replacing=self._replacing)


class EpisodeForm(RecordForm):
    """A stretch of days with a name."""

    TITLE_WORDS: ClassVar[str] = "Episode"
    LEAD: ClassVar[str] = (
        "A stretch of days that belong together for you. It stands as a band over the chart."
    )

    def __init__(
        self,
        host: Host,
        entry: EpisodeEntry,
        *,
        places: tuple[PainSite, ...],
        replacing: str | None = None,
    ) -> None:
        super().__init__(host, replacing=replacing)
        self._entry, self._places = entry, places

    def rows(self) -> Iterator[FormRow]:
        """Ask for name, first and last day, site, and what there is to say."""
        yield FieldRow("Name", text=self._entry.name, placeholder=NAME_EXAMPLE, id="name")
        yield day_row("First day", text=self._entry.start, name="start")
        yield day_row("Last day", text=self._entry.end, name="end", placeholder=LASTS)
        yield PlaceRow(self._places, place=self._entry.place)
        yield FieldRow("Note", text=self._entry.note, id="note")

    @property
    def request(self) -> SaveEpisode:
        """Save what is typed."""
        entry = EpisodeEntry(
            name=self.text("name"),
            start=self.text("start"),
            end=self.text("end"),
            place=self.query_one(PlaceRow).place,
            note=self.text("note"),
        )
        return SaveEpisode(entry, replacing=self._replacing)


class VisitForm(RecordForm):
    """A visit: when, with whom, and what was said."""

    TITLE_WORDS: ClassVar[str] = "Visit"
    LEAD: ClassVar[str] = (
        "A note for yourself and for your summary. What a clinician allows is logged apart, with"
        " ctrl+p: a clearance."
    )

    def __init__(self, host: Host, entry: VisitEntry, *, replacing: str | None = None) -> None:
        super().__init__(host, replacing=replacing)
        self._entry = entry

    def rows(self) -> Iterator[FormRow]:
        """Ask for the day, with whom, and what there is to say."""
        by = self._entry.by
        options = tuple((each.value, words) for each, words in BY_WORDS.items())
        yield day_row("Day", text=self._entry.day, name="day")
        yield ChoiceRow("With", options, value=None if by is None else by.value, id="by")
        yield FieldRow("Note", text=self._entry.note, id="note")

    @property
    def request(self) -> SaveVisit:
        """Save what is typed."""
        by = self.query_one("#by", ChoiceRow).value
        entry = VisitEntry(
            day=self.text("day"), by=ClearedBy(by) if by else None, note=self.text("note")
        )
        return SaveVisit(entry, replacing=self._replacing)
