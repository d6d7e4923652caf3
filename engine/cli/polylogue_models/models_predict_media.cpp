#include "engine/cli/polylogue_models/models_predict_media.h"

#include "engine/core/error.h"
#include "engine/formats/format_registry.h"
#include "engine/media/media_info.h"
#include "engine/training/media/media_store.h"
#include "engine/training/run/scorer.h"
#include "engine/training/run/span_scores.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

struct SpokenSpan {
    Interval interval;
    std::string text; ///< empty: not known
};

/// The pieces of the tier that has most of them.
std::vector<SpokenSpan> spansOf(const std::filesystem::path& transcript)
{
    const Format& format = formatOf(transcript);
    if (!format.read)
        throw FormatError("no_segments", transcript.string(), "is of a format that is only written");
    const ImportedTiers read = format.read(transcript, {});
    std::vector<SpokenSpan> spans;
    for (const ExchangedTier& tier : read.content.tiers) {
        if (tier.timesAreInvented || tier.segments.size() <= spans.size())
            continue;
        spans.clear();
        for (const Segment& segment : tier.segments) {
            const Interval span{segment.start.seconds(), segment.end.seconds()};
            if (span.end > span.start)
                spans.push_back({span, segment.text});
        }
    }
    if (spans.empty())
        throw FormatError("no_segments", transcript.string(), "has no text with times");
    std::ranges::sort(spans, {}, [](const SpokenSpan& span) { return span.interval.start; });
    return spans;
}

/// Every `hop` seconds as much as `window`; the last of pieces that do not overlap may be shorter.
std::vector<SpokenSpan> evenSpans(double duration, const SpanChoice& choice)
{
    std::vector<SpokenSpan> spans;
    for (double start = 0.0; start < duration; start = static_cast<double>(spans.size()) * choice.hop) {
        if (choice.hop < choice.window && start + choice.window > duration && !spans.empty())
            break;
        spans.push_back({{start, std::min(duration, start + choice.window)}, {}});
    }
    return spans;
}

}

Predictions predictMedia(const std::filesystem::path& media, const SpanChoice& choice, const Scorer& scorer,
                         EnabledModalities enabled, const RunContext& run)
{
    const ModelCard& card = scorer.card();
    const MediaOptions options = mediaOptionsOf(card);
    if (readsText(card) && !options.areParts)
        throw FormatError("needs_rows", card.name,
                          "reads rows of features, which a recording alone does not have; use --dataset");
    const double duration = probeMedia(media).duration;
    std::vector<SpokenSpan> spoken
        = choice.transcript.empty() ? evenSpans(duration, choice) : spansOf(choice.transcript);
    std::erase_if(spoken, [duration](const SpokenSpan& span) { return span.interval.start >= duration; });
    if (spoken.empty())
        throw FormatError("no_segments",
                          choice.transcript.empty() ? media.string() : choice.transcript.string(),
                          "has nothing within the recording");
    std::vector<MediaSpan> spans;
    std::vector<std::string> ids, texts;
    for (std::size_t i = 0; i < spoken.size(); ++i) {
        spans.push_back({fmt::format("{}[{}]", media.stem().string(), i), media, spoken[i].interval});
        ids.push_back(spans.back().id);
        texts.push_back(spoken[i].text);
    }
    const FeatureMatrix scores
        = spanScores(scorer, {ids, std::make_shared<MediaStore>(options, spans, run), texts}, enabled);

    Predictions predictions{scorer.task(), card.labels, {}};
    SegmentPrediction whole{
        media.filename().string(), "", Interval{0.0, duration}, std::vector<float>(scores.columns), {}};
    for (std::size_t i = 0; i < scores.rows; ++i) {
        predictions.segments.push_back(
            {spans[i].id, "", spans[i].span, {scores.row(i).begin(), scores.row(i).end()}, {}});
        for (std::size_t output = 0; output < scores.columns; ++output)
            whole.scores[output] += scores.at(i, output) / static_cast<float>(scores.rows);
    }
    predictions.segments.push_back(std::move(whole));
    return predictions;
}

}
