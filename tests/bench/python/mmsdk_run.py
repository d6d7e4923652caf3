#!/usr/bin/env python3
"""usage: mmsdk_run.py ours|FOLDER DATA

The steps of the SDK's own example over MOSI-sized data (words with a mean of Python, impute, labels, hard unify,
tensors), with Polylogue's `mmsdk` or the one in FOLDER. Prints JSON: seconds by step (of the processor, since both
work on one thread), the peak of memory after the alignments and at the end in MiB, and a hash of the tensors.
"""
import hashlib
import io
import json
import resource
import sys
import time
import types


def take(which):
    if which == "ours":
        import polylogue.mmsdk

        polylogue.mmsdk.install()
        return
    sys.path.insert(0, which)
    try:
        import validators  # noqa: F401
    except ImportError:  # of which the SDK asks only whether a text is an address
        validators = types.ModuleType("validators")
        validators.url = lambda text: text.startswith(("http://", "https://"))
        sys.modules["validators"] = validators


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0


def main():
    which, data = sys.argv[1:]
    take(which)
    said, sys.stdout, sys.stderr = sys.stdout, io.StringIO(), io.StringIO()
    import numpy as np
    from mmsdk import mmdatasdk

    times = {}
    began = time.process_time()

    def lap(name):
        nonlocal began
        now = time.process_time()
        times[name] = now - began
        began = now

    files = {name: "%s/%s.csd" % (data, name) for name in ("glove_vectors", "COVAREP", "FACET_4.2")}
    dataset = mmdatasdk.mmdataset(files)
    lap("open")
    dataset.align("glove_vectors", collapse_functions=[lambda intervals, features: np.average(features, axis=0)])
    lap("align words")
    dataset.impute("glove_vectors")
    dataset.add_computational_sequences({"labels": data + "/labels/Opinion_Segment_Labels.csd"}, None)
    lap("impute and add")
    dataset.align("labels")
    lap("align labels")
    dataset.hard_unify()
    aligned = peak()
    tensors = dataset.get_tensors(25, ["labels"], False, None)
    lap("tensors")
    digest = hashlib.sha256()
    for key, array in tensors[0].items():
        digest.update(("%s %s %s" % (key, array.dtype, array.shape)).encode())
        digest.update(np.ascontiguousarray(array))
    said.write(json.dumps({"seconds": times, "aligned_mib": aligned, "peak_mib": peak(), "hash": digest.hexdigest()}))


main()
