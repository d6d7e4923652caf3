#include "engine/sequences/csd_file.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"
#include "engine/sequences/plain_entry.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace engine {

namespace {

std::string sizesText(const std::vector<std::size_t>& shape)
{
    return shape.empty() ? "a single value" : fmt::format("{}", fmt::join(shape, "×"));
}

/// A metadata field's first element as the SDK gives it: text, or a number printed as Python prints it (3.0,
/// not 3).
std::string firstElement(const hdf5::Dataset& field)
{
    return std::visit(
        [](const auto& values) {
            using T = typename std::decay_t<decltype(values)>::value_type;
            if constexpr (std::is_same_v<T, std::string>)
                return values.front();
            else if constexpr (std::is_floating_point_v<T>)
                return fmt::format("{:#}", values.front());
            else
                return fmt::format("{}", values.front());
        },
        field.readRows(0, 1));
}

Metadata readMetadata(const hdf5::Group& root)
{
    Metadata metadata;
    if (!root.hasGroup("metadata"))
        return metadata;
    const hdf5::Group fields = root.group("metadata");
    for (const std::string& field : fields.names()) {
        if (!fields.hasDataset(field))
            continue;
        const hdf5::Dataset stored = fields.dataset(field);
        const std::vector<std::size_t>& extents = stored.shape().extents;
        const bool hasElements
            = !extents.empty() && std::ranges::find(extents, std::size_t{0}) == extents.end();
        if (hasElements) // the SDK cannot read scalars either
            metadata.emplace(validUtf8(field), decodeMetadataField(firstElement(stored)));
    }
    return metadata;
}

}

EntryShape shapeOf(const hdf5::Dataset& intervals, const hdf5::Dataset& features)
{
    return {intervals.shape().extents, features.shape().extents, intervals.shape().type,
            features.shape().type};
}

IntervalArray readIntervals(const hdf5::Dataset& stored)
{
    const hdf5::DatasetShape& shape = stored.shape();
    if (shape.extents.size() != 2 || shape.extents[1] < 2 || isText(shape.type))
        throw FormatError("data_invalid", stored.path(),
                          fmt::format("{} is {} {}, expected N×2 numbers", stored.place(),
                                      sizesText(shape.extents), name(shape.type)));
    const std::vector<double> numbers = stored.readDoubles();
    const std::size_t columns = shape.extents[1]; // three were seen; start and end are the first two
    IntervalArray result{shape.type, std::vector<Interval>(shape.extents[0])};
    for (std::size_t row = 0; row < result.values.size(); ++row)
        result.values[row] = {numbers[row * columns], numbers[row * columns + 1]};
    return result;
}

/// Reads entries of the ordinary kind past the library; absent is what it has to read. Several threads may
/// read.
class CsdFile::PlainReader {
public:
    explicit PlainReader(hdf5::PlainObjects objects) : m_objects(std::move(objects)) { }

    std::optional<EntryShape> shape(std::uint64_t group)
    {
        auto found = find(group);
        return found ? std::optional(shapeOf(std::move(*found))) : std::nullopt;
    }

    std::optional<FeatureArray> features(std::uint64_t group)
    {
        const auto found = find(group);
        return found ? features(found->features) : std::nullopt;
    }

    std::optional<Entry> entry(std::uint64_t group)
    {
        const auto found = find(group);
        if (!found)
            return std::nullopt;
        if (found->intervals.extents.front() != found->features.extents.front())
            return std::nullopt;
        auto intervals = intervalsOf(m_objects, found->intervals);
        auto rows = intervals ? features(found->features) : std::nullopt;
        if (!rows)
            return std::nullopt;
        return Entry{std::move(*intervals), std::move(*rows)};
    }

private:
    std::optional<hdf5::PlainObjects::Entry> find(std::uint64_t group)
    {
        return group == hdf5::Group::kByName ? std::nullopt : m_objects.entry(group);
    }

    std::optional<FeatureArray> features(const hdf5::PlainObjects::Dataset& stored)
    {
        if (stored.extents.size() < 2)
            return std::nullopt;
        auto values = m_objects.values(stored);
        return values ? std::optional(FeatureArray{stored.type, stored.extents, std::move(*values)})
                      : std::nullopt;
    }

    hdf5::PlainObjects m_objects;
};

constexpr std::size_t kMostGroups = 64; ///< looked into for an entry that lies deeper

/// Where below a group the first entry lies, as `1` or `part/1`; empty: nowhere, or the groups go in circles.
std::string entryBelow(const hdf5::Group& group, std::vector<std::uint64_t> above, std::size_t& looked)
{
    above.push_back(group.address());
    std::string found;
    for (const std::string& member : group.names()) {
        if (!group.hasGroup(member))
            continue;
        const hdf5::Group inner = group.group(member);
        if (std::ranges::find(above, inner.address()) != above.end())
            return {};
        if (++looked > kMostGroups)
            return found;
        if (!found.empty())
            continue; // only circles are looked for
        if (inner.hasDataset("features") && inner.hasDataset("intervals"))
            found = member;
        else if (const std::string deeper = entryBelow(inner, above, looked); !deeper.empty())
            found = member + "/" + deeper;
    }
    return found;
}

