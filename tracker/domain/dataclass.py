"""The `dataclass` of this house: what the standard one makes, in a third of the time.

A start builds some 140 of them. The standard library writes and compiles six methods for each of
them; here the constructor is, when it is first called, and the others are shared. Anything that
this does not know is left to the standard one.
"""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from inspect import Signature, signature
from operator import attrgetter
from types import MethodType
from typing import TYPE_CHECKING, Any, Final

__all__ = ["dataclass"]

_SHARED: Final = {"init": False, "repr": False, "eq": False}


def _dataclass(
    cls: type | None = None,
    /,
    *,
    frozen: bool = False,
    order: bool = False,
    eq: bool = True,
    **options: bool,
) -> Any:  # noqa: ANN401 - the type checker sees the standard one
    """Make a dataclass; the options are those of `dataclasses.dataclass`."""

    def build(made: type) -> type:
        if order or _has_a_frozen_base(made):
            standard = dataclasses.dataclass(frozen=frozen, order=order, eq=eq, **options)
            return standard(made)
        built: Any = dataclasses.dataclass(**_SHARED, **options)(made)
        own = set(built.__dict__)
        if "__init__" not in own:
            built.__init__ = _constructor_when_called(built, frozen=frozen)
            built.__signature__ = _Signature()
        if "__repr__" not in own:
            built.__repr__ = _repr
        if eq:
            _compare_by_fields(built, own, frozen=frozen)
        if frozen:
            built.__setattr__, built.__delattr__ = _refuse_to_set, _refuse_to_delete
        if frozen and options.get("slots"):
            built.__getstate__, built.__setstate__ = _state, _set_state
        params = built.__dataclass_params__
        params.init, params.repr, params.eq, params.frozen = True, True, eq, frozen
        return built  # type: ignore[no-any-return]

    return build if cls is None else build(cls)


def _has_a_frozen_base(made: type) -> bool:
    bases = (getattr(base, "__dataclass_params__", None) for base in made.__mro__[1:])
    return any(params is not None and params.frozen for params in bases)


def _constructor_when_called(made: Any, *, frozen: bool) -> Callable[..., None]:  # noqa: ANN401 - a dataclass
    def construct(self: object, *args: object, **named: object) -> None:
        made.__init__ = _constructor(made, frozen=frozen)
        made.__init__(self, *args, **named)

    construct.__annotations__ = _annotations(made)
    return construct


def _annotations(made: Any) -> dict[str, Any]:  # noqa: ANN401 - a dataclass
    return {each.name: each.type for each in fields(made) if each.init} | {"return": None}


class _Signature:
    """What a constructor takes, for whoever asks before it is first called."""

    def __get__(self, _instance: object, owner: Any) -> Signature:  # noqa: ANN401 - a dataclass
        constructor = _constructor(owner, frozen=owner.__dataclass_params__.frozen)
        return signature(MethodType(constructor, owner))


def _constructor(made: Any, *, frozen: bool) -> Callable[..., None]:  # noqa: ANN401 - a dataclass
    known = {"_set": object.__setattr__, "_missing": MISSING}
    by_place, by_name = ["self"], list[str]()
    body = list[str]()
    for field in fields(made):
        if field.init:
            (by_name if field.kw_only else by_place).append(_parameter(field, known))
        value = _value(field, known)
        if value:
            name = field.name
            body.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    head = ", ".join([*by_place, *(["*", *by_name] if by_name else [])])
    lines = "\n  ".join(body or ["pass"])
    exec(f"def __init__({head}):\n  {lines}", known)  # noqa: S102 - of the class's own words
    constructor: Any = known["__init__"]
    constructor.__qualname__ = f"{made.__qualname__}.__init__"
    constructor.__module__ = made.__module__
    constructor.__annotations__ = _annotations(made)
    return constructor  # type: ignore[no-any-return]


def _parameter(field: Field[Any], known: dict[str, Any]) -> str:
    if field.default is not MISSING:
        known[f"_default_{field.name}"] = field.default
        return f"{field.name}=_default_{field.name}"
    return field.name if field.default_factory is MISSING else f"{field.name}=_missing"


def _value(field: Field[Any], known: dict[str, Any]) -> str:
    name = field.name
    if field.default_factory is not MISSING:
        known[f"_factory_{name}"] = field.default_factory
        given = f"{name} if {name} is not _missing else " if field.init else ""
        return f"{given}_factory_{name}()"
    if field.init:
        return name
    if field.default is not MISSING:
        known[f"_default_{name}"] = field.default
        return f"_default_{name}"
    return ""


def _compare_by_fields(built: Any, own: set[str], *, frozen: bool) -> None:  # noqa: ANN401 - a dataclass
    compared = [field.name for field in fields(built) if field.compare]
    values = _getter(compared)

    def equal(self: object, other: object) -> object:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    if "__eq__" not in own:
        built.__eq__ = equal
    if built.__dict__.get("__hash__") is None:
        built.__hash__ = (lambda self: hash(values(self))) if frozen else None


def _getter(names: list[str]) -> Callable[[object], object]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _repr(self: Any) -> str:  # noqa: ANN401 - any dataclass
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    message = f"cannot assign to field {name!r}"
    raise FrozenInstanceError(message)


def _refuse_to_delete(_self: object, name: str) -> None:
    message = f"cannot delete field {name!r}"
    raise FrozenInstanceError(message)


def _state(self: Any) -> list[Any]:  # noqa: ANN401 - any dataclass
    return [getattr(self, name) for name in _names(self)]


def _set_state(self: Any, state: list[Any]) -> None:  # noqa: ANN401 - any dataclass
    for name, value in zip(_names(self), state, strict=True):
        object.__setattr__(self, name, value)


def _names(self: Any) -> Iterator[str]:  # noqa: ANN401 - any dataclass
    return (field.name for field in fields(self))


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass
