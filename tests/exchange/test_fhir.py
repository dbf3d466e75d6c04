"""The FHIR bundle: valid by the resources' own definitions, and linked within itself."""

import json
import warnings
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.any_records import any_record
from tracker.domain.check_in import CheckIn
from tracker.domain.pain import PainScore
from tracker.domain.run import Run
from tracker.domain.site import Side, Site
from tracker.exchange.fhir import write_bundle

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fhir.resources.R4B.bundle import Bundle

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
ACHILLES = PainScore(Site.ACHILLES, Side.LEFT, 3, part="heel end")


def bundle(check_ins: list[CheckIn], runs: list[Run], name: str = "") -> dict[str, Any]:
    written = write_bundle(check_ins, runs, now=NOW, day_start_hour=4, name=name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        Bundle.model_validate_json(written)
    found: dict[str, Any] = json.loads(written)
    return found


def resources(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry["resource"] for entry in found["entry"]]


def test_a_score_is_one_observation_with_its_code_site_and_time() -> None:
    at = datetime(2025, 3, 2, 20, 15, tzinfo=ZONE)
    check_in = CheckIn(id="c", at=at, day=at.date(), scores=(ACHILLES,), note="stiff")
    patient, score = resources(bundle([check_in], [], "Alex"))
    assert patient == {"resourceType": "Patient", "name": [{"text": "Alex"}]}
    assert score["code"]["coding"][0] == {
        "system": "http://loinc.org",
        "code": "72514-3",
        "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
    }
    assert score["category"][0]["coding"][0]["code"] == "survey"
    assert score["effectiveDateTime"] == "2025-03-02T20:15:00+01:00"
    assert (score["valueInteger"], score["bodySite"]) == (3, {"text": "Left Achilles, heel end"})
    assert score["note"] == [{"text": "stiff"}]


def test_what_was_written_down_later_has_its_day_alone() -> None:
    at = datetime(2025, 3, 4, 9, 0, tzinfo=ZONE)
    check_in = CheckIn(id="c", at=at, day=date(2025, 3, 2), scores=(ACHILLES,))
    assert resources(bundle([check_in], []))[1]["effectiveDateTime"] == "2025-03-02"


def test_a_run_has_its_measures_and_its_scores_as_members() -> None:
    start = datetime(2025, 3, 2, 18, 0, tzinfo=ZONE)
    run = Run(
        id="r",
        start=start,
        day=start.date(),
        distance_m=5200,
        duration_s=1880,
        avg_hr=141,
        rpe=3,
        before=(ACHILLES,),
        after=(ACHILLES,),
    )
    found = bundle([], [run])
    _patient, whole, before, after = resources(found)
    assert whole["code"]["coding"][0]["code"] == "73985-4"
    assert whole["effectivePeriod"] == {
        "start": "2025-03-02T18:00:00+01:00",
        "end": "2025-03-02T18:31:20+01:00",
    }
    measured = {
        each["code"].get("text") or each["code"]["coding"][0]["code"]: each.get("valueQuantity")
        for each in whole["component"]
    }
    assert measured["55411-3"]["value"] == 1880
    assert measured["Distance"] == {
        "value": 5200,
        "unit": "m",
        "system": "http://unitsofmeasure.org",
        "code": "m",
    }
    assert measured["Mean heart rate"]["value"] == 141
    assert before["effectiveDateTime"] == "2025-03-02T18:00:00+01:00"
    assert after["effectiveDateTime"] == "2025-03-02"
    members = [each["reference"] for each in whole["hasMember"]]
    assert members == [entry["fullUrl"] for entry in found["entry"][2:]]
    assert bundle([], [run]) == found, "the same run has the same addresses"


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(any_record(CheckIn), max_size=3), st.lists(any_record(Run), max_size=3))
def test_any_diary_gives_a_valid_bundle_whose_links_lead_somewhere(
    check_ins: list[CheckIn], runs: list[Run]
) -> None:
    found = bundle(check_ins, runs)
    scores = sum(len(item.scores) for item in check_ins)
    scores += sum(len((*run.before, *run.during, *run.after)) for run in runs)
    assert len(found["entry"]) == 1 + scores + len(runs)
    known = {entry["fullUrl"] for entry in found["entry"]}
    for resource in resources(found)[1:]:
        links = [resource["subject"], *resource.get("hasMember", ())]
        assert {each["reference"] for each in links} <= known
