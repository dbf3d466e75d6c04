"""Our dataclasses are the standard library's in all that one can see of them."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, replace
from inspect import signature
from typing import Any, get_type_hints

import pytest

from tracker.domain.check_in import CheckIn
from tracker.domain.dataclass import dataclass
from tracker.domain.run import Run
from tracker.domain.settings import Settings

Maker = Callable[..., Any]

OPTIONS: list[dict[str, bool]] = [
    {},
    {"slots": True},
    {"slots": True, "kw_only": True},
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": True, "kw_only": True},
    {"frozen": True, "eq": False},
    {"frozen": True, "slots": True, "order": True},
]


def point_by(maker: Maker, options: dict[str, bool]) -> Any:  # noqa: ANN401 - a class
    class Point:
        """A place with a mark."""

        x: int
        y: int = 2
        seen: list[int] = field(default_factory=list, compare=False, repr=False)

        def __post_init__(self) -> None:
            if self.x < 0:
                message = "x is below 0"
                raise ValueError(message)

    return maker(**options)(Point)


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_it_makes_looks_and_compares_as_the_standard_one(options: dict[str, bool]) -> None:
    ours, standard = (point_by(maker, options) for maker in (dataclass, dataclasses.dataclass))
    words = [str(f) for f in fields(ours)]
    assert words == [str(f) for f in fields(standard)]
    mine, theirs = ours(x=1), standard(x=1)
    assert repr(mine) == repr(theirs)
    assert (mine.x, mine.y, mine.seen) == (1, 2, [])
    assert mine.seen is not ours(x=1).seen
    assert (mine == ours(x=1, seen=[3])) == (theirs == standard(x=1, seen=[3]))
    assert mine != ours(x=2)
    assert mine != theirs
    assert replace(mine, y=5).y == 5
    assert dataclasses.asdict(mine) == dataclasses.asdict(theirs)
    assert (ours.__hash__ is None) == (standard.__hash__ is None)
    if ours.__hash__ is not None and options.get("eq", True):
        assert hash(mine) == hash(theirs)
    assert getattr(ours, "__slots__", None) == getattr(standard, "__slots__", None)
    assert ours.__match_args__ == standard.__match_args__
    assert str(ours.__dataclass_params__) == str(standard.__dataclass_params__)


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_its_constructor_can_be_read_before_and_after_the_first_call(
    options: dict[str, bool],
) -> None:
    ours, standard = (point_by(maker, options) for maker in (dataclass, dataclasses.dataclass))
    wanted = list(signature(standard).parameters)
    assert list(signature(ours).parameters) == wanted
    assert get_type_hints(ours.__init__) == get_type_hints(standard.__init__)
    kinds = [each.kind for each in signature(standard).parameters.values()]
    ours(x=1)
    assert list(signature(ours).parameters) == wanted
    assert [each.kind for each in signature(ours).parameters.values()] == kinds


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_it_refuses_what_the_standard_one_refuses(options: dict[str, bool]) -> None:
    said = []
    for maker in (dataclass, dataclasses.dataclass):
        made = point_by(maker, options)
        words = []
        for wrong in ({}, {"x": 1, "z": 2}, {"x": -1}):
            with pytest.raises((TypeError, ValueError)) as caught:
                made(**wrong)
            words.append(str(caught.value))
        said.append(words)
    assert said[0] == said[1]


@pytest.mark.parametrize("options", [each for each in OPTIONS if each.get("frozen")], ids=str)
def test_what_is_frozen_stays_as_it_is(options: dict[str, bool]) -> None:
    point = point_by(dataclass, options)(x=1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del point.x
    assert point.x == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What goes to another process and comes back."""

    word: str
    numbers: tuple[int, ...] = ()


@dataclass
class Base:
    """What another one is built on."""

    first: int


@dataclass
class Built(Base):
    """One with a field more."""

    second: int = 2


def test_it_can_be_copied_and_sent_to_another_process() -> None:
    kept = Kept(word="shin", numbers=(1, 2))
    assert pickle.loads(pickle.dumps(kept)) == kept  # noqa: S301 - our own bytes
    assert copy.copy(kept) == copy.deepcopy(kept) == kept


def test_one_may_be_built_on_another() -> None:
    built = Built(1)
    assert (built.first, built.second) == (1, 2)
    assert repr(built) == "Built(first=1, second=2)"
    assert Base(1) != built
    with pytest.raises(TypeError, match="cannot inherit non-frozen"):

        @dataclass
        class Thawed(Kept):  # type: ignore[misc]  # the point of it
            """What may not be."""


def test_what_a_class_says_itself_stays() -> None:
    @dataclass(frozen=True, eq=True)
    class Own:
        """One that compares in its own way."""

        word: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own)

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "own"

    assert Own("a") == Own("b")
    assert hash(Own("a")) == 7
    assert repr(Own("a")) == "own"


@pytest.mark.parametrize("record", [CheckIn, Run, Settings])
def test_the_records_are_dataclasses_as_everybody_knows_them(record: type[Any]) -> None:
    assert dataclasses.is_dataclass(record)
    assert all(each.type for each in fields(record))
