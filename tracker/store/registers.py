"""A document as registers: each field with the stamp of its last change (a last writer wins).

A record that is edited keeps beside its fields the stamps of those that changed since it was first
written: `"clocks":{"*":"…","rpe":"…"}`, where `*` stands for all others. A document without it,
or one that a program changed which knows nothing of it, has one stamp for all of its fields.

The merge of two documents takes the later of each register. Stamps are ordered, and so are contents
where stamps are alike, so the order of merging never matters, nor how often something is merged.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final, NamedTuple

import msgspec

from tracker.store.codec import Document, row_of
from tracker.store.documents import CLOCK, CLOCKS, CREATED, DELETED, STAMPS, UPDATED
from tracker.store.edits import TOGETHER

OTHERS: Final = "*"


class Register(NamedTuple):
    """The stamp of a change, what the field holds since, "" for nothing, and the values of it."""

    clock: str
    content: str
    values: Mapping[str, Any]

    @property
    def order(self) -> tuple[str, str]:
        """Return what decides between two."""
        return self.clock, self.content


class Registers(NamedTuple):
    """A document taken apart. `state` is its last change, and whether it was a deletion."""

    fields: Mapping[str, Register]
    others: str
    state: tuple[str, str, str]
    created: str

    @property
    def contents(self) -> tuple[object, ...]:
        """Return what two documents that mean the same have in common."""
        held = {name: register.order for name, register in self.fields.items()}
        return held, self.others, self.state, self.created


def registers_of(document: Document, known: frozenset[str]) -> Registers:
    """Take a document apart; `known` are the fields that its kind has."""
    clock = _text(document.get(CLOCK))
    clocks = _clocks(document, clock)
    others = clocks.get(OTHERS, clock)
    fields: dict[str, Register] = {}
    for names in _groups(document.keys() | clocks.keys() | known, known):
        values = {name: document[name] for name in names if name in document}
        stamps = [clocks[name] for name in names if name in clocks]
        # A field of another version that isn't here was never known here: that is no change.
        unsaid = not values and not stamps and not known.issuperset(names)
        latest = "" if unsaid else max(stamps, default=others)
        register = Register(latest, _content(values), values)
        if register.order != _missing(names, known, others).order:
            fields["+".join(names)] = register
    return Registers(
        fields,
        others,
        (clock, _content(_only(document, DELETED)), _text(document.get(UPDATED))),
        _text(document.get(CREATED)),
    )


def joined(one: Registers, other: Registers, known: frozenset[str]) -> Registers:
    """Take the later of each register."""
    others = max(one.others, other.others)
    fields = {}
    for name in one.fields.keys() | other.fields.keys():
        names = tuple(name.split("+"))
        found = max(
            (each.fields.get(name) or _missing(names, known, each.others) for each in (one, other)),
            key=lambda register: register.order,
        )
        if found.order != _missing(names, known, others).order:
            fields[name] = found
    created = min(filter(None, (one.created, other.created)), default="")
    return Registers(fields, others, max(one.state, other.state), created)


def document_from(registers: Registers, order: tuple[str, ...]) -> Document:
    """Put a document together; `order` are its kind's fields as they stand in it."""
    values: Document = {}
    clocks: dict[str, str] = {}
    for name, register in registers.fields.items():
        values.update(register.values)
        if register.clock != registers.others or not register.values:
            clocks.update(dict.fromkeys(name.split("+"), register.clock))
    clock, deleted, updated = registers.state
    ordered = {name: values[name] for name in order if name in values}
    ordered |= {name: values[name] for name in sorted(values.keys() - ordered.keys())}
    moments = ((CREATED, registers.created), (UPDATED, updated))
    ordered |= {name: moment for name, moment in moments if moment}
    if deleted:
        ordered |= msgspec.json.decode(deleted)
    return ordered | _stamps(clock, registers.others, clocks)


def stamped(new: Document, old: Document | None, *, at: str, clock: str) -> Document:
    """Return a new version of a document with its stamps: those of the fields that changed."""
    kept = {name: value for name, value in new.items() if name not in STAMPS or name == DELETED}
    created = (new if old is None else old).get(CREATED, at)
    if old is None:
        return kept | {CREATED: created, UPDATED: at, CLOCK: clock}
    before = _text(old.get(CLOCK))
    clocks = _clocks(old, before)
    others = clocks.pop(OTHERS, before)
    names = (kept.keys() | old.keys()) - (STAMPS - {DELETED})
    changed = {name for name in names if kept.get(name, _NOTHING) != old.get(name, _NOTHING)}
    for group in TOGETHER:
        if group & changed and group <= names:
            changed |= group
    clocks |= dict.fromkeys(sorted(changed), clock)
    return kept | {CREATED: created, UPDATED: at} | _stamps(clock, others, clocks)


_NOTHING: Final = object()


def _stamps(clock: str, others: str, clocks: Mapping[str, str]) -> Document:
    """Return a document's own stamps; those of the fields are left out where there are none."""
    if others == clock and not clocks:
        return {CLOCK: clock}
    if clock not in {others, *clocks.values()}:
        # The last change was to whether it is there at all.
        clocks = {**clocks, DELETED: clock}
    return {CLOCK: clock, CLOCKS: {OTHERS: others, **dict(sorted(clocks.items()))}}


def _clocks(document: Document, clock: str) -> dict[str, str]:
    """Return the stamps of the fields, none where a program left them as they were."""
    found = document.get(CLOCKS)
    if not isinstance(found, dict):
        return {}
    clocks = {str(name): _text(each) for name, each in found.items()}
    return clocks if max(clocks.values(), default="") == clock else {}


def _groups(names: AbstractSet[str], known: frozenset[str]) -> list[tuple[str, ...]]:
    """Return the fields, those together that are one thing to the person."""
    left = {*names} - STAMPS - {OTHERS}
    groups: list[tuple[str, ...]] = []
    for group in TOGETHER:
        if group <= known and group <= left:
            groups.append(tuple(sorted(group)))
            left -= group
    return [*groups, *((name,) for name in sorted(left))]


def _missing(names: tuple[str, ...], known: frozenset[str], others: str) -> Register:
    return Register(others if known.issuperset(names) else "", "", {})


def _only(document: Document, name: str) -> Mapping[str, Any]:
    return {name: document[name]} if name in document else {}


def _content(values: Mapping[str, Any]) -> str:
    if not values:
        return ""
    try:
        return msgspec.json.encode(values, order="sorted").decode()
    except (ValueError, OverflowError, TypeError):
        # Numbers and signs that only a file edited elsewhere holds.
        return bytes(row_of(dict(sorted(values.items())))).decode(errors="replace")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
