"""From a wish about a flare, an episode, a visit or a day to the screens that take it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.diary.episodes import EpisodeEntry
from tracker.diary.flares import FlareEntry, FlareOver, FlareQuestion
from tracker.diary.visits import VisitEntry
from tracker.domain.calendar_words import format_day
from tracker.domain.episode import Episode, Flare
from tracker.domain.problem import Problem
from tracker.domain.visit import Visit
from tracker.insight.flares import FLARE_QUESTION
from tracker.ui.dialogs import Dialog
from tracker.ui.events.forms import EpisodeForm, FlareForm, VisitForm
from tracker.ui.events.records_page import DayRecordsPage, MarkedPage
from tracker.ui.events.requests import (
    AnswerFlare,
    AnswerOver,
    ReadFlares,
    ReadOver,
    ReadPlaces,
    ReadQuestion,
)
from tracker.ui.messages import EventWish
from tracker.ui.requests import refusals

if TYPE_CHECKING:
    from datetime import date

    from tracker.diary.record_lines import ListedRecord
    from tracker.domain.site import PainSite
    from tracker.ui.main_screen import MainScreen
    from tracker.ui.messages import EventWanted
    from tracker.ui.requests import Request


class Answer(StrEnum):
    """What was said to a question about a flare."""

    YES = "yes"
    NO = "no"
    LATER = "later"


async def follow(main: MainScreen, event: EventWanted) -> None:
    """Do what a view asks for; without a day the one that is shown is meant."""
    day = min(event.day or main.day, main.today)
    match event.wish:
        case EventWish.ANSWER:
            await answer_question(main)
        case EventWish.OVER:
            await answer_over(main)
        case EventWish.FLARE:
            await mark_flare(main, day, place=event.place)
        case EventWish.VISIT:
            await log_visit(main, day)
        case EventWish.EPISODE:
            await new_episode(main, day)
        case EventWish.MARKED:
            await _list(main, MarkedPage(main, day))
        case EventWish.RECORDS:
            await _list(main, DayRecordsPage(main, day))


async def _list(main: MainScreen, page: DayRecordsPage | MarkedPage) -> None:
    goal = await main.app.push_screen_wait(page)
    if goal is not None:
        main.post_message(goal)


# -- flares --------------------------------------------------------------------------------------


async def mark_flare(main: MainScreen, day: date, *, place: PainSite | None = None) -> None:
    """Answer about a day's candidate, correct the flare that it belongs to, or mark a new one."""
    found = await main.perform(ReadFlares(day, place))
    if isinstance(found, Problem):
        main.say_refusals((found,))
    elif isinstance(found, FlareQuestion):
        await _ask(main, found)
    elif isinstance(found, Flare):
        await correct(main, found)
    else:
        await new_flare(main, day, place=place)


async def new_flare(main: MainScreen, day: date, *, place: PainSite | None = None) -> None:
    """Mark a flare."""
    entry = FlareEntry(start=day.isoformat(), place=place)
    await main.app.push_screen_wait(FlareForm(main, entry, places=await _places(main)))


async def answer_question(main: MainScreen) -> None:
    """Ask whether the candidate is a flare, where there still is one."""
    question = await main.perform(ReadQuestion())
    if isinstance(question, FlareQuestion):
        await _ask(main, question)


async def _ask(main: MainScreen, question: FlareQuestion) -> None:
    answer = await main.app.push_screen_wait(question_dialog(question))
    if answer in {Answer.YES, Answer.NO}:
        await _carry_out(main, AnswerFlare(question, is_flare=answer is Answer.YES))


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


async def answer_over(main: MainScreen) -> None:
    """Ask whether a flare is over, where one seems to be."""
    over = await main.perform(ReadOver())
    if not isinstance(over, FlareOver):
        return
    answer = await main.app.push_screen_wait(over_dialog(over))
    if answer in {Answer.YES, Answer.NO}:
        await _carry_out(main, AnswerOver(over, is_over=answer is Answer.YES))


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


async def new_episode(main: MainScreen, day: date) -> None:
    """Begin an episode."""
    entry = EpisodeEntry(name="", start=day.isoformat())
    await main.app.push_screen_wait(EpisodeForm(main, entry, places=await _places(main)))


async def log_visit(main: MainScreen, day: date) -> None:
    """Log a visit."""
    await main.app.push_screen_wait(VisitForm(main, VisitEntry(day=day.isoformat())))


async def correct(main: MainScreen, record: ListedRecord) -> bool:
    """Open the form of a record; False where it has none here."""
    match record:
        case Flare():
            flare = FlareEntry(
                start=record.start.isoformat(),
                end=_day_text(record.end),
                place=record.place,
                note=record.note,
            )
            places = await _places(main)
            form = FlareForm(main, flare, places=places, replacing=record.id)
            await main.app.push_screen_wait(form)
        case Episode():
            episode = EpisodeEntry(
                name=record.name,
                start=record.start.isoformat(),
                end=_day_text(record.end),
                place=record.place,
                note=record.note,
            )
            places = await _places(main)
            page = EpisodeForm(main, episode, places=places, replacing=record.id)
            await main.app.push_screen_wait(page)
        case Visit():
            visit = VisitEntry(day=record.day.isoformat(), by=record.by, note=record.note)
            await main.app.push_screen_wait(VisitForm(main, visit, replacing=record.id))
        case _:
            return False
    return True


def _day_text(day: date | None) -> str:
    return "" if day is None else day.isoformat()


async def _places(main: MainScreen) -> tuple[PainSite, ...]:
    places = await main.perform(ReadPlaces())
    return () if isinstance(places, Problem) else places


async def _carry_out(main: MainScreen, request: Request[object]) -> None:
    main.say_refusals(refusals(await main.perform(request)))
