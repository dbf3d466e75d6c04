"""The surroundings every test runs in: pinned before textual or the diary is imported."""

import os
import tempfile
import time
from pathlib import Path

_HOME = Path(tempfile.mkdtemp(prefix="backstride-tests-"))

os.environ.update(
    {
        "HOME": str(_HOME),
        "XDG_CONFIG_HOME": str(_HOME / "config"),
        "XDG_DATA_HOME": str(_HOME / "data"),
        "XDG_STATE_HOME": str(_HOME / "state"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TZ": "UTC",
    }
)
for name in ("NO_COLOR", "BACKSTRIDE_DATA", "BACKSTRIDE_NOW", "COLUMNS", "LINES"):
    os.environ.pop(name, None)
time.tzset()
