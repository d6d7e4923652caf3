#include "app/document/document.h"

#include <algorithm>

namespace app {

void Document::setDataset(engine::DatasetList dataset)
{
    m_dataset = std::move(dataset);
    m_video.reset();
    m_wordEdits.clear();
    emit datasetChanged();
    emit videoChanged();
}

void Document::setVideo(VideoData video)
{
    m_video = std::move(video);
    m_recordedWords = m_video->words.intervals;
    const auto edits = m_wordEdits.find(m_video->id);
    if (edits != m_wordEdits.end() && edits->second.recorded == m_recordedWords)
        m_video->words.intervals = edits->second.edited;
    emit videoChanged();
}

bool Document::isEdited(std::size_t word) const
{
    return word < m_recordedWords.size() && m_recordedWords[word] != m_video->words.intervals[word];
}

bool Document::hasEdits() const
{
    return std::any_of(m_wordEdits.begin(), m_wordEdits.end(),
                       [](const auto& item) { return item.second.edited != item.second.recorded; });
}

void Document::replaceWordTimes(const QString& video, const std::vector<engine::WordTimes>& times)
{
    const bool inSight = m_video && m_video->id == video;
    auto edits = m_wordEdits.find(video);
    if (edits == m_wordEdits.end()) {
        if (!inSight)
            return;
        edits = m_wordEdits.emplace(video, WordEdits{m_recordedWords, m_video->words.intervals}).first;
    }
    for (const engine::WordTimes& change : times)
        edits->second.edited.at(change.word) = change.interval;
    if (inSight)
        m_video->words.intervals = edits->second.edited;
    emit wordsChanged(video);
}

std::array<engine::AlignedWords, 3> Document::alignWords(std::size_t first, std::size_t last,
                                                         const std::vector<engine::Interval>& words) const
{
    const std::span<const engine::Interval> part = std::span(words).subspan(first, last - first);
    const engine::CollapseFunction mean;
    engine::AlignedWords text;
    const engine::TimedFeatures& vectors = m_video->text.source();
    if (vectors.intervals == m_recordedWords) {
        engine::TimedFeatures moved{{part.begin(), part.end()}, {part.size(), vectors.features.columns}};
        const auto from
            = vectors.features.values.begin() + static_cast<std::ptrdiff_t>(first * vectors.features.columns);
        std::copy_n(from, moved.features.values.size(), moved.features.values.begin());
        text = engine::WordAligner(std::move(moved)).align(part, mean);
    } else {
        text = m_video->text.align(part, mean);
    }
    return {std::move(text), m_video->acoustic.align(part, mean), m_video->visual.align(part, mean)};
}

engine::SegmentInput Document::modelInput(std::size_t first, std::size_t last,
                                          const std::vector<engine::Interval>& words) const
{
    auto [text, acoustic, visual] = alignWords(first, last, words);
    return {std::move(text.features), std::move(acoustic.features), std::move(visual.features)};
}

std::size_t Document::alignedWords() const
{
    std::vector<bool> complete(words().intervals.size(), true);
    for (const engine::WordAligner* aligner : {&m_video->acoustic, &m_video->visual}) {
        if (aligner->source().intervals.empty())
            continue;
        const std::vector<std::size_t> received = aligner->receivedRows(words().intervals);
        for (std::size_t word = 0; word < complete.size(); ++word)
            complete[word] = complete[word] && received[word] > 0;
    }
    return static_cast<std::size_t>(std::count(complete.begin(), complete.end(), true));
}

std::optional<std::size_t> Document::segmentAt(double seconds) const
{
    return m_video ? engine::rowAt(m_video->labels.intervals, seconds) : std::nullopt;
}

std::pair<std::size_t, std::size_t> Document::wordsOfSegment(std::size_t segment) const
{
    return engine::wordsOf(m_video->labels.intervals.at(segment), m_video->words.intervals);
}

std::optional<std::size_t> Document::wordAt(double seconds) const
{
    return m_video ? engine::rowAt(m_video->words.intervals, seconds) : std::nullopt;
}

std::optional<std::size_t> Document::lastWordBefore(double seconds) const
{
    if (!m_video)
        return std::nullopt;
    const std::vector<engine::Interval>& words = m_video->words.intervals;
    const auto next = std::partition_point(words.begin(), words.end(),
                                           [&](const engine::Interval& w) { return w.start <= seconds; });
    return next == words.begin() ? std::nullopt
                                 : std::optional(static_cast<std::size_t>(next - words.begin()) - 1);
}

}
