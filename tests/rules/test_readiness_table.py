"""Every row of the table of section 4.3: where it fires, where it just does not."""

# ruff: noqa: E501  (a row of a table stays one line)

from typing import Any

import pytest

from tracker.domain.problem import Problem
from tracker.domain.screening import Screen
from tracker.domain.site import PainSite, Side, Site
from tracker.rules.readiness import readiness
from tracker.rules.readiness_input import ReadinessInput, SiteToday
from tracker.rules.what_if import check_case

CALM: dict[str, Any] = {
    "screen": "clear",
    "answers": {"night": "none"},
    "sites": [{"site": "low_back", "side": "C", "now": 0, "usual": 0}],
    "longest30_km": 10.0,
}


def verdict(**changes: object) -> dict[str, Any]:
    result = check_case({"fn": "readiness", "input": {**CALM, **changes}})
    assert isinstance(result, dict), result
    return result


def site(now: int | None, usual: float | None = None, **more: object) -> dict[str, Any]:
    return {"site": "low_back", "side": "C", "now": now, "usual": usual, **more}


def last(days_ago: int, response: str = "GREEN", outcome: str = "COMPLETED") -> dict[str, Any]:
    return {"days_ago": days_ago, "response": response, "outcome": outcome}


def bone(place: str, **when: bool | str) -> dict[str, Any]:
    return {"bone_focal": {"site": place, **when}}


