"""Every row of the table of section 4.3: where it fires, where it just does not."""

# ruff: noqa: E501  (a row of a table stays one line)

from typing import Any

import pytest

from tracker.domain.problem import Problem
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


def site(now: int | None, usual: int | None = None, **more: object) -> dict[str, Any]:
    return {"site": "low_back", "side": "C", "now": now, "usual": usual, **more}


def last(days_ago: int, response: str = "GREEN", outcome: str = "COMPLETED") -> dict[str, Any]:
    return {"days_ago": days_ago, "response": response, "outcome": outcome}


def bone(place: str, **when: bool) -> dict[str, Any]:
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
        "R-RDY-00b one of two sites unscored: no GO",
        {"sites": [site(None, 2), {"site": "knee", "side": "L", "now": 0}]},
        "NEEDS_INPUT", None, 0.0, "00b", "",
    ),
    (
        "R-RDY-00b one of two sites unscored: the scored one still counts",
        {"sites": [site(None, 2), {"site": "knee", "side": "L", "now": 6}]},
        "REST", None, 0.0, "10", "",
    ),
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
    ("R-RDY-10 with 31", {"sites": [site(7, 6)]}, "REST", None, 0.0, "10 31", ""),
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
        "EASY", None, 7.5, "34", "21a",
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
    ("R-RDY-22 not three days ago", {"last_run": last(3, "RED")}, "GO", None, 11.0, "50", ""),
    ("R-RDY-14 without a response", {"last_run": {"days_ago": 1, "outcome": "STOPPED_PAIN"}}, "REST", None, 0.0, "14", ""),
    ("R-RDY-22 days not known", {"last_run": {"response": "RED"}}, "GO", None, 11.0, "50", ""),
    ("R-RDY-20 at 4", {"sites": [site(4)]}, "CROSS", None, 0.0, "20", ""),
    ("R-RDY-20 at 5", {"sites": [site(5, 5)]}, "CROSS", None, 0.0, "20", ""),
    ("R-RDY-20 cleared, above usual", {"sites": [site(5, 4, cleared_with_pain=True)]}, "CROSS", None, 0.0, "20 31", ""),
    ("R-RDY-20 cleared, usual not known", {"sites": [site(4, None, cleared_with_pain=True)]}, "CROSS", None, 0.0, "20", ""),
    ("R-RDY-20x at usual", {"sites": [site(5, 5, cleared_with_pain=True)]}, "EASY", None, 7.5, "20x", ""),
    (
        "R-RDY-20 one site, 20x another",
        {"sites": [site(4, 4, cleared_with_pain=True), {"site": "knee", "side": "L", "now": 4, "usual": 4}]},
        "CROSS", None, 0.0, "20 20x", "",
    ),
    ("R-RDY-21 3 over 1", {"sites": [site(3, 1)]}, "CROSS", None, 0.0, "21 30", ""),
    ("R-RDY-21 not at 2", {"sites": [site(2, 0)]}, "EASY", None, 7.5, "31", ""),
    ("R-RDY-21 usual not known", {"sites": [site(3)]}, "EASY", None, 7.5, "30", ""),
    (
        "R-RDY-21 one site, 31 another",
        {"sites": [site(4, 2), {"site": "knee", "side": "R", "now": 2, "usual": 1}]},
        "CROSS", None, 0.0, "20 21 31", "",
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
    ("R-RDY-36 at 7", {"fatigue": 7}, "EASY", None, 7.5, "36", ""),
    ("R-RDY-36 at 6", {"fatigue": 6}, "EASY", None, 7.5, "36", ""),
    ("R-RDY-36 not at 5", {"fatigue": 5}, "GO", None, 11.0, "50", ""),
    ("R-RDY-30 and not above usual", {"sites": [site(3, 5)]}, "EASY", None, 7.5, "30", ""),
    ("R-RDY-30 and 31", {"sites": [site(3, 2)]}, "EASY", None, 7.5, "30 31", ""),
    ("R-RDY-31 not at 1", {"sites": [site(1, 0)]}, "GO", None, 11.0, "50", ""),
    ("R-RDY-31 not at usual", {"sites": [site(2, 2)]}, "GO", None, 11.0, "50", ""),
    ("R-RDY-32 settled", {"last_run": last(3, "AMBER_SETTLED")}, "EASY", None, 7.5, "32", ""),
    ("R-RDY-32 lingers", {"last_run": last(1, "AMBER_LINGER")}, "EASY", None, 7.5, "32", ""),
    ("R-RDY-32 not four days ago", {"last_run": last(4, "AMBER_LINGER")}, "GO", None, 11.0, "50", ""),
    ("R-RDY-33", {"last_run": last(3, "UNKNOWN")}, "EASY", None, 7.5, "33", ""),
    ("R-RDY-33 not four days ago", {"last_run": last(4, "UNKNOWN")}, "GO", None, 11.0, "50", ""),
    ("R-RDY-35 short", {"sleep_h": 5.9}, "EASY", None, 7.5, "35", ""),
    ("R-RDY-35 not at 6", {"sleep_h": 6.0}, "GO", None, 11.0, "50", ""),
    ("R-RDY-35 poor", {"sleep_h": 9, "sleep_q": 2}, "EASY", None, 7.5, "35", ""),
    ("R-RDY-35 not at quality 3", {"sleep_q": 3}, "GO", None, 11.0, "50", ""),
    ("R-RDY-37 at 1.0", {"week_delta": 1.0}, "EASY", None, 7.5, "37", ""),
    ("R-RDY-37 not at 0.99", {"week_delta": 0.99}, "GO", None, 11.0, "50", ""),
    ("R-RDY-38 exactly 110 %", {"planned_km": 11.0}, "GO", None, 11.0, "50", ""),
    ("R-RDY-38 a metre more", {"planned_km": 11.001}, "EASY", None, 11.0, "38", ""),
    ("R-RDY-38 from 3 km", {"planned_km": 3.4, "longest30_km": 3.0}, "EASY", None, 3.3, "38", ""),
    ("R-RDY-38 below 3 km the ladder governs", {"planned_km": 9, "longest30_km": 2.999}, "GO", None, 3.2, "50", ""),
    ("R-RDY-38 the smaller factor wins", {"planned_km": 12, "fatigue": 6}, "EASY", None, 7.5, "36 38", ""),
    ("R-RDY-39 no run", {"longest30_km": None}, "EASY", None, None, "39", ""),
    ("R-RDY-39 with a plan", {"longest30_km": None, "planned_km": 3}, "EASY", None, None, "39", ""),
    ("R-RDY-39 with a factor", {"longest30_km": None, "fatigue": 6}, "EASY", None, None, "36 39", ""),
    ("R-RDY-40", {"run_days_in_row": 3}, "EASY", None, 7.5, "40", ""),
    ("R-RDY-40 not at 2", {"run_days_in_row": 2}, "GO", None, 11.0, "50", ""),
    ("R-RDY-41", {"screen": "moderate_only"}, "EASY", None, 11.0, "41", ""),
    ("R-RDY-41 without a score", {"screen": "moderate_only", "sites": []}, "NEEDS_INPUT", None, 0.0, "00b", ""),
    ("cap floors", {"longest30_km": 8.19}, "GO", None, 9.0, "50", ""),
    ("cap floors three quarters", {"longest30_km": 7.9, "fatigue": 6}, "EASY", None, 5.9, "36", ""),
    ("R-RED-22 shin", {"answers": bone("shin", walking=True)}, "SEEK_CARE", "CLINICIAN", 0.0, "03", "22"),
    ("R-RED-23 groin", {"answers": bone("hip_groin", rest_or_night=True)}, "SEEK_CARE", "URGENT", 0.0, "02", "23"),
    ("R-RED-23 top of foot", {"answers": bone("foot_top", worse_through_run=True)}, "SEEK_CARE", "URGENT", 0.0, "02", "23"),
    ("R-RED-23 front thigh", {"answers": bone("thigh_front", walking=True)}, "SEEK_CARE", "URGENT", 0.0, "02", "23"),
    ("R-RED-22 needs one of three", {"answers": bone("shin", walking=False)}, "GO", None, 11.0, "50", ""),
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
        ({"screen": "fine"}, "screen"),
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
