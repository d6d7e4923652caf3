"""``python -m polylogue.mmsdk program.py arguments…``: runs a program that was written for ``mmsdk``."""

from __future__ import annotations

import os
import runpy
import sys

from . import install


def main() -> None:
    """Runs the program that the arguments name, as Python would run it."""
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        print("usage: python -m polylogue.mmsdk PROGRAM.py [ARGUMENT…]")
        print("runs a program that imports mmsdk with Polylogue's engine in the place of the SDK")
        sys.exit(0 if len(sys.argv) > 1 else 2)
    install()
    del sys.argv[0]
    program = sys.argv[0]
    sys.path[0] = os.path.dirname(os.path.abspath(program))
    runpy.run_path(program, run_name="__main__")


main()
