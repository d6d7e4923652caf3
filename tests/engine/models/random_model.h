#pragma once

#include "engine/models/fusion/registry.h"
#include "engine/models/fusion_model.h"
#include "engine/models/serving/model_file.h"

namespace engine::test {

/// A small LMF with random weights and two labels: 3 text, 2 acoustic, 1 visual features, scaled by other
/// than 1.
inline TrainedModel randomModel()
{
    ModelCard card;
    card.name = "random LMF";
    card.architecture = {{"class", "LMF"}, {"d_l", 3}, {"d_a", 2},      {"d_v", 1},     {"h_l", 4},
                         {"h_a", 8},       {"h_v", 8}, {"text_out", 3}, {"out_dim", 2}, {"rank", 2}};
    card.normalisation
        = {FeatureScale{{0, 1, 2}, {1, 2, 3}}, FeatureScale{{5, 0}, {2, 1}}, FeatureScale{{1}, {4}}};
    card.labels = {{"sentiment", -3, 3, 0}, {"happy", 0, 3, 1}};
    card.recipe = {{"words", "words"}};
    card.training = {{"seed", 1}};
    card.folds = {{"train", {"ada_1"}}, {"valid", {}}, {"test", {"bob_1"}}};
    card.scores = {{"test", {{"mae", 1.5}}}};
    card.trainingDataSha256 = "00ff";
    card.command = "polylogue-models train config.json";
    torch::manual_seed(3);
    TrainedModel trained{createModel(card.architecture), card};
    trained.model->eval();
    return trained;
}

}
