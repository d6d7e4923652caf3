#pragma once

#include "app/review/judgement_clock.h"
#include "app/review/other_judgements.h"
#include "app/review/pass_states.h"
#include "app/review/review_conversation.h"
#include "app/review/review_sources.h"
#include "engine/project_items/gold_items.h"

#include <QObject>

namespace app {

class Document;
class Editor;
class Player;
class VideoOpener;

/// The review that goes on: shows one segment of the pass after the other, takes the annotator's answers into
/// the pass's own layer, and keeps what others said hidden as long as the pass is blind: it sets the sight of
/// the document. The sources stay untouched.
class Review : public QObject {
    Q_OBJECT
public:
    explicit Review(Document& document, Editor& editor, Player& player, VideoOpener& videos,
                    ReviewSources& sources, QObject* parent = nullptr);

    bool isActive() const { return m_pass.has_value(); }
    const std::optional<engine::ReviewPass>& pass() const { return m_pass; }
    std::optional<std::size_t> current() const { return m_current; } ///< place of the segment in the queue
    /// The times of the segment in hand; absent while another video is in sight.
    std::optional<engine::Interval> span() const;
    bool isDone(std::size_t place) const { return m_states.isDone(place); }
    bool isFlagged(std::size_t place) const { return m_states.isFlagged(place); }
    std::size_t done() const { return m_states.done(); }

    /// Whether a pass of the annotator can begin: edits are kept, and it is known who answers. It is said why
    /// not, and a name is asked for where nobody has confirmed one.
    bool mayBegin();
    /// Fills the queue and begins. @param pass  its places are empty
    void start(engine::ReviewPass pass);
    void startAt(engine::ReviewPass pass); ///< begins a pass whose places are chosen already
    void resume(const std::string& layer);
    /// Resumes the first pass of an annotator, or begins it over what has no label yet.
    void startFirst(const std::string& annotator);
    void leave();

    /// Puts the places that are still to be done into another order, behind those that are done; the one in
    /// hand stays in hand, before them. @param order  places of the queue; those that are done are left out,
    /// those that it lacks come last
    void orderRest(const std::vector<std::size_t>& order);
    void goTo(std::size_t place); ///< goes to this segment and plays it
    /// Goes to the next segment that is not done, from the start again after the last; stays if all are done.
    void goToNext();
    void play(); ///< the segment in hand, with its lead-in and the turns before
    void playWhenOpen(); ///< the segment that waits for its video, or for the turns before it
    ReviewConversation& conversation() { return m_conversation; } ///< for who knows of conversations

    /// The segment in hand; 0: there is none, or its video is on its way.
    engine::SegmentId segment() const;
    const engine::Tier* tier() const; ///< the judged tier of the video in hand
    /// The annotator's answer about the segment in hand so far. Null: there is none.
    const engine::Segment* answer() const;
    void setValue(const QString& label, const std::optional<engine::LabelValue>& value);
    void setConfidence(double confidence);
    void setComment(const QString& comment);
    void toggleFlag();
    /// Makes the answer count. @return whether there is one
    bool commit();

    /// In a training pass: what is right of the segment in hand. It is shown once the answer is committed.
    std::optional<engine::GoldItem> gold() const;

    /// Whether the answers of others about the segment in hand are hidden now.
    bool isHiding() const;
    /// What a measurement decided about the model's prediction of the segment in hand.
    engine::SightArm arm() const;
    /// Shows what others said of the video in hand nevertheless; the log of the judgement keeps that.
    void setPeeking(bool peeking);
    /// The answers of others about the segment in hand.
    std::vector<OtherJudgement> others() const;

signals:
    void passChanged(); ///< another pass is open, or none
    void orderChanged(); ///< of its places
    void leavingPlace(); ///< the last moment to take what is being typed about the segment
    void placeChanged(); ///< another segment is in hand, with its answer
    void answerChanged(); ///< of the segment in hand
    void progressChanged();
    void judged(const engine::ReviewPass::Place& place, const engine::Segment& answer); ///< by the pass

private:
    void begin(engine::ReviewPass pass);
    bool areEditsKept();
    engine::Layer layerInHand() const;
    engine::SegmentId segmentOf(const engine::ReviewPass::Place& place) const;
    void followHistory(const QString& video, const QString& tier);
    void edit(const QString& what, const std::function<void(engine::Segment&)>& change);
    void noteLog();
    void showSight();

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    VideoOpener& m_videos;
    ReviewSources& m_sources;
    std::optional<engine::ReviewPass> m_pass;
    PassStates m_states;
    std::optional<std::size_t> m_current;
    JudgementClock m_clock; ///< of the segment in hand
    ReviewConversation m_conversation;
    bool m_isWaiting = false; ///< plays the segment when its video is open
    bool m_isEditing = false;
    bool m_isPeeking = false;
};

}
