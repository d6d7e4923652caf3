#!/usr/bin/env python3
"""Turns a pickle of features (MMSA's aligned_50.pkl and the like) into arrays that Polylogue opens.

    python3 scripts/unpickle.py FILE.pkl OUT.npz
    python3 scripts/unpickle.py FILE.pkl OUT.h5         needs h5py
    python3 scripts/unpickle.py PACKED.npz OUT.npz      the same arrays, so that single segments can be read

A pickle can run any program when it is opened. Here it cannot: only NumPy arrays and numbers, and dicts, lists,
tuples, sets, texts and numbers of Python are made from it; whatever else it asks for is refused by its name.
Nested dicts become names with slashes: d['train']['text'] is train/text. Texts become arrays of characters.
"""

import argparse
import os
import pickle
import sys
import zipfile

import numpy

# What may be made, by module and name. NumPy moved its core to another name in version 2.
ALLOWED = {
    ("numpy", "ndarray"),
    ("numpy", "dtype"),
    ("collections", "OrderedDict"),
    ("builtins", "set"),
    ("builtins", "frozenset"),
    ("builtins", "bytearray"),
    ("builtins", "complex"),
    ("builtins", "range"),
    ("builtins", "slice"),
    ("_codecs", "encode"),
} | {
    (module, name)
    for core in ("numpy.core", "numpy._core")
    for module, name in (
        (core + ".multiarray", "_reconstruct"),
        (core + ".multiarray", "scalar"),
        (core + ".numeric", "_frombuffer"),
    )
}
PYTHON_2 = {"__builtin__": "builtins", "copy_reg": "copyreg"}
SAFE_CODECS = {"latin1", "latin-1", "ascii", "utf-8", "utf8"}


class Refused(Exception):
    """A sentence about what is in the file and was not expected."""


def encoded(text, codec="utf-8"):
    """Python 2 and old protocols write bytes as text in Latin-1."""
    if codec not in SAFE_CODECS:
        raise Refused(f"asks for the codec {codec!r}, which is none of texts")
    return text.encode(codec)


class Restricted(pickle.Unpickler):
    """Makes arrays and plain containers, and nothing else."""

    def find_class(self, module, name):
        module = PYTHON_2.get(module, module)
        if (module, name) not in ALLOWED:
            raise Refused(f"asks for {module}.{name}; only NumPy arrays and plain containers are taken out of a pickle")
        if (module, name) == ("_codecs", "encode"):
            return encoded
        if module.startswith("numpy"):
            return numpy_part(module, name)
        return super().find_class(module, name)

    def persistent_load(self, identifier):
        raise Refused("refers to objects that lie outside of it")


def numpy_part(module, name):
    """Of the NumPy that runs here, whatever version wrote the pickle."""
    if module == "numpy":
        return getattr(numpy, name)
    for core in ("numpy._core", "numpy.core"):
        try:
            return getattr(__import__(core + "." + module.rsplit(".", 1)[1], fromlist=[name]), name)
        except (ImportError, AttributeError):
            continue
    raise Refused(f"asks for {module}.{name}, which this NumPy lacks")


def as_text(value):
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)


def as_array(value, name):
    """Numbers stay numbers; texts, and numbers among texts, become characters. Nested lists must be of equal length."""
    if isinstance(value, (set, frozenset)):
        raise Refused(f"{name} is a set, which has no order")
    if isinstance(value, numpy.ndarray) and value.dtype != object:
        return decoded(value)
    items = value.reshape(-1).tolist() if isinstance(value, numpy.ndarray) else value
    shape = value.shape if isinstance(value, numpy.ndarray) else None
    if isinstance(items, (list, tuple)) and items and all(isinstance(i, (str, bytes, numpy.str_)) for i in items):
        array = numpy.array([as_text(i) for i in items])
    elif isinstance(items, (list, tuple)) and any(isinstance(i, (str, bytes)) for i in items):
        if not all(i is None or isinstance(i, (str, bytes, int, float, numpy.generic)) for i in items):
            raise Refused(f"{name} holds texts among other things")
        array = numpy.array(["" if i is None else as_text(i) for i in items])
    else:
        items = numbers_of(items, name)
        try:
            array = numpy.asarray(items)
        except ValueError as error:
            raise Refused(f"{name} holds rows of different lengths, which are no array: {error}") from None
    if array.dtype == object:
        raise Refused(f"{name} holds rows of different lengths or things that are no numbers, so it is no array")
    array = decoded(array)
    return array.reshape(shape) if shape is not None and array.size == numpy.prod(shape, dtype=int) else array


def numbers_of(items, name):
    """None among numbers is NaN."""
    if isinstance(items, (list, tuple)) and any(i is None for i in items):
        if not all(i is None or isinstance(i, (int, float, numpy.generic)) for i in items):
            raise Refused(f"{name} holds None among things that are no numbers")
        return [float("nan") if i is None else i for i in items]
    return items


