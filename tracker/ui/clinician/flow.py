"""Shows the page for a clinician."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.ui.clinician.page_screen import ClinicianScreen

if TYPE_CHECKING:
    from tracker.ui.host import Host


async def show_page(host: Host) -> None:
    """Show the page as it is now."""
    await host.show(ClinicianScreen())
