#pragma once

#include "app/document/row_holder.h"
#include "app/document/segment_in_sight.h"
#include "widgets/inspector/inspector_panel.h"

#include <QObject>

namespace app {

class Editor;

/// Feeds the Inspector: the segment and the word under the playhead.
class InspectorTab : public QObject {
    Q_OBJECT
public:
    InspectorTab(Document& document, Editor& editor, widgets::InspectorPanel& panel);

private:
    void showSegment();
    void showWord();
    std::vector<widgets::InspectorPanel::Label> shownLabels() const;
    std::vector<std::pair<QString, QString>> shownTerms() const;
    std::vector<widgets::InspectorPanel::WordSet> shownWordSets() const;

    SegmentInSight m_segment;
    Document& m_document;
    Editor& m_editor;
    widgets::InspectorPanel& m_panel;
    RowHolder m_rows; ///< of features that stay in their files
};

}
