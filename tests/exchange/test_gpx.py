import hashlib
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from tracker.exchange import gpx as gpx_module
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.gpx import read_gpx
from tracker.exchange.sport import Sport

Gpx = Callable[..., bytes]
TrackText = Callable[..., str]

START = datetime(2026, 11, 3, 17, 10, tzinfo=UTC)


def only(content: bytes) -> Activity:
    (activity,) = read_gpx(content, "run.gpx")
    assert isinstance(activity, Activity), activity
    return activity


def refused(content: bytes) -> str:
    (rejected,) = read_gpx(content, "run.gpx")
    assert isinstance(rejected, Rejected), rejected
    assert rejected.file == "run.gpx"
    return rejected.reason


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_a_run_is_read_with_everything_the_file_says(gpx: Gpx, track: TrackText) -> None:
    content = gpx(track(beats=("120", "130.5", "0", "999", "nan", "")))
    assert only(content) == Activity(
        format="gpx",
        file="run.gpx",
        digest=hashlib.sha256(content).hexdigest(),
        start=START,
        sport=Sport.RUN,
        distance_m=1112,
        duration_s=400,
        moving_s=None,
        avg_hr=125,
        max_hr=130,
        name="Evening run",
        device="Test watch",
        warnings=(),
    )


def test_the_gap_between_segments_takes_time_but_no_distance(gpx: Gpx, track: TrackText) -> None:
    whole = track(points=11)
    middle = whole.index('<trkpt lat="50.006"')
    split = whole[:middle] + "</trkseg><trkseg>" + whole[middle:]
    activity = only(gpx(split))
    assert activity.distance_m == 1001
    assert activity.duration_s == 400


def test_tracks_of_one_outing_are_one_activity(gpx: Gpx, track: TrackText) -> None:
    later = track(start=START + timedelta(minutes=30), name="Second half")
    activity = only(gpx(track(), later))
    assert activity.distance_m == 2224
    assert activity.duration_s == 30 * 60 + 400
    assert activity.name == "Evening run"


@pytest.mark.parametrize(
    "other",
    [
        {"start": START + timedelta(days=1)},
        {"start": START - timedelta(days=1)},
        {"sport": "cycling"},
    ],
)
def test_tracks_of_different_outings_are_activities_of_their_own(
    gpx: Gpx, track: TrackText, other: dict[str, object]
) -> None:
    first, second = read_gpx(gpx(track(), track(**other)), "run.gpx")
    assert isinstance(first, Activity)
    assert isinstance(second, Activity)
    assert first.distance_m == second.distance_m == 1112
    assert (first.digest[-2:], second.digest[-2:]) == ("-1", "-2")


@pytest.mark.parametrize(
    ("sport", "every_s", "expected", "warns"),
    [
        ("running", 200, Sport.RUN, False),
        ("9", 40, Sport.RUN, False),
        ("1", 40, Sport.BIKE, False),
        ("cycling", 40, Sport.BIKE, False),
        ("Kitesurfing", 40, Sport.OTHER, True),
        (None, 40, Sport.RUN, True),
        ("unknown", 40, Sport.RUN, True),
        ("<![CDATA[unknown]]>", 85, Sport.WALK, True),
        ("", 85, Sport.WALK, True),
        (None, 10, Sport.BIKE, True),
    ],
)
def test_the_sport_is_the_files_word_else_told_by_the_speed(
    gpx: Gpx,
    track: TrackText,
    *,
    sport: str | None,
    every_s: float,
    expected: Sport,
    warns: bool,
) -> None:
    activity = only(gpx(track(sport=sport, every_s=every_s)))
    assert activity.sport is expected
    assert bool(activity.warnings) is warns


def test_a_guess_says_what_it_was_made_from(gpx: Gpx, track: TrackText) -> None:
    assert only(gpx(track(sport=None))).warnings == (
        "The file names no sport; at 10.0 km/h it was taken as a run.",
    )


@pytest.mark.usefixtures("berlin")
def test_times_without_a_zone_are_local_with_a_warning(gpx: Gpx, track: TrackText) -> None:
    activity = only(gpx(track(form="%Y-%m-%dT%H:%M:%S")))
    assert str(activity.start) == "2026-11-03 17:10:00+01:00"
    assert "taken as local" in activity.warnings[0]


