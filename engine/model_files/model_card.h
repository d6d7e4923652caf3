#pragma once

#include "engine/core/json_fields.h"
#include "engine/core/who.h"
#include "engine/model_files/model_input.h"
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

/// Whom a model learnt from.
struct LearntFrom {
    Who who = Who::Real;
    std::vector<std::string> languages; ///< that they speak (`en`); empty: not known

    friend bool operator==(const LearntFrom&, const LearntFrom&) = default;
};

/// Everything there is to know about a trained model besides its weights. Stored as JSON in the weight file.
struct ModelCard {
    static constexpr int currentVersion = 2;

    std::string name; ///< for people: `LMF, demo set`
    /// {"class": "LMF", …}: what createModel() takes. It is JSON since each class has options of its own, a
    /// struct that only this class knows.
    nlohmann::json architecture;
    Normalisation normalisation; ///< as wide as the input
    EnabledModalities modalities{true, true,
                                 true}; ///< from which it learnt; the others were held at their mean
    std::vector<LabelCard> labels; ///< one per output
    std::string task = "regression"; ///< what the labels are (training/task.h)
    /// Which sequences feed the model and how; null: features of a file. It is JSON since a SegmentRecipe is
    /// of engine/alignment, which this room does not know; Scorer::recipe() is the value.
    nlohmann::json recipe;
    ModelInput input; ///< windows, steps, broken numbers, folds of its own
    /// The settings that the model was trained with, seed included. A record that is shown, and never trained
    /// with again: an old card's is of the settings that there were then.
    nlohmann::json training;
    FoldLists folds; ///< ids of videos; empty: not known
    std::optional<std::map<std::string, std::string>>
        segments; ///< hashes of the segments of the same folds (KnownFolds); absent: not known
    /// Figures of the model and of each modality alone, as toJson(Report) had them when they were measured.
    /// Which figures there are is of the task and of the time.
    nlohmann::json scores;
    nlohmann::json rules; ///< how each figure of the scores rounds and what it does with zeros, by its name
    std::string trainingDataSha256; ///< lower-case hexadecimal
    std::string command; ///< the command line that made it
    std::optional<LearntFrom> learntFrom = {}; ///< absent: not known; how many, `folds` say

    friend bool operator==(const ModelCard&, const ModelCard&) = default;
};

/// The class that an architecture names; empty where it names none.
std::string classOf(const nlohmann::json& architecture);

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
