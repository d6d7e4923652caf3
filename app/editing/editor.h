#pragma once

#include "app/document/document.h"
#include "app/editing/answer_locks.h"
#include "app/editing/kept_history.h"
#include "app/editing/segment_edits.h"
#include "engine/annotation/edits.h"
#include "widgets/timeline/track_layout.h"

#include <QUndoStack>

#include <functional>

namespace app {

/// What an annotator can see and hear of a video: `video+sound+text`, as provenance says it.
std::string visibleParts(const VideoData& video);

/// Where edits begin: each is done to the document and becomes one step of the history, or is refused with a
/// reason.
class Editor : public QObject {
    Q_OBJECT
public:
    using Make = std::function<engine::Change(const engine::Annotation&)>;

    explicit Editor(Document& document, QObject* parent = nullptr);

    SegmentEdits& segments() { return m_segments; } ///< edits of single words and segments
    /// `“film”` or `segment 3`, for the name of a step.
    QString nameOf(const TierName& tier, std::size_t index) const;

    QUndoStack& history() { return m_history; }
    /// Fills the history with the steps of earlier sessions.
    void restoreHistory(engine::History history);
    /// What of the history the project does not keep yet; it counts as kept from now on.
    engine::HistoryChange takeHistoryChange() { return m_kept.take(); }
    AnswerLocks& answerLocks() { return m_answerLocks; }
    /// Who gives values from now on.
    void setAnnotator(const QString& annotator);
    /// A name that nobody has confirmed yet.
    void proposeAnnotator(const QString& name);
    const QString& annotator() const { return m_annotator; }
    bool isAnnotatorConfirmed() const { return m_isConfirmed; } ///< a value asks nobody for a name
    /// Asks a person for the name of who gives values. @return empty: they would not say
    using NameQuestion = std::function<QString(const QString& proposal)>;
    void setNameQuestion(NameQuestion question) { m_nameQuestion = std::move(question); }
    /// Whether it is known who gives values; asks for the name where nobody has confirmed one.
    bool knowsAnnotator();

    /// Tells how long the video in sight is, in seconds, so that no edge is moved past its end; 0: unknown.
    void setVideoEnd(double seconds) { m_videoEnd = seconds; }
    double videoEnd() const { return m_videoEnd; }
    std::int64_t endTicks() const; ///< of the video in sight; 0: unknown

    /// Does what `make` makes of the annotation, as one step. @return whether it was done
    bool edit(const QString& name, const Make& make);
    /// The same for who shows a refusal itself: nobody else is told. @return why it was refused; empty: it
    /// was not
    QString editOrReason(const QString& name, const Make& make);
    /// An edit after which each word without times lies in its place already.
    /// @param step  edits of the same number that follow each other are one step; 0: it stands by itself
    bool editPlaced(const QString& name, const Make& make, int step);
    /// The change with the words that it touches looked at: neither doubtful nor a draft any more.
    static engine::Change lookedAt(const engine::Annotation& annotation, engine::Change change);
    /// The same for what a program worked out: words stay as doubtful as it says.
    bool editByProgram(const QString& name, const Make& make);
    /// All that `edits` does becomes one step of the history.
    void asOneStep(const QString& name, const std::function<void()>& edits);
    /// An edit that is a step of gesture number `gesture` (not 0): it replaces what the gesture did so far.
    bool gesture(int gesture, const QString& name, const Make& make);
    /// An edit of the whole project: `make` sees only what is stored in it, not what was read from files.
    bool editStored(const QString& name, const Make& make);

    /// Gives the timeline's tracks another layout. @param gesture  0: it is no step of a drag
    void setTrackLayout(const widgets::TrackLayout& layout, const QString& name, int gesture);
    /// Gives a segment of the video in sight a value; without a value the segment loses it.
    using Value = std::variant<double, std::string>;
    void setLabel(const TierName& tier, std::size_t index, const QString& label,
                  const std::optional<Value>& value);
    /// The same with a value as a person typed it; an empty text removes it.
    void typeLabel(const TierName& tier, std::size_t index, const QString& label, const QString& text);
    /// Sets confidence, comment and flag of a segment.
    void remark(const TierName& tier, std::size_t index, const engine::Remarks& remarks);
    /// Sets a value of a labelled segment. @param also  what else belongs to this step; may be empty
    void setLabel(std::size_t segment, const QString& label, const std::optional<Value>& value,
                  const Make& also = {});
    /// Gives a labelled segment what a model predicts: a number, rounded to the label's step, or a term. The
    /// provenance names the annotator, and the model in the place of what was visible. @param also  as above
    void acceptPrediction(std::size_t segment, const QString& label, const Value& value, const QString& model,
                          const Make& also = {});

signals:
    void refused(const QString& reason);
    void told(const QString& text); ///< something that an edit brought along
    void annotatorChanged(const QString& annotator);
    void stepped(); ///< a step of the history was done, undone or done again, and no gesture goes on
    void valueGiven(); ///< by the annotator
    /// The same, with the value.
    void labelGiven(const app::TierName& tier, engine::SegmentId segment, const QString& label,
                    const engine::LabelValue& value);
    /// A step of the history changed this video, which is not in sight.
    /// @param seconds  where in it
    void videoChanged(const QString& video, double seconds);

private:
    /// @return whether it was done  @throws engine::Refused
    bool doPlaced(const QString& name, const Make& make, int step);
    Make lookedAtAndSpread(const Make& make) const;
    double stepInUse(const std::string& label) const;
    double onScale(double value, const engine::NumberScale& scale, const std::string& label) const;
    void giveValue(const TierName& tier, std::size_t index, const QString& label,
                   const std::optional<Value>& value, const std::string& visible, const Make& also = {});
    void refuseLocked(const engine::Annotation& annotation, const engine::Change& change) const;
    void push(const QString& name, const engine::Change& done, const engine::Change& tiers, int gesture);
    void showWhatChanged(int index);

    Document& m_document;
    SegmentEdits m_segments;
    AnswerLocks m_answerLocks;
    QUndoStack m_history;
    KeptHistory m_kept{m_history};
    QString m_annotator;
    bool m_isConfirmed = false; ///< that it is they
    NameQuestion m_nameQuestion; ///< none: nobody is there to be asked
    double m_videoEnd = 0.0;
    int m_index = 0; ///< place in the history after the last step
    bool m_isPushing = false;
    int m_gesture = 0; ///< number of the gesture that goes on
    int m_together = 0; ///< number of what becomes one step; 0: each edit is one
    int m_lastTogether = 0; ///< number of the last group of edits that is one step; negative, since those of
                            ///< gestures are positive
    QString m_togetherName;
    engine::Change m_done; ///< what this gesture has changed so far
};

}
