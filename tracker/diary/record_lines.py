"""One record as one line, the same wherever records are listed."""

from datetime import UTC, date, datetime
from typing import Any, Final

from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.registry import KIND_OF
from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.record import Record
from tracker.domain.text import clean_text

BETWEEN: Final = " · "
AT_NAMES: Final = ("start", "at")
DAY_NAMES: Final = ("day", "start")
"""The fields that say when, the first that a record has."""
_NEVER: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """A record, its moment and day, and one line without breaks that says what it holds.

    What lasts stands on its first day; what has no day of its own, like a pair of shoes, on none.
    """

    kind: Kind[Any]
    id: str
    at: datetime | None
    day: date | None
    summary: str
    record: Record

    @property
    def order(self) -> tuple[date, datetime]:
        """Return what puts lines in the order of time; what has no day comes first."""
        return (self.day or date.min, self.at or _NEVER)


def record_line(snapshot: Snapshot, record: Record, *, kind: Kind[Any] | None = None) -> RecordLine:
    """Write a record as a line, in the person's units; `kind` is its own, where none lists it."""
    kind = kind or KIND_OF[type(record)]
    held = () if kind.line is None else kind.line(record, snapshot)
    said = [clean_text(part) for part in (*held, getattr(record, "note", ""))]
    return RecordLine(
        kind=kind,
        id=record.id,
        at=moment_of(record),
        day=day_of_record(record),
        summary=BETWEEN.join(filter(None, said)) or "nothing said",
        record=record,
    )


def moment_of(record: Record) -> datetime | None:
    """Return when something happened, or was written down."""
    moments = (getattr(record, name, None) for name in AT_NAMES)
    return next((each for each in moments if isinstance(each, datetime)), None)


def day_of_record(record: Record) -> date | None:
    """Return the day that a record counts to, of what lasts the first."""
    days = (getattr(record, name, None) for name in DAY_NAMES)
    return next((each for each in days if isinstance(each, date)), None)
