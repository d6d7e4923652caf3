#pragma once

#include "engine/conversation_sources/dataset_turns.h"

#include <memory>
#include <string>

namespace engine {

/// A column of a sequence, `visual:smile`.
struct NamedSignal {
    std::string sequence;
    std::string column;

    /// @throws FormatError (`unknown_signal`) where there is no colon.
    static NamedSignal parse(const std::string& text);
    std::string text() const { return sequence + ":" + column; }
};

/// The sequence of a signal. @throws FormatError (`unknown_signal`) with those that there are.
std::shared_ptr<const SequenceFile> sequenceOf(const ConversationFiles& dataset, const NamedSignal& signal);

}
