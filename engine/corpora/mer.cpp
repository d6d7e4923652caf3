#include "engine/corpora/mer.h"

#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/core/folder_items.h"
#include "engine/npz/npy_array.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace engine::mer {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostArrayBytes = std::size_t{256} << 20;
constexpr std::size_t kMostRowFiles = 1'000'000;

bool isPlainName(const std::string& name)
{
    return !name.empty() && name != "." && name != ".." && name.find_first_of("@[]/\\") == std::string::npos;
}

/// A table of clips, and the fold in which these are.
struct Table {
    const char* file;
    const char* fold;
};
constexpr std::array kTables{Table{"track1_train.csv", "train"}, Table{"track1_track2_candidate.csv", "test"},
                             Table{"subtitle_chieng.csv", ""}};

class MerReader {
public:
    MerReader(fs::path folder, const RunContext& run) : m_folder(std::move(folder)), m_run(run) { }

    Corpus read()
    {
        for (const Table& table : kTables) {
            if (std::error_code unknown; fs::exists(m_folder / table.file, unknown))
                addTable(table);
        }
        const bool hasTables = !m_clips.empty();
        const fs::path features = m_folder / "features";
        std::error_code unknown;
        addSets(fs::is_directory(features, unknown) ? features : m_folder, !hasTables);
        if (m_clips.empty() && m_corpus.sets.empty())
            throw FormatError(
                "data_invalid", m_folder.string(),
                "has neither track1_train.csv of MER nor features: features/ENCODER-UTT/NAME.npy");
        std::size_t done = 0;
        for (auto& [name, clip] : m_clips) {
            m_run.tick(done++, m_clips.size());
            addMedia(clip);
            for (const FeatureSet& set : m_corpus.sets) {
                if (!set.clips.contains(name))
                    m_corpus.findings.tell("missing_features", set.name + "/" + name, name);
            }
            m_corpus.clips.push_back(std::move(clip));
        }
        return std::move(m_corpus);
    }

private:
    void addTable(const Table& table)
    {
        const DelimitedText text = readDelimited(m_folder / table.file);
        const auto name = text.column("name");
        if (!name)
            throw FormatError("data_invalid", (m_folder / table.file).string(), "has no column name");
        const auto emotion = text.column("discrete"), chinese = text.column("chinese"),
                   english = text.column("english");
        for (const DelimitedText::Row& row : text.rows) {
            const std::string& id = row.cells[*name];
            if (!isPlainName(id)) {
                m_corpus.findings.tell("bad_id", fmt::format("{} line {}", table.file, row.line));
                continue;
            }
            Clip& clip = m_clips[id];
            clip.name = id;
            if (clip.fold.empty())
                clip.fold = table.fold;
            for (const auto& [column, place] :
                 {std::pair(emotion, &clip.emotion), std::pair(chinese, &clip.chinese),
                  std::pair(english, &clip.english)}) {
                if (column && !row.cells[*column].empty())
                    *place = row.cells[*column];
            }
        }
    }

    /// Each folder below that holds arrays; where there is none, the arrays of the folder itself.
    void addSets(const fs::path& folder, bool namesClips)
    {
        std::set<std::string> names;
        for (const FolderItem& item : itemsOf(folder)) {
            if (item.kind == FolderItem::Kind::Folder && !item.name.starts_with('.'))
                names.insert(item.name);
        }
        for (const std::string& name : names)
            addSet(folder / name, name, namesClips);
        if (m_corpus.sets.empty())
            addSet(folder, folder.filename().string(), namesClips);
    }

