#pragma once

#include "engine/core/finding.h"
#include "engine/extraction/extracted_files.h"
#include "engine/extraction/extraction_inputs.h"

#include <functional>
#include <map>

namespace engine {

/// Makes the steps of recordings, one at a time, into the folder of the results. Thread-safe for different
/// recordings.
class StepMaker {
public:
    /// @param sets   neededSets()
    /// @param files  where the results go. All must outlive this.
    StepMaker(const ExtractionWish& wish, const std::vector<FeatureSet>& sets, ExtractedFiles& files,
              const RunContext& run);

    const WordVectors* vectors() const { return m_shared.vectors.get(); } ///< null where no set needs any
    /// What steps work with; one for each thread.
    ExtractionTools tools() const { return {m_wish.settings, m_wish.installation, m_shared}; }

    /// What the step's result depends on, in one sum.
    std::string keyOf(const Recording& recording, const ExtractionRecord::File& file,
                      ExtractionStep step) const;

    /// Makes what is missing of a step.
    /// @param file    what is known of the recording so far, with the step of its words if they were tried
    /// @param record  of the step: its key is read, and what became of it is written
    /// @return Done, Reused, Failed or Skipped
    /// @throws Cancelled; IoError when the results cannot be written.
    ExtractionEvent::Kind make(ExtractionStep step, const Recording& recording, ExtractionTools& tools,
                               const ExtractionRecord::File& file, StepRecord& record, const RunContext& run);

    /// What the sound's voicing and the words say of each other; absent where one of them is not there, or
    /// where they agree. @param file  of the recording, whose step `sound` gets the reason
    std::optional<Finding> checkVoicing(const Recording& recording, ExtractionRecord::File& file) const;

private:
    /// Loads what a step is made with; where that fails, everything else is made.
    void load(ExtractionStep step, const std::function<void()>& load);
    TimedText wordsOf(const Recording& recording) const; ///< in the time of its file
    /// Why a step is not tried; empty when it is.
    std::string whyNot(ExtractionStep step, const Recording& recording) const;
    std::vector<ExtractedEntry> entriesOf(ExtractionStep step, const Recording& recording,
                                          const std::vector<FeatureSet>& missing, ExtractionTools& tools,
                                          StepRecord& record, const RunContext& run);

    const ExtractionWish& m_wish;
    const std::vector<FeatureSet>& m_sets;
    ExtractedFiles& m_files;
    const RunContext& m_run;
    ExtractionTools::Shared m_shared;
    std::map<ExtractionStep, std::string> m_lacks; ///< why steps have not what they are made with
};

}
