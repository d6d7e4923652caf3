#pragma once

#include "engine/conversations/conversation_list.h"
#include "engine/core/run_context.h"
#include "engine/corpora/conversation_layout.h"
#include "engine/corpora/corpus_findings.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// MELD (Poria et al., ACL 2019): dialogues of a series, with a clip for each utterance. Known by its
/// `{train,dev,test}_sent_emo.csv`.
namespace engine::meld {

struct Utterance {
    std::string participant; ///< id
    double start = 0.0; ///< seconds from the dialogue's first utterance
    std::optional<double> end; ///< absent: the times run backwards and no clip says how long it is
    std::string text;
    std::string emotion;
    std::string sentiment;

    friend bool operator==(const Utterance&, const Utterance&) = default;
};

struct Dialogue {
    Conversation conversation; ///< `train_dia0`, with those of its clips that are there
    std::string fold; ///< `train`, `valid`, `test`
    std::vector<Utterance> utterances;
};

struct Corpus {
    std::vector<Dialogue> dialogues; ///< in the order of the tables
    CorpusFindings findings; ///< `missing_clip`, `damaged_clip`, `time_reversed`, `numbers_skipped`
};

/// Reads tables and looks at clips. @throws IoError, FormatError (`data_invalid`) naming file and line;
/// Cancelled.
Corpus read(const std::filesystem::path& folder, const RunContext& run = {});

/// What read() finds, as a dataset: `labels.csd` (a column for each emotion, and the sentiment as −1, 0, 1),
/// `sentences.csd`, conversations and folds. Findings become notes, one of each kind.
CorpusDataset makeDataset(const std::filesystem::path& folder, const LayoutOptions& options,
                          const RunContext& run = {});

}