    void addSet(const fs::path& folder, const std::string& name, bool namesClips)
    {
        FeatureSet set{name, name.ends_with("-UTT"), {}};
        for (const FolderItem& item : itemsOf(folder)) {
            const fs::path file = item.name;
            const bool isArray = item.kind == FolderItem::Kind::File && file.extension() == ".npy";
            const bool isRows = item.kind == FolderItem::Kind::Folder && !item.name.starts_with('.')
                && (m_clips.contains(item.name) || (namesClips && holdsArrays(folder / item.name)));
            const std::string clip = isArray ? file.stem().string() : item.name;
            if ((isArray || isRows) && isPlainName(clip))
                set.clips.emplace(clip, folder / item.name);
        }
        if (set.clips.empty())
            return;
        static const std::set<std::string> taken{"labels", "labels_listening", "sentences",
                                                 "sentences_english"};
        if (taken.contains(name) || !isPlainName(name)) {
            m_corpus.findings.tell("name_taken", name);
            return;
        }
        if (namesClips) {
            for (const auto& [clip, place] : set.clips)
                m_clips[clip].name = clip;
        }
        m_corpus.sets.push_back(std::move(set));
    }

    static bool holdsArrays(const fs::path& folder)
    {
        return std::ranges::any_of(itemsOf(folder), [](const FolderItem& item) {
            return item.kind == FolderItem::Kind::File && item.name.ends_with(".npy");
        });
    }

    void addMedia(Clip& clip)
    {
        for (const std::string& file :
             {"video/" + clip.name + ".mp4", "video/" + clip.name + ".avi", "audio/" + clip.name + ".wav"}) {
            if (std::error_code unknown; fs::exists(m_folder / file, unknown)) {
                clip.media = m_folder / file;
                return;
            }
        }
        m_corpus.findings.tell("missing_media", clip.name, clip.name);
    }

    fs::path m_folder;
    const RunContext& m_run;
    std::map<std::string, Clip> m_clips;
    Corpus m_corpus;
};

FeatureArray readArray(const fs::path& file, std::size_t most)
{
    const NpyHeader header = readNpyHeader(file);
    if (header.type.find('O') != std::string::npos)
        throw FormatError("object_array", file.string(), "holds Python objects, which are not read");
    FeatureArray array = readNpy(file, most);
    if (isText(array.type))
        throw FormatError("data_invalid", file.string(), "holds text, expected numbers");
    std::erase(array.shape, std::size_t{1});
    if (array.shape.empty())
        array.shape.push_back(1);
    if (array.shape.size() == 1)
        array.shape.insert(array.shape.begin(), 1);
    if (array.shape.size() != 2)
        throw FormatError("data_invalid", file.string(),
                          fmt::format("has {} axes, expected (T, D) or (D)", array.shape.size()));
    if (array.shape[0] == 0 || array.shape[1] == 0)
        throw FormatError("data_invalid", file.string(), "is empty");
    return array;
}

/// Each file of a folder is a row.
FeatureArray readRowFiles(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const FolderItem& item : itemsOf(folder)) {
        if (item.kind == FolderItem::Kind::File && item.name.ends_with(".npy"))
            names.push_back(item.name);
    }
    if (names.empty())
        throw FormatError("data_invalid", folder.string(), "holds no .npy file");
    if (names.size() > kMostRowFiles)
        throw FormatError("too_large", folder.string(), fmt::format("holds {} files", names.size()));
    std::ranges::sort(names);
    std::vector<FeatureArray> rows;
    std::size_t left = kMostArrayBytes / sizeof(double);
    for (const std::string& name : names) {
        rows.push_back(readArray(folder / name, kMostArrayBytes));
        const std::size_t elements = rows.back().rows() * rows.back().rowLength();
        if (rows.back().rows() != 1 || rows.back().rowLength() != rows.front().rowLength())
            throw FormatError("data_invalid", (folder / name).string(),
                              fmt::format("is {} × {}, expected one row of {}", rows.back().rows(),
                                          rows.back().rowLength(), rows.front().rowLength()));
        if (elements > left)
            throw FormatError("too_large", folder.string(),
                              "is larger than the 256 MiB that are read at most");
        left -= elements;
    }
    return concatenate(rows);
}

}

Corpus read(const fs::path& folder, const RunContext& run)
{
    return MerReader(folder, run).read();
}

FeatureArray readClip(const fs::path& place)
{
    std::error_code unknown;
    return fs::is_directory(place, unknown) ? readRowFiles(place) : readArray(place, kMostArrayBytes);
}

}
