"""Word vectors: an untrained hash embedding that knows spelling, and a small lexicon that knows feeling."""
from pathlib import Path

import numpy as np

HASH_COLUMNS = 24
BUCKETS = 1 << 16
GRAM_LENGTHS = range(3, 6)
PROJECTION_SEED = 20060
NAMES = [f"hash_{column:02d}" for column in range(HASH_COLUMNS)] + ["lexicon_polarity", "lexicon_intensity"]


def read_lexicon(path: Path) -> dict:
    """{word: (polarity -1..1, intensity 0..1)}; the file's head explains the form."""
    lexicon = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            word, polarity, intensity = line.split()
            lexicon[word] = (float(polarity), float(intensity))
    return lexicon


def fnv1a(text: str) -> int:
    """The 32-bit FNV-1a hash of the text's UTF-8 bytes."""
    value = 0x811C9DC5
    for byte in text.encode("utf-8"):
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def hash_vector(word: str) -> np.ndarray:
    """Sum of one fixed random row per character n-gram of "<word>" and per whole word, scaled to unit length."""
    marked = f"<{word}>"
    grams = {marked[i : i + n] for n in GRAM_LENGTHS for i in range(len(marked) - n + 1)} | {marked}
    total = np.zeros(HASH_COLUMNS)
    for gram in sorted(grams):
        total += np.random.RandomState(PROJECTION_SEED + fnv1a(gram) % BUCKETS).randn(HASH_COLUMNS)
    return total / np.linalg.norm(total)


def extract(words: list, lexicon: dict) -> np.ndarray:
    """words x NAMES."""
    rows = [np.concatenate([hash_vector(word), lexicon.get(word, (0.0, 0.0))]) for word in words]
    return np.array(rows, np.float32).reshape(len(words), len(NAMES))
