#pragma once

namespace engine::hdf5 {

/// Says that the process belongs to another program, such as a Python that uses the HDF5 library as well
/// (h5py): what holds for the whole library stays as that program set it. To be called before any file is
/// opened. Plug-ins of filters may then be loaded for files that were not probed (engine/worker/probe.h
/// refuses files that would need one).
void shareLibrary();

/// Whether shareLibrary() was called. A file is then opened as h5py opens files, so that both may have one
/// open.
bool isShared();

}
