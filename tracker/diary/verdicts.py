"""What a day allows, with its reasons in the person's units."""

from datetime import date

from tracker.diary.answers import Verdict
from tracker.diary.book import Book
from tracker.diary.check_ins import drafted
from tracker.diary.flag_remarks import flag_remarks
from tracker.diary.readiness_inputs import readiness_input
from tracker.diary.snapshot import Snapshot
from tracker.domain.check_in import CheckIn
from tracker.domain.form import Texts
from tracker.domain.settings import Settings
from tracker.rules.advice import advice_text, manner
from tracker.rules.distance_words import floored_distance
from tracker.rules.explanations import cap_text, explanations
from tracker.rules.limits import limits_of
from tracker.rules.readiness import Readiness, readiness


def decide(
    book: Book,
    day: date | None = None,
    *,
    planned_m: int | None = None,
    draft: Texts | None = None,
    replacing: str | None = None,
) -> Verdict:
    """Decide what a day allows, today where none is given.

    `draft` is a check-in that is being written, as it stands in the form; `replacing` is the id
    of the saved one that it corrects.
    """
    written = None if draft is None else drafted(book, draft, replacing=replacing)
    return verdict_on(book.snapshot, day or book.today, planned_m=planned_m, draft=written)


def verdict_on(
    snapshot: Snapshot,
    day: date,
    *,
    planned_m: int | None = None,
    draft: CheckIn | None = None,
) -> Verdict:
    """Decide a day's verdict; `draft` is a check-in that is being written and not yet saved."""
    seen = snapshot if draft is None else snapshot.with_check_in(draft)
    settings = snapshot.settings
    decided = readiness(readiness_input(seen, day, planned_m=planned_m), limits=limits_of(settings))
    return Verdict(
        day=day,
        outcome=decided.outcome,
        level=decided.level,
        cap_m=decided.cap_m,
        because=explanations(decided, unit=settings.unit),
        flags=decided.flags,
        message=advice_text(
            decided,
            unit=settings.unit,
            emergency_number=settings.emergency_number,
            urgent_line=settings.urgent_line,
        ),
        headline=_headline(decided, settings),
        manner=manner(decided),
        cap_story=cap_text(decided, unit=settings.unit) or "",
        remarks=flag_remarks(seen, day, active=decided.flags),
        readiness=decided,
    )


def _headline(decided: Readiness, settings: Settings) -> str:
    return f"up to {floored_distance(decided.cap_m, settings.unit)}" if decided.cap_m else ""
