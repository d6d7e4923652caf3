#include "engine/core/error.h"
#include "engine/sequences/hdf5/h5_chunks.h"
#include "engine/sequences/hdf5/h5_file.h"
#include "engine/sequences/hdf5/h5_texts.h"
#include "engine/sequences/hdf5/h5_types.h"
#include "engine/sequences/hdf5/library_file.h"
#include "engine/sequences/hdf5/stored_fill.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <new>
#include <numeric>
#include <optional>
#include <unistd.h>

namespace engine::hdf5 {

namespace {

/// Elements that one read may bring into memory; a larger extent is a damaged or hostile file.
constexpr std::size_t kMostElements = std::size_t{1} << 32;

DatasetShape readShape(hid_t dataset, hid_t type, const std::string& path, const std::string& place)
{
    const Handle space(H5Dget_space(dataset));
    std::array<hsize_t, H5S_MAX_RANK> extents{};
    const int rank = H5Sget_simple_extent_dims(space.id(), extents.data(), nullptr);
    if (rank < 0)
        throw FormatError("data_invalid", path, place + " has no readable shape");
    DatasetShape shape{elementType(type, path, place), {extents.begin(), extents.begin() + rank}};
    std::size_t elements = 1;
    for (const std::size_t extent : shape.extents) {
        if (extent != 0 && elements > kMostElements / extent)
            throw FormatError("data_invalid", path, place + " claims more elements than fit into memory");
        elements *= extent;
    }
    return shape;
}

std::string trimmed(const char* text, std::size_t size)
{
    return {text, strnlen(text, size)};
}

/// Which elements of a dataset go where.
struct Selection {
    hid_t memorySpace;
    hid_t fileSpace;
    std::size_t elements;
    std::size_t first = 0; ///< of all elements; those selected follow each other
    bool isWhole() const { return fileSpace == H5S_ALL; }
};

herr_t lookForMemory(unsigned, const H5E_error2_t* error, void* found)
{
    if (error->maj_num == H5E_RESOURCE || error->min_num == H5E_NOSPACE || error->min_num == H5E_CANTALLOC)
        *static_cast<bool*>(found) = true;
    return 0;
}

/// Why the library's last call failed.
bool ranOutOfMemory()
{
    bool found = false;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, lookForMemory, &found);
    return found;
}

/// @throws std::bad_alloc: sizes in a damaged file may be any.
bool readWithLibrary(hid_t dataset, hid_t type, const Selection& selection, hid_t transfer,
                     std::span<std::byte> to)
{
    if (to.empty()
        || H5Dread(dataset, type, selection.memorySpace, selection.fileSpace, transfer, to.data()) >= 0)
        return true;
    if (ranOutOfMemory())
        throw std::bad_alloc();
    return false;
}

/// Below this the library is as quick, and its lock is held for no time worth mentioning.
constexpr std::size_t kLargeRead = std::size_t{1} << 16;

/// Reads past the library, and so past its lock, which every other thread waits for.
/// @return nothing when the file is not an ordinary one; else whether all could be read.
std::optional<bool> readContiguous(hid_t dataset, haddr_t offset, std::span<std::byte> to)
{
    const Handle file(H5Iget_file_id(dataset));
    const int descriptor = descriptorOf(file.id());
    if (descriptor < 0)
        return std::nullopt;
    for (std::size_t done = 0; done < to.size();) {
        const ssize_t got
            = pread(descriptor, to.data() + done, to.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

/// @param type  of the elements, both in the file and in memory; not text of variable length, which lies
///              elsewhere in the file.
bool readAsStored(hid_t dataset, const DatasetShape& shape, hid_t type, const Selection& selection,
                  std::span<std::byte> to)
{
    const haddr_t offset = H5Dget_offset(dataset);
    const bool isContiguous = offset != HADDR_UNDEF;
    if (isContiguous && to.size() >= kLargeRead) {
        const haddr_t before = selection.first * (to.size() / selection.elements);
        if (const std::optional<bool> read = readContiguous(dataset, offset + before, to))
            return *read;
    }
    if (!to.empty() && selection.isWhole() && !isContiguous) {
        const Handle creation(H5Dget_create_plist(dataset));
        if (const auto layout = packedChunks(creation.id(), shape.extents, to.size() / selection.elements)) {
            const ChunksRead read = readPackedChunks(dataset, *layout, to);
            if (read != ChunksRead::Unusual)
                return read == ChunksRead::Whole;
        }
    }
    return readWithLibrary(dataset, type, selection, H5P_DEFAULT, to);
}

std::vector<std::string> readText(hid_t dataset, const DatasetShape& shape, const Selection& selection,
                                  bool& ok)
{
    const Handle stored(H5Dget_type(dataset));
    if (H5Tis_variable_str(stored.id()) > 0) {
        TextReferences references(dataset, selection.elements);
        ok = readWithLibrary(dataset, references.type(), selection, smallTransfer().id(), references.bytes());
        auto texts = ok ? references.texts() : std::nullopt;
        ok = texts.has_value();
        return std::move(texts).value_or(std::vector<std::string>());
    }
    std::vector<std::string> texts;
    texts.reserve(selection.elements);
    const std::size_t width = H5Tget_size(stored.id());
    std::vector<char> bytes(selection.elements * width);
    ok = readAsStored(dataset, shape, stored.id(), selection, std::as_writable_bytes(std::span(bytes)));
    for (std::size_t i = 0; i < selection.elements; ++i)
        texts.push_back(trimmed(bytes.data() + i * width, width));
    return texts;
}

template <typename T>
std::vector<T> readNumbers(hid_t dataset, const DatasetShape& shape, bool isStoredAsInMemory,
                           const Selection& selection, bool& ok)
{
    std::vector<T> values(selection.elements);
    const auto to = std::as_writable_bytes(std::span(values));
    const hid_t type = memoryType(shape.type);
    ok = isStoredAsInMemory ? readAsStored(dataset, shape, type, selection, to)
                            : readWithLibrary(dataset, type, selection, smallTransfer().id(), to);
    return values;
}

/// The attribute of this name that holds one element, which is what one that is read has room for.
Handle openSingle(hid_t object, const std::string& name)
{
    silence();
    if (H5Aexists(object, name.c_str()) <= 0)
        return {};
    Handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT));
    const Handle space(H5Aget_space(attribute.id()));
    return H5Sget_simple_extent_npoints(space.id()) == 1 ? std::move(attribute) : Handle();
}
}

Dataset::Dataset(Handle handle, StoredFile& file, std::string path, std::string place)
    : m_handle(std::move(handle))
    , m_path(std::move(path))
    , m_place(std::move(place))
{
    const Handle type(H5Dget_type(m_handle.id()));
    if (!type)
        throw FormatError("data_invalid", m_path, m_place + " has no readable type");
    m_shape = readShape(m_handle.id(), type.id(), m_path, m_place);
    m_isStoredAsInMemory = !isText(m_shape.type) && H5Tequal(type.id(), memoryType(m_shape.type)) > 0;
    const bool isFilled = H5Dget_offset(m_handle.id()) == HADDR_UNDEF || H5Tis_variable_str(type.id()) > 0;
    if (isFilled && !isFillSound(m_handle.id(), file))
        throw FormatError("data_invalid", m_path,
                          m_place
                              + " has a fill value of another size than its elements, or a damaged header");
}

FeatureArray::Values Dataset::readSelection(std::int64_t memorySpace, std::int64_t fileSpace,
                                            std::size_t elements, std::size_t first) const
{
    silence();
    bool ok = true;
    FeatureArray::Values values;
    const hid_t dataset = m_handle.id();
    const Selection selection{memorySpace, fileSpace, elements, first};
    if (isText(m_shape.type))
        values = readText(dataset, m_shape, selection, ok);
    else if (isInteger(m_shape.type))
        values = readNumbers<std::int64_t>(dataset, m_shape, m_isStoredAsInMemory, selection, ok);
    else if (m_shape.type == ElementType::Float64)
        values = readNumbers<double>(dataset, m_shape, m_isStoredAsInMemory, selection, ok);
    else
        values = readNumbers<float>(dataset, m_shape, m_isStoredAsInMemory, selection, ok);
    if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&values);
        ok && numbers && m_shape.type == ElementType::UInt64) {
        const auto tooLarge = std::ranges::find_if(*numbers, [](std::int64_t number) { return number < 0; });
        if (tooLarge != numbers->end())
            throw FormatError("data_invalid", m_path,
                              m_place + " holds " + std::to_string(static_cast<std::uint64_t>(*tooLarge))
                                  + "; integers from 2^63 on cannot be held exactly, and are not read");
    }
    if (!ok)
        throw IoError("data_invalid", m_path,
                      m_place + " cannot be read (damaged data, or an unknown filter)");
    return values;
}