def decoded(array):
    """In C order, little endian; bytes as characters, half floats as float32."""
    if array.dtype.kind == "S":
        array = numpy.char.decode(array, "utf-8", "replace")
    if array.dtype.kind == "V" or array.dtype.kind in "cMm":
        raise Refused(f"holds {array.dtype}, which is neither number nor text")
    if array.dtype == numpy.float16:
        array = array.astype(numpy.float32)
    if array.dtype.byteorder == ">":
        array = array.astype(array.dtype.newbyteorder("<"))
    if array.dtype == numpy.longdouble and array.dtype.itemsize > 8:
        array = array.astype(numpy.float64)
    return numpy.ascontiguousarray(array) if array.ndim else array


def flattened(value, name=""):
    """Pairs of name and array, in the order of the file."""
    if not isinstance(value, dict):
        if not name:
            raise Refused("holds no dict of folds at its top, but " + type(value).__name__)
        yield name, as_array(value, name)
        return
    for key, inner in value.items():
        part = as_text(key).replace("/", "_")
        path = f"{name}/{part}" if name else part
        if inner is None:
            print(f"{path} is None: left out", file=sys.stderr)
        elif isinstance(inner, dict):
            yield from flattened(inner, path)
        else:
            try:
                yield path, as_array(inner, path)
            except Refused as error:
                print(f"left out: {error}", file=sys.stderr)


def arrays_of(path):
    with open(path, "rb") as file:
        beginning = file.read(4)
        file.seek(0)
        if beginning.startswith(b"PK"):
            yield from arrays_of_archive(path)
            return
        # Latin-1 reads arrays that Python 2 wrote.
        value = Restricted(file, encoding="latin1").load()
    yield from flattened(value)


class _ObjectArray(Restricted):
    """An object array of an .npz is a pickle behind a header."""


def arrays_of_archive(path):
    with zipfile.ZipFile(path) as archive:
        for member in archive.namelist():
            if not member.endswith(".npy"):
                continue
            name = member[:-4]
            with archive.open(member) as file:
                version = numpy.lib.format.read_magic(file)
                shape, fortran, dtype = (
                    numpy.lib.format.read_array_header_1_0(file)
                    if version == (1, 0)
                    else numpy.lib.format.read_array_header_2_0(file)
                )
                if dtype.hasobject:
                    value = _ObjectArray(file, encoding="latin1").load()
                    while isinstance(value, numpy.ndarray) and value.shape == ():
                        value = value.item()
                    yield from flattened(value, name)
                    continue
            with numpy.load(path, allow_pickle=False) as plain:
                yield name, decoded(plain[name])


def write_npz(arrays, target):
    """Stored, not packed, so that a program can read single rows; one array in memory at a time beside the pickle."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for name, array in arrays:
            with archive.open(name + ".npy", "w", force_zip64=True) as file:
                numpy.lib.format.write_array(file, array, allow_pickle=False)
            print(f"{name}: {' × '.join(map(str, array.shape)) or 'a single value'} {array.dtype}")


def write_hdf5(arrays, target):
    try:
        import h5py
    except ImportError:
        raise Refused("HDF5 is written by h5py, which is not installed; name the target .npz instead") from None
    with h5py.File(target, "w") as file:
        for name, array in arrays:
            if array.dtype.kind == "U":
                file.create_dataset(name, data=array.astype(object), dtype=h5py.string_dtype("utf-8"))
            else:
                file.create_dataset(name, data=array)
            print(f"{name}: {' × '.join(map(str, array.shape)) or 'a single value'} {array.dtype}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", help="the pickle (or .npz)")
    parser.add_argument("out", help="what is written: .npz, .h5 or .hdf5")
    options = parser.parse_args()
    if not options.out.lower().endswith((".npz", ".h5", ".hdf5")):
        parser.error("OUT must end in .npz, .h5 or .hdf5")
    if os.path.exists(options.out) and os.path.samefile(options.file, options.out):
        parser.error("OUT is FILE itself")
    pending = options.out + ".part"
    try:
        write = write_npz if options.out.lower().endswith(".npz") else write_hdf5
        write(arrays_of(options.file), pending)
        os.replace(pending, options.out)
    except Refused as error:
        sys.exit(f"{options.file}: {error}")
    except (OSError, EOFError, pickle.UnpicklingError, ValueError, KeyError, IndexError, AttributeError, TypeError,
            zipfile.BadZipFile, UnicodeDecodeError) as error:
        sys.exit(f"{options.file}: cannot be read as a pickle of arrays: {type(error).__name__}: {error}")
    finally:
        if os.path.exists(pending):
            os.remove(pending)


if __name__ == "__main__":
    main()
