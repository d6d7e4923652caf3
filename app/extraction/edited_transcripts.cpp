#include "app/extraction/edited_transcripts.h"

#include "app/document/document.h"
#include "engine/alignment/sentences.h"
#include "engine/formats/captions/srt.h"

#include <QDir>

#include <filesystem>

namespace app {

namespace {

constexpr double kSentencePause = 1.0; // seconds

/// A segment per sentence, numbered from 1 on.
std::vector<engine::Segment> sentences(const engine::TimedText& words)
{
    std::vector<engine::Segment> segments;
    std::size_t word = 0;
    for (const engine::Interval& span : engine::sentencesOf(words.intervals, words.texts, kSentencePause)) {
        engine::Segment segment;
        segment.id = static_cast<engine::SegmentId>(segments.size() + 1);
        segment.start = engine::TimePoint::ofSeconds(span.start);
        segment.end = engine::TimePoint::ofSeconds(span.end);
        for (; word < words.texts.size() && words.intervals[word].start < span.end; ++word)
            segment.text += (segment.text.empty() ? "" : " ") + words.texts[word];
        segments.push_back(std::move(segment));
    }
    return segments;
}

}

EditedTranscripts editedTranscripts(const Document& document)
{
    EditedTranscripts edited;
    for (const std::string& video : document.videosWithOwnWords()) {
        std::vector<engine::Segment> said = sentences(document.ownWords(video).text);
        if (!said.empty())
            edited.emplace(QString::fromStdString(video), std::move(said));
    }
    return edited;
}

QString editedTranscriptFolder(const QString& dataset)
{
    return QDir(dataset).filePath(QStringLiteral("edited-transcripts"));
}

void writeTranscripts(const EditedTranscripts& edited, const QStringList& names, const QString& folder)
{
    const std::filesystem::path target = folder.toStdString();
    std::filesystem::create_directories(target);
    for (const QString& name : names) {
        const std::filesystem::path file = target / (name.toStdString() + ".srt");
        const auto said = edited.find(name);
        if (said == edited.end()) {
            std::filesystem::remove(file);
            continue;
        }
        engine::ExchangedTiers tiers;
        tiers.tiers.push_back({});
        tiers.tiers.back().tier.name = "words";
        tiers.tiers.back().segments = said->second;
        engine::srtFormat().write(tiers, file, {});
    }
}

}
