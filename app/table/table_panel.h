#pragma once

#include "app/document/document.h"

#include <QWidget>

class QTabBar;

namespace widgets {
class SegmentTable;

}

namespace app {

class Editor;
class Player;

/// The Table dock: any tier of the video in sight, edited as on the timeline.
class TablePanel : public QWidget {
    Q_OBJECT
public:
    explicit TablePanel(Document& document, Editor& editor, Player& player, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    TierName tier() const;
    void showTiers();
    QStringList cellsOf(const engine::Tier& tier, const engine::Segment& segment) const;
    void connectTable();
    void showRows();
    void showPosition();
    void editTime(std::size_t row, bool atEnd, const QString& text);
    void editLabel(std::size_t row, const QString& label, const QString& text);

    Document& m_document;
    Editor& m_editor;
    Player& m_player;
    QTabBar* m_tiers;
    widgets::SegmentTable* m_table;
};

}
