#include "engine/recipes/tensor_merge.h"

#include "engine/core/error.h"
#include "engine/npz/npz_writer.h"
#include "engine/sequences/hdf5/growing_dataset.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace engine {

namespace {

/// Entries that are read at once.
constexpr std::size_t kEntriesAtOnce = 256;

/// Appends what the shards have of one array. Shards without any entry know no shape, so it is that of the
/// first which has some.
class ArrayMerge {
public:
    ArrayMerge(const std::vector<hdf5::File>& shards, const std::string& group, const std::string& name)
    {
        for (const hdf5::File& shard : shards)
            m_parts.push_back(shard.root().group(group).dataset(name));
    }

    /// Type and extents of one entry; absent when there is none.
    std::optional<hdf5::DatasetShape> shape() const
    {
        for (const hdf5::Dataset& part : m_parts) {
            hdf5::DatasetShape shape = part.shape();
            if (shape.extents.front() == 0)
                continue;
            shape.extents.erase(shape.extents.begin());
            return shape;
        }
        return std::nullopt;
    }

    /// Hands over `kEntriesAtOnce` entries after the other, whichever shards they come from.
    template <typename Append>
    void run(const std::string& place, const hdf5::DatasetShape& row, const Append& append) const
    {
        std::vector<FeatureArray> batch;
        std::size_t inBatch = 0;
        const auto flush = [&] {
            if (inBatch > 0)
                append(batch.size() == 1 ? batch.front() : concatenate(batch));
            batch.clear();
            inBatch = 0;
        };
        for (const hdf5::Dataset& part : m_parts) {
            std::vector<std::size_t> extents = part.shape().extents;
            const std::size_t entries = extents.front();
            extents.erase(extents.begin());
            if (entries > 0 && (extents != row.extents || part.shape().type != row.type))
                throw FormatError("data_invalid", place, "has another shape or type in one of the shards");
            for (std::size_t first = 0; first < entries;) {
                const std::size_t count = std::min(kEntriesAtOnce - inBatch, entries - first);
                FeatureArray& rows
                    = batch.emplace_back(FeatureArray{row.type, {count}, part.readRows(first, count)});
                rows.shape.insert(rows.shape.end(), row.extents.begin(), row.extents.end());
                first += count;
                inBatch += count;
                if (inBatch == kEntriesAtOnce)
                    flush();
            }
        }
        flush();
    }

private:
    std::vector<hdf5::Dataset> m_parts;
};

/// The shape of an array without entries: that of the same sequence in the first fold that has some.
hdf5::DatasetShape shapeElsewhere(const std::vector<hdf5::File>& shards, const std::string& name)
{
    const hdf5::Group root = shards.front().root();
    for (const std::string& fold : root.names()) {
        if (fold == "ids" || !root.group(fold).hasDataset(name))
            continue;
        if (const auto shape = ArrayMerge(shards, fold, name).shape())
            return *shape;
    }
    return {ElementType::Float64, {}};
}

}

std::vector<PendingFile> mergeTensors(const std::vector<std::filesystem::path>& files, bool npz,
                                      const std::filesystem::path& folder, const RunContext& run)
{
    std::vector<hdf5::File> shards;
    for (const std::filesystem::path& file : files)
        shards.emplace_back(file);
    std::vector<PendingFile> written;
    written.emplace_back(folder / "tensors.h5");
    hdf5::Writer writer(written.back().temporary());
    std::optional<NpzWriter> archive;
    if (npz) {
        written.emplace_back(folder / "tensors.npz");
        archive.emplace(written.back().temporary());
    }
    const hdf5::Group root = shards.front().root();
    for (const std::string& group : root.names()) {
        for (const std::string& name : root.group(group).names()) {
            run.tick(0, 1);
            const std::string place = fmt::format("{}/{}", group, name);
            const ArrayMerge merge(shards, group, name);
            const hdf5::DatasetShape shape = merge.shape().value_or(
                group == "ids" ? hdf5::DatasetShape{ElementType::Text, {}} : shapeElsewhere(shards, name));
            hdf5::GrowingDataset dataset = writer.growing("/" + place, shape.type, shape.extents);
            if (archive)
                archive->create(place, shape.type, shape.extents, group == "ids");
            merge.run(place, shape, [&](const FeatureArray& rows) {
                dataset.append(rows);
                if (archive)
                    archive->append(place, rows);
            });
        }
    }
    writer.close();
    if (archive)
        archive->close();
    return written;
}

}
