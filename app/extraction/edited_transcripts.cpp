#include "app/extraction/edited_transcripts.h"

#include "app/document/document.h"
#include "engine/alignment/sentences.h"
#include "engine/core/text_file.h"
#include "engine/dataset_opening/recorded_labels.h"
#include "engine/formats/captions/srt.h"
#include "engine/formats/praat/textgrid.h"

#include <QDir>

#include <algorithm>
#include <filesystem>
#include <functional>

namespace app {

namespace {

constexpr double kSentencePause = 1.0; // seconds

engine::Segment segmentOver(const engine::Interval& span, std::size_t number)
{
    engine::Segment segment;
    segment.id = static_cast<engine::SegmentId>(number);
    segment.start = engine::TimePoint::ofSeconds(span.start);
    segment.end = engine::TimePoint::ofSeconds(span.end);
    return segment;
}

/// A segment per sentence, numbered from 1 on.
std::vector<engine::Segment> sentences(const engine::TimedText& words)
{
    std::vector<engine::Segment> segments;
    std::size_t word = 0;
    for (const engine::Interval& span : engine::sentencesOf(words.intervals, words.texts, kSentencePause)) {
        engine::Segment& segment = segments.emplace_back(segmentOver(span, segments.size() + 1));
        for (; word < words.texts.size() && words.intervals[word].start < span.end; ++word)
            segment.text += (segment.text.empty() ? "" : " ") + words.texts[word];
    }
    return segments;
}

/// A segment per word, in the order of time.
std::vector<engine::Segment> singleWords(const engine::TimedText& words)
{
    std::vector<engine::Segment> segments;
    for (std::size_t i = 0; i < words.texts.size(); ++i)
        segments.emplace_back(segmentOver(words.intervals[i], i + 1)).text = words.texts[i];
    std::ranges::stable_sort(segments, {}, [](const engine::Segment& word) { return word.start.ticks; });
    return segments;
}

std::string joined(const engine::TimedText& words)
{
    std::string text;
    for (const std::string& word : words.texts)
        text += word + ' ';
    return text;
}

/// Whether these are words that a tier of intervals can hold, one after the other.
bool followEachOther(const std::vector<engine::Segment>& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].end.ticks <= words[i].start.ticks
            || (i > 0 && words[i].start.ticks < words[i - 1].end.ticks))
            return false;
    }
    return true;
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
        WordsView words = document.ownWords(video);
        const bool areTimed = std::ranges::all_of(words.timed, std::identity());
        if (!words.text.texts.empty())
            transcripts.edited.emplace(QString::fromStdString(video),
                                       ProjectTranscripts::Words{std::move(words.text), areTimed});
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
        const std::filesystem::path timed = target / (name.toStdString() + ".TextGrid");
        const std::filesystem::path about = target / (name.toStdString() + ".srt");
        const std::filesystem::path anywhere = target / (name.toStdString() + ".txt");
        for (const std::filesystem::path& before : {timed, about, anywhere})
            std::filesystem::remove(before);
        if (!wanted.contains(name))
            continue;
        const auto edited = transcripts.edited.find(name);
        const ProjectTranscripts::Words words = edited != transcripts.edited.end()
            ? edited->second
            : ProjectTranscripts::Words{
                engine::readRecordedWords(*transcripts.dataset, name.toStdString(), {})};
        engine::ExchangedTiers tiers;
        engine::ExchangedTier& tier = tiers.tiers.emplace_back();
        tier.tier.name = "words";
        tier.segments = singleWords(words.text);
        if (words.areTimed && followEachOther(tier.segments)) {
            engine::textGridFormat().write(tiers, timed, {});
            continue;
        }
        if (!words.areTimed) {
            engine::writeTextFile(anywhere, joined(words.text)).commit();
            continue;
        }
        tier.segments = sentences(words.text);
        engine::srtFormat().write(tiers, about, {});
    }
}

}
