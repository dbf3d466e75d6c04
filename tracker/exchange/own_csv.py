"""The diary as tables: one for each kind of record, a row for each record, and back again.

Every row names its kind and holds the record's fields under their own names: metres, seconds, ISO
days and moments. Scores stand as `low_back=3; knee:L=1`, several words as `a; b`, and whatever has
parts of its own as JSON. A text that a spreadsheet would take for a formula gets an apostrophe in
front, which is taken away when it is read here.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import Field, fields, is_dataclass
from datetime import date
from enum import Enum
from io import StringIO
from itertools import islice
from typing import Any, Final, get_args, get_origin, get_type_hints

import msgspec

from tracker.domain.pain import PainScore
from tracker.domain.site import Side
from tracker.domain.text import lines_of, one_line, quoted
from tracker.exchange.activity import Rejected

KIND: Final = "record"
ROWS_MAX: Final = 200_000
_LONG_TEXTS: Final = frozenset({"note"})

_HEAD: Final = re.compile(r"\ufeff?\"?record\"?([,;\t])\"?id\"?(?:\1|[\r\n])")
_EMPTY: Final = '""'
"""A text that is said and empty, where no text would be something else."""
_ARMED: Final = re.compile(r"[=+\-@\t\r\n'\uff1d\uff0b\uff0d\uff20]|\"\"$")
_BETWEEN: Final = "; "
_CELL_MAX: Final = 2**20
_PLACE: Final = re.compile(r"at `\$\.(\w+)")
_SCORE: Final = re.compile(r"([a-z_]+)(?::([LRBC]))?=(\d{1,2})", re.ASCII)


# -- out -----------------------------------------------------------------------------------------


def write_table(kind: str, records: Sequence[object]) -> bytes:
    """Return one kind's records as CSV in UTF-8, with the mark that tells spreadsheets so."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    columns = fields(records[0])  # type: ignore[arg-type]
    writer.writerow([KIND, *(each.name for each in columns)])
    for record in records:
        cells = (_cell(getattr(record, each.name), each) for each in columns)
        writer.writerow([kind, *cells])
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object, field: Field[Any]) -> str:
    if isinstance(value, tuple):
        return "" if value == field.default else _several(value)
    if value == "" and field.default != "":
        return _EMPTY
    if isinstance(value, str) and not isinstance(value, Enum):
        return disarmed(value)
    return _scalar(value)


def disarmed(text: str) -> str:
    """Return a text as a spreadsheet takes it for a text, whatever it begins with."""
    return f"'{text}" if _ARMED.match(text) else text


def _scalar(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return _json(value)
    return str(value.value if isinstance(value, Enum) else value)


def _several(items: tuple[object, ...]) -> str:
    plain = [_plain(item) for item in items]
    if items and all(each is not None for each in plain):
        return disarmed(_BETWEEN.join(map(str, plain)))
    return _json(items)


def _plain(item: object) -> str | None:
    """Return an item that can stand between others as it is, None for any other."""
    if isinstance(item, PainScore):
        short = item.part is None and item.name is None
        return f"{item.place.key}={item.score}" if short else None
    if isinstance(item, Enum):
        return str(item.value)
    if isinstance(item, str) and item.strip() and item == item.strip():
        return None if ";" in item or item[0] in "[{" else item
    return None


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


# -- in ------------------------------------------------------------------------------------------


def is_own_table(head: bytes) -> bool:
    """Return whether content begins like a table that was written here."""
    return _HEAD.match(head.decode(errors="replace")) is not None


def read_table(
    content: bytes, kinds: Mapping[str, type], *, file: str
) -> Iterator[object | Rejected]:
    """Return the records of a table; a row that is none is told with its line and its field."""
    text = content.decode("utf-8", errors="replace")
    head = _HEAD.match(text)
    if head is None:
        yield Rejected(file, "It is no table that Backstride wrote.")
        return
    csv.field_size_limit(_CELL_MAX)
    lines = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=head[1])
    try:
        columns = next(lines)
        for cells in islice(lines, ROWS_MAX):
            if any(cells):
                row = dict(zip(columns, cells, strict=False))
                yield _record(row, kinds, file=file, line=lines.line_num)
    except csv.Error:
        yield Rejected(file, f"Line {lines.line_num} can't be read, so the rest was left out.")


def _record(
    row: dict[str, str], kinds: Mapping[str, type], *, file: str, line: int
) -> object | Rejected:
    kind = kinds.get(row.pop(KIND).strip())
    if kind is None:
        known = ", ".join(kinds)
        return Rejected(file, f"Line {line}: its kind is none of these: {known}.")
    try:
        types = get_type_hints(kind)
        values = {
            name: _value(_cleaned(name, cell), types[name])
            for name, cell in row.items()
            if cell and name in types
        }
        return msgspec.convert(values, kind, strict=False)
    except (ValueError, RecursionError) as error:
        return Rejected(file, f"Line {line}: {_why(error, row)}.")


def _why(error: Exception, row: Mapping[str, str]) -> str:
    """Say which cell is wrong; the checker's own words where it is none."""
    found = _PLACE.search(str(error))
    if found is None or found[1] not in row:
        return one_line(str(error))
    return f"{found[1]} is {quoted(row[found[1]])}, which can't be read"


def _cleaned(name: str, cell: str) -> str:
    text = lines_of(cell) if name in _LONG_TEXTS else one_line(cell)
    return text[1:] if text.startswith("'") else _EMPTY_TEXT.get(text, text)


_EMPTY_TEXT: Final = {_EMPTY: ""}


def _value(text: str, hint: Any) -> Any:  # noqa: ANN401 - whatever the field holds
    if get_origin(hint) is tuple:
        return _items(text, get_args(hint)[0])
    if any(is_dataclass(each) for each in (hint, *get_args(hint))):
        return json.loads(text)
    return text


def _items(text: str, item: Any) -> Any:  # noqa: ANN401 - whatever the field holds
    if text.startswith("["):
        return json.loads(text)
    words: Iterable[str] = (each.strip() for each in text.split(_BETWEEN.strip()))
    return [_score(each) if item is PainScore else each for each in words if each]


def _score(text: str) -> dict[str, Any]:
    found = _SCORE.fullmatch(text)
    if found is None:
        message = f"{text} is no score. Type it like low_back=3 or knee:L=1"
        raise ValueError(message)
    return {"site": found[1], "side": found[2] or Side.CENTRE.value, "score": int(found[3])}