# what it shows, the change to a calm day, outcome, level, cap in km, rules, flags
ROWS: list[tuple[str, dict[str, Any], str, str | None, float | None, str, str]] = [
    ("R-RDY-50 nothing fires", {}, "GO", None, 11.0, "50", ""),
    ("R-RDY-00a missing", {"screen": "missing"}, "NEEDS_SCREEN", None, 0.0, "00a", ""),
    ("R-RDY-00a left out", {"screen": None}, "NEEDS_SCREEN", None, 0.0, "00a", ""),
    (
        "R-RDY-00a hides the other rows and shows advice flags",
        {"screen": "missing", "sites": [site(7)], "answers": {"tingle_one_leg": True}},
        "NEEDS_SCREEN", None, 0.0, "00a", "24",
    ),
    ("R-RDY-00a before 00b", {"screen": "missing", "sites": []}, "NEEDS_SCREEN", None, 0.0, "00a", ""),
    ("R-RDY-00b no sites", {"sites": []}, "NEEDS_INPUT", None, 0.0, "00b", ""),
    ("R-RDY-00b left out", {"sites": None}, "NEEDS_INPUT", None, 0.0, "00b", ""),
    ("R-RDY-00b site without score", {"sites": [site(None, 2)]}, "NEEDS_INPUT", None, 0.0, "00b", ""),
    ("R-RDY-00b limp does not replace a score", {"sites": [], "limp": True}, "NEEDS_INPUT", None, 0.0, "00b", ""),
    (
        "R-RDY-00b a site without a score counts as none",
        {"sites": [site(None, 2), {"site": "knee", "side": "L", "now": 0}]},
        "GO", None, 11.0, "50", "",
    ),
    ("R-RDY-00a an unknown word", {"screen": "fine"}, "NEEDS_SCREEN", None, 0.0, "00a", ""),
    ("R-RDY-00d", {"list_due": True}, "NEEDS_INPUT", None, 0.0, "00d", ""),
    ("R-RDY-00d before 00b", {"list_due": True, "sites": []}, "NEEDS_INPUT", None, 0.0, "00d", ""),
    ("R-RDY-00a before 00d", {"list_due": True, "screen": None}, "NEEDS_SCREEN", None, 0.0, "00a", ""),
    ("R-RDY-00c before 00d", {"list_due": True, "screen": "diary_only"}, "DIARY_ONLY", None, 0.0, "00c", ""),
    (
        "R-RDY-00d alone, with the active flags beside it",
        {"list_due": True, "limp": True, "sites": [site(7, 1)], "answers": {"tingle_one_leg": True, "night": "wakes"}},
        "NEEDS_INPUT", None, 0.0, "00d", "21a 24",
    ),
    ("R-RDY-04 before 00d", {"list_due": True, "screen": "clearance_needed"}, "SEEK_CARE", "CLINICIAN", 0.0, "04", ""),
    ("R-RDY-00b also without a longest run", {"sites": [], "longest30_km": None}, "NEEDS_INPUT", None, 0.0, "00b", ""),
    ("R-RDY-00c", {"screen": "diary_only"}, "DIARY_ONLY", None, 0.0, "00c", ""),
    ("R-RDY-00c before 00b", {"screen": "diary_only", "sites": []}, "DIARY_ONLY", None, 0.0, "00c", ""),
    (
        "R-RDY-00c shows advice flags",
        {"screen": "diary_only", "answers": {"lingers": True, "age_first_back": True}},
        "DIARY_ONLY", None, 0.0, "00c", "25 29",
    ),
    (
        "R-RDY-01 overrides diary_only",
        {"screen": "diary_only", "answers": {"collapse": True}},
        "SEEK_CARE", "EMERGENCY", 0.0, "01", "08",
    ),
    (
        "R-RDY-01 works with nothing else known",
        {"screen": None, "sites": None, "longest30_km": None, "answers": {"both_legs": True}},
        "SEEK_CARE", "EMERGENCY", 0.0, "01 39", "05",
    ),
    (
        "R-RDY-01 and no lower flag row",
        {"answers": {"saddle_numb": True, "calf_swelling": True, "upper_back": True}},
        "SEEK_CARE", "EMERGENCY", 0.0, "01", "01 11 32",
    ),
    (
        "R-RDY-02 and not 03",
        {"answers": {"weight_loss": True, "immune_risk": True}},
        "SEEK_CARE", "URGENT", 0.0, "02", "15 30",
    ),
    (
        "R-RDY-02 beside all other fired rows",
        {"answers": {"fever_with_pain": True}, "ill": True, "sites": [site(4, 4)]},
        "SEEK_CARE", "URGENT", 0.0, "02 12 20", "14",
    ),
    ("R-RDY-03", {"answers": {"upper_back": True}}, "SEEK_CARE", "CLINICIAN", 0.0, "03", "32"),
    (
        "R-RDY-03 overrides missing screening and score",
        {"screen": "missing", "sites": [], "answers": {"severe_two_days": True}},
        "SEEK_CARE", "CLINICIAN", 0.0, "03", "31",
    ),
    ("R-RDY-04", {"screen": "clearance_needed"}, "SEEK_CARE", "CLINICIAN", 0.0, "04", ""),
    ("R-RDY-04 without a score", {"screen": "clearance_needed", "sites": []}, "SEEK_CARE", "CLINICIAN", 0.0, "04", ""),
    (
        "R-RDY-04 under a higher level",
        {"screen": "clearance_needed", "answers": {"bowel_change": True}},
        "SEEK_CARE", "EMERGENCY", 0.0, "01 04", "03",
    ),
    (
        "R-RDY-04 with an advice flag stays CLINICIAN",
        {"screen": "clearance_needed", "answers": {"time_loss": True}},
        "SEEK_CARE", "CLINICIAN", 0.0, "04 34", "26",
    ),
    ("R-RDY-10 at 6", {"sites": [site(6, 6)]}, "REST", None, 0.0, "10", ""),
    ("R-RDY-10 cleared or not", {"sites": [site(6, 6, cleared_with_pain=True)]}, "REST", None, 0.0, "10", ""),
    ("R-RDY-10 with 21", {"sites": [site(7, 5)]}, "REST", None, 0.0, "10 21", ""),
    ("R-RDY-10 with 31", {"sites": [site(7, 5.5)]}, "REST", None, 0.0, "10 31", ""),
    ("R-RDY-10 and one above", {"sites": [site(7, 6)]}, "REST", None, 0.0, "10", ""),
    ("R-RDY-10 steady or not", {"sites": [site(6, 6, steady=True)]}, "REST", None, 0.0, "10", ""),
    ("R-RDY-11 limp", {"limp": True}, "REST", None, 0.0, "11", ""),
    ("R-RDY-12 ill", {"ill": True}, "REST", None, 0.0, "12", ""),
    ("R-RDY-12 cap 0 without a longest run", {"ill": True, "longest30_km": None}, "REST", None, 0.0, "12 39", ""),
    ("R-RDY-13 wakes", {"answers": {"night": "wakes"}}, "REST", None, 0.0, "13 34", "21a"),
    ("R-RDY-13 not moving", {"answers": {"night": "moving"}}, "GO", None, 11.0, "50", ""),
    (
        "R-RDY-13 second night: 21b",
        {"answers": {"night": "wakes", "nights_woken_7d": 2}},
        "SEEK_CARE", "CLINICIAN", 0.0, "03 13", "21b",
    ),
    (
        "R-RDY-34 one earlier night",
        {"answers": {"night": "none", "nights_woken_7d": 1}},
        "EASY", None, 10.0, "34", "21a",
    ),
    (
        "R-RDY-03 two earlier nights, last one quiet",
        {"answers": {"night": "moving", "nights_woken_7d": 2}},
        "SEEK_CARE", "CLINICIAN", 0.0, "03", "21b",
    ),
    (
        "R-RDY-02 unrelenting stands alone",
        {"answers": {"night": "unrelenting", "nights_woken_7d": 5}},
        "SEEK_CARE", "URGENT", 0.0, "02", "21c",
    ),
    ("R-RDY-14 today", {"last_run": last(0, "RED", "STOPPED_PAIN")}, "REST", None, 0.0, "14", ""),
    ("R-RDY-14 alarm yesterday", {"last_run": last(1, "RED", "STOPPED_ALARM")}, "REST", None, 0.0, "14", ""),
    ("R-RDY-22 stopped two days ago", {"last_run": last(2, "RED", "STOPPED_PAIN")}, "CROSS", None, 0.0, "22", ""),
    ("R-RDY-22 red yesterday", {"last_run": last(1, "RED")}, "CROSS", None, 0.0, "22", ""),
    ("R-RDY-22e three days ago", {"last_run": last(3, "RED")}, "EASY", None, 7.5, "22e", ""),
    ("R-RDY-22e fourteen days ago", {"last_run": last(14, "RED")}, "EASY", None, 7.5, "22e", ""),
    ("R-RDY-22e not fifteen days ago", {"last_run": last(15, "RED")}, "GO", None, 11.0, "50", ""),
    ("R-RDY-22e stopped four days ago", {"last_run": last(4, "RED", "STOPPED_PAIN")}, "EASY", None, 7.5, "22e", ""),
    ("R-RDY-14 without a response", {"last_run": {"days_ago": 1, "outcome": "STOPPED_PAIN"}}, "REST", None, 0.0, "14", ""),
    ("R-RDY-22 days not known", {"last_run": {"response": "RED"}}, "GO", None, 11.0, "50", ""),
    ("R-RDY-20 at 4", {"sites": [site(4)]}, "CROSS", None, 0.0, "20", ""),
    ("R-RDY-20 at 5", {"sites": [site(5, 5)]}, "CROSS", None, 0.0, "20", ""),
    ("R-RDY-20 cleared, more than one above", {"sites": [site(5, 3.99, cleared_with_pain=True)]}, "CROSS", None, 0.0, "20 31", ""),
    ("R-RDY-20 cleared, usual not known", {"sites": [site(4, None, cleared_with_pain=True)]}, "CROSS", None, 0.0, "20", ""),
    ("R-RDY-20 steady at 5", {"sites": [site(5, 5, steady=True)]}, "CROSS", None, 0.0, "20", ""),
    ("R-RDY-20 steady, more than one above", {"sites": [site(4, 2.99, steady=True)]}, "CROSS", None, 0.0, "20 31", ""),
    ("R-RDY-20 steady, usual not known", {"sites": [site(4, None, steady=True)]}, "CROSS", None, 0.0, "20", ""),
    ("R-RDY-20x at usual", {"sites": [site(5, 5, cleared_with_pain=True)]}, "EASY", None, 10.0, "20x", ""),
    ("R-RDY-20x one above", {"sites": [site(5, 4, cleared_with_pain=True)]}, "EASY", None, 10.0, "20x", ""),
    ("R-RDY-20x not at 3", {"sites": [site(3, 3, cleared_with_pain=True)]}, "EASY", None, 7.5, "30", ""),
    ("R-RDY-20s", {"sites": [site(4, 3, steady=True)]}, "EASY", None, 10.0, "20s", ""),
    ("R-RDY-20s below its usual", {"sites": [site(4, 6.5, steady=True)]}, "EASY", None, 10.0, "20s", ""),
    ("R-RDY-20s not beside 20x", {"sites": [site(4, 3, steady=True, cleared_with_pain=True)]}, "EASY", None, 10.0, "20x", ""),
    (
        "R-RDY-20 one site, 20x another",
        {"sites": [site(4, 4, cleared_with_pain=True), {"site": "knee", "side": "L", "now": 4, "usual": 4}]},
        "CROSS", None, 0.0, "20 20x", "",
    ),
    (
        "R-RDY-20s one site, 30 another",
        {"sites": [site(4, 4, steady=True), {"site": "knee", "side": "L", "now": 3}]},
        "EASY", None, 7.5, "20s 30", "",
    ),
    ("R-RDY-21 3 over 1", {"sites": [site(3, 1)]}, "CROSS", None, 0.0, "21 30", ""),
    ("R-RDY-21 exactly 2.00", {"sites": [site(6, 4.0)]}, "REST", None, 0.0, "10 21", ""),
    ("R-RDY-21 not at 1.99", {"sites": [site(3, 1.01)]}, "EASY", None, 7.5, "30 31", ""),
    ("R-RDY-21 not from a score of 2", {"sites": [site(2, 0)]}, "GO", None, 11.0, "50", ""),
    ("R-RDY-21 usual not known", {"sites": [site(3)]}, "EASY", None, 7.5, "30", ""),
    ("R-RDY-21 steady or not", {"sites": [site(3, 1, steady=True)]}, "CROSS", None, 0.0, "21 30", ""),
    (
        "R-RDY-21 one site, 31 another",
        {"sites": [site(4, 2), {"site": "knee", "side": "R", "now": 3, "usual": 1.5}]},
        "CROSS", None, 0.0, "20 21 30 31", "",
    ),
    ("R-RDY-23", {"answers": {"tingle_one_leg": True}}, "CROSS", None, 0.0, "23", "24"),
    (
        "R-RDY-23 and 34",
        {"answers": {"tingle_one_leg": True, "inflammatory": True}},
        "CROSS", None, 0.0, "23 34", "24 28",
    ),
    ("R-RDY-24 yesterday", {"plan": "ladder", "last_run": last(1)}, "CROSS", None, 0.0, "24", ""),
    ("R-RDY-24 not two days ago", {"plan": "ladder", "last_run": last(2)}, "GO", None, 11.0, "50", ""),
    ("R-RDY-24 not on a free plan", {"plan": "free", "last_run": last(0)}, "GO", None, 11.0, "50", ""),
    ("R-RDY-25 at 8", {"fatigue": 8}, "CROSS", None, 0.0, "25", ""),
    ("R-RDY-36 at 7", {"fatigue": 7}, "EASY", None, 10.0, "36", ""),
    ("R-RDY-36 at 6", {"fatigue": 6}, "EASY", None, 10.0, "36", ""),
    ("R-RDY-36 not at 5", {"fatigue": 5}, "GO", None, 11.0, "50", ""),
    ("R-RDY-30 and not above usual", {"sites": [site(3, 5)]}, "EASY", None, 7.5, "30", ""),
    ("R-RDY-30 and exactly one above", {"sites": [site(3, 2)]}, "EASY", None, 7.5, "30", ""),
    ("R-RDY-30 and 31", {"sites": [site(3, 1.99)]}, "EASY", None, 7.5, "30 31", ""),
    ("R-RDY-30s", {"sites": [site(3, 2.86, steady=True)]}, "EASY", None, 10.0, "30s", ""),
    ("R-RDY-30s exactly one above", {"sites": [site(3, 2, steady=True)]}, "EASY", None, 10.0, "30s", ""),
    ("R-RDY-30s not more than one above", {"sites": [site(3, 1.99, steady=True)]}, "EASY", None, 7.5, "30 31", ""),
    ("R-RDY-30s usual not known", {"sites": [site(3, None, steady=True)]}, "EASY", None, 7.5, "30", ""),
    ("R-RDY-31 not from a score of 2", {"sites": [site(2, 0.5)]}, "GO", None, 11.0, "50", ""),
    ("R-RDY-31 not at usual", {"sites": [site(2, 2)]}, "GO", None, 11.0, "50", ""),
    ("R-RDY-32 lingers", {"last_run": last(1, "AMBER_LINGER")}, "EASY", None, 7.5, "32", ""),
    ("R-RDY-32 three days ago", {"last_run": last(3, "AMBER_LINGER")}, "EASY", None, 7.5, "32", ""),
    ("R-RDY-32 not four days ago", {"last_run": last(4, "AMBER_LINGER")}, "GO", None, 11.0, "50", ""),
    ("R-RDY-32s leaves GO", {"last_run": last(3, "AMBER_SETTLED")}, "GO", None, 10.0, "32s", ""),
    ("R-RDY-32s not four days ago", {"last_run": last(4, "AMBER_SETTLED")}, "GO", None, 11.0, "50", ""),
    ("R-RDY-32s beside an easy row", {"last_run": last(1, "AMBER_SETTLED"), "week_delta": 1}, "EASY", None, 7.5, "32s 37", ""),
    ("R-RDY-33", {"last_run": last(3, "UNKNOWN")}, "EASY", None, 10.0, "33", ""),
    ("R-RDY-33 not four days ago", {"last_run": last(4, "UNKNOWN")}, "GO", None, 11.0, "50", ""),
    ("R-RDY-35 short", {"sleep_h": 5.9}, "EASY", None, 10.0, "35", ""),
    ("R-RDY-35 not at 6", {"sleep_h": 6.0}, "GO", None, 11.0, "50", ""),
    ("R-RDY-35 poor", {"sleep_h": 9, "sleep_q": 2}, "EASY", None, 10.0, "35", ""),
    ("R-RDY-35 not at quality 3", {"sleep_q": 3}, "GO", None, 11.0, "50", ""),
    ("R-RDY-37 at 1.0", {"week_delta": 1.0}, "EASY", None, 7.5, "37", ""),
    ("R-RDY-37 not at 0.99", {"week_delta": 0.99}, "GO", None, 11.0, "50", ""),
    ("R-RDY-37 hundredths, halves up", {"week_delta": 0.995}, "EASY", None, 7.5, "37", ""),
    ("R-RDY-37 not at 0.994", {"week_delta": 0.994}, "GO", None, 11.0, "50", ""),
    ("R-RDY-38 exactly 110 %", {"planned_km": 11.0}, "GO", None, 11.0, "50", ""),
    ("R-RDY-38 a metre more", {"planned_km": 11.001}, "EASY", None, 11.0, "38", ""),
    ("R-RDY-38 from 3 km", {"planned_km": 3.4, "longest30_km": 3.0}, "EASY", None, 3.3, "38", ""),
    ("R-RDY-38 below 3 km the ladder governs", {"planned_km": 9, "longest30_km": 2.999}, "GO", None, 3.2, "50", ""),
    ("R-RDY-38 the smaller factor wins", {"planned_km": 12, "fatigue": 6}, "EASY", None, 10.0, "36 38", ""),
    ("R-RDY-38 by the longest, capped by the settled", {"planned_km": 12, "settled30_km": 8}, "EASY", None, 8.8, "38", ""),
    ("R-RDY-39 no run", {"longest30_km": None}, "EASY", None, None, "39", ""),
    ("R-RDY-39 with a plan", {"longest30_km": None, "planned_km": 3}, "EASY", None, None, "39", ""),
    ("R-RDY-39 with a factor", {"longest30_km": None, "fatigue": 6}, "EASY", None, None, "36 39", ""),
    ("R-RDY-39 and not 39b", {"longest30_km": None, "runs_30d": 1}, "EASY", None, None, "39", ""),
    ("R-RDY-39 whatever settled", {"longest30_km": None, "settled30_km": 5, "too_much_km": 4}, "EASY", None, None, "39 42", ""),
    ("R-RDY-39b one run", {"runs_30d": 1}, "EASY", None, 10.0, "39b", ""),
    ("R-RDY-39b two runs", {"runs_30d": 2}, "EASY", None, 10.0, "39b", ""),
    ("R-RDY-39b not three", {"runs_30d": 3}, "GO", None, 11.0, "50", ""),
    ("R-RDY-40", {"run_days_in_row": 3, "sites": [site(2, 0)]}, "EASY", None, 7.5, "40", ""),
    ("R-RDY-40 usual at 1.00", {"run_days_in_row": 3, "sites": [site(1, 1)]}, "EASY", None, 7.5, "40", ""),
    ("R-RDY-40 usual not known", {"run_days_in_row": 3, "sites": [site(0)]}, "EASY", None, 7.5, "40", ""),
    (
        "R-RDY-40 every site counts",
        {"run_days_in_row": 5, "sites": [site(0, 0), {"site": "knee", "side": "L", "now": 2, "usual": 0.5}]},
        "EASY", None, 7.5, "40", "",
    ),
    ("R-RDY-40n", {"run_days_in_row": 3, "sites": [site(1, 0.99)]}, "GO", None, 10.0, "40n", ""),
    ("R-RDY-40 not at 2", {"run_days_in_row": 2}, "GO", None, 11.0, "50", ""),
    ("R-RDY-41", {"screen": "moderate_only"}, "EASY", None, 11.0, "41", ""),
    ("R-RDY-41 without a score", {"screen": "moderate_only", "sites": []}, "NEEDS_INPUT", None, 0.0, "00b", ""),
    ("R-RDY-42", {"too_much_km": 8.0}, "GO", None, 7.2, "42", ""),
    ("R-RDY-42 the share is smaller", {"too_much_km": 9.0, "settled30_km": 7.0}, "GO", None, 7.7, "42", ""),
    ("R-RDY-42 each step rounded down", {"too_much_km": 5.555}, "GO", None, 4.9, "42", ""),
    ("R-RDY-42 beside an easy row", {"too_much_km": 8.0, "fatigue": 7}, "EASY", None, 7.2, "36 42", ""),
    ("cap floors", {"longest30_km": 8.19}, "GO", None, 9.0, "50", ""),
    ("cap floors three quarters", {"longest30_km": 7.9, "week_delta": 1}, "EASY", None, 5.9, "37", ""),
    ("cap of the longest that settled", {"settled30_km": 6.0}, "GO", None, 6.6, "50", ""),
    ("cap where none settled", {"settled30_km": None}, "GO", None, 8.2, "50", ""),
    ("cap where none settled, three quarters of it", {"settled30_km": None, "week_delta": 1}, "EASY", None, 5.6, "37", ""),
    ("C-17b no less than 2 km", {"longest30_km": 2.5, "week_delta": 1}, "EASY", None, 2.0, "37", ""),
    ("C-17b the settled run where it is shorter", {"longest30_km": 1.89, "week_delta": 1}, "EASY", None, 1.8, "37", ""),
    ("C-17b what stands in for it", {"longest30_km": 2.4, "settled30_km": None, "week_delta": 1}, "EASY", None, 1.8, "37", ""),
    ("C-17b the run that was too much", {"too_much_km": 1.5}, "GO", None, 1.5, "42", ""),
    ("C-17b 2 km of a run that was too much", {"too_much_km": 2.1}, "GO", None, 2.0, "42", ""),
    ("R-RDY-34 keeps the usual run", {"answers": {"age_first_back": True}}, "EASY", None, 10.0, "34", "29"),
    ("R-RED-22 shin", {"answers": bone("shin", walking=True)}, "SEEK_CARE", "CLINICIAN", 0.0, "03", "22"),
    ("R-RED-23 groin", {"answers": bone("hip_groin", rest_or_night=True)}, "SEEK_CARE", "URGENT", 0.0, "02", "23"),
    ("R-RED-23 top of foot", {"answers": bone("foot_top", worse_through_run=True)}, "SEEK_CARE", "URGENT", 0.0, "02", "23"),
    ("R-RED-23 front thigh", {"answers": bone("thigh_front", walking=True)}, "SEEK_CARE", "URGENT", 0.0, "02", "23"),
    ("R-RED-23 front edge of the shin", {"answers": bone("shin", part="front_edge", walking=True)}, "SEEK_CARE", "URGENT", 0.0, "02", "23"),
    ("R-RED-22 inner edge of the shin", {"answers": bone("shin", part="inner_edge", walking=True)}, "SEEK_CARE", "CLINICIAN", 0.0, "03", "22"),
    ("R-RED-23 inner ankle", {"answers": bone("ankle", part="inner", bone_risk=True)}, "SEEK_CARE", "URGENT", 0.0, "02", "23"),
    ("R-RED-22 outer ankle", {"answers": bone("ankle", part="outer", walking=True)}, "SEEK_CARE", "CLINICIAN", 0.0, "03", "22"),
    ("R-RED-23 outer ball of the foot", {"answers": bone("forefoot", part="outer", walking=True)}, "SEEK_CARE", "URGENT", 0.0, "02", "23"),
    ("R-RED-22 inner ball of the foot", {"answers": bone("forefoot", part="inner", walking=True)}, "SEEK_CARE", "CLINICIAN", 0.0, "03", "22"),
    ("R-RED-22 bone risk is reason enough", {"answers": bone("shin", bone_risk=True)}, "SEEK_CARE", "CLINICIAN", 0.0, "03", "22"),
    ("R-RED-22 needs one of four", {"answers": bone("shin", walking=False)}, "GO", None, 11.0, "50", ""),
    (
        "R-RED-22 and 23 at several sites",
        {"answers": {"bone_focal": [
            {"site": "shin", "walking": True},
            {"site": "forefoot", "walking": True},
            {"site": "foot_top", "rest_or_night": True},
        ]}},
        "SEEK_CARE", "URGENT", 0.0, "02", "22 23",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "outcome", "level", "cap_km", "rules", "flags"),
    [row[1:] for row in ROWS],
    ids=[row[0] for row in ROWS],
)
def test_row_of_the_table(
    *,
    changes: dict[str, Any],
    outcome: str,
    level: str | None,
    cap_km: float | None,
    rules: str,
    flags: str,
) -> None:
    assert verdict(**changes) == {
        "outcome": outcome,
        "level": level,
        "cap_km": cap_km,
        "rules": [f"R-RDY-{rule}" for rule in rules.split()],
        "flags": [f"R-RED-{flag}" for flag in flags.split()],
    }


