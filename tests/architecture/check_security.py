"""check_security.py ROOT BUILD: fails when docs/security.md names a test or a fuzzer that is not there."""
import re
import subprocess
import sys


def main(root, build):
    with open(f"{root}/docs/security.md", encoding="utf-8") as document:
        text = document.read()
    listed = subprocess.run(["ctest", "--test-dir", build, "-N"], capture_output=True, text=True, check=True).stdout
    tests = set(re.findall(r"Test +#\d+: (\S+)", listed))
    named = set(re.findall(r"`((?:engine|app|widgets|faults|packaging|scripts)\.[a-z_.]+)`", text))
    missing = [f"docs/security.md names the test {name}, which is not there" for name in sorted(named - tests)]
    for rows in re.findall(r"fuzzers? (`[^|]*)", text):
        for name in re.findall(r"`([a-z_]+)(?:-…)?`", rows):
            try:
                open(f"{root}/tests/fuzz/fuzz_{name}.cpp", encoding="utf-8").close()
            except OSError:
                missing.append(f"docs/security.md names the fuzzer {name}, which is not there")
    print("\n".join(missing) or f"{len(named)} tests are there")
    sys.exit(1 if missing or len(named) < 15 else 0)


main(sys.argv[1], sys.argv[2])
