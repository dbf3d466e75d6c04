"""Reading JSON that other programs wrote: all that can be meant, nothing dropped in silence.

An editor adds a byte-order mark, a script writes NaN, and a line-wise merge of two versions leaves
the same record or table twice. `json` keeps the last of two equal keys; here both tables are joined
and of two versions of a record the later one stays.
"""

import codecs
import json
from typing import Any

_TABLES, _RECORDS = 0, 1


class _Pairs(list[tuple[str, Any]]):
    """A JSON object with all its keys, also those given twice."""


def decode_lenient(content: bytes) -> object:
    """Read JSON bytes. Raises ValueError with a few words on what is wrong with them."""
    try:
        text = text_of(content)
        pairs = json.loads(text, object_pairs_hook=_Pairs, parse_constant=lambda _: None)
        return _settled(pairs, _TABLES)
    except UnicodeDecodeError as error:
        message = "it holds bytes that are not text"
        raise ValueError(message) from error
    except RecursionError as error:
        message = "it is nested too deeply"
        raise ValueError(message) from error
    except ValueError as error:
        message = "it breaks off or has stray characters in it"
        raise ValueError(message) from error


def text_of(content: bytes, *, errors: str = "strict") -> str:
    """Decode text as editors save it: UTF-8, or UTF-16 with its mark."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if wide else "utf-8-sig", errors)


def later(one: Any, other: Any) -> Any:  # noqa: ANN401 - JSON values
    """Give the later of two versions of a record: by clock, then by `updated_at`, then the last."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return other
    return one if _version(one) > _version(other) else other


def _version(document: dict[str, Any]) -> tuple[str, str]:
    return str(document.get("clock", "")), str(document.get("updated_at", ""))


def _settled(value: Any, depth: int) -> Any:  # noqa: ANN401 - JSON values
    if isinstance(value, _Pairs):
        found: dict[str, Any] = {}
        for key, raw in value:
            item = _settled(raw, depth + 1)
            if key not in found:
                found[key] = item
            elif depth == _TABLES and isinstance(item, dict) and isinstance(found[key], dict):
                for row, document in item.items():
                    known = found[key].get(row)
                    found[key][row] = document if known is None else later(known, document)
            elif depth == _RECORDS:
                found[key] = later(found[key], item)
            else:
                found[key] = item
        return found
    if isinstance(value, list):
        return [_settled(item, depth + 1) for item in value]
    return value
