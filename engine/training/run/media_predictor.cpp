#include "engine/training/run/media_predictor.h"

#include "engine/core/error.h"
#include "engine/core/stopwatch.h"
#include "engine/training/media/segment_reader.h"
#include "engine/training/run/parts_found.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/span_scores.h"

#include <algorithm>
#include <optional>

namespace engine {

class MediaPredictor::Impl {
public:
    explicit Impl(const Scorer& scorer)
        : m_scorer(scorer)
        , m_options(mediaOptionsOf(scorer.card()))
        , m_parts(partsFor(m_options))
    {
    }

    Prediction predict(const PredictRequest& request)
    {
        const Stopwatch watch;
        if (request.media.empty())
            throw FormatError("no_media", m_scorer.card().name,
                              "looks at recordings themselves, and this video has none");
        if (!m_reader || m_file != request.media) {
            m_reader.emplace(request.media, m_options, m_parts);
            m_file = request.media;
        }
        const SegmentMedia seen = m_reader->read(request.span, {});
        const auto media = std::make_shared<HeldMedia>(seen, m_options);
        EnabledModalities enabled = m_scorer.card().modalities;
        for (std::size_t i = 0; i < enabled.size(); ++i)
            enabled[i] = enabled[i] && request.enabled[i];
        std::vector<std::string> transcripts;
        if (m_options.areParts)
            transcripts = {request.transcript};
        else if (readsText(m_scorer.card())) // which a recording alone does not have
            enabled[static_cast<std::size_t>(Modality::Text)] = false;
        const AskedSpan asked{{"segment"}, media, transcripts};
        Prediction prediction;
        prediction.id = request.id;
        prediction.values = spanScores(m_scorer, asked, enabled).values;
        if (m_options.areParts && request.explanation)
            prediction.explanation = explanationOf(asked, *request.explanation);
        if (request.explain) {
            prediction.occlusion = modalityEffects(m_scorer, asked, enabled, prediction.values);
            for (std::vector<float>& effects : prediction.occlusion)
                effects.resize(prediction.values.size());
            prediction.outputs = spanDisplays(m_scorer, asked, enabled);
            if (m_options.areParts)
                prediction.outputs.emplace(kPartsFound,
                                           Tensor{{static_cast<std::int64_t>(kPartNumbers)},
                                                  partsFound(m_scorer, seen, request.transcript)});
            for (const auto& [time, part] : seen.cuts)
                prediction.seen.push_back({time, {part.x0, part.y0, part.x1, part.y1}});
            prediction.wordImportance = FeatureMatrix(request.input.text.rows, prediction.values.size());
        }
        prediction.milliseconds = watch.milliseconds();
        return prediction;
    }

private:
    /// The eight answers with and without each modality: all that there is to tell of a mean.
    Explanation explanationOf(const AskedSpan& asked, const ExplanationWish& wish) const
    {
        const Stopwatch watch;
        Explanation explanation;
        explanation.wish = wish;
        explanation.coalitions = FeatureMatrix(kCoalitions, m_scorer.card().labels.size());
        for (Coalition coalition = 0; coalition < kCoalitions; ++coalition) {
            EnabledModalities with = m_scorer.card().modalities;
            for (const Modality modality : allModalities)
                with[static_cast<std::size_t>(modality)] &= contains(coalition, modality);
            std::ranges::copy(spanScores(m_scorer, asked, with).values,
                              explanation.coalitions.row(coalition).begin());
        }
        explanation.milliseconds = watch.milliseconds();
        return explanation;
    }

    const Scorer& m_scorer;
    MediaOptions m_options;
    std::shared_ptr<const MediaParts> m_parts;
    std::optional<SegmentReader> m_reader; ///< of the recording that was asked about last
    std::string m_file;
};

MediaPredictor::MediaPredictor(const Scorer& scorer) : m_impl(std::make_unique<Impl>(scorer)) { }

MediaPredictor::~MediaPredictor() = default;

Prediction MediaPredictor::predict(const PredictRequest& request)
{
    return m_impl->predict(request);
}

}
