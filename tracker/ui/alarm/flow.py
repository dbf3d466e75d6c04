"""From an alarm sign to what follows: the screens in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.diary.check_ins import save_check_in
from tracker.diary.kinds.clearance import CLEARANCE
from tracker.diary.verdicts import decide
from tracker.domain.problem import Problem
from tracker.rules.red_flags import HELP_TODAY, highest_level
from tracker.ui.alarm.alarm_screen import AfterAlarm, AlarmScreen
from tracker.ui.alarm.clearance_body import ClearanceBody
from tracker.ui.alarm.questions_screen import ASKED_FOR, QuestionsScreen
from tracker.ui.alarm.retraction_screen import RetractionScreen, take_back
from tracker.ui.form.records import open_form
from tracker.ui.queries import Change, Query

if TYPE_CHECKING:
    from tracker.domain.verdict import Level
    from tracker.ui.alarm.list_answers import ListAnswers
    from tracker.ui.host import Host


async def report(host: Host, why: str = ASKED_FOR) -> None:
    """Put the list of alarm signs, and go on from its answers; `why` says what opened it."""
    if not is_open(host):
        answers = await host.show(QuestionsScreen(why=why))
        if answers is not None:
            await _answered(host, answers)


async def show(host: Host, flags: tuple[str, ...]) -> None:
    """Say what to do now where flags are an alarm, unless a screen says it already."""
    level = highest_level(flags)
    if level in HELP_TODAY and not is_open(host):
        await _show(host, level, flags)


def is_open(host: Host) -> bool:
    """Return whether one of the alarm screens is open."""
    kinds = (AlarmScreen, RetractionScreen)
    return any(isinstance(screen, kinds) for screen in host.app.screen_stack)


async def _show(host: Host, level: Level, flags: tuple[str, ...]) -> None:
    after = await host.show(AlarmScreen(level, flags, settings=host.settings))
    if after is AfterAlarm.OTHER_SIGNS:
        answers = await host.show(QuestionsScreen())
        if answers is None or not answers.any:
            await _show(host, level, flags)
        else:
            await _answered(host, answers, also=flags)
    elif after is AfterAlarm.MISTAKE and not await take_back(host, flags):
        await _show(host, level, flags)


async def retract(host: Host) -> None:
    """Take an answer back whose screen was left long ago."""
    flags = await active_flags(host)
    if not flags:
        host.tell("No alarm sign is active, so there is none to take back.")
        return
    await take_back(host, flags)


async def active_flags(host: Host) -> tuple[str, ...]:
    """Return the ids of the signs that are active today."""
    verdict = await host.perform(Query(decide))
    return () if isinstance(verdict, Problem) else verdict.flags


async def log_clearance(host: Host) -> None:
    """Take down what a clinician is reported to have allowed."""
    await open_form(host, CLEARANCE, body=ClearanceBody)


async def _answered(host: Host, answers: ListAnswers, also: tuple[str, ...] = ()) -> None:
    """Show what the answers ask for at once; keeping them must not stand in the way."""
    host.keep(Change(save_check_in, answers.entry))
    flags = tuple(sorted({*answers.flags, *also}))
    level = highest_level(flags)
    if level in HELP_TODAY:
        await _show(host, level, flags)
