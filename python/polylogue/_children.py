"""Programs that do work in a process of their own, and what they say meanwhile."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Any

from ._programs import program
from .errors import Error, made


class Collected(threading.Thread):
    """Reads one stream of a child to its end, while the other is looked at line by line."""

    def __init__(self, stream: IO[str]) -> None:
        super().__init__(daemon=True)
        self._stream = stream
        self._text = ""
        self.start()

    def run(self) -> None:
        self._text = self._stream.read()

    def text(self) -> str:
        """All of it, once the stream has ended."""
        self.join()
        return self._text


class Child:
    """A program that runs. Leaving the ``with`` block early, by Ctrl-C too, ends it.

    Args:
        name: ``polylogue-models``, ``polylogue-extract`` …
        arguments: of its command line.
    """

    def __init__(self, name: str, arguments: Sequence[str]) -> None:
        self.name = name
        self._process = subprocess.Popen(
            [str(program(name)), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        assert self._process.stdout is not None and self._process.stderr is not None
        self.stdout = self._process.stdout
        self.stderr = self._process.stderr

    def __enter__(self) -> Child:
        return self

    def __exit__(self, kind: object, *ignored: object) -> None:
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self.stdout.close()
        self.stderr.close()

    def finish(self, said: str) -> None:
        """Waits for the end. @param said: what the program wrote on stderr.

        Raises:
            Error: it failed, with the sentence that it said.
        """
        code = self._process.wait()
        if code == 0:
            return
        lines = [line for line in said.splitlines() if line.strip() and not line.startswith(("progress ", "Run with --help"))]
        sentence = lines[-1] if lines else f"{self.name} ended with {code}"
        sentence = sentence.removeprefix(f"{self.name}: ")
        if code < 0:
            raise Error(f"{self.name} was ended by signal {-code}: {sentence}", "program_ended")
        raise made("FormatError" if code in (1, 2) else "Error", "program_failed", sentence)


def output(name: str, arguments: Sequence[str], told: Callable[[float], object] | None = None) -> str:
    """What a program writes on stdout; meanwhile lines ``progress 0.25`` of stderr are told.

    Raises:
        Error: it failed, with the sentence that it said.
    """
    with Child(name, arguments) as child:
        written = Collected(child.stdout)
        said = []
        for line in child.stderr:
            if line.startswith("progress "):
                if told is not None:
                    told(float(line.split()[1]))
            else:
                said.append(line)
        text = written.text()
        child.finish("".join(said))
    return text


def json_lines(text: str) -> Iterator[Any]:
    """The values of lines of JSON; other lines are passed over."""
    for line in text.splitlines():
        if line.startswith(("{", "[")):
            yield json.loads(line)
