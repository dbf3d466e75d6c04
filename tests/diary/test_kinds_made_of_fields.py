"""Of which kinds a new record can be made of what its form asks alone."""

from tracker.diary.kinds.registry import KINDS


def test_all_but_a_session_whose_steps_are_gone_through() -> None:
    assert [name for name, kind in KINDS.items() if not kind.made_of_fields] == ["session"]
