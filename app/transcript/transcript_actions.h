#pragma once

#include "app/document/document.h"

#include <QObject>

#include <optional>

namespace widgets {
class TranscriptPanel;
class TranscriptText;

}

namespace app {

class Actions;
class Editor;
class Player;
class TimelinePanel;
class TranscriptTab;

/// Joins the running text with timeline and player: words are selected, sought and played in both, and keys
/// lead to words without times and give them some.
class TranscriptActions : public QObject {
    Q_OBJECT
public:
    TranscriptActions(Document& document, Editor& editor, Player& player, const Actions& actions,
                      TimelinePanel& timeline, TranscriptTab& tab);

    /// Plays from the playhead, with the caret behind what was said before it.
    void typeWhilePlaying();

private:
    void connectText();
    void connectSelection();
    void play(std::size_t word);
    void select(std::size_t first, std::size_t last);
    void showSelected(const std::vector<std::size_t>& words);
    void goToNextUntimed();
    void beginWord();
    void takeTimes();
    std::optional<std::size_t> nextUntimed() const;

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    TimelinePanel& m_timeline;
    widgets::TranscriptPanel& m_panel;
    widgets::TranscriptText& m_text;
    bool m_hasSelectedSpan = false; ///< the selected span of time is that of words selected here
};

}
