#include "engine/sequences/csd_writer.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"

namespace engine {

namespace {

FeatureArray asArray(const IntervalArray& intervals)
{
    FeatureArray array{intervals.type, {intervals.rows(), 2}, {}};
    const auto fill = [&](auto values) {
        using T = typename decltype(values)::value_type;
        for (const Interval& interval : intervals.values) {
            values.push_back(static_cast<T>(interval.start));
            values.push_back(static_cast<T>(interval.end));
        }
        array.values = std::move(values);
    };
    if (isInteger(array.type))
        fill(std::vector<std::int64_t>{});
    else if (array.type == ElementType::Float64)
        fill(std::vector<double>{});
    else
        fill(std::vector<float>{});
    return array;
}

/// The name as part of a path inside the file. HDF5 would take a slash for a group in a group.
const std::string& checkedName(const std::string& name, const std::filesystem::path& path)
{
    if (name.empty() || name == "." || name.find('/') != std::string::npos)
        throw FormatError("data_invalid", path.string(),
                          "cannot be written: '" + name
                              + "' is no possible name for an id, a metadata field or a sequence");
    return name;
}

/// A UUID (version 8: made of a hash) for these contents.
std::string uuidOf(const std::string& sha256, const Metadata& metadata)
{
    Sha256 hash;
    hash.addAll(sha256);
    hash.addAll(nlohmann::json(metadata).dump());
    Digest digest = hash.digest();
    digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0fU) | 0x80U);
    digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3fU) | 0x80U);
    const std::string text = hexadecimal(digest);
    return text.substr(0, 8) + "-" + text.substr(8, 4) + "-" + text.substr(12, 4) + "-" + text.substr(16, 4)
        + "-" + text.substr(20, 12);
}

}

Digest digestOf(const EntryRows& rows)
{
    Sha256 hash;
    hash.addAll(name(rows.entry->intervals.type));
    hash.addAll(rows.intervals());
    const FeatureArray& features = rows.entry->features;
    hash.addAll(name(features.type));
    hash.addAll(features.shape);
    std::visit(
        [&](const auto& values) {
            const std::size_t length = features.rowLength();
            const auto part = std::span(values).subspan(rows.first * length, rows.count * length);
            if constexpr (std::is_same_v<typename std::decay_t<decltype(values)>::value_type, std::string>) {
                for (const std::string& text : part)
                    hash.addAll(text);
            } else {
                hash.addAll(part);
            }
        },
        features.values);
    return hash.digest();
}

struct CsdWriter::State {
    std::filesystem::path path;
    std::string root;
    hdf5::Compression compression;
    hdf5::Writer writer;
    std::map<std::string, Digest> digests;
};

CsdWriter::CsdWriter(const std::filesystem::path& path, std::string rootName, hdf5::Compression compression)
    : m_state(std::make_unique<State>(
        State{path, "/" + checkedName(rootName, path), compression, hdf5::Writer(path), {}}))
{
    m_state->writer.createGroup(m_state->root + "/data");
}

CsdWriter::CsdWriter(CsdWriter&&) noexcept = default;
CsdWriter& CsdWriter::operator=(CsdWriter&&) noexcept = default;
CsdWriter::~CsdWriter() = default;

void CsdWriter::add(const std::string& id, const EntryRows& rows, const Digest& digest)
{
    const std::string place = m_state->root + "/data/" + checkedName(id, m_state->path);
    const Entry entry = rows.copy();
    m_state->writer.write(place + "/features", entry.features, m_state->compression);
    m_state->writer.write(place + "/intervals", asArray(entry.intervals), m_state->compression);
    m_state->digests.emplace(id, digest);
}

void CsdWriter::finish(Metadata metadata)
{
    Sha256 all;
    for (const auto& [id, digest] : m_state->digests) {
        all.addAll(id);
        all.addAll(digest);
    }
    metadata.erase("uuid");
    metadata.erase("md5");
    const std::string sha256 = hexadecimal(all.digest());
    metadata["sha256"] = sha256;
    metadata["uuid"] = uuidOf(sha256, metadata);
    metadata["md5"] = nullptr;
    hdf5::Writer& writer = m_state->writer;
    writer.createGroup(m_state->root + "/metadata");
    for (const auto& [field, value] : metadata)
        writer.writeText(m_state->root + "/metadata/" + checkedName(field, m_state->path),
                         value.dump(-1, ' ', true));
    writer.close();
}

void writeCsd(const ComputationalSequence& sequence, const std::filesystem::path& path,
              hdf5::Compression compression)
{
    PendingFile pending(path);
    CsdWriter writer(pending.temporary(), sequence.rootName(), compression);
    for (const std::string& id : sequence.ids()) {
        const Entry entry = sequence.entry(id);
        writer.add(id, entry, digestOf(entry));
    }
    writer.finish(sequence.metadata());
    pending.commit();
}

}
