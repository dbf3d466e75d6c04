"""Opens the settings and keeps what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.diary.kinds.settings import SETTINGS
from tracker.ui.form.records import open_form
from tracker.ui.settings.settings_body import SettingsBody

if TYPE_CHECKING:
    from tracker.ui.host import Host


async def change_settings(host: Host) -> None:
    """Show the settings, and keep what is changed; what changed elsewhere meanwhile stays."""
    fact = "kept in the diary's file"
    await open_form(host, SETTINGS, record=host.settings, fact=fact, body=SettingsBody)


async def change_keys(host: Host) -> None:
    """Let a person choose keys of their own, by what they mean."""
    from tracker.ui.settings.keys import KEYS  # noqa: PLC0415 - rarely needed
    from tracker.ui.settings.keys_body import KeysBody  # noqa: PLC0415 - rarely needed

    await open_form(host, KEYS, record=host.settings, fact="a row a meaning", body=KeysBody)
