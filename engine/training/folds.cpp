#include "engine/training/folds.h"

namespace engine {

Folds splitByFold(std::vector<LabelledSegment> segments)
{
    Folds folds;
    for (LabelledSegment& segment : segments) {
        if (segment.labels.empty())
            continue;
        if (segment.fold == "train")
            folds.training.push_back(std::move(segment));
        else if (segment.fold == "valid")
            folds.validation.push_back(std::move(segment));
        else if (segment.fold == "test")
            folds.test.push_back(std::move(segment));
    }
    return folds;
}

}