FeatureArray::Values Dataset::read() const
{
    const std::size_t elements = std::accumulate(m_shape.extents.begin(), m_shape.extents.end(),
                                                 std::size_t{1}, std::multiplies<>());
    return readSelection(H5S_ALL, H5S_ALL, elements, 0);
}

FeatureArray::Values Dataset::readRows(std::size_t first, std::size_t count) const
{
    std::vector<hsize_t> start(m_shape.extents.size(), 0);
    std::vector<hsize_t> extent(m_shape.extents.begin(), m_shape.extents.end());
    if (extent.empty() || first + count > extent.front())
        throw ShapeError("data_invalid", m_path + ": " + m_place + " has fewer rows than were asked for");
    start.front() = first;
    extent.front() = count;
    const Handle fileSpace(H5Dget_space(m_handle.id()));
    H5Sselect_hyperslab(fileSpace.id(), H5S_SELECT_SET, start.data(), nullptr, extent.data(), nullptr);
    const Handle memorySpace(H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr));
    const std::size_t elements
        = std::accumulate(extent.begin(), extent.end(), std::size_t{1}, std::multiplies<>());
    return readSelection(memorySpace.id(), fileSpace.id(), elements,
                         count > 0 ? elements / count * first : 0);
}

std::vector<double> Dataset::readDoubles() const
{
    return std::visit(
        [&](const auto& from) {
            using From = typename std::decay_t<decltype(from)>::value_type;
            if constexpr (std::is_same_v<From, std::string>)
                throw FormatError("data_invalid", m_path, m_place + " holds text (expected numbers)");
            else
                return std::vector<double>(from.begin(), from.end());
            return std::vector<double>{};
        },
        read());
}

std::optional<std::string> File::textAttribute(const std::string& name) const
{
    const Handle attribute = openSingle(m_handle.id(), name);
    if (!attribute)
        return std::nullopt;
    const Handle stored(H5Aget_type(attribute.id()));
    if (H5Tget_class(stored.id()) != H5T_STRING)
        return std::nullopt;
    if (H5Tis_variable_str(stored.id()) > 0) {
        TextReferences reference(attribute.id(), 1);
        if (H5Aread(attribute.id(), reference.type(), reference.bytes().data()) < 0)
            return std::nullopt;
        auto texts = reference.texts();
        return texts ? std::optional(std::move(texts->front())) : std::nullopt;
    }
    std::vector<char> bytes(H5Tget_size(stored.id()));
    if (H5Aread(attribute.id(), stored.id(), bytes.data()) < 0)
        return std::nullopt;
    return trimmed(bytes.data(), bytes.size());
}

std::optional<double> File::numberAttribute(const std::string& name) const
{
    const Handle attribute = openSingle(m_handle.id(), name);
    double value = 0.0;
    if (!attribute || H5Aread(attribute.id(), H5T_NATIVE_DOUBLE, &value) < 0)
        return std::nullopt;
    return value;
}

}
