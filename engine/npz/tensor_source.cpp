#include "engine/npz/tensor_source.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/npz/npz_reader.h"
#include "engine/sequences/hdf5/h5_file.h"

#include <algorithm>
#include <cstdint>
#include <fmt/format.h>
#include <fstream>
#include <memory>

namespace engine {

namespace {

constexpr std::size_t kMostDatasets = 10'000;

/// The first three bytes, as far as there are any.
std::string beginningOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::string bytes(3, '\0');
    file.read(bytes.data(), 3);
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return bytes;
}

/// A pickle begins with its protocol, or, in the oldest form, with a mark of its own.
bool isPickle(std::string_view bytes)
{
    if (bytes.size() < 2)
        return false;
    return (bytes[0] == '\x80' && bytes[1] >= 1 && bytes[1] <= 5) || bytes.starts_with("(dp")
        || bytes.starts_with("(lp");
}

[[noreturn]] void refusePickle(const std::filesystem::path& path)
{
    const std::string name = path.string();
    throw FormatError(
        "pickle_refused", name,
        "is a pickle, which runs whatever is in it when it is opened, so it is not opened here; "
        "scripts/unpickle.py takes only arrays out of it. "
            + Installation::ofThisProgram().unpickleCommand(path));
}

std::vector<TensorEntry> npzEntries(const std::filesystem::path& path, std::size_t mostElements)
{
    const auto reader = std::make_shared<NpzReader>(path);
    std::vector<TensorEntry> entries;
    for (const NpzReader::Array& array : reader->arrays()) {
        const bool isText = array.type.size() > 1 && (array.type[1] == 'S' || array.type[1] == 'U');
        entries.push_back({array.name, array.shape, isText, array.isPacked, array.rowBytes,
                           [reader, array, mostElements] { return reader->read(array, mostElements * 8); },
                           [reader, array, mostElements](std::size_t first, std::size_t count) {
                               return reader->readRows(array, first, count, mostElements * 8);
                           }});
    }
    return entries;
}

void addDatasets(const hdf5::Group& group, const std::string& prefix, int level, std::uintmax_t fileBytes,
                 std::size_t mostElements, std::vector<TensorEntry>& entries)
{
    for (const std::string& name : group.names()) {
        hdf5::Group::Object object = group.object(name);
        if (object.group && level < 4)
            addDatasets(*object.group, prefix + name + "/", level + 1, fileBytes, mostElements, entries);
        if (!object.dataset)
            continue;
        const auto dataset = std::make_shared<hdf5::Dataset>(std::move(*object.dataset));
        const hdf5::DatasetShape shape = dataset->shape();
        if (entries.size() >= kMostDatasets)
            throw FormatError("too_large", dataset->path(), "holds too many arrays");
        const auto isChecked = std::make_shared<bool>(false);
        const auto check = [dataset, shape, fileBytes, mostElements, isChecked] {
            if (*isChecked)
                return;
            std::size_t elements = 1;
            for (const std::size_t extent : shape.extents)
                elements = std::min(elements, mostElements + 1) * std::min(extent, mostElements + 1);
            if (elements > mostElements)
                throw FormatError("too_large", dataset->path(), dataset->place() + " is too large");
            dataset->checkStorage(fileBytes);
            *isChecked = true;
        };
        std::size_t rowBytes = isText(shape.type) ? 0 : 8; // at most
        for (std::size_t axis = 1; axis < shape.extents.size(); ++axis) {
            const std::size_t extent = shape.extents[axis];
            rowBytes = extent > 0 && rowBytes > SIZE_MAX / extent ? SIZE_MAX : rowBytes * extent;
        }
        entries.push_back({prefix + name, shape.extents, isText(shape.type), false, rowBytes,
                           [dataset, shape, check] {
                               check();
                               return FeatureArray{shape.type, shape.extents, dataset->read()};
                           },
                           [dataset, shape, check](std::size_t first, std::size_t count) {
                               check();
                               std::vector<std::size_t> extents = shape.extents;
                               extents.front() = count;
                               return FeatureArray{shape.type, extents, dataset->readRows(first, count)};
                           }});
    }
}

}

std::vector<TensorEntry> tensorEntries(const std::filesystem::path& path, std::size_t mostElements)
{
    std::error_code failure;
    if (!std::filesystem::exists(path, failure))
        throw IoError("file_not_found", path.string(), "there is no such file");
    const std::string beginning = beginningOf(path);
    if (isPickle(beginning))
        refusePickle(path);
    if (beginning.starts_with("PK"))
        return npzEntries(path, mostElements);
    if (path.extension() == ".npz" && !beginning.starts_with("\x89HD"))
        throw FormatError("data_invalid", path.string(),
                          "is no NumPy archive (.npz): it does not begin as one");
    const hdf5::File file(path);
    std::vector<TensorEntry> entries;
    addDatasets(file.root(), "", 0, std::filesystem::file_size(path), mostElements, entries);
    return entries;
}

}