# every answer key of section 2.2 with its id, and the level it brings alone
KEYS = [
    ("saddle_numb", "01", "EMERGENCY"), ("bladder_change", "02", "EMERGENCY"),
    ("bowel_change", "03", "EMERGENCY"), ("genital_change", "04", "EMERGENCY"),
    ("both_legs", "05", "EMERGENCY"), ("leg_weak_progressive", "06", "EMERGENCY"),
    ("chest_or_breath", "07", "EMERGENCY"), ("collapse", "08", "EMERGENCY"),
    ("major_trauma", "09", "EMERGENCY"), ("acute_tight_leg", "10", "EMERGENCY"),
    ("calf_swelling", "11", "URGENT"), ("pop_cant_push", "12", "URGENT"),
    ("cant_bear_weight", "13", "URGENT"), ("fever_with_pain", "14", "URGENT"),
    ("weight_loss", "15", "URGENT"), ("back_lump", "16", "URGENT"),
    ("fragile_bone", "17", "URGENT"), ("leg_weak_new", "18", "URGENT"),
    ("severe_constant", "19", "URGENT"), ("cancer_history", "20", "CLINICIAN"),
    ("tingle_one_leg", "24", "CROSS"), ("lingers", "25", "EASY"), ("time_loss", "26", "EASY"),
    ("after_stop_persist", "27", "CLINICIAN"), ("inflammatory", "28", "EASY"),
    ("age_first_back", "29", "EASY"), ("immune_risk", "30", "CLINICIAN"),
    ("antibiotic_tendon", "33", "URGENT"), ("reds_3", "34", "CROSS"),
    ("severe_two_days", "31", "CLINICIAN"), ("upper_back", "32", "CLINICIAN"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "flag", "means"), KEYS, ids=[f"R-RED-{flag} {key}" for key, flag, _ in KEYS]
)
def test_each_answer_brings_its_flag(key: str, flag: str, means: str) -> None:
    result = verdict(answers={key: True})

    assert result["flags"] == [f"R-RED-{flag}"]
    assert means in {result["level"], result["outcome"]}


