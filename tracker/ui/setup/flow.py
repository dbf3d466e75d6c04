"""The three first steps in their order; each can be skipped, and they go on where they stopped."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from tracker.diary.book import update_settings
from tracker.diary.kinds.screening import SCREENING_ANSWERS
from tracker.diary.kinds.settings import BASICS as BASICS_FORM
from tracker.diary.kinds.settings import SITES as SITES_FORM
from tracker.diary.verdicts import decide
from tracker.domain.problem import Problem
from tracker.rules.screening import screening_text
from tracker.ui.dialogs import notice
from tracker.ui.form.records import make_form
from tracker.ui.queries import Change, Query, refusals
from tracker.ui.setup.bodies import BasicsBody, ScreeningBody
from tracker.ui.setup.places_body import PlacesBody, PlacesScreen
from tracker.ui.setup.step_screen import StepScreen

if TYPE_CHECKING:
    from tracker.diary.kinds.kind import Kind
    from tracker.ui.form.body import FormBody
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
        noted = Change(partial(update_settings, setup_step=following))
        host.say_refusals(refusals(await host.perform(noted)))


async def set_up(host: Host) -> None:
    """Go on with the first steps where they stopped, or go through them again."""
    await first_steps(host, step=host.settings.setup_step or BASICS)


async def _basics(host: Host) -> bool:
    goes_on, _form = await _step(host, BASICS_FORM, BasicsBody, fact="step 1 of 3")
    return goes_on


async def answer_screening(host: Host) -> bool:
    """Put the eight questions and say what their answers add up to; False to stop here."""
    fact = "step 2 of 3 · 7 or 8 questions"
    goes_on, form = await _step(host, SCREENING_ANSWERS, ScreeningBody, fact=fact)
    if form is not None and form.saved:
        screen = await host.perform(Query(lambda book: decide(book).readiness.given.screen))
        if not isinstance(screen, Problem):
            words = screening_text(screen, pregnancy=form.value("pregnancy") is True)
            await host.show(notice("Your answers are kept", words))
    return goes_on


async def _sites(host: Host) -> bool:
    goes_on, _form = await _step(
        host, SITES_FORM, PlacesBody, fact="step 3 of 3 · light one to three", page=PlacesScreen
    )
    return goes_on


async def _step(
    host: Host,
    kind: Kind[Any],
    body: type[FormBody],
    *,
    fact: str,
    page: type[StepScreen] = StepScreen,
) -> tuple[bool, FormBody | None]:
    """Show a step; tell whether the next one follows, and give the form as it was left."""
    record = None if kind is SCREENING_ANSWERS else host.settings
    form = await make_form(host, kind, record=record, body=body)
    if form is None:
        return False, None
    screen = page(form, title=kind.title, fact=fact, lead=kind.lead, foot=kind.foot)
    return await host.show(screen), form
