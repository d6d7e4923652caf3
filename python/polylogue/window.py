"""A Polylogue window that listens (``polylogue --listen``), moved and read by a script.

    >>> import polylogue
    >>> w = polylogue.Window.connect()
    >>> w.open(w.videos[0])
    >>> w.playhead = 12.5
    >>> w.run("align-video")

The module needs the standard library alone; arrays may be NumPy's. Times are seconds of media time. The protocol is
not promised: a script and a window of the same version belong together.
"""

from __future__ import annotations

import array
import glob
import importlib
import os
import re
import socket
import struct
import sys
import tempfile
import time
from collections import deque
from types import TracebackType
from typing import Any, Callable, Deque, Dict, Iterable, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Type, Union

from .errors import Error

__all__ = ["Window", "WindowError", "Segment", "Selection", "Command"]

_MOST_BYTES = 16 * 1024 * 1024  # of one message; the window takes no more
_MOST_ANSWER = 256 * 1024 * 1024


class WindowError(Error, RuntimeError):
    """The window is not there, or refused what was asked.

    ``code`` is stable for machines: ``not_listening``, ``closed``, ``bad_token``, ``too_many``, ``unread``, ``late``,
    ``bad_request``, ``bad_frame``, ``disabled``, ``dialog_open``, ``no_video``, ``no_tier``, ``no_segment``, ``no_command``,
    ``no_annotator``, ``refused``, ``failed``, ….
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message, code)

    def __reduce__(self) -> Tuple[Any, ...]:
        return (WindowError, (self.code, str(self)))


# ---------------------------------------------------------------------------------------------------- messages

def _head(major: int, count: int) -> bytes:
    if count < 24:
        return bytes([major << 5 | count])
    for code, form, limit in ((24, ">B", 1 << 8), (25, ">H", 1 << 16), (26, ">I", 1 << 32), (27, ">Q", 1 << 64)):
        if count < limit:
            return bytes([major << 5 | code]) + struct.pack(form, count)
    raise OverflowError(f"{count} is too large for a message")


def _encode(value: Any, out: bytearray) -> None:
    """Appends `value` as CBOR (RFC 8949)."""
    if value is None:
        out += b"\xf6"
    elif value is True:
        out += b"\xf5"
    elif value is False:
        out += b"\xf4"
    elif isinstance(value, int):
        out += _head(0, value) if value >= 0 else _head(1, -1 - value)
    elif isinstance(value, float):
        out += b"\xfb" + struct.pack(">d", value)
    elif isinstance(value, str):
        text = value.encode("utf-8", "replace")
        out += _head(3, len(text)) + text
    elif isinstance(value, (bytes, bytearray, memoryview)):
        size = memoryview(value).nbytes
        out += _head(2, size)
        out += value
    elif isinstance(value, Mapping):
        out += _head(5, len(value))
        for key, one in value.items():
            _encode(str(key), out)
            _encode(one, out)
    elif isinstance(value, (list, tuple)):
        out += _head(4, len(value))
        for one in value:
            _encode(one, out)
    elif hasattr(value, "item"):  # a number of NumPy
        _encode(value.item(), out)
    else:
        raise TypeError(f"a message cannot hold {type(value).__name__}")


_SIZES = {24: ">B", 25: ">H", 26: ">I", 27: ">Q"}


def _decode(data: memoryview, at: int) -> Tuple[Any, int]:
    """The value that begins at `at`, and where the next one begins."""
    first = data[at]
    major, low = first >> 5, first & 31
    at += 1
    if major == 7:
        if low == 20 or low == 21:
            return low == 21, at
        if low == 22 or low == 23:
            return None, at
        form = {25: ">e", 26: ">f", 27: ">d"}.get(low)
        if form is None:
            raise ValueError("unknown CBOR value")
        size = struct.calcsize(form)
        return struct.unpack(form, data[at:at + size])[0], at + size
    if low < 24:
        count = low
    elif low in _SIZES:
        size = struct.calcsize(_SIZES[low])
        count = struct.unpack(_SIZES[low], data[at:at + size])[0]
        at += size
    else:
        raise ValueError("CBOR of unknown length")
    if major == 0:
        return count, at
    if major == 1:
        return -1 - count, at
    if major in (2, 3):
        raw = bytes(data[at:at + count])
        return (raw if major == 2 else raw.decode("utf-8", "replace")), at + count
    if major == 4:
        items: List[Any] = []
        for _ in range(count):
            value, at = _decode(data, at)
            items.append(value)
        return items, at
    if major == 5:
        fields: Dict[str, Any] = {}
        for _ in range(count):
            key, at = _decode(data, at)
            fields[key], at = _decode(data, at)
        return fields, at
    raise ValueError("CBOR with a tag")


def _numbers(values: Any, name: str, columns: Optional[int] = None) -> Dict[str, Any]:
    """`values` as the message's array: shape, type, bytes. Takes NumPy arrays, what has ``__array__``, and nested lists.

    :param columns: how many each row must have; 0: a list of numbers; None: either
    """
    numpy: Any = sys.modules.get("numpy")
    if numpy is None and hasattr(values, "__array__"):
        numpy = importlib.import_module("numpy")
    if numpy is not None:
        try:
            taken = numpy.asarray(values)
        except ValueError as error:
            raise ValueError(f"{name} is no array: {error}") from None
        if taken.dtype.kind not in "fiub":
            raise TypeError(f"{name} must be numbers, not {taken.dtype}")
        kind = "f4" if taken.dtype == numpy.float32 else "f8"
        taken = numpy.ascontiguousarray(taken, dtype="<" + kind)
        shape, data = list(taken.shape), taken.tobytes()
    else:
        rows = list(values)
        flat = array.array("d")
        if rows and isinstance(rows[0], (list, tuple)):
            width = len(rows[0])
            if any(not isinstance(row, (list, tuple)) or len(row) != width for row in rows):
                raise ValueError(f"the rows of {name} differ in their lengths")
            for row in rows:
                flat.extend(float(value) for value in row)
            shape = [len(rows), width]
        else:
            flat.extend(float(value) for value in rows)
            shape = [len(rows)]
        kind = "f8"
        if sys.byteorder == "big":
            flat.byteswap()
        data = flat.tobytes()
    if shape == [0] and columns:
        shape = [0, columns]
    fits = {None: len(shape) in (1, 2), 0: len(shape) == 1}.get(columns, len(shape) == 2 and shape[-1] == columns)
    if not fits:
        wanted = {None: "[N] or [N, D]", 0: "[N]"}.get(columns, f"[N, {columns}]")
        raise ValueError(f"{name} has the shape {shape}, expected {wanted}")
    return {"shape": shape, "type": kind, "data": data}


# ---------------------------------------------------------------------------------------------------- where windows are

def _folder() -> str:
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime:
        return os.path.join(runtime, "polylogue-scripts")
    return os.path.join(tempfile.gettempdir(), f"polylogue-scripts-{os.getuid()}")


def _sockets() -> List[str]:
    """Sockets of windows, the newest first."""

    def age(path: str) -> float:
        try:
            return -os.stat(path).st_mtime
        except OSError:
            return 0.0

    return sorted(glob.glob(os.path.join(glob.escape(_folder()), "window-*.sock")), key=age)


# ---------------------------------------------------------------------------------------------------- what windows say

def _point(id: str) -> str:
    """What *Space* calls a segment: it counts the segments of a video from 1."""
    return re.sub(r"\[(\d+)\]$", lambda found: f"[{int(found[1]) + 1}]", id)


class Selection:
    """What is selected: segments of one tier, and a span of time."""

    __slots__ = ("tier", "ids", "span", "places")

    def __init__(self, tier: str = "", ids: Sequence[int] = (),
                 span: Optional[Tuple[float, float]] = None, places: Sequence[int] = ()) -> None:
        self.tier = tier
        """The tier in hand: ``words``, ``labels``, or one of the project."""
        self.ids = tuple(ids)
        """Numbers of its selected segments, in the order of time."""
        self.span = span
        """The span of the ruler that is selected, in seconds; None: none is."""
        self.places = tuple(places)
        """Where these segments are in the tier, in the order of time, from 0: what `Window.select` takes."""

    def __eq__(self, other: object) -> bool:
        return (isinstance(other, Selection)
                and (self.tier, self.ids, self.span) == (other.tier, other.ids, other.span))

    def __repr__(self) -> str:
        return f"Selection(tier={self.tier!r}, ids={self.ids!r}, span={self.span!r})"

    @classmethod
    def _of(cls, said: Mapping[str, Any]) -> "Selection":
        span = said.get("span")
        return cls(said["tier"], said["ids"], (span[0], span[1]) if span else None, said.get("places", ()))


class Segment(NamedTuple):
    """A segment of the video in sight."""

    place: int
    """In the tier, in the order of time, from 0: what `Window.label` and `Window.edit_segments` take."""
    id: int
    """The project's number of it: it stays when places change, once the tier is part of the project."""
    start: float
    end: float
    """In seconds."""
    text: str
    values: Dict[str, Union[float, str]]
    """By label."""


