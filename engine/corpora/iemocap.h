#pragma once

#include "engine/conversations/conversation_list.h"
#include "engine/core/interval.h"
#include "engine/core/run_context.h"
#include "engine/corpora/conversation_layout.h"
#include "engine/corpora/corpus_findings.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// IEMOCAP (Busso et al., Language Resources and Evaluation 42, 2008): dialogues of two actors in five
/// sessions. Known by `Session{1..5}/dialog/EmoEvaluation/ID.txt`.
namespace engine::iemocap {

struct Word {
    std::string text;
    Interval times; ///< seconds of the dialogue
    bool isSound = false; ///< no word, but laughter or a breath: `++LAUGHTER++`

    friend bool operator==(const Word&, const Word&) = default;
};

/// What one rater says of a turn.
struct Rating {
    std::string rater; ///< `E2`; `F1` is the actress
    bool isSelf = false; ///< an actor's own
    bool isEmotion = false; ///< classes, else dimensions
    std::string value; ///< as the file has it
    std::string remark;
    std::vector<std::string> classes; ///< of an emotion
    std::optional<double> valence, activation, dominance; ///< 1 to 5, of dimensions

    friend bool operator==(const Rating&, const Rating&) = default;
};

/// What the raters' votes and means became.
struct Label {
    std::string emotion; ///< `neu`; `xxx`: they did not agree
    double valence = 0.0, activation = 0.0, dominance = 0.0; ///< 1 to 5

    friend bool operator==(const Label&, const Label&) = default;
};

struct Turn {
    std::string id; ///< `Ses01F_impro01_F000`
    std::string participant; ///< `F` or `M`
    Interval times; ///< seconds
    std::string text;
    std::vector<Word> words;
    std::optional<Label> label;
    std::vector<Rating> ratings;
};

struct Dialog {
    Conversation conversation; ///< of `F` and `M`; the person left in the picture has face and channel 0
    std::string session; ///< `Session1`
    std::filesystem::path media; ///< the picture, else the sound; empty: neither is there
    std::vector<Turn> turns; ///< as transcribed, then those that nobody transcribed
    std::size_t skippedLines = 0; ///< of the transcript: they name no turn with its times
};

struct Corpus {
    std::vector<Dialog> dialogs; ///< by session and id
    CorpusFindings
        findings; ///< `missing_media`, `missing_words`, `missing_text`, `damaged_words`, `time_reversed`
};

/// Reads labels, raters, transcripts and words. @throws IoError; FormatError (`data_invalid`) naming file and
/// line; Cancelled.
Corpus read(const std::filesystem::path& folder, const RunContext& run = {});

/// What read() finds, as a dataset: `labels.csd` (what observers see in the speaker) and `labels_self.csd`
/// (what the actors say of themselves; NaN where they say nothing), `sentences.csd`, `words.csd`, the raters'
/// own values in `ratings.csv` and `ratings_self.csv`, and folds: the last session is the test, the one
/// before it validation. Of several sessions each has a file of folds (`folds_session1.json`) in which it is
/// the test.
CorpusDataset makeDataset(const std::filesystem::path& folder, const LayoutOptions& options,
                          const RunContext& run = {});

}
