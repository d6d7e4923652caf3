#pragma once

#include "engine/agreement/multiclass_scores.h"
#include "widgets/dataset/dataset_content.h"

#include <optional>

namespace widgets {

/// What a model and people say of the same segments.
struct LabelledValues {
    std::vector<double> predictions;
    std::vector<double> labels; ///< as many
};

/// The labelled segments of a fold. @param fold  empty: of all
DatasetPlaces labelledPlaces(const DatasetContent& content, const QString& fold);

/// Segments that nobody labelled are left out.
LabelledValues labelledValues(const DatasetContent& content, const DatasetPlaces& places);

/// How well the classes of these segments are told; absent where nobody labelled any of them.
std::optional<engine::MulticlassScores> classScores(const DatasetContent& content,
                                                    const DatasetPlaces& places);
/// `F1 0.55 · accuracy 0.62 · commonest class 0.41`: always saying that class would be right so often.
QString classFigures(const engine::MulticlassScores& scores);
/// `acc. 0.62 · chance 0.41`, the same in short
QString shortClassFigures(const engine::MulticlassScores& scores);

/// `12 labelled · MAE 0.41 · r 0.66`, of classes as classFigures(); empty where nobody labelled any of these
/// segments.
QString labelledFigures(const DatasetContent& content, const DatasetPlaces& places);

/// The same in the order of the plot of both: `r 0.66 · MAE 0.41 · 12 labelled`.
QString scatterFigures(const DatasetContent& content, const DatasetPlaces& places);

/// What stands in the place of figures without any label.
QString withoutLabels();

}
