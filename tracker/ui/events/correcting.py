"""The forms in which a record can be corrected, and in which one of any kind is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from tracker.diary.kinds.registry import KIND_OF, KINDS
from tracker.domain.check_in import CheckIn
from tracker.domain.episode import Episode, Flare
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.screening import Clearance
from tracker.ui.alarm.clearance_body import ClearanceBody
from tracker.ui.checks.check_body import CheckBody
from tracker.ui.events.place_body import PlaceBody
from tracker.ui.form.body import FormBody
from tracker.ui.form.records import open_form
from tracker.ui.host import flow_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.form import Values
    from tracker.domain.record import Record
    from tracker.ui.host import Host


class CompactBody(FormBody):
    """A form of many rows: they stand close together."""

    COMPACT: ClassVar[bool] = True


_BODIES: Final[Mapping[type, type[FormBody]]] = {
    CheckIn: CompactBody,
    Clearance: ClearanceBody,
    Episode: PlaceBody,
    Flare: PlaceBody,
    ImpactCheck: CheckBody,
}
"""The forms that say or show more than their rows."""


_FLOWS: Final = {"strength": "tracker.ui.strength.flow:log_strength"}
"""The kinds whose new record begins with more than an empty form."""


async def correct(host: Host, record: Record) -> bool:
    """Open the form of a record; False where it has none here."""
    kind = KIND_OF.get(type(record))
    if kind is not None:
        await open_form(host, kind, record=record, body=_BODIES.get(kind.type, FormBody))
    return kind is not None


async def write_down(host: Host, name: str) -> bool:
    """Open the form of a new record of a kind, on the day that is shown."""
    if name in _FLOWS:
        return bool(await flow_named(_FLOWS[name])(host))
    kind = KINDS[name]
    return await open_form(
        host, kind, values={"day": host.day}, body=_BODIES.get(kind.type, FormBody)
    )


async def copy_of(host: Host, record: Record, *, values: Values) -> bool:
    """Open the form of a new record like another one; False where its kind has none here."""
    kind = KIND_OF.get(type(record))
    if kind is not None and not kind.made_of_fields:
        return False
    if kind is not None:
        body = _BODIES.get(kind.type, FormBody)
        await open_form(host, kind, values=dict(values) | {"day": host.day}, body=body)
    return kind is not None
