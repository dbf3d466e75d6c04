"""Where the data file is."""

import os
from pathlib import Path

DATA_VARIABLE = "BACKSTRIDE_DATA"


def data_file(chosen: Path | None = None) -> Path:
    """Give the data file: the chosen one, else BACKSTRIDE_DATA, else the user data folder's."""
    if chosen is not None:
        return chosen.expanduser()
    named = os.environ.get(DATA_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - only where no file is named

    return user_data_path("backstride", appauthor=False) / "diary.json"
