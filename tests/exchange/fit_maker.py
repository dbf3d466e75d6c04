"""FIT files, written by the tests themselves."""

from collections.abc import Mapping
from struct import pack

from tracker.exchange.fit_messages import checksum

# 2026-11-03T17:10:00Z, in seconds since the protocol's beginning.
START = 1_162_660_200
HOUR = 3600

# The fields of the messages that the tests write: their number and base type.
FILE_ID = {"type": (0, 0x00), "maker": (1, 0x84), "product": (2, 0x84), "serial": (3, 0x8C),
           "created": (4, 0x86)}  # fmt: skip
SESSION = {"timestamp": (253, 0x86), "start": (2, 0x86), "sport": (5, 0x00), "sub_sport": (6, 0x00),
           "elapsed": (7, 0x86), "timer": (8, 0x86), "distance": (9, 0x86), "avg_hr": (16, 0x02),
           "max_hr": (17, 0x02), "ascent": (22, 0x84), "feel": (192, 0x02),
           "rpe": (193, 0x02)}  # fmt: skip
ACTIVITY = {"timestamp": (253, 0x86), "local": (5, 0x86)}
RECORD = {"timestamp": (253, 0x86), "hr": (3, 0x02)}
_NUMBERS = {0: FILE_ID, 18: SESSION, 34: ACTIVITY, 20: RECORD}
_FORMS = {0x00: "B", 0x02: "B", 0x84: "H", 0x86: "I", 0x8C: "I"}

RUN = {"timestamp": START + 1800, "start": START, "sport": 1, "elapsed": 1_800_000,
       "timer": 1_750_000, "distance": 500_000, "avg_hr": 141, "max_hr": 170,
       "ascent": 42}  # fmt: skip
WATCH = {"type": 4, "maker": 1, "product": 3990, "serial": 42, "created": START}
CLOCK = {"timestamp": START + 1800, "local": START + 1800 + HOUR}


def message(number: int, values: Mapping[str, int], *, order: str = "<", local: int = 0) -> bytes:
    """Write a definition and the message that it describes."""
    fields = {name: _NUMBERS[number][name] for name in values}
    head = pack(f"{order}BBBHB", 0x40 | local, 0, order == ">", number, len(fields))
    sizes = b"".join(
        pack("BBB", field, len(pack(_FORMS[base], 0)), base) for field, base in fields.values()
    )
    data = b"".join(
        pack(order + _FORMS[base], values[name]) for name, (_field, base) in fields.items()
    )
    return head + sizes + bytes([local]) + data


def fit_file(*messages: bytes, header: int = 14, length: int | None = None) -> bytes:
    """Write one part: header, messages, checksum."""
    body = b"".join(messages)
    head = pack("<BBHI4s", header, 0x20, 2100, len(body) if length is None else length, b".FIT")
    head += b"\0\0" * (header > 12)
    return head + body + pack("<H", checksum(head + body))


def run_file(**changes: int) -> bytes:
    """Write a run of 5 km in half an hour, north of London time by an hour."""
    watch = WATCH | {"created": changes.get("start", START)}
    return fit_file(message(0, watch), message(18, RUN | changes), message(34, CLOCK))
