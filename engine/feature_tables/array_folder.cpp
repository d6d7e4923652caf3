#include "engine/feature_tables/array_folder.h"

#include "engine/core/error.h"
#include "engine/npz/npy_array.h"

#include <algorithm>
#include <fmt/format.h>
#include <variant>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostArrayBytes = std::size_t{1} << 30;
constexpr int kDeepestArrays = 3; ///< folders below the dataset's

bool isArray(const fs::directory_entry& item)
{
    std::error_code unreadable;
    return item.path().extension() == ".npy" && item.is_regular_file(unreadable);
}

struct ArrayShape {
    std::size_t rows = 0;
    std::size_t width = 0;
};

/// @throws FormatError (`data_invalid`).
ArrayShape shapeOf(const fs::path& file, const NpyHeader& header)
{
    std::vector<std::size_t> shape = header.shape;
    while (shape.size() > 1 && shape.front() == 1)
        shape.erase(shape.begin());
    if (shape.empty() || shape.size() > 2 || shape.back() == 0) {
        std::string axes;
        for (const std::size_t extent : header.shape)
            axes += (axes.empty() ? "" : " × ") + std::to_string(extent);
        throw FormatError(
            "data_invalid", file.string(),
            fmt::format("has the shape {}, expected D numbers, or T × D", axes.empty() ? "()" : axes));
    }
    return shape.size() == 1 ? ArrayShape{1, shape.front()} : ArrayShape{shape.front(), shape.back()};
}

std::vector<float> singlesOf(FeatureArray array, const fs::path& file)
{
    if (array.type == ElementType::Text)
        throw FormatError("data_invalid", file.string(), "holds texts, expected numbers");
    return std::visit(
        [](auto& values) -> std::vector<float> {
            using Value = typename std::decay_t<decltype(values)>::value_type;
            if constexpr (std::is_same_v<Value, float>)
                return std::move(values);
            else if constexpr (std::is_arithmetic_v<Value>)
                return {values.begin(), values.end()};
            else
                return {};
        },
        array.values);
}

}

bool isArrayFolder(const fs::path& folder)
{
    std::error_code unreadable;
    return std::ranges::any_of(fs::directory_iterator(folder, unreadable), isArray);
}

std::vector<fs::path> arrayFoldersIn(const fs::path& root)
{
    std::vector<fs::path> folders;
    if (isArrayFolder(root))
        folders.push_back(root);
    using Walk = fs::recursive_directory_iterator;
    std::error_code unreadable;
    for (Walk item(root, fs::directory_options::skip_permission_denied, unreadable); item != Walk();
         item.increment(unreadable)) {
        std::error_code gone;
        if (!item->is_directory(gone))
            continue;
        const bool isHidden = item->path().filename().string().starts_with('.');
        if (isHidden || item.depth() + 1 >= kDeepestArrays)
            item.disable_recursion_pending();
        if (!isHidden && isArrayFolder(item->path()))
            folders.push_back(item->path());
    }
    std::ranges::sort(folders);
    return folders;
}

ArrayFolder::ArrayFolder(const fs::path& folder) : EntryFiles(folder)
{
    for (const fs::directory_entry& item : fs::directory_iterator(folder)) {
        if (isArray(item))
            m_files.emplace(item.path().stem().string(), item.path());
    }
    if (m_files.empty())
        throw FormatError("data_invalid", folder.string(), "has no arrays (.npy)");
    for (const auto& [id, file] : m_files)
        m_ids.push_back(id);
    const fs::path& first = m_files.begin()->second;
    m_width = shapeOf(first, readNpyHeader(first)).width;
    m_groupName = m_rootName = folder.filename().string();
    m_metadata["root name"] = m_rootName;
    m_metadata["computational sequence description"] = "features of the arrays in the folder " + m_rootName;
}

const fs::path& ArrayFolder::fileOf(const std::string& id) const
{
    const auto found = m_files.find(id);
    if (found == m_files.end())
        throw FormatError("data_invalid", path().string(), id + " is missing (no such array)");
    return found->second;
}

std::size_t ArrayFolder::rowsOf(const std::string& id) const
{
    const fs::path& file = fileOf(id);
    const ArrayShape shape = shapeOf(file, readNpyHeader(file));
    if (shape.width != m_width)
        throw FormatError("data_invalid", file.string(),
                          fmt::format("has {} columns, expected the {} of {}", shape.width, m_width,
                                      m_files.begin()->second.filename().string()));
    return shape.rows;
}

EntryShape ArrayFolder::shape(const std::string& id) const
{
    const std::size_t rows = rowsOf(id);
    return {{rows, 2}, {rows, m_width}, ElementType::Float64, ElementType::Float32};
}

IntervalArray ArrayFolder::intervals(const std::string& id) const
{
    const std::size_t rows = rowsOf(id);
    const std::optional<double> seconds = m_clips ? m_clips(id) : std::nullopt;
    const double step = seconds ? *seconds / static_cast<double>(rows) : 1.0;
    IntervalArray intervals;
    for (std::size_t row = 0; row < rows; ++row)
        intervals.values.push_back({step * static_cast<double>(row), step * static_cast<double>(row + 1)});
    return intervals;
}

FeatureArray ArrayFolder::features(const std::string& id) const
{
    const std::size_t rows = rowsOf(id);
    const fs::path& file = fileOf(id);
    return {ElementType::Float32, {rows, m_width}, singlesOf(readNpy(file, kMostArrayBytes), file)};
}

Entry ArrayFolder::entry(const std::string& id) const
{
    return {intervals(id), features(id)};
}

SequenceFile::RowReader ArrayFolder::openRows(const std::string& id) const
{
    const auto all = std::make_shared<const FeatureArray>(features(id));
    return [all](std::size_t first, std::size_t count) { return all->slice(first, count).values; };
}

std::vector<fs::path> ArrayFolder::files() const
{
    std::vector<fs::path> files;
    for (const auto& [id, file] : m_files)
        files.push_back(file);
    return files;
}

}
