#include "engine/corpora/seamless_files.h"

#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/core/folder_items.h"
#include "engine/core/stored_bytes.h"
#include "engine/core/tar_archive.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>

namespace engine::seamless {

namespace {

namespace fs = std::filesystem;

constexpr std::array kLabels{"improvised", "naturalistic"};
constexpr std::array<std::pair<const char*, const char*>, 3> kSplits{
    {{"train", "train"}, {"dev", "valid"}, {"test", "test"}}};

bool isFolder(const fs::path& path)
{
    std::error_code unknown;
    return fs::is_directory(path, unknown);
}

bool areDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

class Lister {
public:
    Lister(fs::path folder, CorpusFindings& findings, const RunContext& run)
        : m_folder(std::move(folder))
        , m_findings(findings)
        , m_run(run)
    {
    }

    std::vector<Recording> list()
    {
        addByFeature(m_folder, "");
        for (const char* const label : kLabels) {
            addByFeature(m_folder / label, "");
            for (const auto& [theirs, ours] : kSplits) {
                const fs::path split = m_folder / label / theirs;
                if (!isFolder(split))
                    continue;
                addByFeature(split, ours);
                for (const FolderItem& item : itemsOf(split)) {
                    if (item.kind == FolderItem::Kind::Folder && areDigits(item.name))
                        addBatch(split / item.name, ours);
                }
            }
        }
        addTable();
        std::vector<Recording> all;
        for (auto& [id, recording] : m_recordings)
            all.push_back(std::move(recording));
        return all;
    }

private:
    /// Folders and archives of one batch.
    void addBatch(const fs::path& batch, const char* fold)
    {
        for (const FolderItem& item : itemsOf(batch)) {
            m_run.tick(0, 1);
            const fs::path place = batch / item.name;
            if (item.kind == FolderItem::Kind::Folder && areDigits(item.name)) {
                for (const FolderItem& file : itemsOf(place)) {
                    if (file.kind == FolderItem::Kind::File)
                        addFile(place / file.name, fold);
                }
            } else if (item.kind == FolderItem::Kind::File && item.name.ends_with(".tar")) {
                addArchive(place, fold);
            }
        }
    }

    void addArchive(const fs::path& archive, const char* fold)
    {
        try {
            for (const TarMember& member : readTar(archive, m_run)->members)
                addFile(archive / member.name, fold);
        } catch (const Cancelled&) {
            throw;
        } catch (const Error&) { // the others are read
            m_findings.tell("damaged_archive", archive.lexically_relative(m_folder).generic_string());
        }
    }

    void addFile(const fs::path& file, const char* fold)
    {
        const std::string ending = file.extension().string();
        for (const char* const known : {"mp4", "wav", "npz", "json"}) {
            if (ending == std::string(".") + known)
                addPart(file, known, fold);
        }
    }

    void addPart(const fs::path& file, const std::string& kind, const char* fold)
    {
        const std::string id = file.stem().string();
        auto known = m_recordings.find(id);
        if (known == m_recordings.end()) {
            std::optional<Recording> recording = recordingNamed(id);
            if (!recording) {
                m_findings.tell("bad_id", file.filename().string());
                return;
            }
            known = m_recordings.emplace(id, std::move(*recording)).first;
        }
        known->second.parts.emplace(kind, file);
        if (known->second.fold.empty())
            known->second.fold = fold;
    }

    /// `audio/ID.wav`, `movement/NAME/ID.npy` and the like.
    void addByFeature(const fs::path& folder, const char* fold)
    {
        addFeature(folder / "audio", ".wav", "wav", fold);
        addFeature(folder / "video", ".mp4", "mp4", fold);
        for (const char* const kind : {"vad", "transcript"})
            addFeature(folder / "metadata" / kind, ".jsonl", std::string("metadata:") + kind, fold);
        for (const auto& [group, ending] :
             {std::pair("annotations", ".json"), std::pair("movement", ".npy"), std::pair("smplh", ".npy"),
              std::pair("boxes_and_keypoints", ".npy")}) {
            if (!isFolder(folder / group))
                continue;
            for (const FolderItem& item : itemsOf(folder / group)) {
                if (item.kind == FolderItem::Kind::Folder)
                    addFeature(folder / group / item.name, ending, std::string(group) + ":" + item.name,
                               fold);
            }
        }
    }

    void addFeature(const fs::path& folder, const char* ending, const std::string& kind, const char* fold)
    {
        if (!isFolder(folder))
            return;
        for (const FolderItem& item : itemsOf(folder)) {
            if (item.kind == FolderItem::Kind::File && item.name.ends_with(ending))
                addPart(folder / item.name, kind, fold);
        }
    }

    void addTable()
    {
        for (const char* const name : {"assets/filelist.csv", "filelist.csv"}) {
            if (std::error_code unknown; !fs::exists(m_folder / name, unknown))
                continue;
            try {
                addRows(readDelimited(m_folder / name));
            } catch (const Error&) { // folders tell as well
                m_findings.tell("damaged_table", name);
            }
            return;
        }
    }

    /// The table's flags promise paths, not contents: they are not asked.
    void addRows(const DelimitedText& table)
    {
        const auto id = table.column("file_id"), split = table.column("split");
        if (!id || !split) {
            m_findings.tell("damaged_table", table.path.filename().string());
            return;
        }
        for (const DelimitedText::Row& row : table.rows) {
            const auto known = m_recordings.find(row.cells[*id]);
            if (known == m_recordings.end()) {
                m_findings.tell("missing_recording", row.cells[*id]);
                continue;
            }
            for (const auto& [theirs, ours] : kSplits) {
                if (row.cells[*split] == theirs && known->second.fold.empty())
                    known->second.fold = ours;
            }
        }
    }

    fs::path m_folder;
    CorpusFindings& m_findings;
    const RunContext& m_run;
    std::map<std::string, Recording> m_recordings;
};

}

const fs::path* Recording::part(const std::string& kind) const
{
    const auto found = parts.find(kind);
    return found == parts.end() ? nullptr : &found->second;
}

std::optional<Recording> recordingNamed(const std::string& id)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= id.size() && parts.size() < 5;) {
        const std::size_t end = std::min(id.find('_', begin), id.size());
        parts.push_back(id.substr(begin, end - begin));
        begin = end + 1;
    }
    constexpr std::string_view letters = "VSIP";
    if (parts.size() != letters.size())
        return std::nullopt;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        std::string_view digits = parts[i];
        if (digits.empty() || digits.size() > 20 || digits.front() != letters[i])
            return std::nullopt;
        digits.remove_prefix(1);
        if (i == 3 && !digits.empty() && digits.back() >= 'A' && digits.back() <= 'Z')
            digits.remove_suffix(1);
        if (!areDigits(digits))
            return std::nullopt;
    }
    Recording recording;
    recording.id = id;
    recording.conversation = parts[0] + "_" + parts[1] + "_" + parts[2];
    recording.participant = parts[3];
    recording.person = parts[0] + "_" + parts[3];
    return recording;
}

std::vector<Recording> recordingsIn(const fs::path& folder, CorpusFindings& findings, const RunContext& run)
{
    return Lister(folder, findings, run).list();
}

std::string bytesOf(const fs::path& place, std::size_t most)
{
    const StoredBytes stored = storedBytes(place);
    if (stored.size > most)
        throw FormatError("too_large", place.string(),
                          fmt::format("has {} bytes, expected at most {}", stored.size, most));
    std::ifstream stream(stored.file, std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(stored.begin));
    std::string bytes(stored.size, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream)
        throw IoError("io", place.string(), "cannot be read to its end");
    return bytes;
}

}
