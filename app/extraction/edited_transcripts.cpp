#include "app/extraction/edited_transcripts.h"

#include "app/document/document.h"
#include "engine/alignment/sentences.h"
#include "engine/dataset_opening/recorded_labels.h"
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

bool ProjectTranscripts::isInFiles(const QString& video) const
{
    const OpenDataset::Sequence* words = dataset ? dataset->withRole(Role::Words) : nullptr;
    return words && words->file->contains(video.toStdString());
}

ProjectTranscripts projectTranscripts(const Document& document, std::shared_ptr<const OpenDataset> dataset)
{
    ProjectTranscripts transcripts;
    transcripts.dataset = std::move(dataset);
    for (const std::string& video : document.videosWithOwnWords()) {
        std::vector<engine::Segment> said = sentences(document.ownWords(video).text);
        if (!said.empty())
            transcripts.edited.emplace(QString::fromStdString(video), std::move(said));
    }
    return transcripts;
}

QString editedTranscriptFolder(const QString& dataset)
{
    return QDir(dataset).filePath(QStringLiteral("edited-transcripts"));
}

void writeTranscripts(const ProjectTranscripts& transcripts, const QStringList& names,
                      const QStringList& wanted, const QString& folder)
{
    const std::filesystem::path target = folder.toStdString();
    std::filesystem::create_directories(target);
    for (const QString& name : names) {
        const std::filesystem::path file = target / (name.toStdString() + ".srt");
        if (!wanted.contains(name)) {
            std::filesystem::remove(file);
            continue;
        }
        engine::ExchangedTiers tiers;
        tiers.tiers.push_back({});
        tiers.tiers.back().tier.name = "words";
        const auto said = transcripts.edited.find(name);
        tiers.tiers.back().segments = said != transcripts.edited.end()
            ? said->second
            : sentences(engine::readRecordedWords(*transcripts.dataset, name.toStdString(), {}));
        engine::srtFormat().write(tiers, file, {});
    }
}

}
