#pragma once

#include "engine/core/interval.h"
#include "engine/explain/interaction_map.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace engine {

/// One output of a model that was asked about a dataset.
struct ExplainedOutput {
    std::string name; ///< `sentiment`
    double low = -3.0; ///< of its scale
    double high = 3.0;
    double range = 6.0; ///< from the least to the greatest prediction on the training fold

    friend bool operator==(const ExplainedOutput&, const ExplainedOutput&) = default;
};

/// What a model says of one segment with each set of modalities, per output.
struct ExplainedSegment {
    std::string id; ///< `video[k]`
    std::string fold; ///< `train`, `valid`, `test`; empty: none
    Interval span; ///< seconds in its video
    std::string words;
    std::array<bool, allModalities.size()> present{}; ///< whether it has values of this modality
    std::vector<std::optional<double>> labels; ///< O; absent: nobody labelled it
    std::vector<std::array<double, kCoalitions>> values; ///< O × 8, by Coalition

    std::string video() const; ///< `ada_1` of `ada_1[2]`
    double prediction(std::size_t output) const { return values[output][kEverything]; }
    InteractionMap map(std::size_t output) const { return InteractionMap(values[output]); }

    friend bool operator==(const ExplainedSegment&, const ExplainedSegment&) = default;
};

/// What is known of a whole dataset, and from where.
struct ExplainedDataset {
    struct LeftOut {
        std::string id;
        std::string why; ///< a sentence

        friend bool operator==(const LeftOut&, const LeftOut&) = default;
    };
    /// What decides the numbers: where one of these is another, they are stale.
    struct Provenance {
        std::string model; ///< path of its file
        std::string modelSha256;
        std::string modelName; ///< for people
        std::string absent = "mean"; ///< AbsentKind
        std::string dataset; ///< path
        std::string dataSha256; ///< of the names, sizes and times of its sequences' files
        std::string version; ///< of Polylogue

        friend bool operator==(const Provenance&, const Provenance&) = default;
    };

    Provenance provenance;
    std::vector<ExplainedOutput> outputs; ///< O
    std::vector<ExplainedSegment> segments;
    std::vector<LeftOut> leftOut; ///< segments without a prediction
    std::size_t expected = 0; ///< segments that there are in all, without those that are left out

    bool isWhole() const { return !outputs.empty() && segments.size() >= expected; }

    friend bool operator==(const ExplainedDataset&, const ExplainedDataset&) = default;
};

}
