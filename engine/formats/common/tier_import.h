#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace engine {

/// Gathers what a reader finds. It counts the items that were read, keeps the reasons why others were not,
/// and refuses files that are too large to be annotation.
class TierImport {
public:
    /// Segments and skipped items of one file.
    static constexpr std::size_t kMostItems = 500'000;
    static constexpr std::size_t kMostLabels = 1'000'000; ///< of all segments: utterance and speaker of each
    static constexpr std::size_t kMostSamples = 2'000'000; ///< of a tier
    static constexpr std::size_t kMostTextBytes = std::size_t{1} << 20; ///< of a segment
    static constexpr std::size_t kMostNameBytes = 4096; ///< of a tier, video, label, annotator
    static constexpr std::size_t kMostTiers = 50'000;
    /// Of texts, names and vocabularies together, each counted as often as it is held in memory: a file that
    /// gives a long name once and refers to it a thousand times takes a thousand times the memory.
    static constexpr std::size_t kMostHeldBytes = std::size_t{128} << 20;

    static constexpr std::size_t kMostExtras = 50'000;
    static constexpr std::size_t kMostExtraBytes = std::size_t{4} << 20; ///< of all together

    /// @param times  factor on the limits of items, labels and bytes
    explicit TierImport(const std::filesystem::path& path, std::size_t times = 1)
        : m_path(path.string())
        , m_times(times)
    {
    }

    /// Adds a tier. @param line  its line in the file, from 1; 0: not known. @return its place, for add()
    /// @throws FormatError (`too_large`), (`data_invalid`) for a name that is too long.
    std::size_t addTier(Tier tier, std::size_t line = 0);
    /// The tier with this name and video; made when there is none.
    std::size_t tierNamed(const std::string& name, const std::string& video = {});
    ExchangedTier& tier(std::size_t place) { return m_content.tiers[place]; }
    std::size_t tierCount() const { return m_content.tiers.size(); }

    /// Adds a segment. The pointer is valid until the next call; null: the segment was skipped, since it ends
    /// before it starts. @param line  where it stands in the file, from 1
    /// @throws FormatError (`data_invalid`) for times that no recording has, `too_large`.
    Segment* add(std::size_t tier, double start, double end, std::string text, std::size_t line);
    /// Adds the values of a continuous tier, from 0 s on.
    void addSamples(std::size_t tier, std::vector<float> samples);

    /// Replaces the text of a segment. @throws FormatError (`too_large`).
    void setText(Segment& segment, std::string text);
    /// @throws FormatError (`too_large`), (`data_invalid`) for a name that is too long.
    void setLabel(Segment& segment, const std::string& name, LabelValue value);

    /// Notes something that cannot be read. @param line  0: not known
    void skip(std::size_t line, std::string reason);
    /// Notes something that can be read and is no annotation.
    void leaveOut(std::size_t line, std::string reason);
    void note(std::string sentence);
    void notes(const std::vector<std::string>& sentences);
    void addFile(std::filesystem::path file) { m_files.push_back(std::move(file)); } ///< that was read too
    void addMedia(MediaReference media) { m_content.media.push_back(std::move(media)); }
    /// Keeps something that no other format holds. Beyond `kMostExtraBytes` the rest is left out, with a
    /// note.
    void addExtra(FormatExtra extra);
    void setExtent(Interval extent) { m_content.extent = extent; }

    /// Throws a FormatError (`data_invalid`) about this file. @param line  0: the file as a whole
    [[noreturn]] void fail(std::size_t line, const std::string& what) const;

    /// The result, with notes on what is unusual.
    /// @throws FormatError (`data_invalid`) when there is no tier, or nothing of what is there can be read.
    ImportedTiers finish();

private:
    void count(std::size_t items);
    void hold(std::size_t bytes);
    void checkName(const std::string& name, std::size_t line) const;
    void checkText(const std::string& text, std::size_t line, const char* what) const;
    [[noreturn]] void refuse(std::size_t line, const std::string& what) const;
    void noteOddities();

    std::string m_path;
    std::size_t m_times;
    ExchangedTiers m_content;
    ImportReport m_report;
    std::vector<std::filesystem::path> m_files;
    std::map<std::pair<std::string, std::string>, std::size_t> m_places; ///< by video and name
    SegmentId m_lastSegment = 0;
    std::size_t m_labels = 0;
    std::size_t m_held = 0; ///< bytes
    std::size_t m_line = 0; ///< the line of the last call
    std::optional<ImportReport::Skipped> m_unread; ///< the first that cannot be read
    std::size_t m_extraBytes = 0;
    bool m_leavesExtrasOut = false;
};

/// A value of a label without an annotator.
LabelValue valueOf(double number);
LabelValue valueOf(std::string term);

}
