"""`polylogue.mmsdk` in the place of `mmsdk`: imports, programs with a clone on the path, pickles both ways."""

import os
import pickle
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import polylogue
import polylogue.mmsdk
import pytest

PYTHON = Path(polylogue.__file__).parents[1]

IMPORTS = """
import mmsdk
from mmsdk import mmdatasdk as md
import mmsdk.mmdatasdk
from mmsdk.mmdatasdk import log, computational_sequence, mmdataset, cmu_mosi, cmu_mosei, pom, socialiq
import mmsdk.mmdatasdk.log.log
from mmsdk.mmdatasdk.configurations.metadataconfigs import *
from mmsdk.mmdatasdk.configurations.metadataconfigs import featuresetMetadataTemplate
from mmsdk.mmdatasdk.computational_sequence.computational_sequence import *
from mmsdk.mmdatasdk.computational_sequence.file_ops import *
from mmsdk.mmdatasdk.computational_sequence.download_ops import *
from mmsdk.mmdatasdk.computational_sequence.integrity_check import *
from mmsdk.mmdatasdk.computational_sequence.blank import *
from mmsdk.mmdatasdk.computational_sequence.file_ops import read_CSD, write_CSD, metadata_to_dict
from mmsdk.mmdatasdk.computational_sequence.download_ops import read_URL
from mmsdk.mmdatasdk.dataset.dataset import mmdataset, epsilon
from mmsdk.mmdatasdk.dataset.standard_datasets import CMU_MOSI, CMU_MOSEI, POM, SocialIQ
from mmsdk.mmdatasdk.dataset.standard_datasets.CMU_MOSI.cmu_mosi_std_folds import standard_train_fold
import mmsdk.mmdatasdk.dataset.standard_datasets.CMU_MOSEI.cmu_mosei_std_folds as folds
import mmsdk.mmdatasdk.dataset.standard_datasets.POM.pom_std_folds
import mmsdk.mmdatasdk.dataset.standard_datasets.SocialIQ.socialiq_std_folds
from mmsdk.mmdatasdk.dataset.standard_datasets.CMU_MOSEI import standard_folds
assert standard_folds is folds is md.cmu_mosei.standard_folds
assert isinstance(md.computational_sequence, type) and md.computational_sequence is computational_sequence
assert sys.modules["mmsdk.mmdatasdk.computational_sequence"].__path__
assert md.dataset and md.__file__ and len(featuresetMetadataTemplate) == 11 and epsilon == 1e-5
assert sys.modules["mmsdk"] is sys.modules["polylogue.mmsdk"]
assert md.mmdataset.__module__ == "mmsdk.mmdatasdk.dataset.dataset"
"""


def python(code, *arguments, path=None, **environment):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(PYTHON), *(path or [])]), **environment}
    command = [sys.executable, *arguments] if not code else [sys.executable, "-c", textwrap.dedent(code), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, stdin=subprocess.DEVNULL)


@pytest.fixture
def clone(tmp_path):
    """What stands for another `mmsdk`, as programs put one at the head of sys.path."""
    package = tmp_path / "clone/mmsdk"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("is_the_clone = True\n")
    (package / "mmdatasdk.py").write_text("is_the_clone = True\n")
    return str(package.parent)


def test_imports_in_use(tmp_path):
    done = python("import polylogue.mmsdk, sys\npolylogue.mmsdk.install()\n" + IMPORTS)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""


def test_install_goes_before_a_clone_and_before_what_was_imported(clone):
    done = python(
        f"""
        import sys
        sys.path.insert(0, {clone!r})
        import mmsdk
        assert mmsdk.is_the_clone
        import mmsdk.mmdatasdk
        import polylogue.mmsdk
        import mmsdk
        assert mmsdk.is_the_clone  # nothing changes before install()
        polylogue.mmsdk.install()
        import mmsdk
        from mmsdk import mmdatasdk
        assert not hasattr(mmsdk, "is_the_clone") and not hasattr(mmdatasdk, "is_the_clone")
        from mmsdk.mmdatasdk.dataset.dataset import mmdataset
        """
    )
    assert done.returncode == 0, done.stderr


def test_programs_run_unchanged(clone, tmp_path):
    (tmp_path / "beside.py").write_text("value = 7\n")
    program = tmp_path / "program.py"
    program.write_text(
        f"import sys\nsys.path.insert(0, {clone!r})\nimport beside\nfrom mmsdk import mmdatasdk as md\n"
        "print(__name__, sys.argv, beside.value, len(md.cmu_mosi.standard_folds.standard_test_fold))\n"
        "import mmsdk; print(hasattr(mmsdk, 'is_the_clone'))\nsys.exit(5)\n"
    )
    done = python(None, "-m", "polylogue.mmsdk", str(program), "one", "--two")
    assert done.returncode == 5, done.stderr
    assert done.stdout.splitlines() == [f"__main__ {[str(program), 'one', '--two']} 7 31", "False"]
    assert python(None, "-m", "polylogue.mmsdk").returncode == 2
    assert "usage" in python(None, "-m", "polylogue.mmsdk", "--help").stdout


