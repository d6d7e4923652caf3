#include "engine/publishing/unit_shards.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/tar_writer.h"
#include "engine/media/clip_writer.h"
#include "engine/media/media_info.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>

namespace engine {

namespace {

namespace fs = std::filesystem;

/// WebDataset takes what is before the first dot as the name of the sample.
std::string memberName(std::string unit)
{
    std::ranges::replace(unit, '.', '_');
    std::ranges::replace(unit, '/', '_');
    return unit;
}

class ShardFiles {
public:
    ShardFiles(fs::path folder, std::uint64_t most) : m_folder(std::move(folder)), m_most(most) { }

    struct Member {
        std::string name;
        std::string content;
        fs::path file; ///< in place of the content; empty: the content counts
    };

    /// All members of a unit lie in one archive.
    void add(const std::vector<Member>& members)
    {
        std::uint64_t bytes = 0;
        for (const Member& member : members)
            bytes += TarWriter::bytesOf(
                member.name, member.file.empty() ? member.content.size() : fs::file_size(member.file));
        if (m_archive && m_archive->bytes() + bytes > m_most)
            end();
        if (!m_archive) {
            const std::string name = fmt::format("units-{:06}.tar", m_files.size());
            m_archive.emplace(m_folder / name);
            m_files["shards/" + name] = m_folder / name;
        }
        for (const Member& member : members) {
            if (member.file.empty())
                m_archive->add(member.name, member.content);
            else
                m_archive->addFile(member.name, member.file);
        }
    }

    std::map<std::string, fs::path> take()
    {
        end();
        return std::move(m_files);
    }

private:
    void end()
    {
        if (m_archive)
            m_archive->finish();
        m_archive.reset();
    }

    fs::path m_folder;
    std::uint64_t m_most;
    std::optional<TarWriter> m_archive;
    std::map<std::string, fs::path> m_files;
};

std::string unitJson(const PublishedUnit& unit, const std::string& split, const nlohmann::json& values)
{
    return jsonText(nlohmann::json{{"unit", unit.id},
                                   {"video", unit.video},
                                   {"start", unit.span.start},
                                   {"end", unit.span.end},
                                   {"split", split},
                                   {"labels", values}},
                    1)
        + "\n";
}

/// A recording, asked once.
struct Recording {
    std::optional<MediaFile> file; ///< absent: there is none that can be read
    bool hasPicture = false;
    bool hasSound = false;
};

Recording recordingOf(const DatasetList& list, const std::string& video)
{
    Recording recording;
    const DatasetList::Media* media = list.mediaOf(video);
    if (!media)
        return recording;
    try {
        const MediaInfo info = probeMedia(media->file);
        recording = {media->file, info.hasVideo, info.hasAudio};
    } catch (const IoError&) { // told as units without a recording
    }
    return recording;
}

/// The clip as files of the folder. Empty: the span lies outside of the recording.
std::vector<ShardFiles::Member> clipOf(const Recording& recording, const PublishedUnit& unit,
                                       const std::string& name, const fs::path& folder, const RunContext& run)
{
    std::vector<ShardFiles::Member> members;
    const auto cut = [&](const char* ending, const auto& write) {
        const fs::path file = folder / (std::string("clip") + ending);
        try {
            write(file);
            members.push_back({name + ending, {}, file});
        } catch (const IoError& error) {
            if (error.code() != "empty_span" && error.code() != "no_video" && error.code() != "no_audio")
                throw;
        }
    };
    if (recording.hasPicture)
        cut(".mp4", [&](const fs::path& file) { writeClip(*recording.file, unit.span, file, run); });
    if (recording.hasSound)
        cut(".wav", [&](const fs::path& file) { writeWav(*recording.file, unit.span, file, run); });
    return members;
}

}

UnitShards writeUnitShards(const PublishedStudy& study, const std::vector<PublishedLabel>& labels,
                           const std::map<std::string, PublishedSplit>& splits, const ShardWish& wish,
                           const fs::path& folder, const RunContext& run)
{
    std::vector<nlohmann::json> values(study.units.size(), nlohmann::json::object());
    for (const PublishedLabel& label : labels)
        std::visit([&](const auto& value) { values[label.unit][label.label] = value; }, label.value);
    std::vector<std::pair<std::string, std::size_t>> order;
    for (std::size_t unit = 0; unit < study.units.size(); ++unit)
        order.emplace_back(memberName(study.units[unit].id), unit);
    std::ranges::sort(order);
    ShardFiles shards(folder, wish.bytes);
    std::map<std::string, Recording> recordings;
    std::vector<std::string> without;
    for (std::size_t i = 0; i < order.size(); ++i) {
        run.tick(i, order.size());
        const auto& [name, place] = order[i];
        const PublishedUnit& unit = study.units[place];
        auto recording = recordings.find(unit.video);
        if (recording == recordings.end())
            recording = recordings.emplace(unit.video, recordingOf(*wish.list, unit.video)).first;
        const auto split = splits.find(unit.video);
        std::vector<ShardFiles::Member> members
            = clipOf(recording->second, unit, name, folder, {run.stop, {}});
        if (members.empty())
            without.push_back(unit.id);
        members.push_back(
            {name + ".json",
             unitJson(unit, split == splits.end() ? std::string() : split->second.split, values[place]),
             {}});
        members.push_back({name + ".txt", unit.text + "\n", {}});
        std::ranges::sort(members, {}, &ShardFiles::Member::name);
        shards.add(members);
    }
    for (const char* clip : {"clip.mp4", "clip.wav"})
        fs::remove(folder / clip);
    UnitShards made{shards.take(), {}};
    if (!without.empty())
        made.findings.push_back({Finding::Severity::Warning, "no_recording", "shards: " + without.front(),
                                 fmt::format("{} of {} units have no recording, so no clip.", without.size(),
                                             study.units.size())});
    return made;
}

}
