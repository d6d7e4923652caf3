"""run_alone.py FILE: runs one file of these tests by pytest, without what the tests of the engine's module share. It ends with
77, which says "skipped", where there is no pytest."""

import sys
from pathlib import Path

try:
    import pytest
except ImportError:
    print("pytest is not installed")
    sys.exit(77)

sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "--noconftest", "-s", "-rs", str(Path(__file__).parent / sys.argv[1])]))
