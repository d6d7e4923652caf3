#pragma once

#include <QString>
#include <QStringList>

#include <nlohmann/json.hpp>

#include "tests/support/truth_file.h"

/// What explanations say of models that learnt a task of which it is known what decides.
namespace engine::test {

/// Trains a model on a file of features. @param results  the folder that then holds `model.safetensors`
/// @throws std::runtime_error with what the program said
void trainOn(const QString& data, const QString& model, const QString& results, std::uint64_t seed = 1);

/// What `polylogue-models explain` says of the test fold: a value per segment. @throws as trainOn()
std::vector<nlohmann::json> explainedLines(const QString& results, const QString& data,
                                           const QStringList& more = {});

/// How many segments of a test fold are explained as they should be.
struct TruthCount {
    std::size_t segments = 0;
    std::size_t right = 0; ///< whose prediction is right; the others count no further
    std::size_t explained = 0; ///< that are explained as they should be
    std::size_t faithful = 0; ///< whose attribution is better than chance, where that was asked for
    double error = 0.0; ///< the largest |Σ m(S) − (f(all) − f(nothing))|

    bool isRight(std::size_t hundredths) const { return 100 * right >= hundredths * segments; }
    bool isExplained(std::size_t hundredths) const { return 100 * explained >= hundredths * right; }
};

/// Segments whose class is that of the task (words alone also: of the words).
TruthCount classesOf(Truth truth, const TruthFile::Fold& fold, const std::vector<nlohmann::json>& lines);

/// Segments of which the planted step has the largest value.
/// @param truth   Truth::PlantedWord or Truth::PlantedSound
/// @param method  `occlusion`, `gradient`, `ig`
TruthCount stepsOf(Truth truth, const TruthFile::Fold& fold, const std::vector<nlohmann::json>& lines,
                   const char* method);

}
