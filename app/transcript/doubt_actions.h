#pragma once

#include "app/document/document.h"

#include <QObject>

#include <optional>
#include <vector>

namespace widgets {
class TranscriptPanel;

}

namespace app {

class Actions;
class Editor;
class Player;
class TimelinePanel;
class TranscriptTab;

/// Walks through the doubtful words, by keys and in their list, and accepts words as they are.
class DoubtActions : public QObject {
    Q_OBJECT
public:
    DoubtActions(Document& document, Editor& editor, Player& player, const Actions& actions,
                 TimelinePanel& timeline, TranscriptTab& tab);

private:
    void connectPanel(const Actions& actions);
    void step(bool forward);
    void goTo(std::size_t word);
    void acceptSelected();
    bool accept(std::vector<engine::SegmentId> ids);
    void reject(const std::vector<std::size_t>& words);
    void goOn(std::size_t place);
    std::vector<engine::SegmentId> idsOf(const std::vector<std::size_t>& words) const;
    std::optional<std::size_t> nextDoubtful(bool forward) const;
    std::optional<std::size_t> doubtfulFrom(std::size_t place, bool forward) const;

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    TimelinePanel& m_timeline;
    TranscriptTab& m_tab;
};

}
