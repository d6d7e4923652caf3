#pragma once

#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/corpora/conversation_layout.h"
#include "engine/corpora/corpus_findings.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Social-IQ 2.0 (Wilf et al. 2023): videos of a minute with questions about the people in them. Known by
/// `qa/qa_{train,val,test}.json`, a JSON object a line.
namespace engine::social_iq {

struct Question {
    std::string id;
    std::string text;
    Interval span; ///< seconds of the video
    std::vector<std::string> options; ///< `a0` to `a3`
    std::optional<std::size_t> answer; ///< which option is right; absent in the test

    friend bool operator==(const Question&, const Question&) = default;
};

/// What one person says within a caption.
struct CaptionLine {
    std::string speaker; ///< as a voice is called; empty: nobody says who
    std::string text;

    friend bool operator==(const CaptionLine&, const CaptionLine&) = default;
};

struct Caption {
    Interval times; ///< seconds of the video
    std::vector<CaptionLine> lines;
};

struct Video {
    std::string id;
    std::string fold; ///< `train`, `valid`, `test`
    std::vector<Question> questions;
    std::vector<Caption> captions;
    std::optional<double> trim; ///< seconds of the original at which the video begins
    std::filesystem::path media; ///< the picture, else the sound; empty: neither is there
};

struct Corpus {
    std::vector<Video> videos; ///< by id
    CorpusFindings findings; ///< `missing_media`, `missing_captions`, `missing_trim`, `damaged_question`,
                             ///< `damaged_captions`, `bad_id`
};

/// Captions as WebVTT has them: a line that begins with `- ` is somebody's next turn, `<v Ada>` names a
/// speaker; lines without either continue what is said. Cues without text, or that end before they begin, are
/// left out.
std::vector<Caption> captionsIn(const std::string& text);

/// Reads questions, folds (`subsets` of `original_split.json`, else of `current_split.json`, else the file
/// of the questions), captions and trims. @throws IoError; FormatError (`data_invalid`, `too_large`) naming
/// the file; Cancelled.
Corpus read(const std::filesystem::path& folder, const RunContext& run = {});

/// What read() finds, as a dataset: `questions.csd` (the texts) and `questions.csv` (the tier `questions`
/// with options and answer, to be imported), `sentences.csd`, folds. Where voices have names, the video is a
/// conversation of these.
CorpusDataset makeDataset(const std::filesystem::path& folder, const LayoutOptions& options,
                          const RunContext& run = {});

}
