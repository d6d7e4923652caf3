"""What programs rely on from version 1.0.0 on: names of the package, and the arguments that each takes, as promised.json has them.

POLYLOGUE_WRITE_PROMISES=1 adds what is new to promised.json; nothing is ever taken away from there before version 2.
"""

import importlib
import inspect
import json
import os
from pathlib import Path

import pytest

PROMISED = Path(__file__).with_name("promised.json")
MODULES = ["", "agreement", "annotation", "datasets", "errors", "figure", "mmsdk", "models", "sequences", "torch", "window"]


def arguments(thing):
    """Names of a function's arguments, in their order; ``*`` before those that go by name alone, ``=`` behind one that may be left out."""
    try:
        parameters = inspect.signature(thing).parameters.values()
    except (TypeError, ValueError):
        return []
    named = []
    for parameter in parameters:
        if parameter.kind is parameter.VAR_POSITIONAL:
            named.append("*" + parameter.name)
        elif parameter.kind is parameter.VAR_KEYWORD:
            named.append("**" + parameter.name)
        else:
            mark = "*," if parameter.kind is parameter.KEYWORD_ONLY else ""
            named.append(mark + parameter.name + ("=" if parameter.default is not parameter.empty else ""))
    return named


def surface():
    """Each public name, ``agreement.Ratings.alpha``, with its arguments; None for what is not called."""
    found = {}
    for module in MODULES:
        try:
            holder = importlib.import_module(".".join(["polylogue", module]).strip("."))
        except ImportError:  # torch is not installed
            continue
        for name in getattr(holder, "__all__", [name for name in vars(holder) if not name.startswith("_")]):
            thing = getattr(holder, name)
            if inspect.ismodule(thing) or not getattr(thing, "__module__", "polylogue").startswith("polylogue"):
                continue
            path = f"{module}.{name}".strip(".")
            found[path] = arguments(thing) if callable(thing) else None
            if not inspect.isclass(thing):
                continue
            for field in getattr(thing, "__annotations__", {}):
                if not field.startswith("_"):
                    found[f"{path}.{field}"] = None
            for member, value in inspect.getmembers(thing):
                inner = getattr(value, "__func__", value)
                of_ours = getattr(inner, "__module__", None) or getattr(getattr(inner, "fget", None), "__module__", "")
                if not member.startswith("_") and str(of_ours).startswith("polylogue"):
                    found[f"{path}.{member}"] = arguments(value) if callable(value) else None
    return found


def breaks(before, now):
    """Why a call that followed ``before`` may fail with ``now``; an empty text where none does."""
    if before is None or now is None:
        return "" if (before is None) == (now is None) else "is called no longer, or only now"
    by_position = [name.rstrip("=") for name in before if not name.startswith("*")]
    stands = [name.rstrip("=") for name in now if not name.startswith("*")]
    if stands[: len(by_position)] != by_position:
        return f"takes {stands}, not {by_position}, in this order"
    names = {name.removeprefix("*,").rstrip("=") for name in now}
    gone = [name for name in before if name.removeprefix("*,").rstrip("=") not in names]
    if gone:
        return f"no longer takes {gone}"
    optional = {name.removeprefix("*,").rstrip("=") for name in before if name.endswith("=")}
    needed = {name.removeprefix("*,") for name in now if not name.endswith("=")}
    known = {name.removeprefix("*,").rstrip("=") for name in before}
    asks = [name for name in needed if not name.startswith("*") and (name not in known or name in optional)]
    return f"now needs {asks}" if asks else ""


def test_what_is_promised_is_there():
    now = surface()
    if os.environ.get("POLYLOGUE_WRITE_PROMISES"):
        kept = json.loads(PROMISED.read_text()) if PROMISED.exists() else {}
        lines = (f"{json.dumps(name)}: {json.dumps(taken)}" for name, taken in sorted((now | kept).items()))
        PROMISED.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    promised = json.loads(PROMISED.read_text())
    assert len(promised) > 200
    has_torch = any(name.startswith("torch.") for name in now)
    faults = []
    for name, before in promised.items():
        if name.startswith("torch.") and not has_torch:
            continue
        if name not in now:
            faults.append(f"{name} is gone")
        elif why := breaks(before, now[name]):
            faults.append(f"{name} {why}")
    assert not faults
    new = sorted(set(now) - set(promised))
    assert not new, f"public, and not promised yet (POLYLOGUE_WRITE_PROMISES=1 writes them): {new}"


@pytest.mark.parametrize(
    ("before", "now", "fails"),
    [
        (["a", "b="], ["a", "b=", "c="], False),
        (["a", "b="], ["a", "b=", "*,c="], False),
        (["a", "b="], ["b=", "a"], True),
        (["a"], ["a", "c"], True),
        (["a"], ["a", "*,c"], True),
        (["a", "*,c="], ["a", "*,c"], True),
        (["a", "b="], ["a", "b"], True),
        (["a", "*,c="], ["a"], True),
        (["a"], ["a="], False),
        ([], None, True),
        (None, None, False),
    ],
)
def test_a_break_is_seen(before, now, fails):
    assert bool(breaks(before, now)) == fails
