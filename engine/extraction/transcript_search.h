#pragma once

#include "engine/extraction/extraction.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

namespace engine {

/// Finds the transcripts of many recordings by their names. Each folder, and each archive, is listed once.
class TranscriptSearch {
public:
    /// @param wish  must outlive the search
    explicit TranscriptSearch(const ExtractionWish& wish) : m_wish(wish) { }

    /// Sets the transcript of a recording, where there is one: words with times first, beside the recording
    /// last. In an archive a sample is named up to its first dot, as WebDataset has it, and its `.json`
    /// counts where isWordsJson().
    /// @param record  of the folder of the results: a transcript that a recording had before is the very last
    void find(Recording& recording, const ExtractionRecord& record);

private:
    using Names = std::unordered_set<std::string>;
    const Names& namesIn(const std::string& folder);
    std::string besideInArchive(const std::string& archive, std::string_view stem);
    std::string named(const std::string& folder, std::string_view stem, bool onlyTimed);

    const ExtractionWish& m_wish;
    std::map<std::string, Names, std::less<>> m_folders; ///< names of transcripts
};

}
