"""The elements of an XML file, told one by one, as long as a program could have written them."""

from typing import Final

from tracker.exchange.xml_content import NotXmlError

DEPTH_MAX: Final = 64
NAMES_MAX: Final = 1000
NAME_LENGTH_MAX: Final = 250
ATTRIBUTES_MAX: Final = 100
TEXT_MAX: Final = 1000


class ElementReader:
    """Hears a whole file: says where each element begins and ends, with its text.

    Names come without their namespace. Raises NotXmlError for what no program writes: elements
    nested beyond DEPTH_MAX, more than NAMES_MAX different names. Text is kept to TEXT_MAX.
    """

    def __init__(self) -> None:
        self.path: list[str] = []
        self._text: list[str] = []
        self._length = 0
        self._names: dict[str, str] = {}
        self._attributes: set[str] = set()

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element; `path` ends with it."""

    def finish(self, name: str, parent: str, text: str) -> None:
        """Take the end of an element with the text in it; `path` ends with its parent."""

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        """Hear the beginning of an element."""
        name = self._names.get(tag) or self._new_name(tag)
        if attributes and not self._attributes.issuperset(attributes):
            self._new_attributes(attributes)
        self.path.append(name)
        if len(self.path) > DEPTH_MAX:
            reason = "its parts are nested deeper than any program writes"
            raise NotXmlError(reason)
        self._drop_text()
        self.begin(name, attributes)

    def data(self, text: str, /) -> None:
        """Hear text, perhaps in pieces."""
        if self._length <= TEXT_MAX:
            self._text.append(text)
            self._length += len(text)

    def end(self, _tag: str, /) -> None:
        """Hear the end of an element."""
        name = self.path.pop()
        text = "".join(self._text)[:TEXT_MAX].strip()
        self._drop_text()
        self.finish(name, self.path[-1] if self.path else "", text)

    def _drop_text(self) -> None:
        self._text.clear()
        self._length = 0

    def _new_name(self, tag: str) -> str:
        name = tag.rpartition("}")[2]
        self._names[tag] = name
        if len(self._names) > NAMES_MAX or len(tag) > NAME_LENGTH_MAX:
            reason = "it holds more kinds of parts than any program writes"
            raise NotXmlError(reason)
        return name

    def _new_attributes(self, attributes: dict[str, str]) -> None:
        self._attributes.update(attributes)
        if len(self._attributes) > NAMES_MAX or len(attributes) > ATTRIBUTES_MAX:
            reason = "it holds more kinds of marks than any program writes"
            raise NotXmlError(reason)
