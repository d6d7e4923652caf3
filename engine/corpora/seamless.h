#pragma once

#include "engine/conversations/conversation_list.h"
#include "engine/corpora/conversation_layout.h"
#include "engine/corpora/seamless_files.h"

#include <string>
#include <vector>

/// Seamless Interaction (Agrawal et al. 2025): talks of two, a recording of each. Known by ids such as
/// `V00_S0809_I00000582_P0947` in folders, in archives that are read in place, or by feature.
namespace engine::seamless {

struct Interaction {
    Conversation conversation; ///< of recordings as if they began together
    std::string fold; ///< `train`, `valid`, `test`; empty: nobody says
    std::vector<Recording> recordings; ///< in the order of the participants
};

/// Recordings by interaction. A participant is called as in the corpus; where one of these names begins with
/// another of the same interaction, the shorter one gets `-` behind it.
/// @param findings  gets `conversation_split`: the fold of the first recording counts
std::vector<Interaction> interactionsOf(std::vector<Recording> recordings, CorpusFindings& findings);

/// The corpus as a dataset: `turns.csd` (voice activity, else words), `words.csd`, `sentences.csd`, a
/// sequence of texts for each kind of annotation (`annotations.1P-IS`), and one for each array
/// (`movement.FAUValue`). Findings: those of recordingsIn(), readRecord() and eachArray(), and
/// `missing_media`, `wrong_columns`, `too_many_arrays`; `unknown_offset` for each interaction of several
/// recordings: neither the corpus nor its description says whether these begin together.
/// @throws IoError; FormatError (`data_invalid`) where no recording has such an id; Cancelled.
CorpusDataset makeDataset(const std::filesystem::path& folder, const LayoutOptions& options,
                          const RunContext& run = {});

}
