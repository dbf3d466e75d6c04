"""Our FIT reader and another implementation of the protocol: the same summary, or a sentence."""

import os
import random
from collections.abc import Mapping
from pathlib import Path

import fitdecode
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.fit_maker import CLOCK, RUN, START, WATCH, fit_file, message, run_file
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.fit import read_fit
from tracker.exchange.fit_messages import checksum, read_parts
from tracker.exchange.registry import read_content

ROUNDS = int(os.environ.get("BACKSTRIDE_ROUNDS", "400"))
FIELDS = frozenset({2, 5, 6, 7, 8, 9, 16, 17, 22, 192, 193})
SESSION = 18
SAMPLES = sorted(
    path
    for path in Path(__file__).resolve().parents[2].parent.glob("shared/samples/fit/*")
    if path.suffix.casefold() == ".fit"
)
SMALL = 20_000

STRAP = fit_file(message(0, WATCH), message(20, {"timestamp": START, "hr": 140}))
MADE = (
    run_file(rpe=60, feel=50),
    fit_file(message(0, WATCH), message(18, RUN, order=">"), message(18, RUN | {"sport": 2})),
    run_file() + STRAP + run_file(start=START + 9000),
    fit_file(
        bytes([0x63, 0, 0, 20, 0, 1, 3, 3, 0x84, 1, 9, 2, 0, 3]) + b"abcde",
        message(18, RUN, local=2),
        message(34, CLOCK),
    ),
)

Sums = Mapping[int, float]


def theirs(content: bytes) -> tuple[list[Sums], bool]:
    """Give the sums of each session that the other reader finds, and whether it got to the end."""
    found: list[Sums] = []
    try:
        with fitdecode.FitReader(
            content,
            processor=None,
            check_crc=fitdecode.CrcCheck.DISABLED,
            error_handling=fitdecode.ErrorHandling.IGNORE,
        ) as reader:
            for frame in reader:
                if isinstance(frame, fitdecode.FitDataMessage) and frame.global_mesg_num == SESSION:
                    sums: dict[int, float] = {}
                    for field in frame.fields:
                        value = field.raw_value
                        if field.def_num in FIELDS and isinstance(value, int | float):
                            sums.setdefault(field.def_num, value)
                    found.append(sums)
    except Exception:  # noqa: BLE001 - it also raises what is no error of its own
        return found, False
    return found, True


def ours(content: bytes) -> list[Sums]:
    return [
        {field: value for field, value in each.values.items() if field in FIELDS}
        for part in read_parts(content, {SESSION})
        for each in part.messages
    ]


def check_alike(content: bytes) -> None:
    expected, whole = theirs(content)
    found = ours(content)
    if whole:
        assert found == expected
    else:
        # The other reader gives up as a whole where ours goes on with the next part.
        assert found[: len(expected)] == expected


def check_answer(content: bytes) -> set[type]:
    seen = set()
    for result in read_content(content, "mutated.fit"):
        seen.add(type(result))
        if isinstance(result, Activity):
            assert result.distance_m is None or 1 <= result.distance_m <= 1_000_000
            assert result.duration_s is None or 0 < result.duration_s <= 72 * 3600
            assert result.rpe is None or 0 <= result.rpe <= 10
            assert result.max_hr is None or 1 <= result.max_hr <= 260
        else:
            assert isinstance(result, Rejected)
            assert result.reason.endswith(".")
            assert "\n" not in result.reason
    return seen


@pytest.mark.parametrize("content", MADE)
def test_a_made_file_is_read_alike(content: bytes) -> None:
    assert ours(content)
    check_alike(content)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_real_file_is_read_alike(path: Path) -> None:
    content = path.read_bytes()
    check_alike(content)
    check_answer(content)


def mutated(content: bytes, dice: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(changed))
        match dice.randrange(5):
            case 0:
                changed[at] = dice.randrange(256)
            case 1:
                changed[at] ^= 1 << dice.randrange(8)
            case 2:
                del changed[at : at + dice.randint(1, 30)]
            case 3:
                changed[at:at] = changed[at : at + dice.randint(1, 60)]
            case _:
                changed[at] = dice.choice((0, 0x40, 0x60, 0x80, 0xFF))
        if not changed:
            break
    if dice.random() < 0.5 and len(changed) > 16:
        changed[-2:] = checksum(bytes(changed[:-2])).to_bytes(2, "little")
    return bytes(changed)


def test_a_damaged_file_is_read_alike_or_refused() -> None:
    dice = random.Random(20261123)  # noqa: S311 - a test's dice, the same every time
    bases = [*MADE, *(each.read_bytes() for each in SAMPLES if 0 < each.stat().st_size < SMALL)]
    seen = set()
    for number in range(ROUNDS):
        content = mutated(bases[number % len(bases)], dice)
        if content[:1] in {b"\x0c", b"\x0e"} and int.from_bytes(content[4:8], "little"):
            check_alike(content)
        seen |= check_answer(content)
    assert seen == {Activity, Rejected}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(MADE), st.binary(min_size=1, max_size=8), st.integers(0, 400))
def test_bytes_put_anywhere_are_read_alike_or_refused(base: bytes, put: bytes, at: int) -> None:
    place = 14 + at % (len(base) - 14)
    content = base[:place] + put + base[place + len(put) :]
    check_alike(content)
    check_answer(content)


@given(st.binary(max_size=200))
def test_any_bytes_give_an_answer(content: bytes) -> None:
    for result in read_fit(content, "any.fit"):
        assert isinstance(result, Activity | Rejected)
    check_answer(b"\x0e\x20\x00\x08\xff\x00\x00\x00.FIT\0\0" + content)
