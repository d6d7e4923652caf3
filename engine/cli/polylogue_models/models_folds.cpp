#include "engine/cli/polylogue_models/models_folds.h"

#include "engine/cli/polylogue_models/models_progress.h"
#include "engine/cli/probing.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/data/known_folds.h"
#include "engine/training/data/listed_listeners.h"
#include "engine/training/run/scorer.h"

namespace engine {

FeatureData foldsFor(const Scorer& scorer, const FeatureSource& source, bool ownFolds)
{
    if (!source.dataset.empty())
        cli::checkSequences(readDatasetList(source.dataset), source.recipe);
    DataOptions input = scorer.card().input.options;
    if (ownFolds)
        input.split.reset();
    FeatureSource wanted = source;
    wanted.keepsUnlabelled = scorer.isOfConversations();
    wanted.seesListeners = seesListeners(scorer.card().architecture);
    FeatureData data = readFeatures(wanted, input, progressOnStderr());
    return ownFolds ? data : withKnownFolds(std::move(data), scorer.card());
}

DatasetList probedList(const std::filesystem::path& dataset, const Scorer& scorer)
{
    DatasetList list = readDatasetList(dataset);
    cli::checkSequences(list, scorer.recipe());
    return list;
}

}
