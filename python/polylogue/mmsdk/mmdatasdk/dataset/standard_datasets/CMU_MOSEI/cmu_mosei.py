"""Addresses of the files of CMU-MOSEI, by key; may be changed."""

from polylogue.mmsdk import _facts

raw = _facts.addresses("cmu_mosei", "raw")
highlevel = _facts.addresses("cmu_mosei", "highlevel")
labels = _facts.addresses("cmu_mosei", "labels")
extra = _facts.addresses("cmu_mosei", "extra")
