#pragma once

#include "app/suspects/suspect_list.h"
#include "app/suspects/suspect_search.h"
#include "app/tasks/task.h"

#include <QObject>

#include <optional>

namespace widgets {
class SuspectCard;
class SuspectQueue;
class TimelineView;
class WorkKeys;
}

namespace app {

class Actions;
class Document;
class Editor;
class FoundSuspects;
class Project;
class ProjectMoments;
class Review;
class ReviewSources;
class SuspectAnswers;
class SuspectPictures;
class SuspectTracks;
class VideoOpener;

/// Suspicious labels in the window: the search, its queue, the one in hand with what speaks for and against
/// it, and what becomes of what a person says.
class SuspectActions : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Editor& editor;
        VideoOpener& videos;
        const Project& project;
        const ProjectMoments& moments;
        Review& review;
        ReviewSources& sources;
        Tasks& tasks;
        QString programs; ///< the folder with `polylogue-models`
        widgets::SuspectQueue& queue;
        widgets::TimelineView& timeline;
    };
    SuspectActions(const Parts& parts, const Actions& actions, QWidget* window);

    SuspectSearch& search() { return *m_search; }
    widgets::SuspectCard& card() { return *m_card; } ///< for the window to show beside the queue
    /// Whether the queue is in sight: keys answer, and the timeline shows what speaks for and against.
    void setOpen(bool open);
    /// The labelled segment that a person clicked in the timeline: digits are its own, unless it is the one
    /// in the queue. @param span  absent: none is in hand
    void setClicked(std::optional<engine::Interval> span);

signals:
    void openWished(); ///< the queue is to be in sight
    void closeWished();
    void reviewWished(); ///< a pass has begun

private:
    void connectQueue();
    void connectCard();
    widgets::WorkKeys* makeKeys();
    void follow(); ///< project and dataset
    void searchAsWished();
    void lookForSuspects();
    void lookThroughClasses(const std::string& label);
    void showList();
    /// What people said has changed. A verdict that was undone is asked for again: its segment is in hand.
    void takeVerdicts();
    void showState();
    void showCurrent();
    void showPictures();
    QString whyNot() const; ///< why nothing may be shown; empty: it may
    const engine::Suspect* current() const;
    void choose(std::size_t row);
    void open(const engine::Suspect& suspect);
    void openNeighbour(std::size_t place);
    void goToNext();
    /// @param value  with `Corrected`
    void answer(Verdict verdict, double value = 0.0);
    void review();

    Parts m_parts;
    Task m_gathering; ///< of labels
    FoundSuspects* m_found;
    SuspectAnswers* m_answers;
    SuspectSearch* m_search;
    SuspectTracks* m_tracks;
    widgets::SuspectCard* m_card;
    widgets::WorkKeys* m_keys;
    SuspectPictures* m_pictures;
    std::map<std::string, SuspectVerdict> m_verdicts;
    SuspectList m_list;
    SuspectGroup m_group = SuspectGroup::All;
    SuspectOrder m_order = SuspectOrder::Suspicion;
    std::string m_current; ///< id; empty: none
    QString m_problem; ///< of the last search; empty: none
    bool m_isOpen = false;
    bool m_isSearchWished = false; ///< by the command, as soon as what is kept has been read
};

}
