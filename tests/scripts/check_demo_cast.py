#!/usr/bin/python3
"""usage: check_demo_cast.py ROOT

The cast of scripts/make-demo: that of the demo stays as its list says; a larger one is the same on every call, its folds share
no speaker, each talk has a sentence of each level of wording, and no speaker says one twice.
"""
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(sys.argv[1])
sys.path.insert(0, str(ROOT / "scripts" / "demo"))
import casting  # noqa: E402

casting.CASTING_DRAWS = 20
TALKS = ROOT / "scripts" / "demo" / "talks.txt"
demo = json.loads((ROOT / "resources" / "demo" / "dataset.json").read_text(encoding="utf-8"))
folds = {fold: [talk.id for talk in casting.read_talks(TALKS) if talk.speaker.name in names]
         for fold, names in casting.FOLDS.items()}
assert folds == demo["folds"], "the demo's folds"


def larger(speakers, videos):
    talks = casting.enlarge(casting.read_talks(TALKS), speakers, videos)
    casting.cast(talks)
    return talks


first, second = larger(16, 6), larger(16, 6)
assert first == second, "not the same on every call"
assert len(first) == 96 and sum(len(talk.segments) for talk in first) == 480
assert len({talk.id for talk in first}) == 96
assert [len(casting.FOLDS[fold]) for fold in ("train", "valid", "test")] == [12, 2, 2]
assert len({name for names in casting.FOLDS.values() for name in names}) == 16
for name in casting.SPEAKERS:
    said = [segment.sentence for talk in first if talk.speaker.name == name for segment in talk.segments]
    assert len(said) == len(set(said)) == 30, name
for talk in first:
    for part in ("words", "voice", "face"):
        assert sorted(getattr(segment, part) for segment in talk.segments) == casting.LEVELS, (talk.id, part)
assert len(larger(5, 1)) == 5 and len(casting.SPEAKERS) == 5
print("ok")
