"""Every kind of record on the command line: added, listed, shown, edited, deleted, undone."""

import pytest

from tests.cli.conftest import Command
from tracker.diary.kinds.registry import KINDS

ADDED = {
    "note": (("--note", "warm"), ("--note", "cold"), ("note", "cold")),
    "visit": (("--by", "physio"), ("--by", "doctor"), ("by", "doctor")),
    "remedy": (("--kind", "cold", "--minutes", "15"), ("--minutes", "20"), ("seconds", 1200)),
    "clearance": (("--by", "doctor", "--allows", "walk"), ("--allows", "run"), ("allows", "run")),
    "flare": (("--place", "shin:L"), ("--start", "yesterday"), ("start", "2026-11-22")),
    "episode": (("--name", "Autumn"), ("--name", "Winter"), ("name", "Winter")),
    "xt": (
        ("--kind", "swim", "--duration", "40m", "--rpe", "5"),
        ("--distance", "1.5"),
        ("distance_m", 1500),
    ),
    "strength": (
        ("squat", "--sets", "3", "--reps", "10"),
        ("--kg", "12.5"),
        ("grams", 12500),
    ),
    "factor": (("desk day",), ("--asked", "no"), ("asked", False)),
    "gear": (
        ("--name", "Blue", "--kind", "shoe", "--start-km", "120", "--drop", "8"),
        ("--name", "Blue 2"),
        ("name", "Blue 2"),
    ),
    "impact": (("--place", "low_back", "--running", "1"), ("--training", "2"), None),
}


def plain(shown: dict[str, object]) -> dict[str, object]:
    """Return a record as it is on file, without what was counted of its use."""
    return {name: value for name, value in shown.items() if name != "use"}


def listed(say: Command, kind: str) -> list[dict[str, object]]:
    return list(map(plain, say(kind, "list", "--json").json))


@pytest.mark.parametrize("kind", ADDED)
def test_a_record_of_a_kind_is_added_listed_shown_edited_and_deleted(
    say: Command, kind: str
) -> None:
    added, changed, then = ADDED[kind]
    record = say(kind, "add", *added, "--json").json
    key = record["id"][-8:]
    assert listed(say, kind) == [record]
    assert key in say(kind, "list").out
    assert plain(say(kind, "show", key, "--json").json) == record
    assert record["id"] in say(kind, "show", key).out

    edited = say(kind, "edit", key, *changed, "--json").json
    assert edited != record
    assert edited["id"] == record["id"]
    if then is not None:
        assert edited[then[0]] == then[1]
    assert listed(say, kind) == [edited]

    assert say(kind, "delete", key, "--json").json == edited
    assert listed(say, kind) == []
    say("undo")
    assert listed(say, kind) == [edited]
    say("undo")
    assert listed(say, kind) == [record]


def test_every_kind_is_covered_here() -> None:
    assert {*ADDED, "run", "checkin", "session"} == {*KINDS}


def test_what_is_not_named_in_an_edit_stays(say: Command) -> None:
    say("visit", "add", "--by", "physio", "--day", "yesterday", "--note", "two\nlines")
    before = say("visit", "list", "--json").json[0]
    after = say("visit", "edit", before["id"], "--by", "other", "--json").json
    assert after == {**before, "by": "other"}
    assert say("visit", "edit", before["id"], "--note", "", "--json").json["note"] is None


def test_what_is_missing_or_wrong_is_said_at_its_option_and_nothing_is_saved(say: Command) -> None:
    refused = say("visit", "add", "--note", "x")
    assert refused.code == 1
    assert refused.err == "Give --by: doctor, physio, chiropractor, other.\n"
    wrong = say("visit", "add", "--by", "plumber", "--json")
    assert wrong.json["error"]["field"] == "by"
    assert say("visit", "edit", "zzz", "--by", "other", "--json").json["error"]["field"] == "id"
    assert say("visit", "list", "--json").json == []


def test_an_edit_that_names_nothing_says_what_could_be_changed(say: Command) -> None:
    record = say("note", "add", "--note", "warm", "--json").json
    refused = say("note", "edit", record["id"])
    assert refused.code == 1
    assert "--day, --note" in refused.err


def test_an_empty_note_is_none(say: Command) -> None:
    refused = say("note", "add")
    assert refused.code == 1
    assert "--note" in refused.err


