"""The kinds of records, by the names that the command line gives them."""

from collections.abc import Mapping
from typing import Any, Final

from tracker.diary.kinds.check_in import CHECK_IN
from tracker.diary.kinds.clearance import CLEARANCE
from tracker.diary.kinds.episode import EPISODE
from tracker.diary.kinds.flare import FLARE
from tracker.diary.kinds.impact import IMPACT
from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.note import NOTE
from tracker.diary.kinds.remedy import REMEDY
from tracker.diary.kinds.run import RUN
from tracker.diary.kinds.session import SESSION
from tracker.diary.kinds.visit import VISIT

KINDS: Final[Mapping[str, Kind[Any]]] = {
    "checkin": CHECK_IN,
    "run": RUN,
    "remedy": REMEDY,
    "visit": VISIT,
    "clearance": CLEARANCE,
    "flare": FLARE,
    "episode": EPISODE,
    "note": NOTE,
    "impact": IMPACT,
    "session": SESSION,
}
