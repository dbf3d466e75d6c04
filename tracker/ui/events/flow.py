"""From a wish about a flare, an episode, a visit or a day to the screens that take it."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tracker.diary.flares import (
    FlareOver,
    FlareQuestion,
    answer_end,
    answer_flare,
    flare_at,
    open_end,
    open_question,
)
from tracker.diary.kinds.episode import EPISODE
from tracker.diary.kinds.flare import FLARE
from tracker.diary.kinds.note import NOTE
from tracker.diary.kinds.visit import VISIT
from tracker.domain.calendar_words import format_day
from tracker.domain.episode import Flare
from tracker.domain.problem import Problem
from tracker.insight.flares import FLARE_QUESTION
from tracker.ui.dialogs import Dialog
from tracker.ui.events.correcting import correct
from tracker.ui.events.place_body import PlaceBody
from tracker.ui.events.records_page import DayRecordsPage, MarkedPage
from tracker.ui.form.records import open_form
from tracker.ui.messages import EventWish
from tracker.ui.queries import Change, Query, refusals

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.diary.book import Book
    from tracker.domain.site import PainSite
    from tracker.ui.host import Host
    from tracker.ui.messages import EventWanted


T = TypeVar("T")


class Answer(StrEnum):
    """What was said to a question about a flare."""

    YES = "yes"
    NO = "no"
    LATER = "later"


async def follow(host: Host, event: EventWanted) -> None:
    """Do what a view asks for; without a day the one that is shown is meant."""
    day = min(event.day or host.day, host.today)
    match event.wish:
        case EventWish.ANSWER:
            await answer_question(host)
        case EventWish.OVER:
            await answer_over(host)
        case EventWish.FLARE:
            await mark_flare(host, day, place=event.place)
        case EventWish.VISIT:
            await log_visit(host, day)
        case EventWish.NOTE:
            await write_note(host, day)
        case EventWish.EPISODE:
            await new_episode(host, day)
        case EventWish.MARKED:
            await _list(host, MarkedPage(host, day))
        case EventWish.RECORDS:
            await _list(host, DayRecordsPage(host, day))


async def _list(host: Host, page: DayRecordsPage | MarkedPage) -> None:
    goal = await host.show(page)
    if goal is not None:
        host.post_message(goal)


# -- flares --------------------------------------------------------------------------------------


async def mark_flare(host: Host, day: date, *, place: PainSite | None = None) -> None:
    """Answer about a day's candidate, correct the flare that it belongs to, or mark a new one."""
    found = await host.perform(Query(flare_at, day, place))
    if isinstance(found, Problem):
        host.say_refusals((found,))
    elif isinstance(found, FlareQuestion):
        await _ask(host, found)
    elif isinstance(found, Flare):
        await correct(host, found)
    else:
        await new_flare(host, day, place=place)


async def new_flare(host: Host, day: date, *, place: PainSite | None = None) -> None:
    """Mark a flare."""
    await open_form(host, FLARE, values={"start": day, "place": place}, body=PlaceBody)


async def answer_question(host: Host) -> None:
    """Ask whether the candidate is a flare, where there still is one."""
    question = await host.perform(Query(open_question))
    if isinstance(question, FlareQuestion):
        await _ask(host, question)


async def _ask(host: Host, question: FlareQuestion) -> None:
    answer = await host.show(question_dialog(question))
    if answer in {Answer.YES, Answer.NO}:
        await _carry_out(host, partial(answer_flare, is_flare=answer is Answer.YES), question)


def question_dialog(question: FlareQuestion) -> Dialog[Answer]:
    """Put the question, with what brought it (R-AN-04); no answer means later."""
    candidate, place = question.candidate, question.place.label
    ended = f" Its last day was {format_day(candidate.end)}." if candidate.end else ""
    why = (
        f"{place} was {candidate.score} on {format_day(candidate.start)}; over the two weeks before"
        f" it was usually {candidate.reference}.{ended} Only you can say whether that is a flare."
    )
    return Dialog(
        FLARE_QUESTION,
        f"{why}  R-AN-04",
        (
            ("y", "yes, it is one", Answer.YES),
            ("n", "no, don't ask about these days again", Answer.NO),
            ("l", "later", Answer.LATER),
        ),
    )


async def answer_over(host: Host) -> None:
    """Ask whether a flare is over, where one seems to be."""
    over = await host.perform(Query(open_end))
    if not isinstance(over, FlareOver):
        return
    answer = await host.show(over_dialog(over))
    if answer in {Answer.YES, Answer.NO}:
        await _carry_out(host, partial(answer_end, is_over=answer is Answer.YES), over)


def over_dialog(over: FlareOver) -> Dialog[Answer]:
    """Propose the last day of a flare (R-AN-04); no answer means later."""
    place = over.flare.place.label if over.flare.place else "The highest score"
    why = (
        f"{place} has been within 1 point of the level before it on two logged days. Its last day"
        f" would be {format_day(over.last)}.  R-AN-04"
    )
    return Dialog(
        f"Is the flare since {format_day(over.flare.start)} over?",
        why,
        (
            ("y", f"yes, since {format_day(over.last)}", Answer.YES),
            ("n", "no, it still lasts", Answer.NO),
            ("l", "later", Answer.LATER),
        ),
    )


# -- episodes and visits -------------------------------------------------------------------------


async def new_episode(host: Host, day: date) -> None:
    """Begin an episode."""
    await open_form(host, EPISODE, values={"start": day}, body=PlaceBody)


async def log_visit(host: Host, day: date) -> None:
    """Log a visit."""
    await open_form(host, VISIT, values={"day": day})


async def write_note(host: Host, day: date) -> None:
    """Write a note of a day."""
    await open_form(host, NOTE, values={"day": day})


async def _carry_out(host: Host, keep: Callable[[Book, T], object], about: T) -> None:
    change = Change(keep, about, done="Noted. u undoes.")
    host.say_refusals(refusals(await host.perform(change)))
