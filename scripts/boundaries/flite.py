"""Speech by flite with exact word times."""
import ctypes

import numpy as np

VOICES = ("kal16", "kal16", "slt", "awb", "rms")  # the diphones of kal16 have the sharpest boundaries
RATE = 16000


class _Voice(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char_p), ("features", ctypes.c_void_p)]


class _Wave(ctypes.Structure):
    _fields_ = [("type", ctypes.c_char_p), ("sample_rate", ctypes.c_int), ("num_samples", ctypes.c_int),
                ("num_channels", ctypes.c_int), ("samples", ctypes.POINTER(ctypes.c_short))]


def _function(library, name, result, *arguments):
    function = getattr(library, name)
    function.restype, function.argtypes = result, arguments
    return function


class Flite:
    def __init__(self):
        pointer, text = ctypes.c_void_p, ctypes.c_char_p
        library = ctypes.CDLL("libflite.so.1", ctypes.RTLD_GLOBAL)
        for name in ("cmulex", "usenglish"):
            ctypes.CDLL(f"libflite_{name}.so.1", ctypes.RTLD_GLOBAL)
        self._stretch = _function(library, "feat_set_float", None, pointer, text, ctypes.c_float)
        self._speak = _function(library, "flite_synth_text", pointer, text, pointer)
        self._wave = _function(library, "utt_wave", ctypes.POINTER(_Wave), pointer)
        self._relation = _function(library, "utt_relation", pointer, pointer, text)
        self._head = _function(library, "relation_head", pointer, pointer)
        self._next = _function(library, "item_next", pointer, pointer)
        self._previous = _function(library, "item_prev", pointer, pointer)
        self._parent = _function(library, "item_parent", pointer, pointer)
        self._as = _function(library, "item_as", pointer, pointer, text)
        self._number = _function(library, "item_feat_float", ctypes.c_float, pointer, text)
        self._name = _function(library, "item_feat_string", text, pointer, text)
        self._delete = _function(library, "delete_utterance", None, pointer)
        _function(library, "flite_init", ctypes.c_int)()
        self._voices = {}
        for name in sorted(set(VOICES)):
            voice = ctypes.CDLL(f"libflite_cmu_us_{name}.so.1", ctypes.RTLD_GLOBAL)
            self._voices[name] = _function(voice, f"register_cmu_us_{name}", ctypes.POINTER(_Voice), text)(None)

    def say(self, text: str, voice: str, stretch: float) -> tuple:
        """(samples in -1..1 at 16 kHz, words as [name, start, end])"""
        chosen = self._voices[voice]
        self._stretch(chosen.contents.features, b"duration_stretch", stretch)
        utterance = self._speak(text.encode(), ctypes.cast(chosen, ctypes.c_void_p))
        wave = self._wave(utterance).contents
        samples = np.ctypeslib.as_array(wave.samples, (wave.num_samples,)).astype(np.float64) / 32768.0
        rate = wave.sample_rate
        words, start, last = [], 0.0, None
        segment = self._head(self._relation(utterance, b"Segment"))
        while segment:
            end = self._number(segment, b"end")
            syllable = self._parent(self._as(segment, b"SylStructure") or 0)
            word = self._parent(syllable) if syllable else None
            if word and self._name(segment, b"name") != b"pau":
                if word != last:
                    words.append([self._name(word, b"name").decode().lower(), start, end])
                words[-1][2] = end
                last = word
            start = end
            segment = self._next(segment)
        self._delete(utterance)
        if rate != RATE:
            raise SystemExit(f"flite's voice {voice} speaks at {rate} Hz, expected {RATE}")
        return samples, words
