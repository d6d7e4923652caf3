#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/sequences/hdf5/growing_dataset.h"
#include "engine/sequences/hdf5/h5_file.h"
#include "engine/sequences/hdf5/h5_types.h"
#include "engine/sequences/hdf5/stored_values.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

namespace engine::hdf5 {

namespace {

/// Rows of a chunk so that it holds about 64 KiB: small enough to read one video's part, large enough to
/// compress.
constexpr std::size_t kChunkBytes = std::size_t{1} << 16;

Handle intermediateGroups()
{
    Handle list(H5Pcreate(H5P_LINK_CREATE));
    H5Pset_create_intermediate_group(list.id(), 1);
    H5Pset_char_encoding(list.id(), H5T_CSET_UTF8);
    return list;
}

/// A dataset that is being written. The library keeps the last bytes until it is closed, so closing may fail,
/// too.
class WrittenDataset {
public:
    explicit WrittenDataset(hid_t id) : m_id(id) { }
    WrittenDataset(const WrittenDataset&) = delete;
    WrittenDataset& operator=(const WrittenDataset&) = delete;
    ~WrittenDataset() { close(); }

    hid_t id() const { return m_id; }
    explicit operator bool() const { return m_id >= 0; }
    /// @return false when bytes are lost.
    bool close() { return m_id < 0 || H5Dclose(std::exchange(m_id, -1)) >= 0; }

private:
    hid_t m_id;
};

/// Access to a file that is closed with all that is open in it.
Handle closingAll()
{
    Handle list(H5Pcreate(H5P_FILE_ACCESS));
    H5Pset_fclose_degree(list.id(), H5F_CLOSE_STRONG);
    H5AC_cache_config_t config;
    config.version = H5AC__CURR_CACHE_CONFIG_VERSION;
    if (H5Pget_mdc_config(list.id(), &config)
        >= 0) { // room for the names of half a million entries, if it comes to that
        config.max_size = std::size_t{128} << 20;
        H5Pset_mdc_config(list.id(), &config);
    }
    return list;
}

/// Datasets without the time of their making: the same contents are the same bytes, whenever they are
/// written.
Handle datasetCreation()
{
    Handle list(H5Pcreate(H5P_DATASET_CREATE));
    H5Pset_obj_track_times(list.id(), false);
    return list;
}

Handle creation(const FeatureArray& array, std::size_t elementBytes, Compression compression)
{
    Handle list = datasetCreation();
    if (compression.gzipLevel == 0 || array.rows() == 0 || array.rowLength() == 0)
        return list;
    std::vector<hsize_t> chunk(array.shape.begin(), array.shape.end());
    const std::size_t rowBytes = std::max<std::size_t>(1, array.rowLength() * elementBytes);
    chunk.front() = std::clamp<std::size_t>(kChunkBytes / rowBytes, 1, array.rows());
    H5Pset_chunk(list.id(), static_cast<int>(chunk.size()), chunk.data());
    H5Pset_deflate(list.id(), static_cast<unsigned>(compression.gzipLevel));
    return list;
}

}

Writer::Writer(const std::filesystem::path& path) : m_path(targetName(path))
{
    silence();
    m_handle = Handle(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, closingAll().id()));
    if (!m_handle)
        throw IoError("io", m_path, "cannot be written (is the folder there, and writable?)");
}

Writer Writer::existing(const std::filesystem::path& path)
{
    silence();
    Handle file(H5Fopen(path.c_str(), H5F_ACC_RDWR, closingAll().id()));
    if (!file)
        throw IoError("io", path.string(), "cannot be opened for writing");
    return {std::move(file), targetName(path)};
}

void Writer::createGroup(const std::string& path)
{
    silence();
    const Handle group(
        H5Gcreate2(m_handle.id(), path.c_str(), intermediateGroups().id(), H5P_DEFAULT, H5P_DEFAULT));
    if (!group)
        throw IoError("io", m_path, "the group " + path + " cannot be written");
}

