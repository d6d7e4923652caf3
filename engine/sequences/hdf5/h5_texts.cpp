#include "engine/sequences/hdf5/h5_texts.h"

#include "engine/sequences/hdf5/global_heap.h"
#include "engine/sequences/hdf5/h5_types.h"
#include "engine/sequences/hdf5/library_file.h"

#include <cstring>

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
}

TextReferences::TextReferences(hid_t object, std::size_t count)
    : m_count(count)
    , m_file(H5Iget_file_id(object))
    , m_type(referenceType(4 + addressingOf(m_file.id()).addressBytes + 4))
    , m_bytes(count * H5Tget_size(m_type.id()))
{
}

std::optional<std::vector<std::string>> TextReferences::texts() const
{
    GlobalHeap heap(bytesOf(m_file.id()), addressingOf(m_file.id()));
    std::vector<std::string> texts(m_count);
    ByteFields references(m_bytes);
    for (std::string& text : texts) {
        const auto found = heap.referred(references);
        if (!found)
            return std::nullopt;
        if (!found->empty()) {
            const auto* begin = reinterpret_cast<const char*>(found->data());
            text.assign(begin, strnlen(begin, found->size()));
        }
    }
    return texts;
}

}
