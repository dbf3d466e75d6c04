from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.cross_training import CrossKind, CrossTraining
from tracker.domain.run import Run, Source
from tracker.exchange.duplicates import Likeness, Record, judge

START = datetime(2026, 11, 3, 17, 10, tzinfo=UTC)
SAME, ASK, NEW = Likeness


def run(
    after_s: float = 0,
    distance_m: int | None = 5000,
    *,
    duration_s: int | None = 1800,
    digest: str | None = "a",
    ref: str | None = None,
    typed: bool = False,
) -> Run:
    start = START + timedelta(seconds=after_s)
    source = None if typed else Source(format="gpx", file="run.gpx", digest=digest, ref=ref)
    return Run(
        id="x", start=start, day=start.date(), distance_m=distance_m, duration_s=duration_s,
        source=source,
    )  # fmt: skip


def session(kind: CrossKind, after_s: float = 0) -> CrossTraining:
    start = START + timedelta(seconds=after_s)
    return CrossTraining(
        id="y", start=start, day=start.date(), kind=kind, distance_m=5000, duration_s=1800
    )


@pytest.mark.parametrize(
    ("candidate", "existing", "likeness"),
    [
        # The same file again, even when its measures were corrected since.
        (run(digest="b"), run(7200, 8000, digest="b"), SAME),
        (run(digest=None), run(86400, 8000, digest=None), NEW),
        # The same activity of a service, whatever was corrected there since.
        (run(digest="b", ref="strava:7"), run(7200, 8000, ref="strava:7"), SAME),
        (run(86400, digest="b", ref="strava:7"), run(ref="strava:8"), NEW),
        # The same recording, written anew with local times; but some programs name all alike.
        (run(7199, digest="b", ref="fit:4:9"), run(ref="fit:4:9"), SAME),
        (run(7199, 8000, digest="b", ref="fit:4:9"), run(ref="fit:4:9"), NEW),
        (run(86400, digest="b", ref="fit:4:9"), run(ref="fit:4:9"), NEW),
        # One run from two services: some seconds, some metres.
        (run(digest="b"), run(), SAME),
        (run(4, 5009, digest="b"), run(), SAME),
        (run(60, digest="b"), run(), SAME),
        (run(0, None, digest="b"), run(), SAME),
        (run(5, digest="b", duration_s=None), run(), SAME),
        # The same time, but the devices measured differently.
        (run(0, 899, digest="b"), run(0, 668), ASK),
        (run(0, 188, digest="b"), run(0, 159), ASK),
        # A clock that was off.
        (run(224, 5001, digest="b"), run(), ASK),
        (run(61, 9000, digest="b"), run(), ASK),
        (run(590, 5001, digest="b", duration_s=600), run(duration_s=600), ASK),
        # Local time written as if it were UTC.
        (run(7199, 5001, digest="b"), run(), ASK),
        (run(-5 * 3600 - 2700, 5001, digest="b"), run(), ASK),
        (run(14 * 3600 + 60, digest="b"), run(), ASK),
        (run(15 * 3600, digest="b"), run(), NEW),
        (run(7199, 5200, digest="b"), run(), NEW),
        (run(7199, 5001, digest="b", duration_s=1900), run(), NEW),
        (run(7199 + 450, 5001, digest="b"), run(), NEW),
        # Without a duration only a start within seconds will do.
        (run(30, digest="b", duration_s=None), run(), NEW),
        (run(30, None, digest="b"), run(distance_m=None), SAME),
        # Two minutes of running one after the other.
        (run(53, 300, digest="b", duration_s=60), run(0, 298, duration_s=62), NEW),
        # Typed in on that day, whatever the time.
        (run(3600 * 3 + 450, 5100, digest="b"), run(typed=True), ASK),
        (run(3600 * 3 + 450, 5100, digest="b"), run(), NEW),
        (run(3600 * 3 + 450, 5600, digest="b"), run(typed=True), NEW),
        (run(86400 + 450, 5000, digest="b"), run(typed=True), NEW),
        # The sport.
        (session(CrossKind.BIKE), run(), NEW),
        (session(CrossKind.WALK), run(), SAME),
        (session(CrossKind.OTHER), run(), SAME),
        (session(CrossKind.OTHER), session(CrossKind.BIKE), SAME),
        (session(CrossKind.SWIM), session(CrossKind.BIKE), NEW),
    ],
)
def test_files_of_one_activity_are_found(
    candidate: Record, existing: Record, likeness: Likeness
) -> None:
    assert judge(candidate, existing) is likeness


_RUNS = st.builds(
    run,
    st.integers(-100_000, 100_000),
    st.none() | st.integers(0, 20_000),
    duration_s=st.none() | st.integers(0, 20_000),
    digest=st.none() | st.sampled_from("abc"),
)


@given(_RUNS, _RUNS)
def test_it_does_not_matter_which_file_came_first(one: Run, other: Run) -> None:
    assert judge(one, other) is judge(other, one)


@given(_RUNS)
def test_a_run_is_itself(one: Run) -> None:
    assert judge(one, one) is SAME