def test_the_offset_of_the_file_is_kept(gpx: Gpx, track: TrackText) -> None:
    activity = only(gpx(track(form="%Y-%m-%dT%H:%M:%S.250+05:45")))
    assert str(activity.start) == "2026-11-03 17:10:00.250000+05:45"


def test_points_out_of_order_still_span_first_to_last(gpx: Gpx, track: TrackText) -> None:
    activity = only(gpx(track(every_s=-40)))
    assert activity.start == START - timedelta(seconds=400)
    assert activity.duration_s == 400
    assert "not in the order" in activity.warnings[0]


def test_a_few_points_without_time_are_only_mentioned(gpx: Gpx, track: TrackText) -> None:
    text = track().replace("<time>2026-11-03T17:10:40Z</time>", "")
    text = text.replace("2026-11-03T17:11:20Z", "soon")
    activity = only(gpx(text))
    assert activity.start == START
    assert activity.duration_s == 400
    assert activity.warnings == ("2 of 11 points have no time.",)


@pytest.mark.parametrize("form", ["", "1901-12-13T20:45:52Z", "1970-01-01T00:00:00Z", "%H:%M"])
def test_without_times_that_can_be_used_there_is_no_day_and_no_duration(
    gpx: Gpx, track: TrackText, form: str
) -> None:
    activity = only(gpx(track(form=form)))
    assert activity.start is None
    assert activity.duration_s is None
    assert activity.distance_m == 1112
    assert "0 of 11 points" in activity.warnings[0]


@pytest.mark.parametrize("bad", ["undefined", "", "nan", "inf", "91", "-90.5"])
def test_points_without_a_position_are_left_out(gpx: Gpx, track: TrackText, bad: str) -> None:
    activity = only(gpx(track().replace('lat="50.005"', f'lat="{bad}"')))
    assert activity.distance_m == 1112
    assert activity.warnings == ("1 point without a position was left out.",)


def test_a_receiver_without_a_fix_does_not_run_to_the_equator(gpx: Gpx, track: TrackText) -> None:
    activity = only(gpx(track().replace('lat="50.000" lon="8.5"', 'lat="0.0" lon="0"')))
    assert activity.distance_m == 1001


def test_a_track_that_stands_still_gives_time_but_no_distance(gpx: Gpx, track: TrackText) -> None:
    text = track()
    for number in range(11):
        text = text.replace(f'lat="{50 + number / 1000:.3f}"', 'lat="50"')
    activity = only(gpx(text))
    assert activity.distance_m is None
    assert activity.duration_s == 400
    assert "does not move" in activity.warnings[0]


def test_a_jump_around_the_world_is_left_out_and_said(gpx: Gpx, track: TrackText) -> None:
    activity = only(gpx(track().replace('lat="50.005"', 'lat="-50"')))
    assert activity.distance_m == 1112
    assert activity.warnings == (
        "A jump of 11120.0 km in 40 s, which nobody can make, was left out.",
    )


def test_a_track_that_jumps_all_the_time_gives_no_distance(gpx: Gpx, track: TrackText) -> None:
    text = track()
    for number in (2, 4, 6):
        text = text.replace(f'lat="50.00{number}"', f'lat="5{number}"')
    activity = only(gpx(text))
    assert activity.distance_m is None
    assert activity.warnings == (
        "The receiver jumped about for too much of the way, so it gives no distance.",
    )


@pytest.mark.parametrize("bad", ["1_0", "５０", "0x32", "50,005", "+-50", "1" * 60])
def test_what_only_python_reads_as_a_number_is_no_position(
    gpx: Gpx, track: TrackText, bad: str
) -> None:
    activity = only(gpx(track().replace('lat="50.005"', f'lat="{bad}"')))
    assert activity.warnings == ("1 point without a position was left out.",)


