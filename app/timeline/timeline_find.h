#pragma once

#include "app/timeline/video_search.h"

#include <QObject>
#include <QTimer>

namespace widgets {
class FindBar;
class OverviewStrip;
class TimelineView;
class WordsTrack;
}

namespace app {

class Actions;
class Document;
class Player;
class TierInHand;

/// Finds words and labels of the video in sight: marks all hits, goes from one to the next.
class TimelineFind : public QObject {
    Q_OBJECT
public:
    TimelineFind(Document& document, Player& player, const Actions& actions, widgets::TimelineView& view,
                 TierInHand& hand, widgets::FindBar& bar, widgets::OverviewStrip& overview,
                 widgets::WordsTrack& words);

private:
    void search();
    void showHits();
    void walk(int step);
    void close();

    Document& m_document;
    Player& m_player;
    widgets::TimelineView& m_view;
    TierInHand& m_hand;
    widgets::FindBar& m_bar;
    widgets::OverviewStrip& m_overview;
    widgets::WordsTrack& m_words;
    QTimer m_again; ///< joins many changes of the document into one search
    std::vector<Hit> m_hits;
    std::optional<std::size_t> m_current;
};

}