void Writer::write(const std::string& path, const FeatureArray& array, Compression compression)
{
    silence();
    requireHeld(array, m_path);
    Handle type = fileType(array.type);
    std::vector<char> fixed; // text as fixed-length bytes, the form the SDK reads without surprises
    if (const auto* texts = std::get_if<std::vector<std::string>>(&array.values)) {
        std::size_t width = 1;
        for (const std::string& text : *texts)
            width = std::max(width, text.size());
        H5Tset_size(type.id(), width);
        H5Tset_strpad(type.id(), H5T_STR_NULLPAD);
        fixed.resize(texts->size() * width);
        for (std::size_t i = 0; i < texts->size(); ++i)
            std::memcpy(fixed.data() + i * width, (*texts)[i].data(), (*texts)[i].size());
    }
    const std::vector<hsize_t> extents(array.shape.begin(), array.shape.end());
    const Handle space(H5Screate_simple(static_cast<int>(extents.size()), extents.data(), nullptr));
    WrittenDataset dataset(
        H5Dcreate2(m_handle.id(), path.c_str(), type.id(), space.id(), intermediateGroups().id(),
                   creation(array, H5Tget_size(type.id()), compression).id(), H5P_DEFAULT));
    const bool written
        = dataset
        && std::visit(
              [&](const auto& values) {
                  if (values.empty())
                      return true;
                  if (isText(array.type))
                      return H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, fixed.data())
                          >= 0;
                  return H5Dwrite(dataset.id(), memoryType(array.type), H5S_ALL, H5S_ALL, H5P_DEFAULT,
                                  values.data())
                      >= 0;
              },
              array.values);
    if (!written || !dataset.close())
        throw IoError("io", m_path, path + " cannot be written (is the disk full?)");
}

GrowingDataset Writer::growing(const std::string& path, ElementType type,
                               const std::vector<std::size_t>& trailingExtents, Compression compression)
{
    silence();
    const Handle stored = isText(type) ? variableText() : fileType(type);
    DatasetShape shape{type, {0}};
    shape.extents.insert(shape.extents.end(), trailingExtents.begin(), trailingExtents.end());
    const std::vector<hsize_t> extents(shape.extents.begin(), shape.extents.end());
    std::vector<hsize_t> most = extents;
    std::vector<hsize_t> chunk = extents;
    std::size_t rowBytes = H5Tget_size(stored.id());
    for (std::size_t axis = 1; axis < extents.size(); ++axis) {
        rowBytes *= std::max<std::size_t>(1, extents[axis]);
        chunk[axis] = std::max<hsize_t>(1, extents[axis]);
        if (extents[axis] == 0)
            most[axis] = H5S_UNLIMITED; // a chunk may not be larger than the axis may get
    }
    most.front() = H5S_UNLIMITED;
    chunk.front() = std::max<std::size_t>(1, kChunkBytes / rowBytes);
    const int rank = static_cast<int>(extents.size());
    const Handle space(H5Screate_simple(rank, extents.data(), most.data()));
    const Handle list = datasetCreation();
    H5Pset_chunk(list.id(), rank, chunk.data());
    if (compression.gzipLevel > 0)
        H5Pset_deflate(list.id(), static_cast<unsigned>(compression.gzipLevel));
    Handle dataset(H5Dcreate2(m_handle.id(), path.c_str(), stored.id(), space.id(), intermediateGroups().id(),
                              list.id(), H5P_DEFAULT));
    if (!dataset)
        throw IoError("io", m_path, path + " cannot be written (is the disk full?)");
    return {std::move(dataset), std::move(shape), m_path + ": " + path};
}

void Writer::remove(const std::string& path)
{
    silence();
    std::string parent = path.substr(0, path.rfind('/'));
    if (!parent.empty() && H5Lexists(m_handle.id(), parent.c_str(), H5P_DEFAULT) <= 0)
        return; // the library takes asking for more as an error
    if (H5Lexists(m_handle.id(), path.c_str(), H5P_DEFAULT) > 0
        && H5Ldelete(m_handle.id(), path.c_str(), H5P_DEFAULT) < 0)
        throw IoError("io", m_path, path + " cannot be removed");
}

void Writer::writeText(const std::string& path, const std::string& text)
{
    silence();
    const Handle type = variableText();
    const hsize_t one = 1;
    const Handle space(H5Screate_simple(1, &one, nullptr));
    WrittenDataset dataset(H5Dcreate2(m_handle.id(), path.c_str(), type.id(), space.id(),
                                      intermediateGroups().id(), datasetCreation().id(), H5P_DEFAULT));
    const char* pointer = text.c_str();
    if (!dataset || H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, smallTransfer().id(), &pointer) < 0
        || !dataset.close())
        throw IoError("io", m_path, path + " cannot be written (is the disk full?)");
}

void Writer::close()
{
    silence();
    const bool flushed = H5Fflush(m_handle.id(), H5F_SCOPE_LOCAL) >= 0;
    const bool closed = H5Fclose(m_handle.id()) >= 0;
    std::construct_at(
        &m_handle); // not closed again: a second attempt after a failed one crashes in the library
    if (!flushed || !closed)
        throw IoError("io", m_path, "cannot be finished (is the disk full?)");
}

const std::string& checkedName(const std::string& name, const std::filesystem::path& file)
{
    if (name.empty() || name == "." || name.find('/') != std::string::npos
        || name.find('\0') != std::string::npos)
        throw FormatError("data_invalid", file.string(),
                          "cannot be written: '" + name
                              + "' is no possible name for an id, a metadata field or a sequence");
    return name;
}

}