def test_the_published_datasets():
    md = polylogue.mmsdk.mmdatasdk
    counts = {"cmu_mosi": (52, 10, 31), "cmu_mosei": (2249, 300, 678), "pom": (600, 100, 203)}
    for name, (train, valid, test) in counts.items():
        folds = getattr(md, name).standard_folds
        assert [len(folds.standard_train_fold), len(folds.standard_valid_fold), len(folds.standard_test_fold)] == [
            train, valid, test]
    assert len(md.socialiq.standard_folds.standard_train_fold) == 888
    assert not hasattr(md.socialiq.standard_folds, "standard_test_fold") and not hasattr(md.socialiq, "raw")
    assert [len(group) for group in (md.cmu_mosi.raw, md.cmu_mosi.highlevel, md.cmu_mosi.labels)] == [2, 8, 1]
    assert [len(getattr(md.cmu_mosei, group)) for group in ("raw", "highlevel", "labels", "extra")] == [2, 4, 1, 1]
    server = "http://immortal.multicomp.cs.cmu.edu"
    assert md.cmu_mosi.highlevel["COVAREP"] == f"{server}/CMU-MOSI/acoustic/CMU_MOSI_COVAREP.csd"
    assert md.cmu_mosei.labels["All Labels"] == f"{server}/CMU-MOSEI/labels/CMU_MOSEI_Labels.csd"
    assert md.socialiq.highlevel["SOCIAL_IQ_VGG_1FPS"] == f"{server}/Social-IQ/vision/SOCIAL_IQ_VGG_1FPS.csd"
    md.cmu_mosi.standard_folds.standard_train_fold.append("mine")  # may be changed
    assert md.cmu_mosi.standard_folds.standard_train_fold.pop() == "mine"


def aligned():
    md = polylogue.mmsdk.mmdatasdk
    made = md.computational_sequence("mine")
    times = np.array([[0.0, 1.0], [1.0, 2.0]])
    made.setData({"v": {"intervals": times, "features": np.array([[1.0, 2.0], [3.0, 4.0]])}})
    dataset = md.mmdataset.__new__(md.mmdataset)
    dataset.computational_sequences = {"mine": made}
    dataset.align("mine")
    return dataset


REFERENCE = """
import pickle, sys, types
for name in ("mmsdk", "mmsdk.mmdatasdk", "mmsdk.mmdatasdk.dataset", "mmsdk.mmdatasdk.dataset.dataset",
             "mmsdk.mmdatasdk.computational_sequence", "mmsdk.mmdatasdk.computational_sequence.computational_sequence"):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = []
class mmdataset: pass
class computational_sequence: pass
mmdataset.__module__ = "mmsdk.mmdatasdk.dataset.dataset"
computational_sequence.__module__ = "mmsdk.mmdatasdk.computational_sequence.computational_sequence"
sys.modules[mmdataset.__module__].mmdataset = mmdataset
sys.modules[computational_sequence.__module__].computational_sequence = computational_sequence
"""


