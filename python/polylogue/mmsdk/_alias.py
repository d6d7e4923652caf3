"""Dicts by the name of a sequence, which also know the spelling that the SDK gives to bare text."""

from __future__ import annotations

from typing import Any, TypeVar

Value = TypeVar("Value")

_plain: Any = dict  # whose methods see what a dict holds, whatever its class says


def resolved(names: dict[str, Any], name: Any) -> Any:
    """The key that `name` means: ``b'All Labels'`` is ``All Labels`` where only that is there."""
    if isinstance(name, str) and not _plain.__contains__(names, name):
        if len(name) > 3 and name[:2] in ("b'", 'b"') and name[-1] == name[1]:
            if _plain.__contains__(names, name[2:-1]):
                return name[2:-1]
    return name


class Named(dict[str, Value]):
    """A dict; ``b'KEY'`` leads to what ``KEY`` holds."""

    __slots__ = ()

    def __missing__(self, name: str) -> Value:
        key = resolved(self, name)
        if key == name:
            raise KeyError(name)
        held: Value = _plain.__getitem__(self, key)
        return held

    def __contains__(self, name: object) -> bool:
        return bool(_plain.__contains__(self, resolved(self, name)))

    def __delitem__(self, name: str) -> None:
        _plain.__delitem__(self, resolved(self, name))

    def get(self, name: Any, otherwise: Any = None) -> Any:
        return _plain.get(self, resolved(self, name), otherwise)

    def pop(self, name: Any, *otherwise: Any) -> Any:
        return _plain.pop(self, resolved(self, name), *otherwise)

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        """A plain dict, so that every `mmsdk` reads what is pickled."""
        return dict, (), None, None, iter(_plain.items(self))
