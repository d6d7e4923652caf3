#!/usr/bin/env python3
"""Writes two .csd files of 132 171 entries with one row each, as many words as a large corpus has.

usage: make_single_rows.py OUT
"""
import os
import sys
import numpy as np
from make_mosi_scale import Out

ENTRIES = 132171


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    r = np.random.default_rng(20)
    for name, width in (("words", 300), ("COVAREP", 74)):
        out = Out(folder, name + ".csd", name, "contiguous")
        for entry in range(ENTRIES):
            out.add("word%06d" % entry, np.array([[0.0, 0.3]]), r.standard_normal((1, width), dtype="f4"))
        out.f.close()


main()
