"""From the wish for heat or cold to what is on file: the screens in their order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.diary.kinds.remedy import REMEDY
from tracker.diary.remedies import answer_cautions, remedy_basis
from tracker.domain.problem import Problem
from tracker.domain.settings import Settings
from tracker.rules.heat_cold import cautions_of
from tracker.ui.form.records import open_form
from tracker.ui.queries import Change, Query, refusals
from tracker.ui.remedy.cautions_screen import CautionsScreen, Said
from tracker.ui.remedy.remedy_body import RemedyBody
from tracker.ui.remedy.start_screen import PackStart
from tracker.ui.remedy.timer_screen import HeatColdScreen

if TYPE_CHECKING:
    from tracker.domain.remedy import RemedyKind
    from tracker.ui.host import Host


async def use_heat_cold(host: Host, kind: RemedyKind | None = None) -> None:
    """Set the timer and follow it; `kind` is what it is first set to, None leaves it to the day."""
    basis = await host.perform(Query(remedy_basis))
    if isinstance(basis, Problem):
        host.say_refusals((basis,))
        return
    asks = partial(ask_cautions, host)
    choice = await host.show(PackStart(basis, kind=kind, ask_cautions=asks, clock=host.clock))
    if choice is not None:
        timer = HeatColdScreen(
            choice,
            host.settings,
            keep=host.keep,
            ask_cautions=asks,
            clock=host.clock,
            monotonic_clock=host.monotonic_clock,
        )
        await host.show(timer)


async def ask_cautions(host: Host, kind: RemedyKind) -> Settings | None:
    """Put a kind's cautions and keep what is said; None where nothing was said, or kept."""
    screen = CautionsScreen(kind, cautions_of(host.settings, kind))
    said = await host.show(screen)
    if said is None:
        return None
    keep = partial(
        answer_cautions, applies=said is not Said.NONE_APPLIES, agreed=said is Said.AGREED
    )
    answer = await host.perform(Change(keep, kind))
    host.say_refusals(refusals(answer))
    return answer if isinstance(answer, Settings) else None


async def log_remedy(host: Host) -> None:
    """Take down a remedy that was not timed here."""
    basis = await host.perform(Query(remedy_basis))
    if isinstance(basis, Problem):
        host.say_refusals((basis,))
        return
    await open_form(host, REMEDY, body=partial(RemedyBody, lately=basis.lately))
