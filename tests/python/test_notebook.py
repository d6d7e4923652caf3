"""docs/notebook.ipynb runs from its first cell to its figure, and its cells say what they say there."""

import os
import sys

import pytest
from conftest import SOURCE

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")


def test_the_notebook(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([os.environ.get("POLYLOGUE_PYTHON", str(SOURCE / "build/release/python"))]))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("JUPYTER_PATH", f"{sys.prefix}/share/jupyter")
    notebook = nbformat.read(SOURCE / "docs/notebook.ipynb", as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "the notebook is kept without results"
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert any("Krippendorff's alpha" in output.get("text", "") for output in shown)
    assert any("image/svg+xml" in output.get("data", {}) for output in shown)
    assert next(tmp_path.glob("polylogue-notebook-*/figure.svg")).stat().st_size > 2000
