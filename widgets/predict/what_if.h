#pragma once

#include <QPointer>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace widgets {

/// A table of what changed the model's answer: a line each, with the answer before, the answer now and the
/// difference. A double click names a line. Without a change it says how to make one.
class WhatIf : public QWidget {
    Q_OBJECT
public:
    struct Change {
        QString name; ///< `words as edited`
        double before = 0.0;
        double now = 0.0; ///< NaN: not known yet, or never
        QString whatItIs = {}; ///< where a person gave it the name; empty: the name says it
        int trial = -1; ///< number of the trial, which can be named; −1: it is an edit
    };
    explicit WhatIf(QWidget* parent = nullptr);

    /// @param low  where the scale of the answers begins
    void setChanges(const std::vector<Change>& changes, double low);
    /// Lets a person type the name of a trial, as a double click on it does.
    void editName(int trial);
    void setSeesWords(bool sees); ///< the model sees words, whose edges can be dragged
    void setCanTry(bool canTry); ///< there is a segment whose input can be tried otherwise

signals:
    void nameWished(int trial, const QString& name); ///< empty: what it is
    void menuWished(QMenu& menu); ///< what can be tried is about to be offered

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void editLine(std::size_t line);
    void takeName();
    void endEditing();
    QLabel* addCell(int row, int column, bool isHead);

    QGridLayout* m_grid;
    QLabel* m_hint;
    QPushButton* m_try;
    std::vector<Change> m_changes;
    QPointer<QLineEdit> m_editor; ///< of a name, while one is typed
    std::size_t m_edited = 0; ///< the line whose name is typed
    std::vector<std::vector<QLabel*>> m_rows; ///< the heads first; rows that are not needed are hidden
};

}
