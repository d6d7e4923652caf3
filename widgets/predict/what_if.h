#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace widgets {

/// A table of what changed the model's answer: a line each, with the answer before, the answer now and the
/// difference. Without a change it says how to make one.
class WhatIf : public QWidget {
    Q_OBJECT
public:
    struct Change {
        QString name; ///< `words as edited`
        double before = 0.0;
        double now = 0.0; ///< NaN: not known yet, or never
    };
    explicit WhatIf(QWidget* parent = nullptr);

    /// @param low  where the scale of the answers begins
    void setChanges(const std::vector<Change>& changes, double low);
    void setCanTry(bool canTry); ///< there is a segment whose input can be tried otherwise

signals:
    void menuWished(QMenu& menu); ///< what can be tried is about to be offered

private:
    QLabel* addCell(int row, int column, bool isHead);

    QGridLayout* m_grid;
    QLabel* m_hint;
    QPushButton* m_try;
    std::vector<std::vector<QLabel*>> m_rows; ///< the heads first; rows that are not needed are hidden
};

}