def test_a_score_of_a_run_takes_the_place_of_that_sites_alone(say: Command) -> None:
    run = say("run", "add", "5", "30", "--during", "low_back=2", "--during", "shin:L=1", "--json")
    after = say("run", "edit", run.json["id"], "--during", "shin:L=3", "--json").json
    assert [(each["site"], each["score"]) for each in after["during"]] == [
        ("low_back", 2),
        ("shin", 3),
    ]
    assert after["distance_m"] == run.json["distance_m"]


def test_a_check_in_is_corrected_by_what_is_named(say: Command) -> None:
    words = ("--site", "low_back=2", "--site", "shin:L=1", "--sleep", "7:30", "--note", "x")
    before = say("checkin", *words, "--json").json
    after = say("checkin", "edit", before["id"], "--site", "shin:L=3", "--json").json
    scores = [(each["site"], each["score"]) for each in after["scores"]]
    assert scores == [("low_back", 2), ("shin", 3)]
    assert {**after, "scores": None} == {**before, "scores": None}
    assert "Low back 2" in say("checkin", "list").out
    assert say("checkin", "delete", before["id"], "--json").json == after
    assert say("checkin", "list", "--json").json == []


def test_r_red_41_a_check_in_with_an_alarm_sign_is_not_deleted(say: Command) -> None:
    record = say("checkin", "--flag", "saddle_numb", "--json").json
    refused = say("checkin", "delete", record["id"])
    assert refused.code == 1
    assert "alarm sign" in refused.err
    edited = say("checkin", "edit", record["id"], "--note", "x", "--json").json
    assert edited["answers"] == record["answers"]
    assert say("checkin", "list", "--json").json == [edited]


def test_a_check_in_and_a_session_are_added_by_their_kinds_too(say: Command) -> None:
    check_in = say("checkin", "add", "--site", "low_back=2", "--sleep", "7:30", "--json").json
    assert check_in["scores"][0]["score"] == 2
    assert say("checkin", "list", "--json").json == [check_in]
    session = say("session", "add", "pre_run", "--pain-before", "1", "--json").json
    assert (session["routine"], session["pain_before"]) == ("pre_run", 1)
    refused = say("session", "add", "pre_run", "--pain-after", "11", "--json")
    assert refused.json["error"]["field"] == "pain_after"


def test_own_factors_are_asked_by_name_and_what_is_not_said_is_no_answer(say: Command) -> None:
    factor = say("factor", "add", "desk day", "--json").json
    say("factor", "add", "new bed")
    check_in = say("checkin", "--site", "low_back=2", "--factor", "Desk day=yes", "--json").json
    assert check_in["factors"] == [{"factor": factor["id"], "yes": True}]
    edited = say("checkin", "edit", check_in["id"], "--factor", "desk day=no", "--json").json
    assert edited["factors"] == [{"factor": factor["id"], "yes": False}]
    assert say("checkin", "show", check_in["id"]).out.count("desk day=no") == 1
    say("factor", "edit", factor["id"], "--name", "office day")
    assert "office day=no" in say("checkin", "show", check_in["id"]).out


def test_an_own_factor_that_is_not_known_is_refused_and_there_are_five_at_most(
    say: Command,
) -> None:
    refused = say("checkin", "--site", "low_back=2", "--factor", "desk day=yes")
    assert refused.code == 1
    assert "factor add" in refused.err
    for name in ("a", "b", "c", "d", "e"):
        say("factor", "add", name)
    assert say("checkin", "--factor", "a=maybe", "--json").json["error"]["field"] == "factors"
    assert "5 are asked already" in say("factor", "add", "f").err
    assert "on file already" in say("factor", "add", "A").err
    key = say("factor", "list", "--json").json[0]["id"]
    say("factor", "edit", key, "--asked", "no")
    assert say("factor", "add", "f").code == 0


def test_an_article_fits_its_word(say: Command) -> None:
    assert "Add an episode." in say("episode", "--help").out
    assert "Add a visit." in say("visit", "--help").out


def test_a_session_is_corrected_and_its_steps_stay(say: Command) -> None:
    before = say("stretch", "log", "pre_run", "--json").json
    after = say("session", "edit", before["id"], "--pain-after", "3", "--json").json
    assert after == {**before, "pain_after": 3}
    assert say("session", "list", "--json").json == [after]
    say("session", "delete", before["id"])
    assert say("session", "list", "--json").json == []


def test_a_weekly_check_that_is_corrected_later_stays_in_its_week(say: Command) -> None:
    check = say("impact", "add", "--place", "low_back", "--running", "1", "--json").json
    later = "2026-12-08T08:00+01:00"
    edited = say("impact", "edit", check["id"], "--running", "2", "--json", now=later).json
    assert edited["day"] == check["day"]
    assert edited["options"][0] == 2
