#pragma once

#include "engine/open_words/comparison_figures.h"

#include <QDialog>

class QLabel;
class QTreeWidget;

namespace app {

/// The scores of a comparison's clips, or of the tiers whose texts were compared, with their intervals, to be
/// copied or exported.
class ComparisonScores : public QDialog {
    Q_OBJECT
public:
    ComparisonScores(const engine::ComparisonPass& pass, const engine::ComparisonFigures& figures,
                     QWidget* parent = nullptr);

signals:
    void clipWished(std::size_t clip); ///< to be played
    void exportWished(); ///< the answers as a table

private:
    void addRows(const engine::ComparisonPass& pass, const engine::ComparisonFigures& figures);
    void copyTable();

    QLabel* m_summary;
    QTreeWidget* m_rows;
    QLabel* m_state;
};

}
