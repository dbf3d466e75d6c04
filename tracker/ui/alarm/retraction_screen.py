"""Taking an answer back that was ticked by mistake; the reason stays on file (R-RED-41)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from tracker.diary.kinds.retraction import (
    FLAGS_FIELD,
    RETRACTION,
    retract_all,
    retraction_context,
)
from tracker.domain.form import BETWEEN
from tracker.domain.problem import Problem
from tracker.ui.form.body import FormBody
from tracker.ui.form.records import saves
from tracker.ui.form.screen import FormScreen
from tracker.ui.queries import Query

if TYPE_CHECKING:
    from tracker.ui.host import Host


class RetractionBody(FormBody):
    """The signs that may be taken back, and why."""

    DEFAULT_CSS = """
    RetractionBody > FieldRow { margin-top: 1; }
    """

    COMPACT: ClassVar[bool] = True


class RetractionScreen(FormScreen):
    """Asks which answers were ticked by mistake, and for the reason in a few words."""


async def take_back(host: Host, flags: tuple[str, ...]) -> bool:
    """Let a person take answers back; True where some were. A single one is ticked already."""
    context = await host.perform(Query(retraction_context, flags=flags))
    if isinstance(context, Problem):
        host.say_refusals((context,))
        return False
    body = RetractionBody(
        RETRACTION,
        context,
        shown={FLAGS_FIELD: BETWEEN.join(flags) if len(flags) == 1 else ""},
        save=saves(host, partial(retract_all, flags=flags), done="Answer taken back. u undoes."),
    )
    return await host.show(
        RetractionScreen(
            body,
            title="Ticked by mistake",
            lead="Tick what was not so. Your answer and the reason both stay in the diary.",
        )
    )
