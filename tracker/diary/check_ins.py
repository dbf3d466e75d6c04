"""A check-in saved, corrected, or still being written."""

from datetime import date

from tracker.diary.book import Book
from tracker.diary.conflicts import Edit
from tracker.diary.entries import CheckInEntry, entry_of, laid_over
from tracker.diary.kinds.check_in import in_place_of
from tracker.diary.parsing import draft_check_in, read_check_in
from tracker.diary.second_check_ins import Again, usual_again
from tracker.diary.snapshot import DRAFT_ID
from tracker.domain.check_in import CheckIn
from tracker.domain.identity import new_id
from tracker.domain.problem import Problems

LABEL = "the check-in"
CHECK_IN_GONE = "This check-in was deleted meanwhile. Save it as a new one."


def save_check_in(
    book: Book,
    entry: CheckInEntry,
    *,
    replacing: str | None = None,
    edit: Edit[CheckIn] | None = None,
) -> CheckIn | Problems:
    """Save a check-in; `replacing` is the id of the one that it corrects, `edit` that one as shown.

    Of an edit only what was changed is written over the check-in on file.
    """
    now = book.now
    if edit is not None:
        replacing = edit.base.id
    read = read_check_in(entry, record_id=replacing or new_id(now), now=now, settings=book.settings)
    if isinstance(read, tuple):
        return read
    before = edit.base if edit else book.store.records(CheckIn).get(replacing or "")
    if before is None:
        return book.keep(read, label=LABEL)
    corrected = in_place_of(read, before)
    return book.amend(
        edit or Edit(before), corrected, label=LABEL, gone=CHECK_IN_GONE, settle=in_place_of
    )


def corrected_by(book: Book, day: date, *, again: Again | None = None) -> CheckIn | None:
    """Return the check-in that another one of its day corrects, None where it is one of its own.

    `again` says which it is; without that the time since the latest one does.
    """
    latest = next(iter(reversed(book.snapshot.check_ins.get(day, ()))), None)
    if latest is None:
        return None
    meant = again or usual_again(latest, now=book.now, today=book.today)
    return latest if meant is Again.CORRECT else None


def correct_check_in(book: Book, given: CheckInEntry, latest: CheckIn) -> CheckIn | Problems:
    """Change in a check-in what is given; what is not given stays as it is."""
    entry = laid_over(entry_of(latest, unit=book.settings.unit), given)
    return save_check_in(book, entry, edit=Edit(latest))


def drafted(book: Book, draft: CheckInEntry, *, replacing: str | None = None) -> CheckIn:
    """Read a check-in as far as it can be read; what can't be read yet is not counted."""
    read = draft_check_in(
        draft, record_id=replacing or DRAFT_ID, now=book.now, settings=book.settings
    )
    return _in_place(book, read, replacing)


def _in_place(book: Book, new: CheckIn, replacing: str | None) -> CheckIn:
    before = book.store.records(CheckIn).get(replacing) if replacing else None
    return new if before is None else in_place_of(new, before)
