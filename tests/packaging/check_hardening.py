"""check_hardening.py PROGRAM…: fails when a program lacks what makes its faults harder to use: an address that differs from run to
run, tables that are read-only once it runs, a stack without code, guarded stacks, checked copies, marked targets of jumps."""
import platform
import re
import subprocess
import sys


def said(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def lacks(program):
    header = said("readelf", "-hW", program)
    dynamic = said("readelf", "-dW", program)
    segments = said("readelf", "-lW", program)
    symbols = said("readelf", "-W", "--dyn-syms", program)
    if "DYN" not in header or "PIE" not in dynamic:
        yield "an address of its own in each run (PIE)"
    if not re.search(r"FLAGS_1.*NOW", dynamic):
        yield "all libraries bound at the start (-z now)"
    if "GNU_RELRO" not in segments:
        yield "tables that are read-only then (-z relro)"
    if not re.search(r"GNU_STACK.*\bRW\b", segments):
        yield "a stack without code (-z noexecstack)"
    if re.search(r"\b(RPATH)\b", dynamic):
        yield "libraries of the system alone (it has an RPATH)"
    if "__stack_chk_fail" not in symbols:
        yield "guarded stacks (-fstack-protector-strong)"
    if not re.search(r"__\w+_chk\b(?<!__stack_chk)", symbols.replace("__stack_chk_fail", "")):
        yield "checked copies (_FORTIFY_SOURCE)"
    if platform.machine() == "x86_64":
        start = re.search(r"\.text\s+PROGBITS\s+([0-9a-f]+)", said("readelf", "-SW", program))
        begin = int(start.group(1), 16)
        code = said("objdump", "-d", f"--start-address={begin}", f"--stop-address={begin + 200000}", program)
        if code.count("endbr64") < 50:
            yield "marked targets of jumps (-fcf-protection)"


def main():
    found = [f"{program} lacks {what}" for program in sys.argv[1:] for what in lacks(program)]
    print("\n".join(found) or f"{len(sys.argv) - 1} programs have all of it")
    sys.exit(1 if found else 0)


main()
