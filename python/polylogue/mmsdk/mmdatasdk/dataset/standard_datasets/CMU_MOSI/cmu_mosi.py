"""Addresses of the files of CMU-MOSI, by key; may be changed."""

from polylogue.mmsdk import _facts

raw = _facts.addresses("cmu_mosi", "raw")
highlevel = _facts.addresses("cmu_mosi", "highlevel")
labels = _facts.addresses("cmu_mosi", "labels")
