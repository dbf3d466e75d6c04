"""From the wish for heat or cold to what is on file: the screens in their order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.domain.problem import Problem
from tracker.domain.settings import Settings
from tracker.rules.heat_cold import cautions_of
from tracker.ui.remedy.cautions_screen import CautionsScreen, Said
from tracker.ui.remedy.remedy_form import RemedyForm
from tracker.ui.remedy.requests import AnswerCautions, LogRemedy, ReadRemedyBasis
from tracker.ui.remedy.start_screen import PackStart
from tracker.ui.remedy.timer_screen import HeatColdScreen
from tracker.ui.requests import refusals

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tracker.diary.remedies import RemedyEntry
    from tracker.domain.remedy import RemedyKind
    from tracker.ui.main_screen import MainScreen


async def use_pack(
    main: MainScreen, kind: RemedyKind | None, *, clock: Callable[[], datetime]
) -> None:
    """Set the timer and follow it; `kind` is what it is first set to, None leaves it to the day."""
    basis = await main.perform(ReadRemedyBasis())
    if isinstance(basis, Problem):
        main.say_refusals((basis,))
        return
    asks = partial(ask_cautions, main)
    choice = await main.app.push_screen_wait(
        PackStart(basis, kind=kind, ask_cautions=asks, clock=clock)
    )
    if choice is not None:
        timer = HeatColdScreen(
            choice,
            main.settings,
            keep=main.keep,
            ask_cautions=asks,
            clock=clock,
            monotonic_clock=main.monotonic_clock,
        )
        await main.app.push_screen_wait(timer)


async def ask_cautions(main: MainScreen, kind: RemedyKind) -> Settings | None:
    """Put a kind's cautions and keep what is said; None where nothing was said, or kept."""
    screen = CautionsScreen(kind, cautions_of(main.settings, kind))
    said = await main.app.push_screen_wait(screen)
    if said is None:
        return None
    request = AnswerCautions(
        kind, applies=said is not Said.NONE_APPLIES, agreed=said is Said.AGREED
    )
    answer = await main.perform(request)
    main.say_refusals(refusals(answer))
    return answer if isinstance(answer, Settings) else None


async def log_remedy(main: MainScreen, *, clock: Callable[[], datetime]) -> None:
    """Take down a remedy that was not timed here."""
    basis = await main.perform(ReadRemedyBasis())
    if isinstance(basis, Problem):
        main.say_refusals((basis,))
        return

    async def save(entry: RemedyEntry) -> tuple[Problem, ...]:
        return refusals(await main.perform(LogRemedy(entry)))

    await main.app.push_screen_wait(RemedyForm(basis, save=save, clock=clock))
