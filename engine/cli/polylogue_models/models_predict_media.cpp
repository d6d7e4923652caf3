#include "engine/cli/polylogue_models/models_predict_media.h"

#include "engine/core/error.h"
#include "engine/formats/format_registry.h"
#include "engine/media/media_info.h"
#include "engine/training/media/media_store.h"
#include "engine/training/run/scorer.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr double kSpan = 4.0; ///< seconds, where no transcript says otherwise

bool readsText(const ModelCard& card)
{
    if (card.architecture.value("input", "") == "raw") // of clips, which have no text
        return false;
    const nlohmann::json modalities = card.architecture.value("modalities", nlohmann::json());
    return modalities.is_null() || std::ranges::find(modalities, "text") != modalities.end()
        || (modalities.is_string() && modalities.get<std::string>().find('t') != std::string::npos);
}

/// The pieces of the tier that has most of them.
std::vector<Interval> spansOf(const std::filesystem::path& transcript)
{
    const Format& format = formatOf(transcript);
    if (!format.read)
        throw FormatError("no_segments", transcript.string(), "is of a format that is only written");
    const ImportedTiers read = format.read(transcript, {});
    std::vector<Interval> spans;
    for (const ExchangedTier& tier : read.content.tiers) {
        if (tier.timesAreInvented || tier.segments.size() <= spans.size())
            continue;
        spans.clear();
        for (const Segment& segment : tier.segments) {
            const Interval span{segment.start.seconds(), segment.end.seconds()};
            if (span.end > span.start)
                spans.push_back(span);
        }
    }
    if (spans.empty())
        throw FormatError("no_segments", transcript.string(), "has no text with times");
    std::ranges::sort(spans, {}, &Interval::start);
    return spans;
}

std::vector<Interval> evenSpans(double duration)
{
    std::vector<Interval> spans;
    for (double start = 0.0; start < duration; start += kSpan)
        spans.push_back({start, std::min(duration, start + kSpan)});
    return spans;
}

/// Segments that have nothing but an id: what is seen and heard lies in the store.
FoldData foldOfSpans(const std::vector<MediaSpan>& spans, const ModelCard& card)
{
    FoldData fold;
    fold.name = "all";
    for (const MediaSpan& span : spans)
        fold.ids.push_back(span.id);
    fold.lengths.assign(spans.size(), 1);
    fold.labels = FeatureMatrix(spans.size(), 0);
    for (const Modality modality : allModalities) {
        const std::size_t width = card.normalisation[static_cast<std::size_t>(modality)].width();
        fold.of(modality) = {1, width, std::vector<float>(spans.size() * width)};
        fold.presenceOf(modality).assign(spans.size(), true);
    }
    return fold;
}

}

Predictions predictMedia(const std::filesystem::path& media, const std::filesystem::path& transcript,
                         const Scorer& scorer, const RunContext& run)
{
    const ModelCard& card = scorer.card();
    const DataOptions options = dataOptionsOf(card.input);
    if (options.media.is_null() || readsText(card))
        throw FormatError("needs_rows", card.name,
                          "reads rows of features, which a recording alone does not have; use --dataset");
    const double duration = probeMedia(media).duration;
    std::vector<Interval> intervals = transcript.empty() ? evenSpans(duration) : spansOf(transcript);
    std::erase_if(intervals, [duration](const Interval& interval) { return interval.start >= duration; });
    if (intervals.empty())
        throw FormatError("no_segments", transcript.empty() ? media.string() : transcript.string(),
                          "has nothing within the recording");
    std::vector<MediaSpan> spans;
    for (std::size_t i = 0; i < intervals.size(); ++i)
        spans.push_back({fmt::format("{}[{}]", media.stem().string(), i), media, intervals[i]});
    FoldData fold = foldOfSpans(spans, card);
    fold.media = std::make_shared<MediaStore>(mediaOptionsFromJson(options.media), spans, run);
    const FeatureMatrix scores = scorer.predict(fold, false, card.modalities);

    Predictions predictions{taskFromName(card.task), card.labels, {}};
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
