#include "app/document/recorded_tier.h"

#include "engine/annotation/recorded_tiers.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

const std::vector<std::string> kDefaultLabels{"sentiment", "happy",   "sad", "anger",
                                              "surprise",  "disgust", "fear"};

engine::FeatureMatrix nothingLabelled(std::size_t segments)
{
    engine::FeatureMatrix values(segments, kDefaultLabels.size());
    std::fill(values.values.begin(), values.values.end(), std::nanf(""));
    return values;
}

std::vector<std::string> plain(const QStringList& names)
{
    std::vector<std::string> result;
    for (const QString& name : names)
        result.push_back(name.toStdString());
    return result;
}

}

std::vector<engine::LabelScheme> usualLabels(const TierName& role)
{
    if (role == kWordsTier)
        return {};
    return engine::schemesOf(nothingLabelled(0), kDefaultLabels);
}

engine::Change recordedTier(const engine::Annotation& annotation, const VideoData& video,
                            const TierName& name)
{
    const std::string id = video.id.toStdString();
    if (name == kWordsTier)
        return engine::wordsTier(annotation, id, video.wordsKey.toStdString(), video.words.intervals,
                                 video.words.texts, video.wordSureness);
    const engine::TimedFeatures& read = video.labels;
    if (!read.intervals.empty())
        return engine::labelsTier(annotation, id, video.labelsKey.toStdString(), read.intervals,
                                  read.features, plain(video.labelNames), video.termLabels);
    const std::vector<engine::Interval> spoken = engine::utterances(video.words.intervals);
    return engine::labelsTier(annotation, id, "", spoken, nothingLabelled(spoken.size()), kDefaultLabels);
}

}
