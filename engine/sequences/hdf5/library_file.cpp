#include "engine/sequences/hdf5/library_file.h"

#include "engine/sequences/hdf5/h5_file.h"

#include <fcntl.h>

namespace engine::hdf5 {

Addressing addressingOf(hid_t file)
{
    Addressing addressing;
    const Handle creation(H5Fget_create_plist(file));
    H5Pget_sizes(creation.id(), &addressing.addressBytes, &addressing.lengthBytes);
    hsize_t base = 0;
    H5Pget_userblock(creation.id(), &base);
    addressing.base = base;
    return addressing;
}

int descriptorOf(hid_t file)
{
    const Handle access(H5Fget_access_plist(file));
    void* descriptor = nullptr;
    if (H5Pget_driver(access.id()) != H5FD_SEC2 || H5Fget_vfd_handle(file, H5P_DEFAULT, &descriptor) < 0)
        return -1;
    return *static_cast<int*>(descriptor);
}

FileBytes bytesOf(hid_t file)
{
    return FileBytes(::fcntl(descriptorOf(file), F_DUPFD_CLOEXEC, 0));
}

}
