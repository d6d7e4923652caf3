#pragma once

#include "app/review/other_judgements.h"
#include "app/review/review_pass.h"
#include "app/review/review_sources.h"

#include <QElapsedTimer>
#include <QObject>

namespace app {

class Session;

/// The review that goes on: shows one segment of the pass after the other, takes the annotator's answers into
/// the pass's own layer, and keeps what others said hidden as long as the pass is blind. The sources stay
/// untouched.
class Review : public QObject {
    Q_OBJECT
public:
    explicit Review(Session& session, QObject* parent = nullptr);

    bool isActive() const { return m_pass.has_value(); }
    const std::optional<ReviewPass>& pass() const { return m_pass; }
    std::optional<std::size_t> current() const { return m_current; } ///< its place in the queue
    /// When the segment in hand is spoken; absent while another video is in sight.
    std::optional<engine::Interval> span() const;
    bool isDone(std::size_t place) const { return m_states[place].isDone; }
    std::size_t done() const;

    /// Looks for what is to be reviewed, and begins. @param pass  without places
    void start(ReviewPass pass);
    void resume(const std::string& layer);
    void leave();

    void goTo(std::size_t place); ///< and plays it
    void goToNext(); ///< that is not done yet, from the one in hand on and round; none: stays
    void play(); ///< the segment in hand, with its lead-in

    /// The segment in hand; 0: there is none, or its video is on its way.
    engine::SegmentId segment() const;
    const engine::Tier* tier() const; ///< that is judged, in the video in hand
    /// What the annotator said of it so far. Null: nothing.
    const engine::Segment* answer() const;
    void setValue(const QString& label, const std::optional<engine::LabelValue>& value);
    void setValue(const QString& label, std::optional<double> value);
    void setConfidence(double confidence);
    void setComment(const QString& comment);
    void toggleFlag();
    /// The answer counts. @return whether there is one
    bool commit();

    /// Whether what others said of the segment in hand must not be seen now.
    bool isHiding() const;
    /// The same of its video: as long as some segment of it is still to be judged.
    bool isHidingVideo() const;
    void setPeeking(bool peeking); ///< shows them all the same, which is noted
    /// What others said of the segment in hand.
    std::vector<OtherJudgement> others() const;

signals:
    void passChanged(); ///< another one, or none
    void leavingPlace(); ///< what is being written about it counts now
    void placeChanged(); ///< another segment is in hand, with its answer
    void answerChanged(); ///< of the same one
    void progressChanged();
    void hidingChanged();
    void message(const QString& text);

private:
    struct State {
        bool isDone = false;
        std::optional<engine::Segment> judgement; ///< as it was last looked at
    };

    void begin(ReviewPass pass);
    void goOnWith(ReviewPass& pass) const;
    void readStates();
    bool readState(std::size_t place);
    bool readState(std::size_t place, engine::SegmentId segment);
    engine::SegmentId segmentOf(const ReviewPass::Place& place) const;
    engine::SegmentId segmentOf(const ReviewPass::Place& place, const engine::Tier* tier) const;
    void playWhenOpen();
    void followHistory(const QString& video, const QString& tier);
    void edit(const QString& what, const std::function<void(engine::Segment&)>& change);
    void noteLog();
    void notePeek();
    engine::Provenance provenance() const;

    Session& m_session;
    ReviewSources m_sources;
    std::optional<ReviewPass> m_pass;
    std::vector<State> m_states; ///< one per place
    std::optional<std::size_t> m_current;
    JudgementLog m_log; ///< of the one in hand
    QElapsedTimer m_shown;
    std::optional<qint64> m_answered; ///< when the first value was given, in ms since it was shown
    bool m_isWaiting = false; ///< for its video, to play it
    bool m_isEditing = false;
    bool m_isPeeking = false;
};

}
