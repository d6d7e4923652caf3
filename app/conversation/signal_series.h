#pragma once

#include "app/dataset/dataset_loader.h"
#include "engine/conversations/conversation_list.h"
#include "engine/synchrony/synchrony.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace app {

/// A conversation of an open dataset, with the others that chance may be taken from.
struct ConversationPlace {
    std::shared_ptr<const OpenDataset> dataset;
    engine::Conversation conversation;
    std::vector<engine::Conversation> all;
};

/// A signal of two people on one grid, as measured; NaN where missing.
struct SignalPair {
    std::vector<double> first;
    std::vector<double> second;
    std::vector<std::vector<double>> others; ///< of the other persons of other conversations
    std::string failure; ///< why there is none; empty: there is
};

/// @param signal  `visual:smile`. @param options  rate, and whether chance needs the others
SignalPair readSignalPair(const ConversationPlace& place, std::size_t first, std::size_t second,
                          const std::string& signal, const engine::SynchronyOptions& options);

struct ComputedSynchrony {
    std::shared_ptr<const engine::Synchrony> synchrony; ///< null: undefined
    QString reason; ///< why, a sentence
    double start = 0.0; ///< seconds of conversation time where the window of row 0 begins
};

/// @throws Cancelled.
ComputedSynchrony computedSynchrony(const SignalPair& pair, const engine::SynchronyOptions& options,
                                    const engine::RunContext& run);

}
