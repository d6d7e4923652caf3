#include "engine/sequences/hdf5/h5_lzf.h"

#include <hdf5.h>

#include <cerrno>
#include <liblzf/lzf.h>

namespace engine::hdf5 {

namespace {

/// More than any chunk unpacks to.
constexpr std::size_t kMostBytes = std::size_t{1} << 32;

/// As HDF5 wants it: gives back the number of bytes, 0 for a failure. The third of the filter's values is the
/// size of a chunk; older files lack it.
std::size_t unpack(unsigned flags, std::size_t valueCount, const unsigned values[], std::size_t size,
                   std::size_t* capacity, void** buffer)
{
    if ((flags & H5Z_FLAG_REVERSE) == 0)
        return 0;
    std::size_t room = valueCount >= 3 && values[2] != 0 ? values[2] : 2 * size;
    while (room <= kMostBytes) {
        void* unpacked = H5allocate_memory(room, false);
        if (!unpacked)
            return 0;
        const unsigned got
            = lzf_decompress(*buffer, static_cast<unsigned>(size), unpacked, static_cast<unsigned>(room));
        if (got > 0) {
            H5free_memory(*buffer);
            *buffer = unpacked;
            *capacity = room;
            return got;
        }
        H5free_memory(unpacked);
        if (errno != E2BIG)
            return 0;
        room *= 2;
    }
    return 0;
}

}

void registerLzf()
{
    static const H5Z_class2_t filter{H5Z_CLASS_T_VERS, kLzfFilter, 0, 1, "lzf", nullptr, nullptr, unpack};
    // Of h5py in the same process (shared_library.h) it packs, too: it stays.
    static const bool registered = H5Zfilter_avail(kLzfFilter) > 0 || H5Zregister(&filter) >= 0;
    static_cast<void>(registered);
}

}
