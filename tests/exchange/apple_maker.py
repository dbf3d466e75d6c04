"""Exports of Apple Health, written by the tests themselves."""

# Since iOS 16 the table of contents is malformed: a ">" is missing in it.
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n'
    "<!ELEMENT HealthData (Record|Workout)*>\n<!ATTLIST VisionPrescription\n"
    "  type CDATA #REQUIRED\n<!ELEMENT Record EMPTY>\n]>\n"
)
DATES = 'startDate="2026-11-03 18:10:00 +0100" endDate="2026-11-03 18:45:00 +0100"'
NOISE = (
    ' <Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" '
    'startDate="2026-11-03 18:10:00 +0100" value="72">\n'
    '  <MetadataEntry key="HKWorkout" value="&lt;Workout &gt;"/>\n </Record>\n'
    ' <Record type="HKCategoryTypeIdentifierSleepAnalysis" value="HKCategoryValueSleepAsleep"/>\n'
)


def workout(inside: str = "", *, kind: str = "Running", attributes: str = "") -> str:
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityType{kind}" duration="30.5" '
        f'durationUnit="min" sourceName="My &gt; Watch" {attributes} {DATES}>{inside}</Workout>\n'
    )


def statistic(kind: str, rest: str) -> str:
    return f'  <WorkoutStatistics type="HKQuantityTypeIdentifier{kind}" {DATES} {rest}/>\n'


FULL = workout(
    '<MetadataEntry key="HKIndoorWorkout" value="1"/>'
    '<MetadataEntry key="HKElevationAscended" value="4210 cm"/>'
    '<WorkoutEvent type="HKWorkoutEventTypePause" date="2026-11-03 18:20:00 +0100"/>'
    + statistic("ActiveEnergyBurned", 'sum="1811" unit="kJ"')
    + statistic("DistanceWalkingRunning", 'sum="6.01234" unit="km"')
    + statistic("HeartRate", 'average="151.2" minimum="92" maximum="172" unit="count/min"')
)


def export(*parts: str) -> bytes:
    return (
        f'{HEAD}<HealthData locale="en_GB">\n{NOISE}{"".join(parts)}{NOISE}</HealthData>'.encode()
    )
