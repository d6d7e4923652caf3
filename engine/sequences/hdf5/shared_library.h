#pragma once

namespace engine::hdf5 {

/// Says that the process belongs to another program, such as a Python that uses the HDF5 library as well
/// (h5py): what holds for the whole library stays as that program set it, but that plug-ins of filters are no
/// longer loaded from folders once a file was opened here; filters that a package registers itself go on. To be
/// called before any file is opened.
void shareLibrary();

/// Whether shareLibrary() was called. A file is then opened as h5py opens files, so that both may have one
/// open.
bool isShared();

}
