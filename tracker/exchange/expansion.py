"""How much may come out of an archive before it is taken for a trap."""

from io import BufferedReader, RawIOBase
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO, Final

from typing_extensions import override

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

EXPANDED_MIN: Final = 2**30
EXPANDED_MAX: Final = 16 * 2**30
# Zeros shrink to a thousandth; an export that says the same all day to a three-hundredth.
RATIO_MAX: Final = 400

_CHUNK = 2**20


class TooMuchError(Exception):
    """More came out of an archive than an honest one of its size can hold."""


class Expansion:
    """Counts what is unpacked from one file, archives within archives included."""

    def __init__(self, packed: int) -> None:
        self.allowed = min(EXPANDED_MAX, max(EXPANDED_MIN, RATIO_MAX * packed))
        self._left = self.allowed

    def take(self, count: int) -> None:
        """Count bytes; raise TooMuchError when it is enough."""
        self._left -= count
        if self._left < 0:
            raise TooMuchError

    def measured(self, stream: BinaryIO) -> BinaryIO:
        """Return a stream whose bytes are counted as they are unpacked."""
        return BufferedReader(_Measured(stream, self), _CHUNK)

    def on_disk(self, stream: BinaryIO) -> BinaryIO:
        """Return the rest of a stream as a nameless file, in which one can go back and forth."""
        copy = TemporaryFile()  # noqa: SIM115 - it is closed by who asked for it
        try:
            while chunk := stream.read(_CHUNK):
                copy.write(chunk)
        except BaseException:
            copy.close()
            raise
        copy.seek(0)
        return copy


class _Measured(RawIOBase):
    def __init__(self, stream: BinaryIO, expansion: Expansion) -> None:
        self._stream = stream
        self._expansion = expansion

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        view = memoryview(buffer)
        chunk = self._stream.read(len(view))
        self._expansion.take(len(chunk))
        view[: len(chunk)] = chunk
        return len(chunk)

    @override
    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._stream.seek(offset, whence)

    @override
    def tell(self) -> int:
        return self._stream.tell()