class Command:
    """A command of the window, as menus and palette have it."""

    __slots__ = ("name", "text", "enabled", "checkable", "checked", "keys", "menu")

    def __init__(self, name: str, text: str, enabled: bool, checkable: bool = False, checked: bool = False,
                 keys: Sequence[str] = (), menu: str = "") -> None:
        self.name = name
        """What `Window.run` takes: the same in every language."""
        self.text = text
        """As the menu has it, in the window's language."""
        self.enabled = enabled
        """Whether it can be run now."""
        self.checkable = checkable
        self.checked = checked
        self.keys = tuple(keys)
        self.menu = menu

    def __repr__(self) -> str:
        return f"Command({self.name!r}, {self.text!r}, enabled={self.enabled})"


Callback = Callable[[Dict[str, Any]], Any]


class Window:
    """A window that listens. ``Window.connect()`` finds it; ``close()`` or ``with`` ends the connection, not the window.

    Everything that the window refuses is a `WindowError`. Calls wait for the window's answer. Callbacks are called
    within `wait` and `wait_for`, on the thread that calls these.
    """

    def __init__(self, path: str, token: str, timeout: float = 30.0) -> None:
        """Use `connect`.

        :param timeout: seconds after which a window that does not answer is given up
        """
        self._path = path
        self._timeout = timeout
        self._next = 1
        self._buffer = bytearray()
        self._events: Deque[Dict[str, Any]] = deque(maxlen=100_000)
        self._callbacks: Dict[str, List[Callback]] = {}
        self._socket: Optional[socket.socket] = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.settimeout(timeout)
            self._socket.connect(path)
        except OSError as error:
            self.close()
            raise WindowError("not_listening", f"{path}: {error.strerror or error}") from None
        try:
            self._send({"token": token})
            hello = self._receive(time.monotonic() + timeout)
        except WindowError:
            self.close()
            raise
        self.version: str = str(hello.get("hello", {}).get("version", ""))
        """Of the program."""

    @classmethod
    def connect(cls, path: Optional[str] = None, timeout: float = 30.0) -> "Window":
        """Connects to the window that began to listen last.

        :param path: a socket that ``polylogue --listen`` named, where there are several windows
        :param timeout: seconds after which a window that does not answer is given up
        :raises WindowError: ``not_listening`` where no window listens, ``bad_token``, ``too_many``
        """
        found = [path] if path else _sockets()
        last: Optional[WindowError] = None
        for one in found:
            try:
                with open(one[:-len(".sock")] + ".token", encoding="ascii") as file:
                    token = file.read().strip()
                return cls(one, token, timeout)
            except OSError as error:
                last = WindowError("not_listening", f"{one}: its token cannot be read ({error.strerror})")
            except WindowError as error:
                if error.code != "not_listening":
                    raise
                last = error  # left by a window that was killed
        raise last or WindowError("not_listening",
                                  f"No window listens in {_folder()}: start one by `polylogue --listen`.")

    # -------------------------------------------------------------------------------------------- the wire

    def _send(self, message: Mapping[str, Any]) -> None:
        body = bytearray()
        _encode(message, body)
        if len(body) > _MOST_BYTES:
            raise WindowError("too_large", f"A message has {len(body)} bytes; the window takes {_MOST_BYTES} at most.")
        if self._socket is None:
            raise WindowError("closed", "The connection to the window is closed.")
        try:
            self._socket.settimeout(self._timeout)
            self._socket.sendall(struct.pack("<I", len(body)) + body)
        except (BrokenPipeError, ConnectionError):
            self._say_why_over()
        except OSError as error:
            self.close()
            raise WindowError("closed", f"The window takes nothing any more: {error}") from None

    def _say_why_over(self) -> None:
        """The connection broke: raises what the window said last."""
        try:
            while True:
                self._receive(time.monotonic() + 1.0)
        except WindowError as error:
            self.close()
            raise error from None

    def _frame(self) -> Optional[Dict[str, Any]]:
        if len(self._buffer) < 4:
            return None
        size = struct.unpack_from("<I", self._buffer)[0]
        if size > _MOST_ANSWER:
            self.close()
            raise WindowError("bad_frame", f"The window announced {size} bytes.")
        if len(self._buffer) < 4 + size:
            return None
        with memoryview(self._buffer) as whole, whole[4:4 + size] as body:
            try:
                message, end = _decode(body, 0)
            except (ValueError, IndexError, struct.error, RecursionError) as error:
                raise WindowError("bad_frame", f"The window sent nonsense: {error}") from None
        del self._buffer[:4 + size]
        if not isinstance(message, dict):
            raise WindowError("bad_frame", "The window sent nonsense.")
        return message

    def _receive(self, until: float) -> Dict[str, Any]:
        """The next message that is no event. Events are kept for `wait`."""
        while True:
            message = self._frame()
            if message is not None:
                if "events" in message:
                    self._events.extend(message["events"])
                    continue
                if "bye" in message:
                    self._take_leave(message)
                return message
            self._read(until)

    def _take_leave(self, message: Mapping[str, Any]) -> None:
        self.close()
        raise WindowError(str(message.get("code", "closed")), str(message["bye"]))

    def _read(self, until: float) -> None:
        if self._socket is None:
            raise WindowError("closed", "The connection to the window is closed.")
        left = until - time.monotonic()
        if left <= 0:
            raise WindowError("late", "The window did not answer in time.")
        try:
            self._socket.settimeout(left)
            piece = self._socket.recv(1 << 18)
        except socket.timeout:
            raise WindowError("late", "The window did not answer in time.") from None
        except InterruptedError:
            return
        except OSError as error:
            self.close()
            raise WindowError("closed", f"The window is gone: {error}") from None
        if not piece:
            self.close()
            raise WindowError("closed", "The window is gone.")
        self._buffer += piece

    def _ask(self, what: str, patience: Optional[float] = None, **fields: Any) -> Any:
        number, self._next = self._next, self._next + 1
        self._send({"id": number, "do": what, **{key: value for key, value in fields.items() if value is not None}})
        until = time.monotonic() + (self._timeout if patience is None else patience)
        while True:
            answer = self._receive(until)
            if answer.get("id") != number:
                continue  # of a request that was given up
            if "error" in answer:
                raise WindowError(str(answer["error"]["code"]), str(answer["error"]["message"]))
            return answer.get("ok")

    def close(self) -> None:
        """Ends the connection; the window stays. Layers that the script added stay, too, until the window closes."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    @property
    def closed(self) -> bool:
        return self._socket is None

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException],
                 trace: Optional[TracebackType]) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<polylogue.Window {self._path}{', closed' if self.closed else ''}>"

    # -------------------------------------------------------------------------------------------- state

    @property
    def state(self) -> Dict[str, Any]:
        """Everything at once: ``dataset``, ``project``, ``writable``, ``video``, ``in_sight``, ``seconds``, ``duration``,
        ``playing``, ``rate``, ``preset``, ``selection``, ``annotator``, ``blind`` (a pass of review hides labels), ``busy``
        (why nothing can be changed now), ``settled``."""
        return dict(self._ask("state"))

    @property
    def videos(self) -> List[str]:
        """Ids of all videos of the open dataset."""
        return list(self._ask("videos"))

    @property
    def video(self) -> str:
        """Id of the video in sight; empty: none. Setting it is `open`."""
        return str(self._ask("state")["in_sight"])

    @video.setter
    def video(self, video: str) -> None:
        self.open(video)

    @property
    def duration(self) -> float:
        """Of the video in sight, in seconds; 0: none, or not known yet."""
        return float(self._ask("state")["duration"])

    @property
    def playhead(self) -> float:
        """Where the playhead is, in seconds."""
        return float(self._ask("state")["seconds"])

    @playhead.setter
    def playhead(self, seconds: float) -> None:
        self._ask("seek", seconds=float(seconds))

    @property
    def playing(self) -> bool:
        return bool(self._ask("state")["playing"])

    @property
    def selection(self) -> Selection:
        """What is selected. Set a `Selection`, a span ``(start, end)`` in seconds, or None: nothing."""
        return Selection._of(self._ask("state")["selection"])

    @selection.setter
    def selection(self, what: Union[Selection, Tuple[float, float], None]) -> None:
        if what is None:
            self._ask("select")
        elif isinstance(what, Selection):
            self._ask("select", tier=what.tier or None, ids=list(what.ids), span=list(what.span) if what.span else None)
        else:
            start, end = what
            self._ask("select", span=[float(start), float(end)])

    def select(self, tier: str, places: Iterable[int]) -> None:
        """Selects segments of a tier of the video in sight by their places in the order of time, from 0."""
        self._ask("select", tier=tier, places=[int(place) for place in places])

    @property
    def preset(self) -> str:
        """The mode: ``explore``, ``align``, ``review``, ``transcribe``, ``dataset``."""
        return str(self._ask("state")["preset"])

    @preset.setter
    def preset(self, name: str) -> None:
        self._ask("mode", name=name)

    @property
    def annotator(self) -> str:
        """Who gives values from now on; each value that `label` gives is kept under this name."""
        return str(self._ask("state")["annotator"])

    @annotator.setter
    def annotator(self, name: str) -> None:
        self._ask("annotator", name=name)

    def open(self, video: str, seconds: Optional[float] = None) -> None:
        """Opens a video of the dataset and waits until it is in sight.

        :param seconds: where the playhead goes; None: where it was last
        :raises WindowError: ``no_video`` where the dataset has none of this id, ``late``
        """
        self._ask("open", patience=self._timeout + 120.0, video=video,
                  seconds=None if seconds is None else float(seconds))

    def open_files(self, *paths: Union[str, "os.PathLike[str]"]) -> None:
        """Opens media, sequences, a dataset list or a folder, as if they were dropped on the window. It does not wait:
        `settle` does. What the window cannot read it says itself.

        :raises WindowError: ``file_not_found``
        """
        absolute = [os.path.abspath(os.fspath(path)) for path in paths]
        for path in absolute:
            if not os.path.exists(path):
                raise WindowError("file_not_found", f"{path}: there is no such file")
        self._ask("open_files", paths=absolute)

    def play(self, start: Optional[float] = None, end: Optional[float] = None) -> None:
        """Plays from the playhead, or a span once. :param start, end: in seconds"""
        if (start is None) != (end is None):
            raise ValueError("a span has a start and an end")
        self._ask("play", span=None if start is None else [float(start), float(end or 0.0)])

    def pause(self) -> None:
        self._ask("pause")

    def settle(self, seconds: float = 60.0) -> bool:
        """Waits until everything in sight is drawn and predicted. :returns: False when it was not after `seconds`"""
        return bool(self._ask("settle", patience=seconds + self._timeout, seconds=float(seconds)))

    # -------------------------------------------------------------------------------------------- commands

    def commands(self) -> List[Command]:
        """All commands of the window, with those that cannot be run now."""
        return [Command(**one) for one in self._ask("commands")]

    def run(self, name: str, checked: Optional[bool] = None, answered: bool = False) -> Optional[str]:
        """Runs a command, as if a person had chosen it, and waits until it is done or asks something.

        :param name: of `commands`
        :param checked: of a command that is on or off: only where it is not so already
        :param answered: waits, without an end, until a person has answered the dialog that it opens
        :returns: the title of the dialog that the command opened and that waits for an answer; None: there is none
        :raises WindowError: ``no_command``, ``disabled``, ``dialog_open`` while another dialog is open
        """
        dialog = self._ask("run", patience=self._timeout + 600.0, name=name, checked=checked)["dialog"]
        if dialog is None:
            return None
        if answered:
            while self._ask("state")["busy"]:
                self.wait(0.1)
            return None
        return str(dialog["title"] or dialog["name"] or "dialog")

    def close_dialog(self) -> bool:
        """Leaves the dialog that is open, as Escape does. :returns: whether there was one"""
        return bool(self._ask("close_dialog"))

    def segments(self, tier: str = "labels") -> List[Segment]:
        """The segments of a tier of the video in sight, in the order of time.

        :raises WindowError: ``no_tier``, ``no_video``, ``blind`` while a pass of review hides labels
        """
        found: List[Segment] = []
        while True:
            said = self._ask("segments", tier=tier, first=len(found))
            for number, (start, end), text, values in zip(said["ids"], said["spans"], said["texts"], said["values"]):
                found.append(Segment(len(found), number, start, end, text, values))
            if not said["ids"] or len(found) >= said["count"]:
                return found

    def label(self, segment: int, label: str, value: Union[float, str, None], tier: str = "labels") -> None:
        """Gives a segment of the video in sight a value, as a step that a person can undo. A segment has one value of each
        label, the last that was given; answers of several people stand side by side in passes of review.

        :param segment: its place in the tier in the order of time, from 0
        :param label: a label of the tier: ``sentiment``
        :param value: a number on the label's scale, or one of its terms; None: no value any more
        :raises WindowError: ``no_annotator`` until `annotator` was set once, ``no_tier``, ``no_segment``, ``refused``
        """
        if isinstance(value, bool) or not (value is None or isinstance(value, str)):
            value = float(value)
        self._ask("label", tier=tier, segment=int(segment), label=label, value=value)

    def edit_segments(self, tier: str, move: Iterable[Tuple[int, float, float]] = (),
                      retype: Iterable[Tuple[int, str]] = (),
                      add: Iterable[Union[Tuple[float, float], Tuple[float, float, str]]] = (),
                      remove: Iterable[int] = ()) -> None:
        """Edits segments of a tier of the video in sight, all in one step that a person can undo. Places are those before
        the step, in the order of time, from 0; nothing makes room by itself.

        :param move: places with their new starts and ends in seconds
        :param retype: places with their new texts
        :param add: starts and ends of new segments, with a text or without
        :param remove: places
        :raises WindowError: ``no_tier``, ``no_segment``, ``refused`` where segments would overlap, lie behind the end of
            the video, or depend on others
        """
        moved, retyped = list(move), list(retype)
        added = [(*one, "") if len(one) == 2 else one for one in add]
        self._ask("edit_segments", tier=tier,
                  moved=[int(place) for place, _, _ in moved],
                  times=_numbers([[float(start), float(end)] for _, start, end in moved], "move", 2),
                  retyped=[int(place) for place, _ in retyped], texts=[str(text) for _, text in retyped],
                  added=_numbers([[float(start), float(end)] for start, end, _ in added], "add", 2),
                  added_texts=[str(text) for _, _, text in added], removed=[int(place) for place in remove])

    def redo(self) -> bool:
        """Does the step again that was taken back last. :returns: whether there was one"""
        return bool(self._ask("redo"))

    def undo(self) -> bool:
        """Takes back the last step of the history. :returns: whether there was one"""
        return bool(self._ask("undo"))

    # -------------------------------------------------------------------------------------------- layers

    def add_track(self, name: str, times: Any, values: Any, names: Optional[Sequence[str]] = None,
                  video: Optional[str] = None) -> None:
        """Shows an array as a track of the timeline, as features are shown. Nothing is written into the project; a track of
        the same name is replaced.

        :param times: N moments in seconds, at which rows begin, ascending; or N × 2 starts and ends
        :param values: N, or N × D, numbers; NaN where there is none
        :param names: of the D columns
        :param video: to which it belongs; None: the one in sight
        :raises ValueError: where shapes do not agree; WindowError: ``no_video``, ``too_large`` for more than 16 MiB
        """
        self._ask("add_track", name=name, times=_numbers(times, "times"), values=_numbers(values, "values"),
                  names=None if names is None else [str(one) for one in names], video=video)

    def add_points(self, name: str, times: Any, texts: Optional[Sequence[str]] = None,
                   video: Optional[str] = None) -> None:
        """Shows moments as flags on a track of the timeline. Nothing is written into the project.

        :param times: N moments in seconds
        :param texts: N; None: none
        """
        self._ask("add_points", name=name, times=_numbers(times, "times", 0),
                  texts=None if texts is None else [str(one) for one in texts], video=video)

    def add_segments(self, name: str, spans: Any, texts: Optional[Sequence[str]] = None,
                     video: Optional[str] = None, write: bool = False) -> None:
        """Shows spans as boxes on a track of the timeline.

        :param spans: N × 2 starts and ends in seconds
        :param texts: N; None: none
        :param write: into the project, as a tier of this name that did not exist before, in one step that a person can
            undo; otherwise nothing is written
        :raises WindowError: ``refused`` with the reason where the project cannot take the tier
        """
        self._ask("write_segments" if write else "show_segments", name=name, spans=_numbers(spans, "spans", 2),
                  texts=None if texts is None else [str(one) for one in texts], video=video)

    def remove(self, name: str, video: Optional[str] = None) -> bool:
        """Removes a track that a script added. :returns: whether there was one"""
        return bool(self._ask("remove_layer", name=name, video=video))

    def colour_space(self, values: Mapping[str, float], name: str = "script") -> None:
        """Colours the points of *Space* by numbers of one's own: a choice *name* among the colours, which is taken.

        :param values: by id of a segment (``video[3]``, from 0 within its video, as everywhere) or of a video (all its segments);
            points without one are grey. Empty: the choice goes
        """
        ids = list(values)
        self._ask("colour_space", name=name, ids=[_point(str(one)) for one in ids],
                  values=_numbers([float(values[one]) for one in ids], "values", 0))

    # -------------------------------------------------------------------------------------------- pictures

    def picture(self) -> bytes:
        """What the window shows now, as PNG; dialogs before it are not in the picture."""
        return bytes(self._ask("picture", of="window"))

    def timeline_picture(self) -> bytes:
        """What the timeline shows now, heads included, as PNG."""
        return bytes(self._ask("picture", of="timeline"))

    def _repr_png_(self) -> Optional[bytes]:
        return None if self.closed else self.picture()

    def show(self) -> Any:
        """In a notebook: the picture of the window as output of the cell. Elsewhere the picture's bytes (PNG)."""
        png = self.picture()
        try:
            notebook: Any = importlib.import_module("IPython.display")
        except ImportError:
            return png
        notebook.display(notebook.Image(data=png))
        return None

    # -------------------------------------------------------------------------------------------- callbacks

    def _on(self, kind: str, function: Callback) -> Callback:
        self._callbacks.setdefault(kind, []).append(function)
        try:
            self._ask("subscribe", events=sorted(self._callbacks))
        except WindowError:
            self._callbacks[kind].remove(function)
            raise
        return function

    def on_selection(self, function: Callback) -> Callback:
        """Calls `function` with a dict when another segment or span is selected: ``tier``, ``ids``, ``span``. Each of
        these may be used as a decorator; the newest state counts, at most 30 times a second."""
        return self._on("selection", function)

    def on_playhead(self, function: Callback) -> Callback:
        """Calls `function` with a dict when the playhead moves: ``video``, ``seconds``, ``playing``."""
        return self._on("playhead", function)

    def on_edit(self, function: Callback) -> Callback:
        """Calls `function` with a dict when a tier changed: ``video``, ``tier``."""
        return self._on("edit", function)

    def on_judgement(self, function: Callback) -> Callback:
        """Calls `function` with a dict when a person gave a value: ``video``, ``span``, ``values`` by label, ``pass``
        (whether it is an answer of a pass of review); outside passes ``tier`` and ``id`` of the segment, too."""
        return self._on("judgement", function)

    def _dispatch(self) -> int:
        called = 0
        while self._events:
            event = dict(self._events.popleft())
            for function in list(self._callbacks.get(event.pop("kind", ""), ())):
                function(event)
                called += 1
        return called

    def wait(self, seconds: float) -> int:
        """Waits this long and calls callbacks as events come. What a callback raises ends the wait.

        :returns: how many were called
        """
        until = time.monotonic() + seconds
        called = self._dispatch()
        while True:
            message = self._frame()
            if message is None:
                try:
                    self._read(until)
                except WindowError as error:
                    if error.code != "late":
                        raise
                    return called
            elif "bye" in message:
                self._take_leave(message)
            else:
                self._events.extend(message.get("events", ()))
                called += self._dispatch()

    def wait_for(self, condition: Callable[[], Any], seconds: float = 60.0) -> bool:
        """Waits until `condition()` is true, calling callbacks meanwhile. :returns: whether it was in time"""
        until = time.monotonic() + seconds
        while not condition():
            if time.monotonic() >= until:
                return False
            self.wait(min(0.05, max(0.0, until - time.monotonic())))
        return True
