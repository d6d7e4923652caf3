#pragma once

#include "engine/formats/format_registry.h"

#include <QTemporaryDir>

#include <fstream>

#include "tests/support/failure.h"

/// Files of other programs, written by hand and read back.
namespace engine::test {

/// A folder for them.
class Exchange {
public:
    std::filesystem::path path(const std::string& name) const { return m_root / name; }

    std::filesystem::path write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }

    static std::string bytesOf(const std::filesystem::path& file)
    {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    /// A file with these bytes, read as a format.
    ImportedTiers read(const char* format, const std::string& bytes, const ImportOptions& options = {}) const
    {
        return formatById(format)->read(write("file", bytes), options);
    }

    /// What reading it throws.
    std::string failure(const char* format, const std::string& bytes, const ImportOptions& options = {}) const
    {
        return failureOf([&] { read(format, bytes, options); });
    }

    /// Written as a format and read again.
    ImportedTiers again(const char* format, const ExchangedTiers& tiers,
                        const std::string& name = "out") const
    {
        formatById(format)->write(tiers, path(name), {});
        return formatById(format)->read(path(name), {});
    }

    /// The bytes that a format writes.
    std::string written(const char* format, const ExchangedTiers& tiers,
                        const ExportOptions& options = {}) const
    {
        formatById(format)->write(tiers, path("written"), options);
        return bytesOf(path("written"));
    }

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_root = m_folder.path().toStdString();
};

/// `start-end text`, of all segments of a tier, with commas between.
inline std::string spans(const ExchangedTier& tier)
{
    std::string text;
    for (const Segment& segment : tier.segments) {
        char line[100];
        std::snprintf(line, sizeof line, "%s%g-%g ", text.empty() ? "" : ", ", segment.start.seconds(),
                      segment.end.seconds());
        text += line + segment.text;
    }
    return text;
}

/// A tier of intervals.
inline ExchangedTier tierOf(TierId id, const std::string& name,
                            const std::vector<std::tuple<double, double, std::string>>& segments)
{
    ExchangedTier result;
    result.tier.id = id;
    result.tier.name = name;
    for (const auto& [start, end, text] : segments) {
        Segment& segment = result.segments.emplace_back();
        segment.id = 1000 * id + static_cast<SegmentId>(result.segments.size());
        segment.tier = id;
        segment.start = TimePoint::ofRecorded(start);
        segment.end = TimePoint::ofRecorded(end);
        segment.text = text;
    }
    return result;
}

inline std::string labelText(const Segment& segment, const std::string& label)
{
    const auto found = segment.values.find(label);
    return found == segment.values.end() ? std::string("none") : std::get<std::string>(found->second.value);
}

inline double labelNumber(const Segment& segment, const std::string& label)
{
    const auto found = segment.values.find(label);
    return found == segment.values.end() ? -1e9 : std::get<double>(found->second.value);
}

}
