#pragma once

#include "engine/feature_tables/entry_files.h"

#include <functional>
#include <map>
#include <optional>

/// Features that the toolkits of MER and of MMSA write: a folder with an array (`.npy`) for each clip.
namespace engine {

/// Whether a folder holds such arrays itself, and not only in folders below.
bool isArrayFolder(const std::filesystem::path& folder);

/// The folders of arrays in a dataset's folder, itself among them, by name; hidden ones are left out.
std::vector<std::filesystem::path> arrayFoldersIn(const std::filesystem::path& root);

/// The arrays of a folder as one computational sequence, called as the folder: of `VIDEO.npy` the entry
/// `VIDEO`. An array of D numbers is one row for the whole clip; of T × D, the row k lies at [k, k + 1) / T
/// of it. Axes of one element in front are left out. Without a clip, a row takes a second.
class ArrayFolder final : public EntryFiles {
public:
    /// Seconds of a video's clip; absent: it has none, or cannot be read.
    using ClipSeconds = std::function<std::optional<double>(const std::string& id)>;

    /// @throws FormatError (`data_invalid`, `pickle_refused`), IoError of the first array, whose width is the
    /// sequence's.
    explicit ArrayFolder(const std::filesystem::path& folder);

    /// How long the clips are. Before the sequence is used.
    void setClips(ClipSeconds clips) { m_clips = std::move(clips); }

    EntryShape shape(const std::string& id) const override;
    IntervalArray intervals(const std::string& id) const override;
    /// @throws FormatError (`data_invalid`) for more axes than two, another width than the first's, or what
    /// is no number; (`too_large`) for more than 1 GiB; IoError.
    FeatureArray features(const std::string& id) const override;
    Entry entry(const std::string& id) const override;
    RowReader openRows(const std::string& id) const override;
    std::vector<std::filesystem::path> files() const override;
    std::vector<std::string> notes(const std::string&) const override { return {}; }
    bool hasTimes(const std::string& id) const override { return m_clips && m_clips(id); }

private:
    const std::filesystem::path& fileOf(const std::string& id) const;
    std::size_t rowsOf(const std::string& id) const; ///< by the head of its file

    std::map<std::string, std::filesystem::path> m_files;
    std::size_t m_width = 0;
    ClipSeconds m_clips;
};

}
