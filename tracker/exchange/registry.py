"""The formats that are known, and the way from a file to its activities."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.fit import is_fit, read_fit
from tracker.exchange.gpx import read_gpx
from tracker.exchange.plausible import plausible
from tracker.exchange.tcx import read_tcx
from tracker.exchange.xml_content import root_name

# A day of points every second, with all their extensions, takes about 25 MB.
FILE_MAX: Final = 32 * 1024 * 1024

Reader: TypeAlias = Callable[[bytes, str], tuple[Activity | Rejected, ...]]

_WEB_PAGE = (
    "This is a web page, not an activity. "
    "Sign in to the service in your browser and download the file again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A file format: what tells it from others, and its reader where there is one."""

    name: str
    endings: tuple[str, ...]
    fits: Callable[[bytes], bool] = lambda _content: False
    read: Reader | None = None
    instead: str = "export the run as GPX"


def _root(name: str) -> Callable[[bytes], bool]:
    return lambda content: root_name(content) == name


FORMATS: Final = (
    Format(name="GPX", endings=(".gpx",), fits=_root("gpx"), read=read_gpx),
    Format(name="TCX", endings=(".tcx",), fits=_root("trainingcenterdatabase"), read=read_tcx),
    Format(name="FIT", endings=(".fit",), fits=is_fit, read=read_fit),
    Format(name="Apple Health", endings=(), fits=_root("healthdata")),
    Format(name="KML", endings=(".kml",), fits=_root("kml")),
    Format(name="CSV", endings=(".csv",)),
    Format(
        name="Zip",
        endings=(".zip",),
        fits=lambda content: content.startswith(b"PK\x03\x04"),
        instead="unpack it and import the GPX files in it",
    ),
    Format(
        name="Gzip",
        endings=(".gz",),
        fits=lambda content: content.startswith(b"\x1f\x8b"),
        instead="unpack it and import the GPX file in it",
    ),
)


def read_file(path: Path) -> tuple[Activity | Rejected, ...]:
    """Read the activities of a file, or say in one sentence why there are none."""
    file = str(path)
    try:
        if path.is_dir():
            return (Rejected(file, f"This is a folder. Name the files in it, like {path}/*.gpx"),)
        if not path.exists():
            return (Rejected(file, "There is no file of this name. Check the path."),)
        if not path.is_file():
            return (Rejected(file, "This is not a plain file. Give a GPX file."),)
        with path.open("rb") as stream:
            content = stream.read(FILE_MAX + 1)
    except (OSError, ValueError):
        return (Rejected(file, "This file can't be opened. Check that you may read it."),)
    return read_content(content, file)


def read_content(content: bytes, file: str) -> tuple[Activity | Rejected, ...]:
    """Read the activities of a file's content; `file` is its name in the answers.

    The format is told by the content, then by the ending of the name.
    """
    if not content.strip():
        return (Rejected(file, "This file is empty. Export it again from the watch or service."),)
    if len(content) > FILE_MAX:
        return (Rejected(file, "This file is larger than 32 MB. Export one activity a file."),)
    if root_name(content) == "html":
        return (Rejected(file, _WEB_PAGE),)
    found = _by_content(content) or _by_ending(file)
    if found is None:
        return (Rejected(file, "This is no kind of file that can be read. Give a GPX file."),)
    if found.read is None:
        return (Rejected(file, f"{found.name} files can't be read yet; {found.instead}."),)
    return tuple(
        plausible(each) if isinstance(each, Activity) else each
        for each in found.read(content, file)
    )


def _by_content(content: bytes) -> Format | None:
    return next((known for known in FORMATS if known.fits(content)), None)


def _by_ending(file: str) -> Format | None:
    name = file.casefold()
    return next((known for known in FORMATS if name.endswith(known.endings)), None)
