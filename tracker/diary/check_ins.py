"""A check-in saved, corrected, or still being written."""

from datetime import date

from tracker.diary.book import Book
from tracker.diary.conflicts import Edit
from tracker.diary.entries import CheckInEntry
from tracker.diary.kinds.check_in import (
    CHECK_IN,
    ILL,
    LIMP,
    PAINKILLER,
    answers_text,
    bones_text,
    in_place_of,
    parts_text,
)
from tracker.diary.kinds.saving import context_of, save_form
from tracker.diary.second_check_ins import Again, usual_again
from tracker.diary.snapshot import DRAFT_ID
from tracker.domain.check_in import CheckIn
from tracker.domain.fields import NO, YES, lines_of
from tracker.domain.form import BETWEEN, FormContext, Texts
from tracker.domain.problem import Problems
from tracker.domain.site_fields import scores_text


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
    before = book.store.records(CheckIn).get(replacing or "")
    if edit is None and before is not None:
        edit = Edit(before)
    return save_form(book, kind=CHECK_IN, texts=check_in_texts(entry), edit=edit)


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
    shown = CHECK_IN.texts_of(latest, context_of(book, CHECK_IN, latest))
    texts = laid_over(shown, check_in_texts(given))
    return save_form(book, kind=CHECK_IN, texts=texts, edit=Edit(latest))


def laid_over(below: Texts, given: Texts) -> Texts:
    """Return what stands in a form with what is given over it; what that leaves empty stays.

    Of scores, parts, answers and boxes each one that is given goes in the place of its own.
    """
    texts = {**below, **{name: text for name, text in given.items() if text}}
    for name in ("scores", "parts", "answers", "also", "factors"):
        lines = [*lines_of(below.get(name, "")), *lines_of(given.get(name, ""))]
        texts[name] = BETWEEN.join({_key(line): line for line in lines}.values())
    return texts


def _key(line: str) -> str:
    key, equals, _value = line.rpartition("=")
    return key if equals else line


def check_in_texts(entry: CheckInEntry) -> Texts:
    """Return a check-in that a program wrote down as it stands in the form."""
    ticked = {LIMP: entry.limp, ILL: entry.ill, PAINKILLER: entry.painkiller}
    return {
        "day": entry.day.isoformat() if entry.day else "",
        "scores": scores_text(entry.scores),
        "parts": parts_text(entry.parts),
        "night": entry.night or "",
        "stiff": entry.stiff,
        "sleep": entry.sleep,
        "sleep_quality": entry.sleep_quality,
        "fatigue": entry.fatigue,
        "also": BETWEEN.join(word for word, yes in ticked.items() if yes),
        "planned": entry.planned,
        "alarm": {None: "", True: YES, False: NO}[entry.alarm],
        "quality": BETWEEN.join(entry.quality),
        "pattern": entry.pattern or "",
        "spread": entry.spread or "",
        "hurts": BETWEEN.join(entry.hurts),
        "back_features": BETWEEN.join(entry.back_features),
        "sitting": entry.sitting,
        "factors": BETWEEN.join(entry.factors),
        "full_list": YES if entry.full_list else "",
        "answers": answers_text(entry.answers),
        "bone_focal": bones_text(entry.bone_focal),
        "note": entry.note,
    }


def drafted(book: Book, texts: Texts, *, replacing: str | None = None) -> CheckIn:
    """Read a check-in as far as it can be read; what can't be read yet is not counted."""
    context = FormContext(now=book.now, settings=book.settings)
    new = CHECK_IN.drafted(texts, context, record_id=replacing or DRAFT_ID)
    before = book.store.records(CheckIn).get(replacing) if replacing else None
    return new if before is None else in_place_of(new, before)
