"""Pain scores and runs as a FHIR R4 Bundle, coded with LOINC: an attachment for other systems.

Sites are words, not codes: SNOMED CT needs a licence in many countries. LOINC is free, with the
attribution that stands in the bundle. A time is only as exact as it is known.

Sources: HL7 FHIR R4; LOINC 72514-3 for the 0-10 score; the US Physical Activity guide for runs.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid5

from tracker.domain.check_in import CheckIn
from tracker.domain.moment import day_of
from tracker.domain.pain import PainScore
from tracker.domain.run import Run

LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
CATEGORY: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
ATTRIBUTION: Final = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright (c)"
    " Regenstrief Institute, Inc. and the LOINC Committee and is available at no cost under the"
    " license at http://loinc.org/license."
)
PAIN: Final = ("72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
EXERCISE: Final = ("73985-4", "Exercise activity")
DURATION: Final = ("55411-3", "Exercise duration")
MEAN_RATE: Final = "55425-3"
MAX_RATE: Final = "55426-1"
_SPACE: Final = UUID("6f0d3c1e-6b8e-5d0c-9a86-3b1f7b0f5a11")

Resource = dict[str, Any]


def write_bundle(
    check_ins: Iterable[CheckIn],
    runs: Iterable[Run],
    *,
    now: datetime,
    day_start_hour: int,
    name: str = "",
) -> bytes:
    """Return the bundle as JSON; the patient has no identity but the name, where one is given."""
    patient = _url("patient")
    who: Resource = {"resourceType": "Patient"}
    if name:
        who["name"] = [{"text": name}]
    entries = [{"fullUrl": patient, "resource": who}]
    for item in check_ins:
        entries += _scores_of(item, patient, day_start_hour=day_start_hour)
    for run in runs:
        entries += _run(run, patient)
    bundle = {
        "resourceType": "Bundle",
        "meta": {"tag": [{"display": ATTRIBUTION}]},
        "type": "collection",
        "timestamp": now.isoformat(timespec="seconds"),
        "entry": entries,
    }
    return json.dumps(bundle, indent=1).encode()


def _url(name: str) -> str:
    """Return the same address for the same record in every export."""
    return f"urn:uuid:{uuid5(_SPACE, name)}"


def _observation(category: str, code: Resource, patient: str, when: Resource) -> Resource:
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": CATEGORY, "code": category}]}],
        "code": code,
        "subject": {"reference": patient},
        **when,
    }


def _coded(code: str, display: str = "", text: str = "") -> Resource:
    coding = {"system": LOINC, "code": code, **({"display": display} if display else {})}
    return {"coding": [coding], **({"text": text} if text else {})}


# -- pain ----------------------------------------------------------------------------------------


def _scores_of(item: CheckIn, patient: str, *, day_start_hour: int) -> Iterator[Resource]:
    """Return a check-in's scores; one that was written down on a later day has its day alone."""
    same_day = day_of(item.at, day_start_hour=day_start_hour) == item.day
    when = {"effectiveDateTime": _moment(item.at) if same_day else item.day.isoformat()}
    for number, score in enumerate(item.scores):
        found = _pain(score, patient, when, text="Pain at check-in")
        if item.note.strip():
            found["note"] = [{"text": item.note}]
        yield {"fullUrl": _url(f"{item.id}/{number}"), "resource": found}


def _pain(score: PainScore, patient: str, when: Resource, *, text: str) -> Resource:
    part = f", {score.part}" if score.part else ""
    return {
        **_observation("survey", _coded(*PAIN, text=text), patient, when),
        "valueInteger": score.score,
        "bodySite": {"text": f"{score.place.label}{part}"},
    }


# -- runs ----------------------------------------------------------------------------------------


def _run(run: Run, patient: str) -> Iterator[Resource]:
    """Return a run with its measures, and its scores as members of it."""
    took = _span(run)
    groups = (
        ("before", run.before, {"effectiveDateTime": _moment(run.start)}, "Pain before the run"),
        ("during", run.during, took, "Worst pain during the run"),
        ("after", run.after, _on(run.day), "Pain about 60 minutes after the run"),
    )
    members = [
        {
            "fullUrl": _url(f"{run.id}/{group}/{number}"),
            "resource": _pain(score, patient, when, text=text),
        }
        for group, scores, when, text in groups
        for number, score in enumerate(scores)
    ]
    whole = _observation("activity", _coded(*EXERCISE), patient, took)
    whole["valueCodeableConcept"] = {"text": f"Running, {run.kind.value.replace('_', ' ')}"}
    if components := [*_components(run)]:
        whole["component"] = components
    if members:
        whole["hasMember"] = [{"reference": each["fullUrl"]} for each in members]
    if run.note.strip():
        whole["note"] = [{"text": run.note}]
    yield {"fullUrl": _url(run.id), "resource": whole}
    yield from members


def _components(run: Run) -> Iterator[Resource]:
    measures = (
        (_coded(*DURATION), run.duration_s, "s"),
        ({"text": "Distance"}, run.distance_m, "m"),
        (_coded(MEAN_RATE, text="Mean heart rate"), run.avg_hr, "/min"),
        (_coded(MAX_RATE, text="Highest heart rate"), run.max_hr, "/min"),
        ({"text": "Ascent"}, run.ascent_m, "m"),
    )
    for code, value, unit in measures:
        if value is not None:
            yield {"code": code, "valueQuantity": _quantity(value, unit)}
    if run.rpe is not None:
        yield {"code": {"text": "Perceived exertion, 0 to 10"}, "valueInteger": run.rpe}
    yield {"code": {"text": "How the run ended"}, "valueString": _words(run.outcome.value)}


def _quantity(value: int, unit: str) -> Resource:
    return {"value": value, "unit": unit, "system": UCUM, "code": unit}


def _words(code: str) -> str:
    return code.replace("_", " ").lower()


# -- times ---------------------------------------------------------------------------------------


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def _on(day: date) -> Resource:
    return {"effectiveDateTime": day.isoformat()}


def _span(run: Run) -> Resource:
    """Return from when to when it was; without a duration only when it began."""
    if run.duration_s is None:
        return {"effectiveDateTime": _moment(run.start)}
    end = run.start + timedelta(seconds=run.duration_s)
    return {"effectivePeriod": {"start": _moment(run.start), "end": _moment(end)}}
