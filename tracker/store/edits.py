"""An edit that began from an older version: only what it changed is put into the present one."""

from collections.abc import Collection
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, Generic

from msgspec import Struct

from tracker.domain.pain import PainScore
from tracker.domain.record import Record
from tracker.domain.site import PainSite
from tracker.store.documents import T

TOGETHER = (frozenset({"start", "day"}), frozenset({"at", "day"}))
"""A record's moment and the person's day that it counts to are one thing to the person."""


class Clash(Struct, frozen=True):
    """A field that was changed here and elsewhere, to different values."""

    field: str
    base: Any
    mine: Any
    theirs: Any


class Clashed(Struct, Generic[T], frozen=True):
    """Nothing was saved: some fields were changed on both sides.

    `theirs` is the present version, `at` when it was saved, `here` whether on this machine.
    """

    clashes: tuple[Clash, ...]
    theirs: T
    at: datetime | None = None
    here: bool = True


class Gone(Struct, frozen=True):
    """Nothing was saved: the record was deleted meanwhile, or taken out of the file."""

    at: datetime | None = None


def merge_edit(
    base: T,
    mine: T,
    theirs: T,
    *,
    keep_mine: Collection[str] = (),
    take_theirs: Collection[str] = (),
) -> T | tuple[Clash, ...]:
    """Put the fields in which `mine` differs from `base` into `theirs`.

    A field that both changed, to different values, is a clash, unless it is named in `keep_mine` or
    `take_theirs`; scores of different sites are joined. Where the fields are changed apart but
    don't fit each other, all of mine clash.
    """
    changed = _changed(base, mine) - set(take_theirs)
    both = changed & _changed(base, theirs) - set(keep_mine)
    joined = {
        name: scores
        for name in both
        if (scores := _joined(*(getattr(each, name) for each in (base, mine, theirs)))) is not None
    }
    clashing = {
        name for name in both - joined.keys() if getattr(mine, name) != getattr(theirs, name)
    }
    if not clashing:
        try:
            return replace(theirs, **{name: getattr(mine, name) for name in changed} | joined)
        except ValueError:
            clashing = {name for name in changed if getattr(mine, name) != getattr(theirs, name)}
            clashing -= set(keep_mine)
            if not clashing:
                return mine
    return tuple(
        Clash(
            field.name,
            *(getattr(version, field.name) for version in (base, mine, theirs)),
        )
        for field in fields(base)
        if field.name in clashing
    )


def _joined(base: object, mine: object, theirs: object) -> tuple[PainScore, ...] | None:
    """Return scores in which each side changed other sites, None where both changed one."""
    was, here, there = (_by_site(scores) for scores in (base, mine, theirs))
    if was is None or here is None or there is None:
        return None
    for site in {**was, **here}:
        score, before, now = here.get(site), was.get(site), there.get(site)
        if score in {before, now}:
            continue
        if now != before:
            return None
        if score is None:
            del there[site]
        else:
            there[site] = score
    return tuple(there.values())


def _by_site(scores: object) -> dict[PainSite, PainScore] | None:
    if not isinstance(scores, tuple) or not all(isinstance(each, PainScore) for each in scores):
        return None
    return {each.place: each for each in scores}


def _changed(base: Record, version: Record) -> set[str]:
    found = {
        field.name
        for field in fields(base)
        if getattr(base, field.name) != getattr(version, field.name)
    }
    names = {field.name for field in fields(base)}
    for group in TOGETHER:
        if group <= names and found & group:
            found |= group
    return found
