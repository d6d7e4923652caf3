#pragma once

#include <QFrame>

class QHBoxLayout;

namespace widgets {

class ElidedLabel;

/// A surface with a head (name, figures beside it, controls at the right) and what it is about.
class PlotCard : public QFrame {
    Q_OBJECT
public:
    PlotCard(const QString& title, QWidget* content, QWidget* parent = nullptr);

    QWidget* content() const { return m_content; }
    void setTitle(const QString& title); ///< empty: none
    /// `r 0.96 · MAE 0.41`. @param details  its tool tip; empty: the note
    void setNote(const QString& note, const QString& details = {});
    /// Puts a control at the right of the head.
    void addControl(QWidget* control);
    /// Puts a control before the name, or in its place.
    void addFirst(QWidget* control);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_content;
    ElidedLabel* m_title;
    ElidedLabel* m_note;
    QHBoxLayout* m_head;
};

}
