#pragma once

#include "engine/core/json_fields.h"
#include "engine/model_files/normalisation.h"

#include <string>
#include <vector>

namespace engine {

/// One output of a model.
struct LabelCard {
    std::string name; ///< `sentiment`
    float low = -3.0f; ///< of the scale
    float high = 3.0f;
    std::size_t column = 0; ///< the column of the label sequence that holds the true score
    float neutral = 0.0f; ///< the score that a model's output of 0 stands for

    friend bool operator==(const LabelCard&, const LabelCard&) = default;
};

/// Everything there is to know about a trained model besides its weights. Stored as JSON in the weight file.
struct ModelCard {
    static constexpr int currentVersion = 2;

    std::string name; ///< for people: `LMF, demo set`
    nlohmann::json architecture; ///< {"class": "LMF", …}, as createModel() takes it
    Normalisation normalisation; ///< as wide as the input
    EnabledModalities modalities{true, true,
                                 true}; ///< from which it learnt; the others were held at their mean
    std::vector<LabelCard> labels; ///< one per output
    std::string task = "regression"; ///< what the labels are (training/task.h)
    nlohmann::json recipe; ///< which sequences feed it and how (SegmentRecipe); null: features of a file
    nlohmann::json input; ///< windows, steps, broken numbers, folds of its own (training/data_options.h)
    nlohmann::json training; ///< the settings it was trained with, seed included
    nlohmann::json folds; ///< {"train": […], "valid": […], "test": […]}: ids of videos
    nlohmann::json
        segments; ///< hashes of the segments of the same folds (training/known_folds.h); null: not known
    nlohmann::json scores; ///< of the model and of each modality alone (training/report.h)
    nlohmann::json rules; ///< how each figure of the scores rounds and what it does with zeros, by its name
    std::string trainingDataSha256; ///< lower-case hexadecimal
    std::string command; ///< the command line that made it

    friend bool operator==(const ModelCard&, const ModelCard&) = default;
};

/// How many labels of classes and values are classes: those with the scale 0…1 that come first.
std::size_t leadingClasses(const std::vector<LabelCard>& labels);

/// How wide each label's scale is.
std::vector<double> scaleWidths(const std::vector<LabelCard>& labels);

/// Reads name, column, range ([lowest, highest]) and neutral (0 when absent). @throws FormatError naming the
/// field.
LabelCard labelCardFrom(JsonFields& fields);

nlohmann::json toJson(const ModelCard& card);

/// @param source  the file, for the message.
/// @throws FormatError (code `bad_model_card`) naming what is missing or wrong.
ModelCard modelCardFromJson(const nlohmann::json& json, const std::string& source);

}
