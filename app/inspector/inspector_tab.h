#pragma once

#include "app/prediction/segment_in_sight.h"
#include "widgets/inspector/inspector_panel.h"

#include <QObject>

namespace app {

class Editor;
class Player;

/// Feeds the Inspector: the segment and the word under the playhead.
class InspectorTab : public QObject {
    Q_OBJECT
public:
    InspectorTab(const SegmentInSight& segment, Document& document, Editor& editor, Player& player,
                 widgets::InspectorPanel& panel);

    void showSegment();
    void showWord();

private:
    void followWord(double seconds);
    std::vector<widgets::InspectorPanel::Label> shownLabels() const;

    const SegmentInSight& m_segment;
    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    widgets::InspectorPanel& m_panel;
    std::optional<std::size_t> m_word;
};

}
