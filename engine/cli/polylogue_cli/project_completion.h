#pragma once

#include "engine/tier_completion/completion_task.h"

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace engine::cli {

/// What a person wishes of the command `complete`.
struct CompletionArguments {
    std::filesystem::path project;
    std::filesystem::path out;
    std::string tier;
    std::string label; ///< empty: the only one
    std::vector<std::string> videos; ///< none: all with this tier
    std::string kind; ///< `values`, `segments`, `rating`; empty: the only one
    std::vector<std::string> sequences; ///< that are used; none: all
    bool isAlone = false; ///< only the video's own labels count
    std::optional<double> threshold;
    std::string annotator; ///< who accepts
    bool accepts = false;
    std::vector<std::filesystem::path> dataset; ///< none: as the project notes it
    bool overwrites = false;
    bool json = false;
};

const char* completionName(CompletionKind kind); ///< `values`, `segments`, `rating`

/// What became of one video.
struct CompletedVideo {
    std::string video;
    std::string offers; ///< what its tier offers, in words
    std::optional<CompletionOffer> offer; ///< absent: nothing of what is wished
    CompletionLack lack = CompletionLack::Nothing;
    CompletionDraft draft;
    std::vector<std::size_t> open; ///< rows of the draft that are suggested
    double end = 0.0; ///< of the recording, seconds

    bool isSuggested() const { return offer && lack == CompletionLack::Nothing; }
    bool isSure(std::size_t row) const { return draft.rows[row].confidence >= draft.threshold; }
    std::size_t sureCount() const;
};

/// A project with its dataset, whose tiers are completed as the window does. Nothing is written.
class ProjectCompletion {
public:
    /// @throws IoError, FormatError naming what is not there, and what there is; Cancelled
    ProjectCompletion(const CompletionArguments& arguments, const RunContext& run);

    /// What could not be read since it was asked for last, in words.
    std::vector<std::string> takeNotes() { return std::exchange(m_notes, {}); }

    const std::set<std::string>& videos() const { return m_videos; } ///< that are to be completed
    std::vector<std::filesystem::path> inputs() const; ///< files that are read

    /// @throws FormatError where the tier offers several things of what is wished; IoError, Cancelled
    CompletedVideo complete(const std::string& video, const RunContext& run);

    /// What a project gets by a completed video: its draft or, with `accepts`, what is sure enough, too.
    /// @param when  milliseconds since 1970, UTC
    /// @throws Refused where the tier is locked or holds the answers of a pass
    Change changeFor(const CompletedVideo& completed, std::int64_t when);
    /// What notes where the dataset lies, where a person said so; else empty.
    Change datasetChange() const;

private:
    void checkSequences() const;
    void takeTiers(const RunContext& run);
    void takeWords(const std::string& video);
    void chooseVideos();
    void checkOffers() const;
    std::optional<CompletionOffer> chosen(const std::string& video,
                                          const std::vector<CompletionOffer>& offers) const;
    double endOf(const std::string& video, const std::vector<RecordedSequence>& sequences) const;
    std::vector<RecordedSequence> sequencesOf(const std::string& video, const SequenceOffsets& offsets,
                                              const FaceCorrections& faces, const RunContext& run);

    CompletionArguments m_arguments;
    std::vector<std::string> m_notes;
    Annotation m_annotation; ///< with tiers as their files have them
    std::set<TierId> m_recorded; ///< tiers of these
    OpenedSequences m_open;
    std::set<std::string> m_used; ///< keys of sequences
    std::set<std::string> m_videos;
    std::map<std::string, std::vector<RecordedSequence>> m_kept; ///< by video: all learn from each other
    std::size_t m_keptBytes = 0;
};

}
