#pragma once

#include "engine/core/feature_array.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

/// A thin owner over the HDF5 C library. Only the .cpp files here include its header.
///
/// The library is built thread-safe (one lock inside), so files may be read from several threads.
namespace engine::hdf5 {

/// An open HDF5 object; closes it. Same width as the library's hid_t.
class Handle {
public:
    Handle() = default;
    explicit Handle(std::int64_t id) : m_id(id) { }
    Handle(Handle&& other) noexcept : m_id(std::exchange(other.m_id, -1)) { }
    Handle& operator=(Handle&& other) noexcept
    {
        std::swap(m_id, other.m_id);
        return *this;
    }
    ~Handle();
    std::int64_t id() const { return m_id; }
    explicit operator bool() const { return m_id >= 0; }

private:
    std::int64_t m_id = -1;
};

struct DatasetShape {
    ElementType type = ElementType::Float32;
    std::vector<std::size_t> extents; ///< empty for a scalar
};

struct StoredFile; // library_file.h

/// A dataset that is open for reading. Path and place name it in errors: `file: /words/data/v/features`.
class Dataset {
public:
    /// @param file  the bytes that it lies in
    Dataset(Handle handle, StoredFile& file, std::string path, std::string place);

    const DatasetShape& shape() const { return m_shape; }
    const std::string& path() const { return m_path; } ///< of the file
    const std::string& place() const { return m_place; } ///< in the file
    /// Everything, in the memory type of FeatureArray. @throws IoError (`data_invalid`) when it cannot be
    /// read.
    FeatureArray::Values read() const;
    /// `count` rows from `first` on. @throws as read().
    FeatureArray::Values readRows(std::size_t first, std::size_t count) const;
    std::vector<double> readDoubles() const;
    /// Reads an unknown dataset once, in a process that may crash on it. Numbers that are stored as they lie
    /// in memory are not read: it is enough that they, or their chunks, lie within the file. Data that cannot
    /// be read is no reason to refuse the file; reading it later throws.
    /// @throws FormatError (`data_invalid`) when the data lies in another file or outside this one of
    /// `fileBytes`, was packed by a filter we do not know, or is claimed to be far more than is stored;
    /// std::bad_alloc.
    void checkStorage(std::uintmax_t fileBytes) const;

private:
    void checkFilters(std::int64_t creation) const;
    void checkClaim(std::int64_t creation, std::uintmax_t fileBytes) const;
    void checkContiguous(std::uintmax_t fileBytes) const;
    void readAllOnce() const;
    FeatureArray::Values readSelection(std::int64_t memorySpace, std::int64_t fileSpace, std::size_t elements,
                                       std::size_t first) const;

    Handle m_handle;
    std::string m_path;
    std::string m_place;
    DatasetShape m_shape;
    bool m_isStoredAsInMemory = false; ///< numbers that need no conversion
};

/// A group that is open for reading.
class Group {
public:
    Group(Handle handle, std::shared_ptr<StoredFile> file, std::string path, std::string place);

    /// Names of links that lead to objects in this file, in byte order. It refuses external and user-defined
    /// links, and soft links that leave their sequence's data (or metadata).
    /// @throws FormatError (`data_invalid`) for such a link.
    std::vector<std::string> names() const;
    /// A name and the object that it leads to.
    struct Link {
        std::string name;
        std::uint64_t address = kByName; ///< of the object in the file; kByName for a soft link
    };
    static constexpr std::uint64_t kByName = ~std::uint64_t{0};
    /// As names(), for groups with very many links: the object of a link can be opened without a search for
    /// its name.
    std::vector<Link> links() const;
    /// Where the group lies in the file: two links with the same lead to the same group.
    std::uint64_t address() const;
    const std::string& place() const { return m_place; } ///< in the file
    bool hasGroup(const std::string& name) const;
    bool hasDataset(const std::string& name) const;
    /// @throws FormatError (`data_invalid`) when there is no such group, or no such dataset.
    Group group(const std::string& name) const;
    Dataset dataset(const std::string& name) const;
    struct Object;
    /// What a link leads to, opened once.
    Object object(const std::string& name) const;
    Object object(const Link& link) const;

private:
    Handle open(const std::string& name) const;
    std::vector<Link> listedLinks() const; ///< by the library
    Object object(Handle handle, const std::string& name) const;

    Handle m_handle;
    std::shared_ptr<StoredFile> m_file;
    std::string m_path;
    std::string m_place;
};

/// A group, or a dataset, or neither.
struct Group::Object {
    std::optional<Group> group;
    std::optional<Dataset> dataset;
};

/// A file that is open for reading.
class File {
public:
    /// @throws IoError (`file_not_found`, `not_hdf5`).
    explicit File(const std::filesystem::path& path);

    Group root() const;
    /// The text of an attribute of the root group, if it is there and holds one.
    std::optional<std::string> textAttribute(const std::string& name) const;
    /// The number in an attribute of the root group, if it is there and holds one.
    std::optional<double> numberAttribute(const std::string& name) const;

private:
    std::string m_path;
    Handle m_handle;
    std::shared_ptr<StoredFile> m_file;
};

class GrowingDataset; // growing_dataset.h

struct Compression {
    int gzipLevel = 0; ///< 0: contiguous, 1…9: gzip
    friend bool operator==(const Compression&, const Compression&) = default;
};

/// A file that is open for writing. Paths are absolute inside the file; groups in between are made.
class Writer {
public:
    /// @throws IoError (`io`) when the file cannot be made.
    explicit Writer(const std::filesystem::path& path);
    /// Opens a file that exists, to change it. @throws IoError (`io`).
    static Writer existing(const std::filesystem::path& path);

    void createGroup(const std::string& path);
    /// @throws IoError (`io`), for instance when the disk is full.
    void write(const std::string& path, const FeatureArray& array, Compression compression = {});
    /// A dataset of 0 rows that grows, in chunks. @throws IoError (`io`).
    GrowingDataset growing(const std::string& path, ElementType type,
                           const std::vector<std::size_t>& trailingExtents, Compression compression = {});
    /// Removes the object at `path`, if there is one.
    void remove(const std::string& path);
    /// Shape (1,), variable-length UTF-8: the form of metadata fields.
    void writeText(const std::string& path, const std::string& text);
    /// Flushes and closes, growing datasets too. @throws IoError (`io`).
    void close();

private:
    Writer(Handle handle, std::string path) : m_path(std::move(path)), m_handle(std::move(handle)) { }

    std::string m_path;
    Handle m_handle;
};

/// The name, as part of a path inside a file. HDF5 would take a slash for a group in a group, and a NUL for
/// the end.
/// @throws FormatError (`data_invalid`) for a name that HDF5 cannot have.
/// @param file  the file in which the name was to be used.
const std::string& checkedName(const std::string& name, const std::filesystem::path& file);

}
