#pragma once

/// h5py's own filter, private to this folder.
namespace engine::hdf5 {

/// Number of the filter, as registered with The HDF Group.
constexpr int kLzfFilter = 32000;

/// Teaches the library to unpack lzf; once is enough. Packing is not offered: other programs could not read
/// it.
void registerLzf();

}
