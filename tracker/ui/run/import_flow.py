"""Brings runs in from files, and asks about those of the last days how much they hurt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.diary.import_session import activity_words
from tracker.diary.kinds.run import RUN
from tracker.diary.unscored_runs import UnscoredRuns, unscored_runs
from tracker.domain.text import counted
from tracker.ui.form.records import make_form
from tracker.ui.form.screen import FormScreen
from tracker.ui.queries import Query
from tracker.ui.run.import_screen import ImportScreen
from tracker.ui.run.scored_body import ScoresBody

if TYPE_CHECKING:
    from tracker.diary.answers import ImportOutcome
    from tracker.domain.run import Run
    from tracker.ui.host import Host


async def import_runs(host: Host) -> None:
    """Let the person name files; then ask one question for each recent run without a score."""
    outcome = await host.show(ImportScreen())
    if outcome is not None:
        await ask_for_scores(host, outcome)


async def ask_for_scores(host: Host, outcome: ImportOutcome) -> None:
    """Ask about the runs of the last three days; of older ones only the count is told."""
    unscored = await host.perform(Query(unscored_runs, outcome))
    if not isinstance(unscored, UnscoredRuns):
        return
    for number, run in enumerate(unscored.asked, start=1):
        if not await _score(host, run, fact=f"{number} of {len(unscored.asked)}"):
            break
    if unscored.older:
        host.tell(f"{counted(unscored.older, 'older run')} without a pain score.")


async def _score(host: Host, run: Run, *, fact: str) -> bool:
    """Ask how much a run hurt; False where that is left for later, and so are the others."""
    form = await make_form(host, RUN, record=run, body=ScoresBody)
    if form is None:
        return False
    page = FormScreen(
        form,
        title="How was it?",
        fact=fact,
        lead=f"{activity_words(run, host.settings)}. It has no pain score yet.",
        foot="Nothing hurt: 0. Not asked, or no longer known: leave it out with esc.",
    )
    return await host.show(page)