hdf5::Dataset entryPart(const hdf5::Group& entry, const std::string& name, const std::filesystem::path& path)
{
    try {
        return entry.dataset(name);
    } catch (const FormatError&) {
        std::size_t looked = 0;
        const std::string inner = entryBelow(entry, {}, looked);
        if (inner.empty())
            throw;
        throw FormatError(
            "data_invalid", path.string(),
            fmt::format("{0} is no entry, it holds {0}/{1}: an id may have no slash, which parts "
                        "groups in HDF5; write it with another sign",
                        entry.place(), inner));
    }
}

CsdFile::CsdFile(const std::filesystem::path& path) : SequenceFile(path), m_file(path)
{
    const hdf5::Group top = m_file.root();
    for (const std::string& candidate : top.names()) {
        if (m_groupName.empty() && top.hasGroup(candidate))
            m_groupName = candidate;
    }
    if (m_groupName.empty())
        throw FormatError("data_invalid", path.string(),
                          "holds no sequence (expected one group with data and metadata in it)");
    const hdf5::Group root = top.group(m_groupName);
    if (!root.hasGroup("data"))
        throw FormatError("data_invalid", path.string(),
                          "/" + m_groupName + "/data is missing (expected a group of ids)");
    m_data.emplace(root.group("data"));
    m_metadata = readMetadata(root);
    m_rootName = rootNameIn(m_metadata).value_or(m_groupName);
    std::vector<hdf5::Group::Link> links = m_data->links();
    m_ids.reserve(links.size());
    m_addresses.reserve(links.size());
    for (hdf5::Group::Link& link : links) {
        m_ids.push_back(std::move(link.name));
        m_addresses.push_back(link.address);
    }
    if (auto objects = hdf5::PlainObjects::of(path))
        m_plain = std::make_unique<PlainReader>(std::move(*objects));
}

CsdFile::CsdFile(CsdFile&&) noexcept = default;
CsdFile::~CsdFile() = default;

std::string CsdFile::place(const std::string& id) const
{
    return fmt::format("/{}/data/{}", m_groupName, id);
}

std::uint64_t CsdFile::address(const std::string& id) const
{
    const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    if (found == m_ids.end() || *found != id)
        throw FormatError("data_invalid", m_path.string(), place(id) + " is missing (no such id)");
    return m_addresses[static_cast<std::size_t>(found - m_ids.begin())];
}

hdf5::Group CsdFile::group(const std::string& id) const
{
    hdf5::Group::Object object = m_data->object(hdf5::Group::Link{id, address(id)});
    if (!object.group)
        throw FormatError("data_invalid", m_path.string(), place(id) + " is missing (expected a group)");
    return std::move(*object.group);
}

EntryShape CsdFile::shape(const std::string& id) const
{
    if (auto plain = m_plain ? m_plain->shape(address(id)) : std::nullopt)
        return std::move(*plain);
    const hdf5::Group entry = group(id);
    const hdf5::Dataset intervals = entryPart(entry, "intervals", m_path);
    return shapeOf(intervals, entryPart(entry, "features", m_path));
}

IntervalArray CsdFile::intervals(const std::string& id) const
{
    return readIntervals(entryPart(group(id), "intervals", m_path));
}

CsdFile::RowReader CsdFile::openRows(const std::string& id) const
{
    const auto stored = std::make_shared<const hdf5::Dataset>(entryPart(group(id), "features", m_path));
    return [stored](std::size_t first, std::size_t count) { return stored->readRows(first, count); };
}

FeatureArray CsdFile::features(const std::string& id) const
{
    if (auto plain = m_plain ? m_plain->features(address(id)) : std::nullopt)
        return std::move(*plain);
    return features(id, group(id));
}

FeatureArray CsdFile::features(const std::string& id, const hdf5::Group& entry) const
{
    const hdf5::Dataset stored = entryPart(entry, "features", m_path);
    const hdf5::DatasetShape& shape = stored.shape();
    if (shape.extents.size() < 2)
        throw FormatError(
            "data_invalid", m_path.string(),
            fmt::format("{}/features is {}, expected N×D", place(id), sizesText(shape.extents)));
    return {shape.type, shape.extents, stored.read()};
}

Entry CsdFile::entry(const std::string& id) const
{
    if (auto plain = m_plain ? m_plain->entry(address(id)) : std::nullopt)
        return std::move(*plain);
    const hdf5::Group stored = group(id);
    Entry result{readIntervals(entryPart(stored, "intervals", m_path)), features(id, stored)};
    if (result.intervals.rows() != result.features.rows())
        throw FormatError("data_invalid", m_path.string(),
                          fmt::format("{} has {} intervals and {} rows of features, expected as many",
                                      place(id), result.intervals.rows(), result.features.rows()));
    return result;
}

}
