#pragma once

#include "app/document/video_data.h"
#include "engine/annotation/word_edges.h"
#include "engine/sequences/dataset_list.h"

#include <QObject>

#include <array>
#include <map>
#include <optional>

namespace app {

/// A video's word times as they lie in the file and as they were edited.
struct WordEdits {
    std::vector<engine::Interval> recorded;
    std::vector<engine::Interval> edited;
    friend bool operator==(const WordEdits&, const WordEdits&) = default;
};

/// The open dataset, the video in sight, and the edited words. Changes come as commands; views follow the
/// signals.
class Document : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const engine::DatasetList& dataset() const { return m_dataset; }
    void setDataset(engine::DatasetList dataset); ///< forgets the video and all edits

    bool hasVideo() const { return m_video.has_value(); }
    const VideoData& video() const { return *m_video; }
    void setVideo(VideoData video); ///< edits made to it earlier are laid over what was read

    /// The words as edited, and as they lie in the file.
    const engine::TimedText& words() const { return m_video->words; }
    const std::vector<engine::Interval>& recordedWords() const { return m_recordedWords; }
    bool isEdited(std::size_t word) const;
    /// Whether any word of any video differs from the file.
    bool hasEdits() const;
    /// By video: those that differ from the file, or once did.
    const std::map<QString, WordEdits>& wordEdits() const { return m_wordEdits; }

    /// Gives words of a video new times; for commands. The video need not be the one in sight.
    void replaceWordTimes(const QString& video, const std::vector<engine::WordTimes>& times);

    /// The words [first, last) with the rows that they receive of text, sound and vision, with the times
    /// given for all words of the video. Sequences with one row per word move with their words.
    std::array<engine::AlignedWords, 3> alignWords(std::size_t first, std::size_t last,
                                                   const std::vector<engine::Interval>& words) const;
    /// The same as a fusion model sees it.
    engine::SegmentInput modelInput(std::size_t first, std::size_t last,
                                    const std::vector<engine::Interval>& words) const;

    /// How many words of the video in sight receive rows of every frame sequence that it has.
    std::size_t alignedWords() const;
    /// The labelled segment at this time, and its words as [first, last).
    std::optional<std::size_t> segmentAt(double seconds) const;
    std::pair<std::size_t, std::size_t> wordsOfSegment(std::size_t segment) const;
    /// The word spoken at this time.
    std::optional<std::size_t> wordAt(double seconds) const;
    /// The last word that began before this time.
    std::optional<std::size_t> lastWordBefore(double seconds) const;

signals:
    void datasetChanged();
    void videoChanged();
    void wordsChanged(const QString& video);

private:
    engine::DatasetList m_dataset;
    std::optional<VideoData> m_video;
    std::vector<engine::Interval> m_recordedWords;
    std::map<QString, WordEdits> m_wordEdits;
};

}
