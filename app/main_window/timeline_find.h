#pragma once

#include "app/main_window/video_search.h"

#include <QObject>
#include <QTimer>

namespace widgets {
class FindBar;
class OverviewStrip;
class WordsTrack;
}

namespace app {

class Actions;
class Session;
class TimelinePanel;

/// Finds words and labels of the video in sight: marks all hits, goes from one to the next.
class TimelineFind : public QObject {
    Q_OBJECT
public:
    TimelineFind(Session& session, const Actions& actions, TimelinePanel& panel, widgets::FindBar& bar,
                 widgets::OverviewStrip& overview, widgets::WordsTrack& words);

private:
    void search();
    void showHits();
    void walk(int step);
    void close();

    Session& m_session;
    TimelinePanel& m_panel;
    widgets::FindBar& m_bar;
    widgets::OverviewStrip& m_overview;
    widgets::WordsTrack& m_words;
    QTimer m_again; ///< the document changed; many changes are one search
    std::vector<Hit> m_hits;
    std::optional<std::size_t> m_current;
};

}
