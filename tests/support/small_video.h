#pragma once

#include "app/document/document.h"
#include "engine/annotation/edits.h"

/// A video that tests make in memory: three words (two that touch, a pause, a third), two labelled segments.
namespace app::test {

inline VideoData smallVideo(const char* id)
{
    VideoData data;
    data.id = QString::fromLatin1(id);
    data.wordsKey = QStringLiteral("words");
    data.words = {{{0.0, 1.0}, {1.0, 2.0}, {3.0, 4.0}}, {"one", "two", "three"}};
    data.labelsKey = QStringLiteral("labels");
    data.labels = {{{0.0, 2.0}, {2.5, 4.5}}, engine::FeatureMatrix(2, 1)};
    data.labelNames = {QStringLiteral("sentiment")};
    engine::TimedFeatures vectors{data.words.intervals, engine::FeatureMatrix(3, 1)};
    vectors.features.values = {10, 20, 30};
    WordFeatures received;
    received.text = engine::WordCollapser(vectors);
    received.isPerWord = true;
    engine::TimedFeatures frames; // ten a second, each holding its number
    for (int i = 0; i < 45; ++i)
        frames.intervals.push_back({i / 10.0, (i + 1) / 10.0});
    frames.features = engine::FeatureMatrix(45, 1);
    for (std::size_t i = 0; i < 45; ++i)
        frames.features.at(i, 0) = static_cast<float>(i);
    received.acoustic = engine::WordCollapser(frames);
    data.wordFeatures = std::make_shared<WordFeatures>(std::move(received));
    return data;
}

/// Moves the end of a word; one that touches it follows.
inline void moveEnd(Document& document, std::size_t word, double seconds)
{
    document.apply(engine::moveEdge(document.annotation(), document.segmentId(kWordsTier, word), true,
                                    engine::TimePoint::ofSeconds(seconds), engine::EdgeMode::Follow));
}

}
