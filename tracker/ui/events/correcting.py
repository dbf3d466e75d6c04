"""The forms in which a record that is listed can be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tracker.diary.kinds.clearance import CLEARANCE
from tracker.diary.kinds.episode import EPISODE
from tracker.diary.kinds.flare import FLARE
from tracker.diary.kinds.impact import IMPACT
from tracker.diary.kinds.note import NOTE
from tracker.diary.kinds.remedy import REMEDY
from tracker.diary.kinds.visit import VISIT
from tracker.ui.alarm.clearance_body import ClearanceBody
from tracker.ui.checks.check_body import CheckBody
from tracker.ui.events.place_body import PlaceBody
from tracker.ui.form.body import FormBody
from tracker.ui.form.records import open_form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.diary.kinds.kind import Kind
    from tracker.diary.record_lines import ListedRecord
    from tracker.ui.host import Host

_KINDS: Final[Mapping[type, Kind[Any]]] = {
    kind.type: kind for kind in (CLEARANCE, EPISODE, FLARE, IMPACT, NOTE, REMEDY, VISIT)
}
_BODIES: Final[Mapping[type, type[FormBody]]] = {
    CLEARANCE.type: ClearanceBody,
    EPISODE.type: PlaceBody,
    FLARE.type: PlaceBody,
    IMPACT.type: CheckBody,
}


async def correct(host: Host, record: ListedRecord) -> bool:
    """Open the form of a record; False where it has none here."""
    kind = _KINDS.get(type(record))
    if kind is not None:
        await open_form(host, kind, record=record, body=_BODIES.get(kind.type, FormBody))
    return kind is not None
