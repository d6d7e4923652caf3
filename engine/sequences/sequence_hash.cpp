#include "engine/sequences/sequence_hash.h"

#include "engine/core/json_text.h"
#include "engine/sequences/hdf5/stored_values.h"
#include "engine/sequences/sequence_file.h"

namespace engine {

namespace {

/// A UUID (version 8: made of a hash) for these contents.
std::string uuidOf(const std::string& sha256, const Metadata& metadata)
{
    Sha256 hash;
    hash.addAll(sha256);
    hash.addAll(jsonText(nlohmann::json(metadata)));
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
    std::vector<std::byte> scratch;
    const IntervalArray& intervals = rows.entry->intervals;
    hash.addAll(name(intervals.type));
    hash.add(rows.count);
    const auto times = hdf5::storedBytes(intervals.type, rows.intervals(), scratch);
    hash.add(times.data(), times.size());

    const FeatureArray& features = rows.entry->features;
    hash.addAll(name(features.type));
    hash.add(features.shape.size());
    hash.add(rows.count);
    for (std::size_t axis = 1; axis < features.shape.size(); ++axis)
        hash.add(features.shape[axis]);
    if (const auto* texts = std::get_if<std::vector<std::string>>(&features.values)) {
        const std::size_t length = features.rowLength();
        for (const std::string& text : std::span(*texts).subspan(rows.first * length, rows.count * length))
            hash.addAll(text);
    } else {
        const auto values = hdf5::storedBytes(features, rows.first, rows.count, scratch);
        hash.add(values.data(), values.size());
    }
    return hash.digest();
}

void SequenceHash::add(const std::string& id, const Digest& digest)
{
    m_hash.addAll(id);
    m_hash.addAll(digest);
}

std::string sha256Of(const SequenceFile& file)
{
    SequenceHash hash;
    for (const std::string& id : file.ids())
        hash.add(id, digestOf(file.entry(id)));
    return hash.finish();
}

Metadata withHash(Metadata metadata, const std::string& sha256)
{
    metadata.erase("uuid");
    metadata.erase("md5");
    metadata["sha256"] = sha256;
    metadata["uuid"] = uuidOf(sha256, metadata);
    metadata["md5"] = nullptr;
    return metadata;
}

}
