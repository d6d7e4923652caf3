"""Addresses of the files of POM, by key; may be changed."""

from polylogue.mmsdk import _facts

raw = _facts.addresses("pom", "raw")
highlevel = _facts.addresses("pom", "highlevel")
labels = _facts.addresses("pom", "labels")
