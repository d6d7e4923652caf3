#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>

namespace engine {

struct TrainingFacts;

/// The sizes of a VAT; in brackets their names in JSON.
struct VatOptions {
    bool isRaw = false; ///< (input) `features` or `raw`
    std::int64_t visualWidth = 0, acousticWidth = 0; ///< (d_v, d_a) of rows of features
    std::int64_t longest = 64; ///< (max_len) rows that are looked at
    std::int64_t frames = 4, side = 48, patch = 16; ///< (frames, side, patch) of raw pictures
    std::int64_t bands = 64, columns = 256, audioPatch = 16; ///< (bands, columns, audio_patch) of raw sound
    std::int64_t width = 0; ///< (d), a multiple of `heads`
    std::int64_t heads = 1; ///< (heads)
    std::int64_t videoLayers = 1, audioLayers = 1; ///< (layers, or video_layers and audio_layers)
    std::int64_t fusionLayers = 1; ///< (fusion_layers)
    std::int64_t widening = 2; ///< (mlp) of the linear layers inside
    std::int64_t projection = 0; ///< (proj) width of the vectors that are compared
    std::int64_t queue = 0; ///< (queue) vectors of earlier batches
    std::int64_t outputs = 1; ///< (n_out, or out_dim) of the task's head
    bool hasClasses = false; ///< (tasks) the task's head tells one of several classes
    bool hasOnlyValues = false; ///< (tasks) it is a regression, and nothing but that
    std::int64_t values = 0; ///< (n_values) of a second head, for classes and values together
    bool areValuesBounded = false; ///< (output) `linear` or `sigmoid`: values lie in 0…1
    double momentum = 0.995; ///< (momentum) of the twin
    double contrastWeight = 1.0; ///< (contrast_weight) of VAC and VAM while it learns a task
    double alpha = 0.4; ///< (alpha) share of the twin's opinion in what is learnt

    /// @throws FormatError (code `bad_hyper_parameter`).
    static VatOptions fromJson(const nlohmann::json& config);
    static nlohmann::json defaults();
    /// Puts the tasks of its heads and its longest clip into a configuration that does not name them.
    static void settle(nlohmann::json& config, const TrainingFacts& facts);
};

}
