"""The kinds of records, by the names that the command line gives them."""

from collections.abc import Mapping
from typing import Any, Final

from tracker.diary.kinds.check_in import CHECK_IN
from tracker.diary.kinds.clearance import CLEARANCE
from tracker.diary.kinds.cross_training import CROSS_TRAINING
from tracker.diary.kinds.episode import EPISODE
from tracker.diary.kinds.factor import FACTOR
from tracker.diary.kinds.flare import FLARE
from tracker.diary.kinds.gear import GEAR
from tracker.diary.kinds.impact import IMPACT
from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.note import NOTE
from tracker.diary.kinds.remedy import REMEDY
from tracker.diary.kinds.run import RUN
from tracker.diary.kinds.session import SESSION
from tracker.diary.kinds.strength import STRENGTH
from tracker.diary.kinds.visit import VISIT

_ALL: Final[tuple[Kind[Any], ...]] = (
    CHECK_IN,
    RUN,
    SESSION,
    CROSS_TRAINING,
    STRENGTH,
    GEAR,
    FACTOR,
    REMEDY,
    VISIT,
    NOTE,
    CLEARANCE,
    FLARE,
    EPISODE,
    IMPACT,
)

KINDS: Final[Mapping[str, Kind[Any]]] = {kind.name: kind for kind in _ALL}
KIND_OF: Final[Mapping[type, Kind[Any]]] = {kind.type: kind for kind in _ALL}
