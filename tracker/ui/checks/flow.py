"""From the wish to answer the weekly check to its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.problem import Problem
from tracker.ui.checks.check_screen import CheckScreen
from tracker.ui.checks.requests import ShowCheck
from tracker.ui.requests import refusals

if TYPE_CHECKING:
    from tracker.ui.host import Host


async def answer_check(host: Host) -> None:
    """Put the four questions about the week that is due, and keep the answers."""
    form = await host.perform(ShowCheck())
    if isinstance(form, Problem):
        host.tell(form.message)
        return
    answer = await host.show(CheckScreen(form))
    if answer is not None:
        host.say_refusals(refusals(await host.perform(answer)))
