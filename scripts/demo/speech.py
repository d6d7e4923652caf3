"""Speech by espeak-ng with exact word and phoneme times."""
import ctypes
import re
from dataclasses import dataclass

import numpy as np

SYNCHRONOUS, PHONEME_EVENTS = 2, 1
EVENT_END, EVENT_WORD, EVENT_PHONEME = 0, 1, 7
PARAMETER_RATE, PARAMETER_PITCH, PARAMETER_RANGE = 1, 3, 4
CHARACTERS_UTF8 = 1
WORD = re.compile(r"[A-Za-z']+")


class _EventId(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _EventId),
    ]


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


@dataclass
class Timed:
    """A word or a phoneme with its time in seconds."""

    text: str
    start: float
    end: float


class Synthesiser:
    """The one espeak-ng of this process."""

    def __init__(self):
        self._library = ctypes.CDLL("libespeak-ng.so.1")
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self.rate = self._library.espeak_Initialize(SYNCHRONOUS, 0, None, PHONEME_EVENTS)
        if self.rate <= 0:
            raise SystemExit("espeak-ng does not start: is espeak-ng-data installed?")

    def say(self, text: str, voice: str, rate: int, pitch: int, pitch_range: int) -> tuple:
        """Speaks a sentence: (samples in -1..1, words, phonemes), times from the first sample."""
        pcm, events = self._run(text, voice, rate, pitch, pitch_range)
        phones = self._phones(events, len(pcm))
        words = self._words(text, events, phones, len(pcm) / self.rate)
        return pcm / 32768.0, words, phones

    def _run(self, text, voice, rate, pitch, pitch_range):
        blocks, events = [np.zeros(0, np.int16)], []

        def receive(samples, count, event):
            if samples and count:
                blocks.append(np.ctypeslib.as_array(samples, (count,)).copy())
            index = 0
            while event[index].type != EVENT_END:
                e = event[index]
                name = e.id.string.decode("latin1").rstrip() if e.type == EVENT_PHONEME else ""
                events.append((e.type, e.text_position - 1, e.sample, name))
                index += 1
            return 0

        callback = _Callback(receive)  # must stay alive while espeak speaks
        self._library.espeak_SetSynthCallback(callback)
        if self._library.espeak_SetVoiceByName(voice.encode()):
            raise SystemExit(f"espeak-ng has no voice {voice}")
        for parameter, value in ((PARAMETER_RATE, rate), (PARAMETER_PITCH, pitch), (PARAMETER_RANGE, pitch_range)):
            self._library.espeak_SetParameter(parameter, value, 0)
        data = text.encode()
        self._library.espeak_Synth(data, len(data) + 1, 0, 1, 0, CHARACTERS_UTF8, None, None)
        self._library.espeak_Synchronize()
        return np.concatenate(blocks), events

    def _phones(self, events, sample_count):
        """All phonemes; a pause begins with an underscore."""
        marks = [(name, sample / self.rate) for kind, _, sample, name in events if kind == EVENT_PHONEME]
        ends = [start for _, start in marks[1:]] + [sample_count / self.rate]
        return [Timed(name, start, end) for (name, start), end in zip(marks, ends)]

    def _words(self, text, events, phones, duration):
        """One entry per written word.

        espeak speaks some function words as one ("was a", "out of the").  Such a group is cut between phonemes, at the
        phoneme counts of the words spoken singly.
        """
        marks = []
        for kind, position, sample, _ in events:
            if kind == EVENT_WORD and (not marks or position > marks[-1][0]):  # a stray one may follow the last word
                marks.append((position, sample / self.rate))
        words = []
        tokens = [(match.start(), match.group()) for match in WORD.finditer(text)]
        for (position, start), (next_position, limit) in zip(marks, marks[1:] + [(len(text), duration)]):
            spoken = [p for p in phones if start <= p.start < limit and p.end > p.start and not p.text.startswith("_")]
            group = [token for at, token in tokens if position <= at < next_position]
            if not group or not spoken:
                raise SystemExit(f"espeak-ng did not time the words {group} of: {text}")
            bounds = [start] + self._cuts(group, spoken) + [min(limit, spoken[-1].end)]
            words += [Timed(token.lower(), a, b) for token, a, b in zip(group, bounds, bounds[1:])]
        return words

    def _cuts(self, group, spoken):
        """The times between the words of a group that espeak spoke as one."""
        if len(group) == 1:
            return []
        counts = [self._phoneme_count(token) for token in group]
        if len(spoken) < len(group):
            share = np.cumsum(counts)[:-1] / sum(counts)
            return list(spoken[0].start + share * (spoken[-1].end - spoken[0].start))
        cuts, previous = [], 0
        for done in range(1, len(group)):
            at = round(sum(counts[:done]) / sum(counts) * len(spoken))
            previous = min(max(at, previous + 1), len(spoken) - (len(group) - done))
            cuts.append(spoken[previous].start)
        return cuts

    def _phoneme_count(self, word):
        """How many phonemes espeak gives the word when it stands alone."""
        data = ctypes.c_char_p(word.lower().encode())
        separated = ord("_") << 8
        phonemes = self._library.espeak_TextToPhonemes(ctypes.byref(data), CHARACTERS_UTF8, separated) or b""
        return max(1, len([p for p in phonemes.decode("utf-8").split("_") if p.strip()]))
