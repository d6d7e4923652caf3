#pragma once

#include "engine/models/explain/attributions.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/segment_tensors.h"

#include "tests/support/known_truths.h"

namespace engine::test {

/// A model of a task of Truth::PlantedPair, and its test fold as the model takes it.
class PlantedPairs {
public:
    static constexpr std::size_t kTraining = 1600; ///< segments; the task needs more than others

    /// @param folder  where files of it may lie. @throws as trainOn()
    PlantedPairs(const std::string& folder, std::uint64_t seed)
        : m_fold(TruthFile::make(folder + "/pair.h5", Truth::PlantedPair, seed, kTraining))
        , m_model(folder + "/pair_run/model.safetensors")
    {
        trainOn(QString::fromStdString(folder + "/pair.h5"), QStringLiteral("mfn"),
                QString::fromStdString(folder + "/pair_run"), seed);
        m_scorer = std::make_unique<Scorer>(m_model);
        const FeatureData data = readFeatures({folder + "/pair.h5", {}, {}}, m_scorer->card().input.options);
        m_segments = prepare(data.test(), m_scorer->card(), m_scorer->card().modalities);
        m_scorer->trained().model->eval();
    }

    const std::string& modelFile() const { return m_model; }
    const TrainedModel& trained() const { return m_scorer->trained(); }
    const SegmentTensors& segments() const { return m_segments; }

    /// Segments of which the planted word and the planted step of the face are the largest pair.
    TruthCount pairs() const
    {
        TruthCount count{m_fold.ids.size()};
        for (std::int64_t row = 0; row < m_segments.size(); ++row) {
            const ModalityBatch segment = m_segments.range(row, row + 1);
            const auto place = static_cast<std::size_t>(row);
            const torch::NoGradGuard noGradient;
            if (std::abs(trained().model->forward(segment).prediction.item<float>() - m_fold.labels[place])
                > 0.5F)
                continue;
            ++count.right;
            const std::vector<PairEffect> effects
                = pairEffects(trained(), segment, baselinesFor(trained(), segment, AbsentKind::Mean),
                              spansOf(segment, Modality::Text, 20), spansOf(segment, Modality::Visual, 20));
            if (effects.size() != TruthFile::steps * TruthFile::steps)
                throw std::runtime_error("a pair is missing");
            const auto largest = std::ranges::max_element(
                effects, {}, [](const PairEffect& effect) { return std::abs(effect.values[0]); });
            count.explained
                += largest->word.first == m_fold.words[place] && largest->span.first == m_fold.spans[place];
        }
        return count;
    }

private:
    TruthFile::Fold m_fold;
    std::string m_model;
    std::unique_ptr<Scorer> m_scorer;
    SegmentTensors m_segments;
};

}
