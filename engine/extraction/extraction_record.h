#pragma once

#include "engine/extraction/extraction_step.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace engine {

/// What became of one step of one recording.
struct StepRecord {
    enum class State { Done, Failed, Skipped };
    State state = State::Done;
    std::string reason; ///< why it failed or was skipped; of what is done: what one should know
    std::string key; ///< what the result was made of
};

/// `extraction.json`: what was done to which recording, by which version, with which settings. It holds no
/// times, so that shards and one run give the same bytes.
struct ExtractionRecord {
    struct File {
        std::string media; ///< relative to the folder of the results
        std::string transcript; ///< digest of the transcript; empty: there was none
        bool hasWordTimes = false; ///< the transcript's words keep their times
        std::string sha256; ///< of the media
        std::string remark; ///< what one should know of the media: that it is cut short
        std::map<std::string, StepRecord> steps; ///< by the step's name

        /// What it is made of, as another run had it; a transcript that this one lacks stays.
        void takeInputs(const File& from);
    };
    std::map<std::string, File> files; ///< by the recording's id

    std::size_t count(StepRecord::State state) const; ///< steps of all files
    std::size_t failedFiles() const; ///< recordings of which a step failed
    std::size_t remarkedFiles() const; ///< recordings with a remark
};

/// The transcript that a recording had, where it still lies there. @param file  `extraction.json`
std::optional<std::filesystem::path> transcriptBefore(const ExtractionRecord& record, const std::string& id,
                                                      const std::filesystem::path& file);

/// An empty one when there is no such file. @throws IoError (`io`), FormatError (`data_invalid`).
ExtractionRecord readExtractionRecord(const std::filesystem::path& file);
/// @throws IoError (`io`).
void writeExtractionRecord(const ExtractionRecord& record, const ExtractionSettings& settings,
                           const std::filesystem::path& file);

}
