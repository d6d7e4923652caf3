"""HDF5's plug-ins of filters, which a file may name, are code from a folder: none is loaded, by no program."""

import os
import subprocess
import sys
from pathlib import Path

import polylogue
import pytest

PROGRAMS = Path(os.environ.get("POLYLOGUE_PROGRAMS", Path(__file__).resolve().parents[2] / "build/release/bin"))

PLUGIN = r"""
#include <H5PLextern.h>
#include <stdio.h>
#include <stdlib.h>
static size_t filter(unsigned flags, size_t count, const unsigned* values, size_t size, size_t* room, void** bytes)
{
    const char* mark = getenv("POLYLOGUE_PLUGIN_RAN");
    FILE* file = mark ? fopen(mark, "w") : NULL;
    if (file)
        fclose(file);
    return size;
}
static const H5Z_class2_t kind = {H5Z_CLASS_T_VERS, 300, 1, 1, "marks", NULL, NULL, filter};
H5PL_type_t H5PLget_plugin_type(void) { return H5PL_TYPE_FILTER; }
const void* H5PLget_plugin_info(void) { return &kind; }
"""

WRITES = """
import sys
import h5py
import numpy as np
with h5py.File(sys.argv[1], "w") as file:
    entry = file.create_group("mine/data/v")
    file["mine"].create_group("metadata")
    file["mine/metadata"]["root name"] = [b'"mine"']
    chunked = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    chunked.set_chunk((2, 3))
    chunked.set_filter(300, 0, ())
    rows = h5py.h5d.create(entry.id, b"features", h5py.h5t.NATIVE_DOUBLE, h5py.h5s.create_simple((2, 3)), chunked)
    rows.write(h5py.h5s.ALL, h5py.h5s.ALL, np.ones((2, 3)))
    entry["intervals"] = [[0.0, 1.0], [1.0, 2.0]]
"""

READS = {
    "h5py": "import h5py, sys; h5py.File(sys.argv[1])['mine/data/v/features'][()]",
    "polylogue": "import polylogue, sys; polylogue.Sequence(sys.argv[1], check=False)['v'].features.sum()",
    "polylogue, then h5py": "import polylogue, h5py, sys\ntry: polylogue.Sequence(sys.argv[1], check=False)['v']\n"
    "except Exception: pass\nh5py.File(sys.argv[1])['mine/data/v/features'][()]",
}


@pytest.fixture
def named(tmp_path, monkeypatch):
    """A csd file whose rows a plug-in has written, where plug-ins are looked for in the plug-in's folder."""
    source = tmp_path / "plugin.c"
    source.write_text(PLUGIN)
    flags = subprocess.check_output(["pkg-config", "--cflags", "hdf5-serial"], text=True).split()
    subprocess.check_call(["cc", "-shared", "-fPIC", *flags, "-o", tmp_path / "libmarks.so", source])
    monkeypatch.setenv("HDF5_PLUGIN_PATH", str(tmp_path))
    file = tmp_path / "mine.csd"
    subprocess.check_call([sys.executable, "-c", WRITES, file])
    monkeypatch.setenv("POLYLOGUE_PLUGIN_RAN", str(tmp_path / "ran"))
    monkeypatch.setenv("PYTHONPATH", os.path.dirname(os.path.dirname(polylogue.__file__)))
    return file


@pytest.mark.parametrize("reader", READS)
def test_python_loads_none(named, reader):
    pytest.importorskip("h5py")
    ended = subprocess.run([sys.executable, "-c", READS[reader], named], capture_output=True, text=True, timeout=300)
    assert (named.parent / "ran").exists() == (reader == "h5py"), ended.stderr  # h5py alone would have run it
    assert (ended.returncode == 0) == (reader == "h5py")


@pytest.mark.parametrize("words", [["info"], ["stats"], ["validate"], ["probe"], ["words"]])
@pytest.mark.parametrize("trust", ["", "1"])
def test_the_command_line_loads_none(named, words, trust):
    command = PROGRAMS / "polylogue-cli"
    ended = subprocess.run(
        [command, *words, named], capture_output=True, text=True, timeout=300, env={**os.environ, "POLYLOGUE_TRUST": trust}
    )
    assert not (named.parent / "ran").exists(), ended.stderr
