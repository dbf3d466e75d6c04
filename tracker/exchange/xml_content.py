"""XML from strangers: brought into one encoding, refused where it could do harm, then parsed."""

import codecs
import re
from collections.abc import Callable
from typing import Final, Protocol, TypeVar

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

TAG_MAX: Final = 64 * 1024
MENDS_MAX: Final = 1000

_HEAD: Final = 4096
_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\r")
_HUGE_TAG: Final = re.compile(rb"<[^>]{%d}" % TAG_MAX)
_SAYS_UTF_16: Final = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']utf-?16", re.IGNORECASE)
_BARE_AND: Final = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
_BEFORE_ROOT: Final = re.compile(
    rb"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>", re.DOTALL
)
_ROOT: Final = re.compile(rb"\s*<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_DOCTYPE: Final = re.compile(rb"\s*<!doctype\s+([A-Za-z]+)", re.IGNORECASE)


class Target(Protocol):
    """Who is told what the parser comes across, in the order of the file."""

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        """An element begins."""

    def data(self, text: str, /) -> None:
        """Text of the element that began last, perhaps in pieces."""

    def end(self, tag: str, /) -> None:
        """An element ends."""


_Heard = TypeVar("_Heard", bound=Target)


class NotXmlError(ValueError):
    """The content can't be read as XML, or is not fit to be; the message says why."""


def as_utf8(content: bytes) -> bytes:
    """Return content without byte order mark and leading white space, UTF-16 turned into UTF-8."""
    for mark, encoding in (
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
        (b"<\0", "utf-16-le"),
        (b"\0<", "utf-16-be"),
    ):
        if content.startswith(mark):
            content = content.decode(encoding, errors="replace").encode()
            break
    return content.removeprefix(codecs.BOM_UTF8).lstrip()


def root_name(content: bytes) -> str:
    """Return the name of the root element in small letters without its prefix, or ""."""
    head = as_utf8(content[:_HEAD])
    if doctype := _DOCTYPE.match(head):
        return doctype[1].decode().casefold()
    match = _ROOT.match(_BEFORE_ROOT.sub(b"", head))
    return match[1].decode().casefold() if match else ""


def parse_xml(content: bytes, make_target: Callable[[], _Heard]) -> _Heard:
    """Return a target that has heard the whole content; raise NotXmlError where it can't be read.

    Entities and references to other files are refused, and so is a tag beyond TAG_MAX. A bare
    "&", which some services write, is mended, and a new target hears the content from its start.
    """
    plain = as_utf8(content).translate(None, _CONTROLS)
    if _HUGE_TAG.search(plain):
        reason = "it holds a tag longer than any program writes"
        raise NotXmlError(reason)
    try:
        return _heard(plain, make_target())
    except ParseError as damage:
        mended, mends = _BARE_AND.subn(b"&amp;", plain, count=MENDS_MAX)
        if not mends:
            raise NotXmlError(_where(damage)) from damage
    try:
        return _heard(mended, make_target())
    except ParseError as damage:
        raise NotXmlError(_where(damage)) from damage


def _heard(content: bytes, target: _Heard) -> _Heard:
    # Here UTF-16 is UTF-8 already, and some programs say UTF-16 though they write UTF-8.
    encoding = "utf-8" if _SAYS_UTF_16.match(content) else None
    try:
        parser = DefusedXMLParser(target=target, encoding=encoding)
        # In one piece: expat before 2.6 reads a long token anew for each piece of it.
        parser.feed(content)
        parser.close()
    except NotXmlError:
        raise
    except DefusedXmlException as danger:
        reason = "it defines its own abbreviations, which no activity needs"
        raise NotXmlError(reason) from danger
    except (LookupError, ValueError) as unknown:
        reason = "it is written in an unknown encoding"
        raise NotXmlError(reason) from unknown
    return target


def _where(damage: ParseError) -> str:
    line, _column = damage.position
    return f"it breaks off or is damaged in line {line}"
