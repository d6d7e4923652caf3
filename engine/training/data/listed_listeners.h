#pragma once

#include "engine/alignment/chosen_columns.h"
#include "engine/alignment/segment_rows.h"
#include "engine/conversations/known_conversations.h"
#include "engine/training/data/feature_data.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace engine {

/// Whether a model takes what is seen of those who listen. @param model  its class with its sizes
bool seesListeners(const nlohmann::json& model);

/// What a dataset says of those who listen, for the turns of a fold: their labels (`labels_listening`, as
/// aboutListening() names the sequence), and what is seen of them.
class ListedListeners {
public:
    /// @param sees  whether what is seen is wanted, too: then all rows of the recipe's visual sequence are
    /// read
    /// @throws FormatError (`conversation_invalid`), and for a sequence that cannot be opened.
    ListedListeners(const DatasetList& list, const SegmentRecipe& recipe, bool sees);

    /// Fills `listening` and `seen` of a fold that has turns. Slots are participants in the order of their
    /// first turns; behind them are those who never speak. A turn has the label whose interval overlaps the
    /// turn most, by half of the shorter one at least. What is seen is the mean of the rows whose middle lies
    /// in the turn; 0 where there is none.
    /// @throws FormatError (`wrong_labels`) where labels of listeners have other columns than those of
    /// speakers; (`data_invalid`).
    void tell(FoldData& fold) const;

private:
    OfParticipants numbersOf(const FoldData& fold, const ChosenColumns& from, bool areLabels) const;

    std::string m_file; ///< of the list, for messages
    KnownConversations m_conversations;
    std::optional<ChosenColumns> m_labels, m_sights; ///< absent: there are none
};

}
