#pragma once

#include "engine/core/run_context.h"
#include "engine/corpora/corpus_dataset.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// What a person wants of a corpus of conversations.
struct LayoutOptions {
    bool replaces = false; ///< whether files of an earlier reading may be written anew
    bool aboutListening = false; ///< whether labels tell of the listener
    std::vector<std::string> arrays
        = {}; ///< names of arrays that become sequences; empty: all of few columns

    friend bool operator==(const LayoutOptions&, const LayoutOptions&) = default;
};

/// A corpus of conversations, which has a reader of its own.
struct ConversationLayout {
    const char* name; ///< of --layout
    const char* title; ///< as people call the corpus
    /// Files and folders, from the corpus', that only this corpus has: one of them is enough.
    std::span<const char* const> signs;
    const char* work; ///< what is told while it is read: `looking at clips`
    bool hasListeners; ///< whether labels may be of the listener
    CorpusDataset (*make)(const std::filesystem::path& folder, const LayoutOptions& options,
                          const RunContext& run);
};

/// A further corpus is a row of these.
std::span<const ConversationLayout> conversationLayouts();
/// Null: there is none.
const ConversationLayout* conversationLayout(const std::string& name);

/// The layout that a folder has, by its signs; null: none is seen. Looks at a few names, opens no file, and
/// never throws.
const ConversationLayout* layoutSeenIn(const std::filesystem::path& folder);

/// @throws FormatError (`exists`) where one of the files is in the folder and must not be replaced.
void requireFree(const std::filesystem::path& folder, const std::vector<std::string>& names,
                 const LayoutOptions& options);

}
