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
    from tracker.ui.host import Host

BASICS: Final = 1
SCREENING: Final = 2
SITES: Final = 3


async def first_steps(host: Host, *, step: int) -> None:
    """Go through the steps from `step` on, noting after each how far they got."""
    ways = {BASICS: _basics, SCREENING: answer_screening, SITES: _sites}
    for number in range(step, SITES + 1):
        if not await ways[number](host):
            return
        following = number + 1 if number < SITES else None
        host.say_refusals(refusals(await host.perform(SaveStep(following))))


async def set_up(host: Host) -> None:
    """Go through the first steps again."""
    await first_steps(host, step=BASICS)


async def _basics(host: Host) -> bool:
    answer = await host.show(BasicsScreen(host.settings))
    if not isinstance(answer, Skipped):
        host.say_refusals(refusals(await host.perform(SaveSettings(answer))))
    return answer is not Skipped.LATER


async def answer_screening(host: Host) -> bool:
    """Put the eight questions and say what their answers add up to; False to stop here."""
    answer = await host.show(ScreeningScreen())
    if isinstance(answer, Skipped):
        return answer is not Skipped.LATER
    host.say_refusals(refusals(await host.perform(SaveScreening(answer))))
    screen = await host.perform(TodaysScreen())
    if not isinstance(screen, Problem):
        words = screening_text(screen, pregnancy=answer["pregnancy"])
        await host.show(notice("Your answers are kept", words))
    return True


async def _sites(host: Host) -> bool:
    answer = await host.show(SitesScreen(host.settings.tracked))
    if not isinstance(answer, Skipped):
        changed = replace(host.settings, tracked=answer)
        host.say_refusals(refusals(await host.perform(SaveSettings(changed))))
    return answer is not Skipped.LATER
