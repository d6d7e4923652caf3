#pragma once

#include "engine/recipes/applied_steps.h"

/// The steps of a recipe, each done to a dataset in memory.
namespace engine::test {

inline Dataset align(const Dataset& dataset, const AlignStep& step)
{
    return applySteps(dataset, {step});
}

inline Dataset unify(const Dataset& dataset)
{
    return applySteps(dataset, {UnifyStep{}});
}

inline Dataset hardUnify(const Dataset& dataset)
{
    return applySteps(dataset, {HardUnifyStep{}});
}

inline Dataset impute(const Dataset& dataset, const std::string& reference, Fill fill)
{
    return applySteps(dataset, {ImputeStep{reference, {{"*", fill}}}});
}

inline Dataset revert(const Dataset& dataset)
{
    return applySteps(dataset, {RevertStep{}});
}

inline Dataset sort(const Dataset& dataset)
{
    return applySteps(dataset, {SortStep{}});
}

}
