"""What makes a record of a class: an id, and the table of the file in which it stands.

A class of this package says so itself, with `record`; whoever keeps records need not know which
there are.
"""

from collections.abc import Callable, Iterable
from dataclasses import Field
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, ClassVar, Final, Protocol, TypeVar


class Record(Protocol):
    """A dataclass whose objects are kept, each under its id."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def id(self) -> str:
        """What tells it from all others."""


_RecordT = TypeVar("_RecordT", bound=Record)

_TABLES: Final[dict[type[Record], str]] = {}
_ORDERS: Final[dict[type[Record], Callable[[Any], Any]]] = {}


def record(table: str, *, order: str = "") -> Callable[[type[_RecordT]], type[_RecordT]]:
    """Make a dataclass one of records, kept in a table of the file.

    `order` names the fields, between blanks, by which its records are put in order; without them
    they stay in the order of the file.
    """

    def known(kind: type[_RecordT]) -> type[_RecordT]:
        _TABLES[kind] = table
        if order:
            _ORDERS[kind] = attrgetter(*order.split())
        return kind

    return known


def record_tables() -> dict[type[Record], str]:
    """Return the table of each class of records, whether or not its module was asked for before."""
    here = str(Path(__file__).parent)
    for module in iter_modules([here]):
        import_module(f"{__package__}.{module.name}")
    return dict(_TABLES)


def table_of(kind: type[Record]) -> str:
    """Return the table in which a class of records is kept. Raises KeyError."""
    return _TABLES[kind]


def in_order(kind: type[_RecordT], records: Iterable[_RecordT]) -> tuple[_RecordT, ...]:
    """Return records of a class in their order."""
    key = _ORDERS.get(kind)
    return tuple(records) if key is None else tuple(sorted(records, key=key))
