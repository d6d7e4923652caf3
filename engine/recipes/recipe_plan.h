#pragma once

#include "engine/conversations/known_conversations.h"
#include "engine/recipes/recipe.h"
#include "engine/sequences/csd_file.h"

#include <exception>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace engine {

/// Opens a csd that a recipe names; the command line lets the probe check it first.
using OpenSequence = std::function<std::shared_ptr<const CsdFile>(const std::filesystem::path&)>;

/// A recipe with its files open: everything about it that is known before a video is worked on.
///
/// Steps are counted from 1; 0 is the recipe's own load.
struct RecipePlan {
    struct Loaded {
        std::string key;
        const SequenceSource* source = nullptr;
        bool merged = false; ///< into an existing sequence
    };
    struct Result {
        std::string key;
        Metadata metadata;
        std::string rootName;
    };

    std::vector<RecipeStep> steps;
    std::vector<std::shared_ptr<const SequenceSource>> sources;
    std::vector<std::vector<Loaded>> loads; ///< by step
    std::vector<std::vector<std::optional<RowPattern>>> patterns; ///< by step, per sequence; for impute steps
    std::vector<std::string> videos; ///< of any sequence, stripped, in the order of the result
    std::vector<Result> results; ///< the sequences after the last step, in order
    std::vector<std::string> warnings;
    KnownConversations conversations; ///< of the dataset; empty where neither steps nor folds ask for them
    std::vector<std::set<std::string>> inConversationTime; ///< by step: the sequences before the step
    /// The last step that looks at all participants of a conversation at once; 0: each video is by itself.
    std::size_t lastJointStep = 0;

    /// The first step that cannot be done, whatever the data are. The steps before it still run, since an
    /// error of theirs would come first.
    std::size_t failedStep = 0;
    std::exception_ptr failure;
};

/// @throws IoError (`file_not_found`, `folder_not_found`, `not_hdf5`), FormatError (`empty_dataset`,
/// `data_invalid`, `recipe_invalid`) when the recipe's own load fails.
RecipePlan planRecipe(const Recipe& recipe, const OpenSequence& open);

/// Gives the sequence of a file that a recipe names, possibly with edits that the file does not have.
using LoadSequence = std::function<ComputationalSequence(const std::filesystem::path&)>;
/// Plans a recipe with sequences that may differ from their files. @throws as planRecipe(), and what `load`
/// throws.
RecipePlan planRecipeWith(const Recipe& recipe, const LoadSequence& load);

/// Plans steps for a dataset in memory.
RecipePlan planSteps(const Dataset& dataset, std::vector<RecipeStep> steps);

}
