#pragma once

#include "engine/core/interval.h"

#include <QObject>
#include <QString>

#include <optional>

namespace app {

class Document;

/// What a person attends to in the video in sight: a labelled segment and a word. The segment is the one that a
/// pass judges, else the one that was played or edited last (held), else the one under the playhead; the word
/// is the one under the playhead. The player moves the playhead, a pass judges, the timeline holds; everything
/// that is about "this segment" asks here.
class Attention : public QObject {
    Q_OBJECT
public:
    explicit Attention(Document& document);

    /// The place of the segment among the labelled segments of the video; absent: there is none here.
    std::optional<std::size_t> segment() const { return m_segment; }
    /// When the segment begins and ends.
    std::optional<engine::Interval> span() const;
    /// The place of the word among the words of the video; absent: nothing is said here.
    std::optional<std::size_t> word() const { return m_word; }
    /// The segment that a pass judges; absent: no pass has one in hand.
    const std::optional<engine::Interval>& judged() const { return m_judged; }
    bool isHeld() const { return m_held.has_value(); }
    /// Start of the next (+1) or previous (−1) labelled segment, from the held one or the playhead.
    std::optional<double> neighbour(int step) const;

    void setPlayhead(double seconds);
    /// Judges a segment: attention stays with it until the next call, wherever the playhead is.
    void setJudged(std::optional<engine::Interval> span);
    /// Holds the segment in the middle of this span: it was played, or something in it was edited. It is held
    /// until a person goes to another place, or playback leaves the span.
    void hold(engine::Interval span);
    void letGo() { m_held.reset(); } ///< a person went to another place

signals:
    /// Another segment is attended to.
    void segmentChanged(std::optional<std::size_t> segment);
    /// Another word is attended to.
    void wordChanged(std::optional<std::size_t> word);
    /// What can be shown of the segment or its words is another: another segment or video, other times,
    /// labels or words, another sight.
    void contentChanged();

private:
    void noteChange(const QString& video);
    void noteVideo();
    bool follow(); ///< @return whether the segment is another

    struct Held {
        engine::Interval span;
        double since = 0.0; ///< where the playhead was, which may be outside of the span
    };

    const Document& m_document;
    double m_playhead = 0.0; ///< seconds
    std::optional<engine::Interval> m_judged;
    std::optional<Held> m_held;
    std::optional<std::size_t> m_segment;
    std::optional<std::size_t> m_word;
};

}
