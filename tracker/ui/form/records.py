"""The form of a record of any kind: for a new one, or to correct one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from tracker.diary.conflicts import Edit
from tracker.diary.kinds.saving import open_record, save_form
from tracker.domain.problem import Problem
from tracker.ui.form.body import FormBody
from tracker.ui.form.screen import FormScreen
from tracker.ui.queries import Change, Query, refusals

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tracker.diary.kinds.kind import Kind
    from tracker.domain.form import Draft, Values
    from tracker.domain.problem import Problems
    from tracker.ui.form.body import Save
    from tracker.ui.host import Host


Perform: TypeAlias = "Callable[[Change[Any]], Awaitable[object]]"


def saves(host: Host, keep: Callable[..., object], *, done: str = "") -> Save:
    """Let a form keep what is typed in it with a function of the book and the `texts`."""

    async def save(draft: Draft) -> Problems:
        change = Change(partial(keep, texts=draft.texts), done=done)
        return refusals(await host.perform(change))

    return save


def keeps(perform: Perform, kind: Kind[Any], record: object = None) -> Save:
    """Let a form keep a record of a kind; `record` is the one that it corrects."""

    async def save(draft: Draft) -> Problems:
        edit: Edit[Any] | None = None
        if record is not None:
            mine, theirs = draft.keep_mine, draft.take_theirs
            edit = Edit(record, keep_mine=mine, take_theirs=theirs)
        keep = partial(save_form, kind=kind, texts=draft.texts, edit=edit)
        return refusals(await perform(Change(keep, done=kind.done)))

    return save


async def make_form(
    host: Host,
    kind: Kind[Any],
    *,
    record: object = None,
    values: Values | None = None,
    body: Callable[..., FormBody] = FormBody,
) -> FormBody | None:
    """Make the form of a record, new or to be corrected; None where the diary can't be read.

    `values` are those that a new one begins with.
    """
    opened = await host.perform(Query(open_record, kind=kind, record=record, values=values))
    if isinstance(opened, Problem):
        host.say_refusals((opened,))
        return None
    context, texts = opened
    save = keeps(host.perform, kind, record)
    return body(kind.fields, context, shown=texts, save=save)


async def open_form(
    host: Host,
    kind: Kind[Any],
    *,
    record: object = None,
    values: Values | None = None,
    fact: str = "",
    body: Callable[..., FormBody] = FormBody,
) -> bool:
    """Let a person write down a record, or correct one; True where it was saved.

    `fact` stands at the right above the form.
    """
    form = await make_form(host, kind, record=record, values=values, body=body)
    if form is None:
        return False
    page = FormScreen(
        form,
        title=kind.title,
        fact=fact or ("correct it" if record is not None else ""),
        lead=kind.lead,
        foot=kind.foot,
    )
    return await host.show(page)
