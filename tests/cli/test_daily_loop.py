"""The daily loop through the command line, and the JSON that other programs rely on."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Said
from tracker.cli.json_output import record_json

GPX = """<gpx xmlns="http://www.topografix.com/GPX/1/1" creator="test"><trk>
<type>running</type><trkseg>
<trkpt lat="52.0" lon="4.0"><time>2026-11-20T17:00:00Z</time></trkpt>
<trkpt lat="52.01" lon="4.0"><time>2026-11-20T17:06:00Z</time></trkpt>
<trkpt lat="52.02" lon="4.0"><time>2026-11-20T17:12:00Z</time></trkpt>
</trkseg></trk></gpx>"""


def test_a_check_in_with_three_sites_is_all_there_afterwards(say: Command) -> None:
    answer = say(
        *("checkin", "--site", "low_back=3", "--site", "shin:L=0", "--site", "achilles:R=2"),
        *("--night", "moving", "--stiff", "20", "--sleep", "7,5", "--sleep-quality", "4"),
        *("--fatigue", "3", "--painkiller", "--note", "first", "--json"),
    )
    record = answer.json
    assert answer.code == 0
    assert [(item["site"], item["side"], item["score"]) for item in record["scores"]] == [
        ("low_back", "C", 3),
        ("shin", "L", 0),
        ("achilles", "R", 2),
    ]
    assert record["night"] == "moving"
    assert record["stiff_min"] == 20
    assert record["sleep_h"] == 7.5
    assert record["painkiller"] is True
    assert record["limp"] is False
    assert record["sitting_h"] is None
    assert record["day"] == "2026-11-23"
    assert record["at"] == "2026-11-23T07:12:00+01:00"
    days = say("trend", "--range", "2d", "--json").json["days"]
    assert days[0] == {
        "date": "2026-11-22",
        "scores": {},
        "max": None,
        "mean7": None,
        "n7": 0,
        "run_m": 0,
    }
    assert days[1]["scores"] == {"low_back": 3, "shin:L": 0, "achilles:R": 2}


def test_where_exactly_it_hurts_is_said_by_part_or_by_the_site_s_own_word(say: Command) -> None:
    scores = say(
        *("checkin", "--site", "achilles:R=2", "--site", "IT band:L=3", "--site", "shin:L=1"),
        *("--part", "achilles:R=heel", "--part", "shin:L=inner_edge", "--json"),
    ).json["scores"]
    assert [item["part"] for item in scores] == ["heel end", "outer", "inner edge"]


def test_a_run_typed_with_a_comma_is_5200_metres_and_1880_seconds(say: Command) -> None:
    added = say(
        *("run", "add", "5,2", "31:20", "--before", "low_back=2", "--during", "low_back=3"),
        *("--rpe", "3", "--surface", "trail", "--gear", "Blue", "--gear", "belt", "--json"),
    )
    assert added.code == 0
    runs = say("run", "list", "--json").json
    assert [run["id"] for run in runs] == [added.json["id"]]
    assert runs[0]["distance_m"] == 5200
    assert runs[0]["duration_s"] == 1880
    assert runs[0]["gear"] == ["Blue", "belt"]
    assert runs[0]["pain"] == {
        "before": [{"site": "low_back", "side": "C", "score": 2}],
        "during": [{"site": "low_back", "side": "C", "score": 3}],
        "after": [],
    }
    assert runs[0]["response"] == "UNKNOWN"
    assert runs[0]["outcome"] == "COMPLETED"
    assert runs[0]["source"] is None
    assert runs[0]["note"] is None
    assert set(runs[0]) == {
        *("id", "start", "day", "kind", "distance_m", "duration_s", "moving_s", "rpe", "surface"),
        *(
            "gear",
            "gear_ids",
            "pain",
            "outcome",
            "response",
            "response_site",
            "response_base",
            "response_am",
        ),
        *("ascent_m", "avg_hr", "source", "note"),
    }
    assert say("run", "show", added.json["id"], "--json").json == runs[0]


def test_the_next_morning_judges_the_run(say: Command) -> None:
    say("run", "add", "5", "31", "--before", "low_back=1", "--during", "low_back=2")
    say("checkin", "--site", "low_back=3", now="2026-11-24T07:00+01:00")
    run = say("run", "list", "--json", now="2026-11-24T07:00+01:00").json[0]
    assert run["response"] == "RED"
    assert (run["response_site"], run["response_am"]) == ("low_back", 3)
    assert run["response_base"] == 1.0
    listed = say("run", "list", now="2026-11-24T07:00+01:00").out
    assert "red · Low back 1.0 → 3" in listed
    shown = say("run", "show", run["id"], now="2026-11-24T07:00+01:00").out
    assert "That was too much for now. (Low back 1.0 → 3)" in shown


def test_a_fresh_run_waits_for_tomorrows_score(say: Command) -> None:
    say("run", "add", "5", "31", "--before", "low_back=1")
    assert "waits for tomorrow's score" in say("run", "list").out
    run = say("run", "list", "--json").json[0]
    assert [run[key] for key in ("response_base", "response_am")] == [1.0, None]


def test_the_days_reasons_name_the_site_and_its_numbers(say: Command) -> None:
    say("screen", text="y\nn\nn\nn\nn\nn\nn\n")
    for day in range(17, 23):
        say("checkin", "--site", "low_back=1", now=f"2026-11-{day}T07:00+01:00")
    say("run", "add", "5", "31", "--before", "low_back=1", now="2026-11-22T18:00+01:00")
    say("checkin", "--site", "low_back=3", now="2026-11-23T07:00+01:00")
    [text] = [line["text"] for line in say("today", "--json").json["because"]
              if line["rule"] == "R-RDY-22"]  # fmt: skip
    assert text == "Yesterday's run was too much (Low back 1.0 → 3)"


def test_a_run_of_yesterday_asks_for_this_mornings_score(say: Command) -> None:
    run = say("run", "add", "5", "31", "--before", "low_back=1", "--json").json["id"]
    listed = say("run", "list", now="2026-11-24T07:00+01:00").out
    assert "score this morning" in listed
    assert "unknown" not in listed
    shown = say("run", "show", run, now="2026-11-24T07:00+01:00").out
    assert "Score this morning to finish yesterday's run." in shown
    assert "no score that day" not in shown
    assert "unknown" in say("run", "list", now="2026-11-25T07:00+01:00").out
    say("checkin", "--site", "low_back=3", now="2026-11-25T07:00+01:00")
    late = say("run", "list", now="2026-11-25T08:00+01:00").out
    assert "red · Low back 1.0 → 3, second morning" in late


def test_a_limp_is_told_with_the_site_and_its_numbers(say: Command) -> None:
    say("run", "add", "5", "31", "--before", "low_back=3")
    say("checkin", "--site", "low_back=5", "--limp", now="2026-11-24T07:00+01:00")
    listed = say("run", "list", now="2026-11-24T07:00+01:00").out
    assert "red · Low back 3.0 → 5, limp" in listed


def test_a_deleted_run_comes_back_with_undo(say: Command) -> None:
    run_id = say("run", "add", "5", "31", "--json").json["id"]
    assert say("run", "delete", run_id[-6:]).code == 0
    assert say("run", "list", "--json").json == []
    assert say("undo").code == 0
    assert [run["id"] for run in say("run", "list", "--json").json] == [run_id]


def test_undo_says_what_and_of_which_day_and_redo_does_it_again(say: Command) -> None:
    say("run", "add", "5", "31", "--at", "yesterday 18:00")
    assert say("undo").out == (
        "Undone: the run of 5.0 km, Sun 22 Nov 2026. `backstride redo` does it again.\n"
    )
    assert say("run", "list", "--json").json == []
    assert say("redo").out == (
        "Done again: the run of 5.0 km, Sun 22 Nov 2026. `backstride undo` takes it back.\n"
    )
    assert len(say("run", "list", "--json").json) == 1
    nothing = say("redo")
    assert (nothing.code, nothing.err) == (1, "There is nothing to do again.\n")


def test_a_routine_with_one_skip(say: Command) -> None:
    record = say("stretch", "log", "pre_run", "--skip", "p6", "--json").json
    marks = {mark["step"]: mark["state"] for mark in record["marks"]}
    assert marks["P6"] == "skipped"
    assert marks["P1"] == "done"
    assert len(marks) == 11


def test_the_routines_as_json(say: Command) -> None:
    listed = say("stretch", "list", "--json").json
    assert [(item["id"], item["seconds"], item["steps"]) for item in listed] == [
        ("pre_run", 540, 11),
        ("post_run", 960, 9),
        ("post_run_short", 270, 5),
        ("rest_day", 772, 11),
        ("mid_run", 230, 6),
        ("strength", 655, 9),
    ]
    shown = say("stretch", "show", "rest_day", "--json").json
    assert shown["steps"][2]["skip_if"] == ["flexion_hurts"]
    assert sum(step["est_s"] for step in shown["steps"]) == shown["seconds"]


def test_todays_verdict_as_json(say: Command) -> None:
    verdict = say("today", "--planned", "8km", "--json").json
    assert verdict == {
        "date": "2026-11-23",
        "outcome": "NEEDS_SCREEN",
        "level": None,
        "cap_km": 0.0,
        "rules": ["R-RDY-00a"],
        "flags": [],
        "because": verdict["because"],
        "remarks": [],
    }
    assert [line["rule"] for line in verdict["because"]] == verdict["rules"]


def test_a_ticked_emergency_outranks_the_missing_screening(say: Command) -> None:
    say("checkin", "--site", "low_back=1", "--flag", "saddle_numb")
    verdict = say("today", "--json").json
    assert (verdict["outcome"], verdict["level"]) == ("SEEK_CARE", "EMERGENCY")
    assert verdict["flags"] == ["R-RED-01"]
    assert "your local emergency number" in say("today").out.replace("\n", " ")


def test_nothing_stands_beside_an_emergency_r_red_40(say: Command) -> None:
    said = say("checkin", "--site", "low_back=1", "--flag", "saddle_numb", "--flag", "weight_loss")
    assert said.out.startswith("SEEK CARE  EMERGENCY\n")
    assert "Stop here." in said.out
    assert "R-RED-01" in said.out
    for beside in ("Saved", "undo", "R-RDY", "R-RED-15", "know your body", "full list", "rules"):
        assert beside not in said.out + said.err
    assert say("today").out == said.out
    assert say("status").out == "SEEK CARE · EMERGENCY\n"


def test_an_emergencys_json_names_no_reason_beside_it_r_red_40(say: Command) -> None:
    say("screen", text="y\nn\nn\nn\nn\nn\nn\n")
    said = ("--site", "low_back=7", "--flag", "saddle_numb", "--flag", "weight_loss")
    say("checkin", *said, "--quality", "numb", "--spread", "below_knee", "--none-of-these")
    verdict = say("today", "--json").json
    assert [line["rule"] for line in verdict["because"]] == ["R-RDY-01"]
    assert verdict["remarks"] == []
    assert {"R-RDY-01", "R-RDY-10", "R-RDY-39"} <= set(verdict["rules"])


def test_what_is_said_beside_a_verdict_is_in_its_json_r_red_41(say: Command) -> None:
    said = ("--site", "low_back=1", "--quality", "numb", "--spread", "below_knee")
    say("checkin", *said, "--none-of-these")
    [remark] = say("today", "--json").json["remarks"]
    assert remark.startswith("You ticked none of these")


@pytest.mark.parametrize("key", ["reds_3", "lingers", "time_loss"])
def test_what_the_diary_counts_cannot_be_ticked(say: Command, key: str) -> None:
    said = say("checkin", "--site", "low_back=1", "--flag", key)
    assert said.code != 0
    assert (
        said.err == f'"{key}" can\'t be ticked: it follows from the scores and runs that you log.\n'
    )
    unknown = say("checkin", "--flag", "nonsense").err
    assert "rules list --area RED" in unknown
    keys = say("rules", "list", "--area", "RED").out
    assert "--flag inflammatory" in keys
    assert f"--flag {key}" not in keys
    assert say("checkin", "list", "--json").json == []


def test_a_site_given_twice_is_refused(say: Command) -> None:
    said = say("checkin", "--site", "low_back=1", "--site", "low_back=4")
    assert said.code != 0
    assert "given twice" in said.err
    assert "given twice" in say("run", "add", "5", "31", *("--before", "low_back=1") * 2).err


def test_nothing_undercuts_an_urgent_sign_r_txt_02(say: Command) -> None:
    said = say("checkin", "--site", "low_back=1", "--flag", "weight_loss")
    assert "No running." in said.out
    assert "R-RED-15" in said.out
    assert "know your body" not in said.out


def test_the_same_scores_again_copy_neither_night_nor_flags(say: Command) -> None:
    say("checkin", "--site", "low_back=3", "--site", "shin:L=1", "--night", "wakes", "--limp")
    record = say(
        *("checkin", "--same", "--site", "shin:L=2", "--json"), now="2026-11-24T07:00+01:00"
    ).json
    assert [(item["site"], item["score"]) for item in record["scores"]] == [
        ("low_back", 3),
        ("shin", 2),
    ]
    assert record["night"] is None
    assert record["limp"] is False


def test_the_same_scores_again_keep_how_the_pain_feels(say: Command) -> None:
    felt = ("--quality", "numb", "--spread", "below_knee")
    say("checkin", "--site", "low_back=2", *felt, "--none-of-these")
    later = {"now": "2026-11-24T07:00+01:00"}
    record = say("checkin", "--same", "--json", **later).json
    assert (record["quality"], record["spread"]) == (["numb"], "below_knee")
    assert say("today", "--json", **later).json["flags"] == ["R-RED-24"]
    typed = ("--quality", "ache", "--spread", "stays")
    record = say("checkin", "--same", *typed, "--json", **later).json
    assert (record["quality"], record["spread"]) == (["ache"], "stays")


def test_a_sentence_in_the_advice_is_not_said_again(say: Command) -> None:
    say("screen", text="y\nn\nn\nn\nn\nn\nn\n")
    for day in range(10, 23):
        say("checkin", "--site", "low_back=1", now=f"2026-11-{day}T07:00+01:00")
    for day in (13, 16, 19, 22):
        run = ("run", "add", "5", "31", "--before", "low_back=1", "--during", "low_back=3")
        say(*run, now=f"2026-11-{day}T18:00+01:00")
    say("checkin", "--site", "low_back=1", now="2026-11-23T07:00+01:00")
    said = " ".join(say("today", "--planned", "5.3km", now="2026-11-23T08:00+01:00").out.split())
    assert said.startswith("GO")
    assert said.count("it had settled by morning") == 1
    assert "R-RDY-32s" in said


def test_a_check_in_for_yesterday(say: Command) -> None:
    record = say("checkin", "--site", "low_back=3", "--date", "yesterday", "--json").json
    assert record["day"] == "2026-11-22"


def test_before_four_in_the_morning_it_is_still_yesterday(say: Command) -> None:
    record = say("checkin", "--site", "low_back=3", "--json", now="2026-11-24T03:59+01:00").json
    assert record["day"] == "2026-11-23"


def test_status_is_one_line(say: Command) -> None:
    line = say("status").out
    assert line.startswith("NEEDS SCREEN")
    assert line.count("\n") == 1
    assert set(say("status", "--json").json) == {"line", "outcome", "cap_km", "due"}


def test_an_import_adds_once(say: Command, tmp_path: Path, diary_file: Path) -> None:
    path = tmp_path / "run.gpx"
    path.write_text(GPX, encoding="utf-8")
    dry = say("import", str(path), "--dry-run", "--json").json
    assert dry[0]["status"] == "added"
    assert not diary_file.exists()
    first = say("import", str(path), "--json").json[0]
    assert first["status"] == "added"
    assert first["record"]["duration_s"] == 720
    assert first["record"]["distance_m"] == pytest.approx(2224, rel=0.01)
    again = say("import", str(path), "--json").json[0]
    assert again["status"] == "duplicate"
    assert len(say("run", "list", "--json").json) == 1


def test_rules_check_prints_results_in_order(say: Command, tmp_path: Path) -> None:
    cases = [
        {"fn": "session", "input": {"pre": 1, "dur": 2, "post60": 1, "am": 2}},
        {"fn": "spike", "input": {"longest30_km": 10.0, "planned_km": [11.0, 11.1]}},
    ]
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(cases), encoding="utf-8")
    assert say("rules", "check", str(path)).json == ["AMBER_LINGER", ["REFERENCE", "SMALL"]]
    assert say("rules", "check", "-", text=json.dumps(cases[0])).json == ["AMBER_LINGER"]


def test_rules_check_names_the_case_that_is_wrong(say: Command) -> None:
    bad = json.dumps([{"fn": "session", "input": {"pre": 11}}])
    answer = say("rules", "check", "-", text=bad)
    assert answer.code == 1
    assert answer.err.startswith("Case 1 of 1:")


def test_a_rule_shows_its_source(say: Command) -> None:
    shown = say("rules", "show", "r-load-04").out
    assert "R-LOAD-04" in shown
    assert "F26" in shown
    assert "https://" in shown


def test_only_records_have_a_json_form() -> None:
    with pytest.raises(TypeError):
        record_json("not a record")


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-23T19:00+01:00", "It waits for tomorrow's score."),
        ("2026-11-24T07:00+01:00", "Score this morning to finish yesterday's run."),
        ("2026-11-27T07:00+01:00", "Unknown: a score is missing for it."),
    ],
)
def test_r_pain_07_an_unknown_response_says_what_it_waits_for(
    say: Command, now: str, words: str
) -> None:
    run = say(
        "run", "add", "5", "30", "--at", "2026-11-23 07:00", "--during", "low_back=2", "--json"
    ).json
    assert words in say("run", "show", run["id"], now=now).out


def test_dates_are_read_in_one_way_in_every_option(say: Command, diary_file: Path) -> None:
    say("run", "add", "5", "31", "--at", "24 dec 18:10")
    assert say("run", "list", "--json").json[0]["start"].startswith("2025-12-24T18:10")
    say("checkin", "--site", "low_back=2", "--date", "24 dec")
    say("stretch", "log", "pre_run", "--at", "24 dec 18:10")
    american = json.loads(diary_file.read_text())
    assert [item["day"] for item in american["checkins"].values()] == ["2025-12-24"]
    american["settings"] = {"settings": {"id": "settings", "day_first": False, "setup_step": None}}
    diary_file.write_text(json.dumps(american))
    say("run", "add", "6", "40", "--at", "3/11 18:10")
    assert say("run", "list", "--json").json[0]["start"].startswith("2026-03-11T18:10")
    checked = say("checkin", "--site", "low_back=2", "--date", "3/11", "--json")
    assert checked.json["day"] == "2026-03-11"


def test_a_run_after_midnight_shows_its_own_date_and_the_day_that_it_counts_to(
    say: Command,
) -> None:
    night = "2026-11-19T01:20+01:00"
    saved = say("run", "add", "5", "31", "--at", "0:30", now=night)
    assert "on Thu 19 Nov 2026, counts to Wed 18 Nov." in saved.out
    (run,) = say("run", "list", "--json", now=night).json
    assert run["day"] == "2026-11-18"
    shown = say("run", "show", run["id"], now=night).out
    assert "start    Thu 19 Nov 2026 00:30, counts to Wed 18 Nov\n" in shown
    assert "Thu 19 Nov 2026" in say("run", "list", now=night).out


def test_a_second_check_in_says_whether_it_corrected_or_was_added(say: Command) -> None:
    def at(clock: str, *words: str) -> Said:
        return say("checkin", *words, now=f"2026-11-23T{clock}+01:00")

    none = at("06:50", "--site", "low_back=2", "--correct")
    assert (none.code, "no check-in of Mon 23 Nov 2026 to correct" in none.err) == (1, True)
    assert "Saved for Mon 23 Nov 2026" in at("06:50", "--site", "low_back=2", "--limp").out
    corrected = at("07:01", "--site", "low_back=3", "--sleep", "7").out
    assert "Corrected the check-in of 06:50 for Mon 23 Nov 2026: Low back 3" in corrected
    added = at("14:10", "--site", "low_back=7").out
    assert "Added a later check-in, beside that of 06:50" in added
    assert "Low back: first 3, latest 7 at 14:10." in added
    assert "Corrected the check-in of 14:10" in at("18:00", "--site", "low_back=6", "--correct").out
    assert "Added a later check-in" in at("18:01", "--site", "low_back=5", "--later").out
    records = say("checkin", "list", "--json").json
    assert [each["scores"][0]["score"] for each in records] == [5, 6, 3]
    assert (records[-1]["limp"], records[-1]["sleep_h"]) == (True, 7.0)
    table = say("trend", "--range", "2d", "--table", now="2026-11-23T18:02+01:00").out
    assert "first 3, latest 5 at 18:01" in " ".join(table.split())
