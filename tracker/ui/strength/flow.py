"""From the wish to log strength to its form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.diary.kinds.strength import STRENGTH, last_times
from tracker.domain.problem import Problem
from tracker.ui.form.records import open_form
from tracker.ui.queries import Query
from tracker.ui.strength.strength_body import StrengthBody

if TYPE_CHECKING:
    from tracker.ui.host import Host


async def log_strength(host: Host) -> bool:
    """Take down an exercise; the last time of each is at hand."""
    lately = await host.perform(Query(last_times))
    if isinstance(lately, Problem):
        host.say_refusals((lately,))
        return False
    return await open_form(host, STRENGTH, body=partial(StrengthBody, lately=lately))
