from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.store.clock import device_of, next_stamp, this_device

START = datetime(2026, 11, 23, 6, 40, tzinfo=UTC)
steps = st.lists(st.timedeltas(timedelta(days=-400), timedelta(days=400)), max_size=30)


@given(steps)
def test_stamps_never_go_back_whatever_the_clock_does(moves: list[timedelta]) -> None:
    stamps = [""]
    for move in moves:
        stamps.append(next_stamp(stamps[-1], START + move, device="0000000a"))
    assert stamps == sorted(set(stamps))


@given(st.text(max_size=40))
def test_a_stamp_that_is_none_is_passed_over(text: str) -> None:
    assert next_stamp(f"{text}!", START, device="0000000a") == "01a207220600-0000-0000000a"
    assert device_of(f"{text}!") == ""


def test_a_full_counter_carries_over() -> None:
    assert next_stamp("01a207220600-ffff-b", START, device="a") == "01a207220601-0000-a"


def test_a_later_clock_elsewhere_is_followed() -> None:
    assert next_stamp("0fffffffffff-0001-b", START, device="a") == "0fffffffffff-0002-a"


def test_this_device_is_the_same_each_time_and_tells_nothing() -> None:
    assert this_device() == this_device()
    assert len(this_device()) == 8
    assert device_of(next_stamp("", START, device=this_device())) == this_device()
