#include "engine/sequences/hdf5/h5_texts.h"

#include "engine/sequences/hdf5/byte_fields.h"
#include "engine/sequences/hdf5/global_heap.h"
#include "engine/sequences/hdf5/h5_types.h"

#include <cstring>
#include <fcntl.h>

namespace engine::hdf5 {

namespace {

constexpr char kTag[] = "polylogue: a reference to a text";

/// Converts a reference to itself, so that the library does not follow it.
herr_t keepReferences(hid_t from, hid_t to, H5T_cdata_t* conversion, std::size_t, std::size_t, std::size_t,
                      void*, void*, hid_t)
{
    if (conversion->command != H5T_CONV_INIT)
        return 0;
    conversion->need_bkg = H5T_BKG_NO;
    char* tag = H5Tget_tag(to);
    const bool isOurs = tag && std::strcmp(tag, kTag) == 0;
    H5free_memory(tag);
    return isOurs && H5Tis_variable_str(from) > 0 && H5Tget_size(from) == H5Tget_size(to) ? 0 : -1;
}

Handle referenceType(std::size_t bytes)
{
    Handle type(H5Tcreate(H5T_OPAQUE, bytes));
    H5Tset_tag(type.id(), kTag);
    static const bool isRegistered
        = H5Tregister(H5T_PERS_SOFT, "references", variableText().id(), type.id(), keepReferences) >= 0;
    static_cast<void>(isRegistered);
    return type;
}

GlobalHeap::Widths widthsIn(hid_t file)
{
    GlobalHeap::Widths widths;
    const Handle creation(H5Fget_create_plist(file));
    H5Pget_sizes(creation.id(), &widths.address, &widths.length);
    return widths;
}

/// What addresses in a file count from.
std::uint64_t baseOf(hid_t file)
{
    hsize_t base = 0;
    const Handle creation(H5Fget_create_plist(file));
    H5Pget_userblock(creation.id(), &base);
    return base;
}

/// Nothing can be read of what is no ordinary file.
FileBytes bytesOf(hid_t file)
{
    const Handle access(H5Fget_access_plist(file));
    void* descriptor = nullptr;
    if (H5Pget_driver(access.id()) != H5FD_SEC2 || H5Fget_vfd_handle(file, H5P_DEFAULT, &descriptor) < 0)
        return FileBytes(-1);
    return FileBytes(::fcntl(*static_cast<int*>(descriptor), F_DUPFD_CLOEXEC, 0));
}

}

TextReferences::TextReferences(hid_t object, std::size_t count)
    : m_count(count)
    , m_file(H5Iget_file_id(object))
    , m_type(referenceType(4 + widthsIn(m_file.id()).address + 4))
    , m_bytes(count * H5Tget_size(m_type.id()))
{
}

// IV.A.2.d, variable-length: the length, then the collection and the number in it.
std::optional<std::vector<std::string>> TextReferences::texts() const
{
    const GlobalHeap::Widths widths = widthsIn(m_file.id());
    std::optional<GlobalHeap> heap;
    std::vector<std::string> texts(m_count);
    ByteFields references(m_bytes);
    for (std::string& text : texts) {
        const auto bytes = references.next<std::uint32_t>();
        const std::uint64_t collection = references.number(widths.address);
        const auto number = references.next<std::uint32_t>();
        if (bytes == 0 || collection == 0) // nothing was written
            continue;
        if (!heap)
            heap.emplace(bytesOf(m_file.id()), baseOf(m_file.id()), widths);
        const auto found = heap->object(collection, number);
        if (!found || found->size() != bytes)
            return std::nullopt;
        const auto* begin = reinterpret_cast<const char*>(found->data());
        text.assign(begin, strnlen(begin, bytes));
    }
    return texts;
}

}