def test_a_pickle_of_the_sdk_is_read(tmp_path):
    """Made by classes of the SDK's names that have nothing else of it."""
    made = python(
        REFERENCE + f"""
import numpy
dataset, sequence = mmdataset(), computational_sequence()
entry = {{"intervals": numpy.array([[0.0, 1.0]]), "features": numpy.array([[5.0]])}}
sequence.__dict__.update(data={{"v[0]": entry}}, metadata={{"root name": "old"}}, root_name="old", rootName="old",
                         main_file=None, h5handle=None)
dataset.computational_sequences = {{"old": sequence}}
pickle.dump(dataset, open({str(tmp_path / "theirs.pkl")!r}, "wb"))
"""
    )
    assert made.returncode == 0, made.stderr
    for first in ("import polylogue.mmsdk; polylogue.mmsdk.install()", "import polylogue.mmsdk"):
        read = python(
            f"""
            import pickle
            {first}
            dataset = pickle.load(open({str(tmp_path / "theirs.pkl")!r}, "rb"))
            assert isinstance(dataset, polylogue.mmsdk.mmdatasdk.mmdataset)
            assert dataset["old"]["v[0]"]["features"].tolist() == [[5.0]]
            dataset.hard_unify()
            assert dataset.get_tensors(2)[0]["old"].tolist() == [[[0.0], [5.0]]]
            dataset.revert()
            assert list(dataset["old"].keys()) == ["v"]
            """
        )
        assert read.returncode == 0, read.stderr


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_the_sdk_reads_our_pickles(tmp_path, protocol):
    dataset = aligned()
    (tmp_path / "ours.pkl").write_bytes(pickle.dumps(dataset, protocol))
    assert b"polylogue" not in (tmp_path / "ours.pkl").read_bytes()
    read = python(
        REFERENCE + f"""
dataset = pickle.load(open({str(tmp_path / "ours.pkl")!r}, "rb"))
assert type(dataset) is mmdataset and type(dataset.computational_sequences) is dict
sequence = dataset.computational_sequences["mine"]
assert type(sequence) is computational_sequence and list(sequence.data) == ["v[0]", "v[1]"]
entry = sequence.data["v[1]"]
assert type(entry) is dict and list(entry) == ["intervals", "features"] and entry["features"].tolist() == [[3.0, 4.0]]
assert "polylogue" not in sys.modules
"""
    )
    assert read.returncode == 0, read.stderr
    again = pickle.loads(pickle.dumps(dataset, protocol))
    assert again["mine"]["v[0]"]["features"].tolist() == [[1.0, 2.0]]


def test_pickles_beside_another_mmsdk(clone, tmp_path):
    """Where `mmsdk` is another package, pickles name this one."""
    done = python(
        f"""
        import pickle, sys
        sys.path.insert(0, {clone!r})
        import mmsdk
        from polylogue.mmsdk import mmdatasdk as md
        made = md.computational_sequence("mine")
        again = pickle.loads(pickle.dumps(made))
        assert type(again) is md.computational_sequence and again.metadata == made.metadata
        """
    )
    assert done.returncode == 0, done.stderr


def test_torch_is_asked_for_in_words(tmp_path):
    (tmp_path / "torch.py").write_text("raise ImportError('no torch')\n")
    done = python(
        """
        import polylogue.mmsdk
        polylogue.mmsdk.install()
        from mmsdk import mmdatasdk
        try:
            from mmsdk.mmmodelsdk.fusion import TensorFusion
        except ImportError as error:
            assert "needs PyTorch" in str(error), error
        else:
            raise SystemExit("imported")
        """,
        path=[str(tmp_path)],
    )
    assert done.returncode == 0, done.stderr


def test_nothing_but_numpy_is_needed(tmp_path):
    for name in ("h5py", "tqdm", "requests", "colorama", "torch"):
        (tmp_path / f"{name}.py").write_text(f"raise ImportError('no {name}')\n")
    done = python(
        f"""
        import numpy
        import polylogue.mmsdk
        polylogue.mmsdk.install()
        from mmsdk import mmdatasdk as md
        made = md.computational_sequence("words")
        made.setData({{"v": {{"intervals": numpy.array([[0.0, 1.0]]), "features": numpy.array([[b"word"]])}}}})
        made.deploy({str(tmp_path / "words.csd")!r})
        again = md.mmdataset({{"words": {str(tmp_path / "words.csd")!r}}})
        again.align("words")
        assert again["words"]["v[0]"]["features"].tolist() == [[b"word"]]
        again.impute("words")
        again.revert()
        assert again.get_tensors(1)[0]["words"].shape == (1, 1, 1)
        for bar in (md.log.progress_bar(2), md.log.progress_bar(2, data=[1, 2])):
            bar.update(1)
            bar.close()
        """.replace("md.log", "__import__('mmsdk.mmdatasdk.log', fromlist=['log'])"),
        path=[str(tmp_path)],
    )
    assert done.returncode == 0, done.stderr


def test_reading_a_pickle_changes_no_names():
    """Python sets a module that it finds as an attribute of its parent, also where a class has that name."""
    done = python(
        """
        import importlib, pickle
        from polylogue.mmsdk import mmdatasdk as md
        made = md.computational_sequence("mine")
        again = pickle.loads(pickle.dumps(made))
        assert isinstance(md.computational_sequence, type), md.computational_sequence
        module = importlib.import_module("mmsdk.mmmodelsdk.modules.LSTHM.LSTHM")
        from mmsdk.mmmodelsdk.modules import LSTHM
        assert isinstance(LSTHM, type) and module.LSTHM is LSTHM
        import mmsdk.mmdatasdk.computational_sequence.computational_sequence
        assert mmsdk.mmdatasdk.computational_sequence is md.computational_sequence is type(again)
        """
    )
    assert done.returncode == 0 or "needs PyTorch" in done.stderr, done.stderr