@pytest.mark.parametrize("where", ["pelvis", "foot", "other bone", "other_bone"])
def test_bones_named_as_in_the_table_r_red_22(where: str) -> None:
    assert verdict(answers=bone(where, walking=True))["flags"] == ["R-RED-22"]


def test_a_site_that_hurt_this_week_and_has_no_score_holds_back_go_r_rdy_00b() -> None:
    knee, back = PainSite(Site.KNEE, Side.LEFT), PainSite(Site.LOW_BACK, Side.CENTRE)

    def given(now: int) -> ReadinessInput:
        sites = (SiteToday(place=knee, now=now, usual=0),)
        return ReadinessInput(
            screen=Screen.CLEAR, sites=sites, unscored=(back,), longest30_m=5000, too_much_m=4000
        )

    assert readiness(given(0)).rules == ("R-RDY-00b",)
    assert readiness(given(6)).rules == ("R-RDY-10", "R-RDY-21", "R-RDY-42")


def test_a_usual_level_has_its_own_name_now() -> None:
    given = {**CALM, "sites": [{"site": "knee", "side": "L", "now": 1, "ref": 1}]}
    result = check_case({"fn": "readiness", "input": given})

    assert isinstance(result, Problem)
    assert result.field == "sites[0].ref"
    assert "usual" in result.message


