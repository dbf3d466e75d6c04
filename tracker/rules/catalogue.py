"""Every rule by its id: title, the rule in a sentence, where it comes from, what that doesn't say.

One search for an id finds the entry here, the function that decides it, and its tests.
"""

from collections.abc import Mapping
from typing import Final

from tracker.rules.entries.care import CROSS_TRAINING, EQUIPMENT, HEAT_AND_COLD, STRETCHING
from tracker.rules.entries.load import LOAD
from tracker.rules.entries.loop import LOOP
from tracker.rules.entries.midrun import MIDRUN
from tracker.rules.entries.pain import PAIN
from tracker.rules.entries.readiness import READINESS
from tracker.rules.entries.reading import ANALYTICS, QUESTIONNAIRES, SUMMARY, WORDING
from tracker.rules.entries.screening import RED, SCREENING
from tracker.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    *SCREENING,
    *PAIN,
    *RED,
    *MIDRUN,
    *LOAD,
    *READINESS,
    *LOOP,
    *STRETCHING,
    *HEAT_AND_COLD,
    *CROSS_TRAINING,
    *EQUIPMENT,
    *QUESTIONNAIRES,
    *ANALYTICS,
    *SUMMARY,
    *WORDING,
)

CATALOGUE: Final[Mapping[str, Rule]] = {rule.id: rule for rule in RULES}


def rule_of(rule_id: str) -> Rule | None:
    """Return the entry of a rule; capitals don't matter. None for an id that is not in use."""
    return _BY_PLAIN_ID.get(rule_id.strip().casefold())


_BY_PLAIN_ID: Final = {rule.id.casefold(): rule for rule in RULES}
