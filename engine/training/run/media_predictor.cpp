#include "engine/training/run/media_predictor.h"

#include "engine/core/error.h"
#include "engine/core/stopwatch.h"
#include "engine/training/media/segment_reader.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/span_scores.h"

#include <optional>

namespace engine {

class MediaPredictor::Impl {
public:
    explicit Impl(const Scorer& scorer) : m_scorer(scorer), m_options(mediaOptionsOf(scorer.card())) { }

    Prediction predict(const PredictRequest& request)
    {
        const Stopwatch watch;
        if (request.media.empty())
            throw FormatError("no_media", m_scorer.card().name,
                              "looks at recordings themselves, and this video has none");
        if (!m_reader || m_file != request.media) {
            m_reader.emplace(request.media, m_options);
            m_file = request.media;
        }
        const SegmentMedia seen = m_reader->read(request.span, {});
        const auto media = std::make_shared<HeldMedia>(seen, m_options);
        EnabledModalities enabled = m_scorer.card().modalities;
        for (std::size_t i = 0; i < enabled.size(); ++i)
            enabled[i] = enabled[i] && request.enabled[i];
        if (readsText(m_scorer.card())) // which a recording alone does not have
            enabled[static_cast<std::size_t>(Modality::Text)] = false;
        Prediction prediction;
        prediction.id = request.id;
        prediction.values = spanScores(m_scorer, {"segment"}, media, enabled).values;
        if (request.explain) {
            prediction.occlusion = modalityEffects(m_scorer, media, enabled, prediction.values);
            for (std::vector<float>& effects : prediction.occlusion)
                effects.resize(prediction.values.size());
            prediction.outputs = spanDisplays(m_scorer, media, enabled);
            for (const auto& [time, part] : seen.cuts)
                prediction.seen.push_back({time, {part.x0, part.y0, part.x1, part.y1}});
            prediction.wordImportance = FeatureMatrix(request.input.text.rows, prediction.values.size());
        }
        prediction.milliseconds = watch.milliseconds();
        return prediction;
    }

private:
    const Scorer& m_scorer;
    MediaOptions m_options;
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
