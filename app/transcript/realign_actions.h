#pragma once

#include "app/document/document.h"
#include "app/tasks/task.h"
#include "app/transcript/aligner.h"
#include "engine/annotation/aligned_words.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace app {

class Actions;
class Editor;
class Tasks;
class Player;
class TimelinePanel;
class TranscriptTab;

/// Finds in the sound when words are said: those of a stretch at once, by a program that stays loaded; all
/// words without times as a task. Each is one step of the history.
class RealignActions : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with the programs
    RealignActions(Document& document, Editor& editor, Player& player, Tasks& tasks, const QString& programs,
                   const Actions& actions, TimelinePanel& timeline, TranscriptTab& tab);

    Aligner& aligner() { return m_aligner; }
    bool isIdle() const { return m_asked.empty(); } ///< whether every stretch was answered

private:
    /// What was asked for, to compare with when the answer comes.
    struct Asked {
        QString video;
        engine::WordStretch stretch;
    };

    void realignStretch();
    void alignUntimed();
    bool isLikely() const;
    void prepare();
    std::optional<engine::Interval> wishedSpan() const;
    std::vector<engine::SegmentId> chosenWords() const;
    void keepChosen(const std::vector<engine::WordStretch>& stretches);
    engine::WordStretch wishedStretch(const engine::Interval& span) const;
    /// The question about stretches of the video in sight. @return absent, and a message was sent: it cannot
    /// be asked
    std::optional<engine::StretchWish> wishFor(const std::vector<engine::WordStretch>& stretches);
    void place(const QString& video, const std::vector<engine::WordStretch>& stretches,
               const std::vector<engine::StretchTimes>& times);

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    Task m_aligning;
    QString m_programs;
    TimelinePanel& m_timeline;
    TranscriptTab& m_tab;
    Aligner m_aligner;
    QTimer m_rest; ///< after the last edit, before what is selected is prepared
    engine::StretchWish m_prepared; ///< and not to be prepared again
    std::map<quint64, Asked> m_asked;
};

}
