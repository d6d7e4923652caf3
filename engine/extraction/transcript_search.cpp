#include "engine/extraction/transcript_search.h"

#include "engine/core/folder_items.h"
#include "engine/core/tar_archive.h"
#include "engine/core/tar_place.h"
#include "engine/extraction/timed_words.h"
#include "engine/extraction/transcript_file.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {

namespace fs = std::filesystem;

/// `talk` of `/data/talk.mp4`.
std::string_view stemIn(std::string_view path)
{
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const std::size_t dot = name.rfind('.');
    return dot == 0 || dot == std::string_view::npos ? name : name.substr(0, dot);
}

bool isTranscriptName(std::string_view name)
{
    return name.ends_with(".json") || std::ranges::any_of(transcriptEndings(), [&](std::string_view ending) {
               return name.ends_with(ending);
           });
}

/// Names of an archive's files that lie in this folder of the archive; empty: in none.
template <typename Take>
void eachNameIn(const fs::path& archive, const std::string& folder, const Take& take)
{
    const auto listing = readTar(archive);
    const std::string front = folder.empty() ? folder : folder + '/';
    for (const TarMember& member : listing->members) {
        if (member.name.starts_with(front) && member.name.find('/', front.size()) == std::string::npos)
            take(member.name.substr(front.size()));
    }
}

}

const TranscriptSearch::Names& TranscriptSearch::namesIn(const std::string& folder)
{
    const auto known = m_folders.find(folder);
    if (known != m_folders.end())
        return known->second;
    Names& names = m_folders[folder];
    const auto take = [&names](std::string name) {
        if (isTranscriptName(name))
            names.insert(std::move(name));
    };
    std::error_code unknown;
    const fs::path path = folder.empty() ? fs::path(".") : fs::path(folder);
    if (fs::is_directory(path, unknown)) {
        for (FolderItem& item : itemsOf(path)) {
            if (item.kind == FolderItem::Kind::File)
                take(std::move(item.name));
        }
    } else if (isTarName(path)) {
        eachNameIn(path, {}, take);
    } else if (const auto place = placeInTar(path)) {
        eachNameIn(place->archive, place->member, take);
    }
    return names;
}

/// Empty: the folder has none.
std::string TranscriptSearch::named(const std::string& folder, std::string_view stem, bool onlyTimed)
{
    const Names& names = namesIn(folder);
    if (names.empty())
        return {};
    for (const std::string_view ending : transcriptEndings()) {
        std::string name = std::string(stem).append(ending);
        if ((!onlyTimed || ending == kTimedWordsEnding) && names.contains(name))
            return folder.ends_with('/') ? folder + name : folder + '/' + name;
    }
    return {};
}

/// Empty: the archive has none. @param stem  of the recording
std::string TranscriptSearch::besideInArchive(const std::string& archive, std::string_view stem)
{
    const std::string_view key = stem.substr(0, stem.find('.', 1));
    std::string found = key == stem ? std::string() : named(archive, key, false);
    for (const std::string_view name : {stem, key}) {
        const std::string json = std::string(name) + ".json";
        if (found.empty() && namesIn(archive).contains(json) && isWordsJson(archive + '/' + json))
            found = archive + '/' + json;
    }
    return found;
}

void TranscriptSearch::find(Recording& recording, const ExtractionRecord& record)
{
    const std::string& file = recording.media.string();
    const std::size_t slash = file.rfind('/');
    const std::string beside
        = slash == std::string::npos ? "." : file.substr(0, std::max<std::size_t>(slash, 1));
    std::vector<std::string_view> names; // what the recording, and other programs, know it by
    if (!recording.channel) // else the file is everybody's
        names.push_back(stemIn(file));
    const std::string_view id = std::string_view(recording.id).substr(recording.id.rfind('/') + 1);
    if (names.empty() || names.front() != id)
        names.push_back(id);
    const auto look = [&](const fs::path& folder, bool onlyTimed) {
        for (const std::string_view name : names) {
            if (recording.transcript)
                return;
            if (std::string found = named(folder.string(), name, onlyTimed); !found.empty())
                recording.transcript = std::move(found);
        }
    };
    for (const fs::path& folder : m_wish.timedWords)
        look(folder, true);
    recording.hasTimes = recording.transcript.has_value();
    if (!recording.transcript && !m_wish.transcript.empty())
        recording.transcript = m_wish.transcript;
    for (const fs::path& folder : m_wish.transcripts)
        look(folder, false);
    if (recording.transcript)
        return;
    std::string found = named(beside, names.front(), false);
    if (found.empty() && placeInTar(file))
        found = besideInArchive(beside, names.front());
    if (!found.empty()) {
        recording.transcript = std::move(found);
        return;
    }
    if (const auto before = transcriptBefore(record, recording.id, m_wish.out / "extraction.json"))
        recording.transcript = *before;
    recording.hasTimes = recording.transcript && record.files.at(recording.id).hasWordTimes;
}

}
