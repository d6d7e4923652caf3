"""Addresses of the files of Social-IQ 1.0, by key; may be changed."""

from polylogue.mmsdk import _facts

highlevel = _facts.addresses("socialiq", "highlevel")
