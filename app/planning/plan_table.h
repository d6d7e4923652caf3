#pragma once

#include "engine/raters/study_design.h"

#include <QTableWidget>

namespace app {

/// α's half width over the cost, people of a segment upwards, segments to the right. What reaches the wish
/// has a tick and is filled; the cheapest of these has a frame and a star.
class PlanTable : public QTableWidget {
    Q_OBJECT
public:
    explicit PlanTable(QWidget* parent = nullptr);

    /// Shows rows, of which those with one rater have no cell, and chooses the cheapest that reaches
    /// `halfWidth`, else the one that comes nearest. Emits chosen() where something is chosen.
    void setDesign(const std::vector<engine::DesignRow>& rows, double halfWidth);
    const engine::DesignRow* chosenRow() const; ///< null: none
    bool isReached() const { return m_cheapest != nullptr; } ///< by any row
    static bool reaches(const engine::DesignRow& row, double halfWidth);

signals:
    void chosen();

private:
    void showCell(const engine::DesignRow& row, double halfWidth);

    std::vector<engine::DesignRow> m_rows;
    std::vector<std::size_t> m_units; ///< of the columns
    std::size_t m_most = 0; ///< raters of the first line
    const engine::DesignRow* m_cheapest = nullptr;
};

/// What the cells of the table mean.
class PlanLegend : public QWidget {
    Q_OBJECT
public:
    explicit PlanLegend(QWidget* parent = nullptr);
    void setHalfWidth(double halfWidth);
};

}
