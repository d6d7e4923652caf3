#pragma once

#include "engine/training/data/feature_data.h"
#include "engine/training/figures/report.h"
#include "engine/training/figures/scores.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace engine {

struct TrainedModel;

/// A trained model that says what it makes of whole folds, and how good that is. Needs no LibTorch header.
class Scorer {
public:
    /// @throws IoError, FormatError as readModel() does, and `no_device`.
    explicit Scorer(const std::filesystem::path& path, const std::string& device = "cpu");
    explicit Scorer(TrainedModel trained, const std::string& device = "cpu");
    ~Scorer();
    Scorer(Scorer&&) noexcept;
    Scorer& operator=(Scorer&&) noexcept;

    const ModelCard& card() const;
    TrainedModel& trained() { return *m_trained; }

    /// The scores of N segments, N × O, in the units of the labels or as probabilities.
    /// @param fold  as readFeatures() gives it: windows and fixed lengths are made here, as the card says.
    /// @throws FormatError (`wrong_width`; `no_score` where the model gives what is no number).
    FeatureMatrix predict(const FoldData& fold, bool isUtteranceLevel, EnabledModalities enabled) const;

    /// Gives segments first ≤ i < last of a fold, as readFeatures() would.
    using ReadSegments = std::function<FoldData(std::size_t first, std::size_t last)>;
    /// The same of a fold that is read part by part, in order; where the model sees a window of utterances,
    /// those before a part come with it once more.
    /// @param segments  N
    FeatureMatrix predict(std::size_t segments, const ReadSegments& read, bool isUtteranceLevel,
                          EnabledModalities enabled) const;

    /// The labels with the columns that they have in these data, by name where the data name theirs (of the
    /// numbers of classes, the names are of no columns).
    /// @throws as labelsByName().
    std::vector<LabelCard> labelsIn(const FeatureData& data) const;

    /// @throws FormatError (code `unaligned`) as requireTakes() does, and `wrong_width` naming the data.
    void requireTakes(const FeatureData& data) const;

    /// Every fold that has segments, the held-out one first.
    /// @throws as predict(), requireTakes(), labelsIn() and truthsOf().
    Report evaluate(const FeatureData& data, EnabledModalities enabled,
                    double threshold = kPresenceThreshold) const;
    Report evaluate(const FeatureData& data) const { return evaluate(data, card().modalities, threshold()); }

    /// Of presence, as the card has it.
    double threshold() const;

private:
    FeatureMatrix predictPart(const FoldData& part, std::size_t context, bool isUtteranceLevel,
                              EnabledModalities enabled) const;

    std::string m_source; ///< its file, or its name, for messages
    std::unique_ptr<TrainedModel> m_trained;
    std::string m_device;
};

}