def test_no_bone_pain_brings_nothing() -> None:
    assert verdict(answers={"bone_focal": False})["outcome"] == "GO"


def test_an_answer_of_no_or_null_brings_nothing() -> None:
    assert verdict(answers={"saddle_numb": False, "calf_swelling": None})["outcome"] == "GO"


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"sites": [site(11)]}, "sites[0].now"),
        ({"sites": [{"site": "low_back", "side": "C", "now": 2.5}]}, "sites[0].now"),
        ({"sites": [{"site": "elbow", "side": "L", "now": 2}]}, "sites[0].site"),
        ({"sites": [{"site": "knee", "side": "X", "now": 2}]}, "sites[0].side"),
        ({"sites": [{"side": "L", "now": 2}]}, "sites[0].site"),
        ({"sites": {"site": "knee"}}, "sites"),
        ({"planned_km": -1}, "planned_km"),
        ({"longest30_km": "ten"}, "longest30_km"),
        ({"longest30_km": float("nan")}, "longest30_km"),
        ({"screen": 3}, "screen"),
        ({"settled30_km": -1}, "settled30_km"),
        ({"runs_30d": 2.5}, "runs_30d"),
        ({"too_much_km": "5"}, "too_much_km"),
        ({"list_due": "no"}, "list_due"),
        ({"sites": [site(1, 1.005)]}, "sites[0].usual"),
        ({"sites": [site(1, 1, steady=2)]}, "sites[0].steady"),
        ({"answers": bone("shin", part="top")}, "answers.bone_focal.part"),
        ({"answers": {"saddle_num": True}}, "answers.saddle_num"),
        ({"answers": {"saddle_numb": "yes"}}, "answers.saddle_numb"),
        ({"answers": {"night": "bad"}}, "answers.night"),
        ({"answers": {"nights_woken_7d": 8}}, "answers.nights_woken_7d"),
        ({"answers": []}, "answers"),
        ({"last_run": {"days_ago": -1}}, "last_run.days_ago"),
        ({"last_run": {"response": "FINE"}}, "last_run.response"),
        ({"sleep_h": 25}, "sleep_h"),
        ({"sleep_q": 0}, "sleep_q"),
        ({"fatigue": 11}, "fatigue"),
        ({"week_delta": "1"}, "week_delta"),
        ({"limp": 1}, "limp"),
        ({"plan": "marathon"}, "plan"),
        ({"planed_km": 5}, "planed_km"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_input_is_named(changes: dict[str, Any], key: str) -> None:
    result = check_case({"fn": "readiness", "input": {**CALM, **changes}})

    assert isinstance(result, Problem)
    assert result.field == key
    assert result.message.startswith(f"{key}: ")
