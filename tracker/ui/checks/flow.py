"""From the wish to answer the weekly check to its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.problem import Problem
from tracker.ui.checks.check_screen import CheckScreen
from tracker.ui.checks.requests import ShowCheck
from tracker.ui.host import TOAST_S
from tracker.ui.requests import refusals

if TYPE_CHECKING:
    from tracker.ui.main_screen import MainScreen


async def answer_check(main: MainScreen) -> None:
    """Put the four questions about the week that is due, and keep the answers."""
    form = await main.perform(ShowCheck())
    if isinstance(form, Problem):
        main.notify(form.message, timeout=TOAST_S, markup=False)
        return
    answer = await main.app.push_screen_wait(CheckScreen(form))
    if answer is not None:
        main.say_refusals(refusals(await main.perform(answer)))
