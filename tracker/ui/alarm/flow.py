"""From an alarm sign to what follows: the screens in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.rules.red_flags import HELP_TODAY, highest_level
from tracker.ui.alarm.alarm_screen import AfterAlarm, AlarmScreen
from tracker.ui.alarm.clearance_screen import ClearanceScreen
from tracker.ui.alarm.questions_screen import QuestionsScreen
from tracker.ui.alarm.requests import ActiveFlags, KeepAnswers, SaveClearance, TakeBack
from tracker.ui.alarm.retraction_screen import RetractionScreen
from tracker.ui.requests import refusals

if TYPE_CHECKING:
    from tracker.domain.verdict import Level
    from tracker.ui.alarm.list_answers import ListAnswers
    from tracker.ui.main_screen import MainScreen


async def report(main: MainScreen) -> None:
    """Put the list of alarm signs, and go on from its answers."""
    if not is_open(main):
        answers = await main.app.push_screen_wait(QuestionsScreen())
        if answers is not None:
            await _answered(main, answers)


async def show(main: MainScreen, flags: tuple[str, ...]) -> None:
    """Say what to do now where flags are an alarm, unless a screen says it already."""
    level = highest_level(flags)
    if level in HELP_TODAY and not is_open(main):
        await _show(main, level, flags)


def is_open(main: MainScreen) -> bool:
    """Tell whether one of the alarm screens is open."""
    kinds = (AlarmScreen, RetractionScreen)
    return any(isinstance(screen, kinds) for screen in main.app.screen_stack)


async def _show(main: MainScreen, level: Level, flags: tuple[str, ...]) -> None:
    after = await main.app.push_screen_wait(AlarmScreen(level, flags, settings=main.settings))
    if after is AfterAlarm.OTHER_SIGNS:
        answers = await main.app.push_screen_wait(QuestionsScreen())
        if answers is None or not answers.any:
            await _show(main, level, flags)
        else:
            await _answered(main, answers, also=flags)
    elif after is AfterAlarm.MISTAKE:
        mistake = await main.app.push_screen_wait(RetractionScreen(flags))
        if mistake is None:
            await _show(main, level, flags)
        else:
            main.say_refusals(refusals(await main.perform(TakeBack(mistake))))


async def retract(main: MainScreen) -> None:
    """Take an answer back whose screen was left long ago."""
    flags = await _active_flags(main)
    if not flags:
        main.notify("No alarm sign is active, so there is none to take back.", markup=False)
        return
    mistake = await main.app.push_screen_wait(RetractionScreen(flags))
    if mistake is not None:
        main.say_refusals(refusals(await main.perform(TakeBack(mistake))))


async def _active_flags(main: MainScreen) -> tuple[str, ...]:
    active = await main.perform(ActiveFlags())
    return active if isinstance(active, tuple) else ()


async def log_clearance(main: MainScreen) -> None:
    """Take down what a clinician is reported to have allowed."""
    flags = await _active_flags(main)
    told = await main.app.push_screen_wait(
        ClearanceScreen(flags, today=main.today, day_first=main.settings.day_first)
    )
    if told is not None:
        main.say_refusals(refusals(await main.perform(SaveClearance(told))))


async def _answered(main: MainScreen, answers: ListAnswers, also: tuple[str, ...] = ()) -> None:
    """Show what the answers ask for at once; keeping them must not stand in the way."""
    main.keep(KeepAnswers(answers.entry))
    flags = tuple(sorted({*answers.flags, *also}))
    level = highest_level(flags)
    if level in HELP_TODAY:
        await _show(main, level, flags)
