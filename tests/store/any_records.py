"""Any record of a kind, for laws that hold for all of them."""

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from tracker.domain.impact_check import OPTION_MAX, QUESTIONS
from tracker.domain.pain import PainScore
from tracker.domain.record import Record
from tracker.domain.site import Side, Site
from tracker.domain.text import one_line

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(one_line)
aware = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
st.register_type_strategy(str, texts)
st.register_type_strategy(datetime, aware)


def any_record(kind: type[Record]) -> st.SearchStrategy[Any]:
    """Any record of a kind, within its bounds."""
    number = st.integers(0, 5)
    bounded: dict[str, st.SearchStrategy[Any]] = {
        field.name: st.none() | number if "None" in str(field.type) else number
        for field in fields(kind)
        if "tuple" not in str(field.type)
        and ("int" in str(field.type).replace("date", "") or "float" in str(field.type))
    }
    scores = st.lists(
        st.builds(PainScore, st.sampled_from(Site), st.sampled_from(Side), st.integers(0, 10))
    ).map(tuple)
    known = {"scores": scores, "before": scores, "during": scores, "after": scores}
    names = {field.name for field in fields(kind)}
    extra: dict[str, st.SearchStrategy[Any]] = {
        name: strategy for name, strategy in known.items() if name in names
    }
    if "sleep_quality" in names:
        extra["sleep_quality"] = st.none() | st.integers(1, 5)
    if "steps" in names:
        extra["steps"] = st.just(())
    if "blocks" in names:
        extra["blocks"] = st.lists(st.booleans(), min_size=1, max_size=5).map(tuple)
        extra["block_days"] = st.integers(1, 7)
    if "options" in names:
        option = st.none() | st.integers(0, OPTION_MAX)
        extra["options"] = st.tuples(*[option] * QUESTIONS)
    return st.builds(kind, **(bounded | extra))
