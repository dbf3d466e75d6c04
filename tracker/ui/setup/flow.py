"""The three first steps in their order; each can be skipped, and they go on where they stopped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tracker.domain.problem import Problem
from tracker.rules.screening import screening_text
from tracker.ui.dialogs import notice
from tracker.ui.requests import refusals
from tracker.ui.setup.basics_screen import BasicsScreen
from tracker.ui.setup.outcome import Skipped
from tracker.ui.setup.requests import SaveScreening, SaveSettings, SaveStep, TodaysScreen
from tracker.ui.setup.screening_screen import ScreeningScreen
from tracker.ui.setup.sites_screen import SitesScreen

if TYPE_CHECKING:
    from tracker.ui.main_screen import MainScreen

BASICS: Final = 1
SCREENING: Final = 2
SITES: Final = 3


async def first_steps(main: MainScreen, *, step: int) -> None:
    """Go through the steps from `step` on, noting after each how far they got."""
    ways = {BASICS: _basics, SCREENING: answer_screening, SITES: _sites}
    for number in range(step, SITES + 1):
        if not await ways[number](main):
            return
        following = number + 1 if number < SITES else None
        main.say_refusals(refusals(await main.perform(SaveStep(following))))


async def _basics(main: MainScreen) -> bool:
    answer = await main.app.push_screen_wait(BasicsScreen(main.settings))
    if not isinstance(answer, Skipped):
        main.say_refusals(refusals(await main.perform(SaveSettings(answer))))
    return answer is not Skipped.LATER


async def answer_screening(main: MainScreen) -> bool:
    """Put the eight questions and say what their answers add up to; False to stop here."""
    answer = await main.app.push_screen_wait(ScreeningScreen())
    if isinstance(answer, Skipped):
        return answer is not Skipped.LATER
    main.say_refusals(refusals(await main.perform(SaveScreening(answer))))
    screen = await main.perform(TodaysScreen())
    if not isinstance(screen, Problem):
        words = screening_text(screen, pregnancy=answer["pregnancy"])
        await main.app.push_screen_wait(notice("Your answers are kept", words))
    return True


async def _sites(main: MainScreen) -> bool:
    answer = await main.app.push_screen_wait(SitesScreen(main.settings.tracked))
    if not isinstance(answer, Skipped):
        changed = replace(main.settings, tracked=answer)
        main.say_refusals(refusals(await main.perform(SaveSettings(changed))))
    return answer is not Skipped.LATER