@pytest.mark.parametrize("copies", [2, 3])
def test_what_was_recorded_more_than_once_counts_once(
    gpx: Gpx, track: TrackText, copies: int
) -> None:
    once = track()
    in_tracks = gpx(*[once] * copies)
    points = once[once.index("<trkpt") : once.index("</trkseg>")]
    in_segments = gpx(once.replace(points, "</trkseg><trkseg>".join([points] * copies)))
    in_one_segment = gpx(once.replace(points, points * copies))
    for content in (in_tracks, in_segments, in_one_segment):
        activity = only(content)
        assert (activity.distance_m, activity.duration_s) == (1112, 400)
        assert "count once" in " ".join(activity.warnings)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<gpx></gpx>", "no track"),
        (b"<gpx><trk><trkseg/></trk></gpx>", "no track with points"),
        (b'<gpx><rte><rtept lat="1" lon="2"/></rte></gpx>', "planned route or waypoints"),
        (b'<gpx><wpt lat="1" lon="2"/></gpx>', "planned route or waypoints"),
        (b'<gpx><trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk></gpx>', "only one point"),
        (b'<gpx><trk><trkseg><trkpt lat="x"/></trkseg></trk></gpx>', "No point of this track"),
        (b"<kml/>", "not a GPX file"),
        (b"<gpx><trk>", "breaks off or is damaged in line 1"),
        (b"\n\nnot xml", "damaged in line 1"),
        (b'<?xml version="1.0" encoding="klingon"?><gpx/>', "unknown encoding"),
    ],
)
def test_what_holds_no_activity_is_refused_in_one_sentence(content: bytes, says: str) -> None:
    assert says in refused(content)


def test_a_track_of_seconds_or_of_weeks_is_refused(gpx: Gpx, track: TrackText) -> None:
    assert "too short" in refused(gpx(track(points=2, every_s=1)))
    assert "72 hours" in refused(gpx(track(every_s=86400)))


def test_a_file_that_breaks_off_is_refused(gpx: Gpx, track: TrackText) -> None:
    content = gpx(track())
    assert "breaks off" in refused(content[: len(content) // 2])


@pytest.mark.parametrize(
    "wrap",
    [
        lambda content: b"          " + content,
        lambda content: b"\xef\xbb\xbf\n" + content,
        lambda content: content.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        lambda content: content.decode().replace("UTF-8", "UTF-16").encode("utf-16-be"),
        lambda content: content.replace(b"UTF-8", b"UTF-16"),
        lambda content: content.decode().replace("UTF-8", "ISO-8859-1").encode("latin-1"),
        lambda content: content.replace(b"Mum", b"Mum\x0b"),
        lambda content: content.replace(b"&amp;", b"&"),
    ],
    ids=["spaces", "bom", "utf-16", "utf-16-be", "says utf-16", "latin-1", "control", "bare &"],
)
def test_every_usual_wrapping_is_read_alike(
    gpx: Gpx, track: TrackText, wrap: Callable[[bytes], bytes]
) -> None:
    activity = only(wrap(gpx(track(name="Zoë &amp; Mum"))))
    assert activity.name == "Zoë & Mum"
    assert activity.distance_m == 1112


def test_names_come_in_without_what_steers_a_terminal(gpx: Gpx, track: TrackText) -> None:
    named = only(gpx(track(name="&#x9b;2J\u202e[bold]x")))
    assert named.name == "2J[bold]x"


def test_entities_and_outside_files_are_refused(gpx: Gpx, track: TrackText) -> None:
    for entity in (
        '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY x "&a;&a;&a;&a;">]>',
    ):
        content = gpx(track(name="&x;")).replace(b"?>\n", b"?>" + entity.encode(), 1)
        assert "abbreviations" in refused(content)


def test_a_huge_tag_is_refused_before_parsing(gpx: Gpx, track: TrackText) -> None:
    content = gpx(track()).replace(b"<trk>", b'<trk a="' + b"x" * 70_000 + b'">', 1)
    assert "a tag longer" in refused(content)


@pytest.mark.parametrize(
    "content",
    [
        b"".join(b"<a%d/>" % number for number in range(1_500_000)),
        b"".join(b'<a b%d=""/>' % number for number in range(300_000)),
        b"<%s/>" % (b"a" * 300),
    ],
    ids=["tags", "attributes", "a long name"],
)
def test_more_kinds_of_tags_than_any_program_writes_are_refused_at_once(content: bytes) -> None:
    assert "more kinds of" in refused(b"<gpx>" + content + b"</gpx>")


def test_more_points_than_a_watch_can_record_are_refused(
    gpx: Gpx, track: TrackText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gpx_module, "POINTS_MAX", 10)
    assert "more than 10 points" in refused(gpx(track(points=11)))


def test_elements_nested_without_end_are_refused() -> None:
    assert "nested deeper" in refused(b"<gpx>" + b"<a>" * 100)


def test_only_so_many_bare_ands_are_mended(gpx: Gpx, track: TrackText) -> None:
    assert "damaged" in refused(gpx(track(name="&" * 2000)))
