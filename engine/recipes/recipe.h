#pragma once

#include "engine/alignment/align.h"
#include "engine/alignment/functionals.h"
#include "engine/alignment/impute.h"
#include "engine/recipes/conversation_steps.h"
#include "engine/sequences/hdf5/h5_file.h"
#include "engine/sequences/shifted_sequence.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace engine {

/// Where sequences come from.
struct Load {
    struct Item {
        std::string name; ///< the key; empty: the root name in the file's metadata
        std::filesystem::path file; ///< `.csd`, absolute
        VideoOffsets offsets = {}; ///< for videos whose rows lie later than the file says
        friend bool operator==(const Item&, const Item&) = default;
    };
    std::vector<Item> items; ///< in order
    std::filesystem::path
        folder; ///< instead of items: every `.csd` in it, by root name; or a dataset list (.json)
    friend bool operator==(const Load&, const Load&) = default;
};

/// Drops the videos that not every sequence has; when `active` is false, such videos are an error
/// (`not_unified`).
struct UnifyStep {
    bool active = true;
    /// A conversation of which a participant is lacking counts as lacking with all its participants.
    bool wholeConversations = false;
    NamedConversations conversations = {}; ///< for `wholeConversations`
    friend bool operator==(const UnifyStep&, const UnifyStep&) = default;
};
/// Drops the ids that not every sequence has; when `active` is false, such ids are an error (`not_unified`).
struct HardUnifyStep {
    bool active = true;
    friend bool operator==(const HardUnifyStep&, const HardUnifyStep&) = default;
};
struct RevertStep {
    friend bool operator==(const RevertStep&, const RevertStep&) = default;
};
struct SortStep {
    friend bool operator==(const SortStep&, const SortStep&) = default;
};
struct AddStep {
    Load load;
    friend bool operator==(const AddStep&, const AddStep&) = default;
};
/// Adds the entries of further files to an existing sequence; each id may come only once.
struct MergeStep {
    std::string into;
    Load load;
    friend bool operator==(const MergeStep&, const MergeStep&) = default;
};
struct RenameStep {
    std::string from;
    std::string to;
    friend bool operator==(const RenameStep&, const RenameStep&) = default;
};
struct RemoveStep {
    std::string name;
    friend bool operator==(const RemoveStep&, const RemoveStep&) = default;
};
struct RemoveIdStep {
    std::string id;
    bool purge = false; ///< also drop all its segments
    friend bool operator==(const RemoveIdStep&, const RemoveIdStep&) = default;
};

using RecipeStep
    = std::variant<AlignStep, ImputeStep, UnifyStep, HardUnifyStep, RevertStep, SortStep, AddStep, MergeStep,
                   RenameStep, RemoveStep, RemoveIdStep, FunctionalsStep, ConversationTimeStep, PartnerStep>;

/// Fixed-length arrays for training: entries × `length` × dimensions, per fold and sequence.
struct TensorSettings {
    std::size_t length = 0; ///< rows per entry
    bool padBehind
        = false; ///< false: zeros in front, the last rows are kept; true: zeros behind, the first rows
    std::vector<std::string> unpadded; ///< sequences that are not padded (labels)
    std::optional<std::vector<std::vector<std::string>>> folds; ///< lists of video ids; absent: one with all
    bool npz = false; ///< `tensors.npz` beside `tensors.h5`
    friend bool operator==(const TensorSettings&, const TensorSettings&) = default;
};

enum class RecipeOutput { Sequences, Tensors, Integrity, Citations };

/// What to do to a dataset: the file that the Align panel edits and the command line runs (docs/formats.md).
struct Recipe {
    Load load;
    std::vector<RecipeStep> steps;
    RecipeOutput output = RecipeOutput::Sequences;
    std::map<std::string, std::string> outputFiles; ///< key → file name; others are named after their key
    hdf5::Compression compression;
    bool report = false; ///< also write alignment.json
    TensorSettings tensors; ///< for RecipeOutput::Tensors
    std::vector<std::string> files; ///< for RecipeOutput::Integrity, as they were written in the recipe
    std::filesystem::path folder; ///< the folder that `files` are relative to
    std::vector<std::filesystem::path> readFrom; ///< the recipe's own file, and a list of folds
    std::string hash; ///< SHA-256 of the file it was read from; empty for others

    friend bool operator==(const Recipe&, const Recipe&) = default;
};

/// The name of the step in a recipe: `align`, `hard_unify`, ….
std::string name(const RecipeStep& step);

}
