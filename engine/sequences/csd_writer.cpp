#include "engine/sequences/csd_writer.h"

#include "engine/core/error.h"

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

void writeContents(const ComputationalSequence& sequence, const std::filesystem::path& path,
                   hdf5::Writer& writer, hdf5::Compression compression)
{
    const std::string root = "/" + checkedName(sequence.rootName(), path);
    writer.createGroup(root + "/data");
    for (const std::string& id : sequence.ids()) {
        const Entry entry = sequence.entry(id);
        const std::string place = root + "/data/" + checkedName(id, path);
        writer.write(place + "/features", entry.features, compression);
        writer.write(place + "/intervals", asArray(entry.intervals), compression);
    }
    Metadata metadata = sequence.metadata();
    metadata["uuid"] = randomUuid();
    metadata["md5"] = nullptr;
    writer.createGroup(root + "/metadata");
    for (const auto& [field, value] : metadata)
        writer.writeText(root + "/metadata/" + checkedName(field, path), value.dump(-1, ' ', true));
}

}

void writeCsd(const ComputationalSequence& sequence, const std::filesystem::path& path,
              hdf5::Compression compression)
{
    std::filesystem::path temporary = path;
    temporary += ".part";
    try {
        hdf5::Writer writer(temporary);
        writeContents(sequence, path, writer, compression);
        writer.close();
        std::filesystem::rename(temporary, path);
    } catch (const std::filesystem::filesystem_error& error) {
        std::filesystem::remove(temporary);
        throw IoError("io", path.string(), error.code().message());
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        throw;
    }
}

}
