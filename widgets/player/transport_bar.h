#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QLabel;
class QHBoxLayout;
class QToolButton;

namespace widgets {

/// Buttons for the actions it is given, the position as time and frame, and room for the overview strip.
class TransportBar : public QWidget {
    Q_OBJECT
public:
    explicit TransportBar(QWidget* parent = nullptr);

    void addButton(QAction* action); ///< icon only, the action's tool tip
    void
    addChip(QAction* action); ///< shows the action's text in a frame; checkable ones light up, menus open; as visible as the action
    void addControl(QWidget* control); ///< beside the chips
    void addStretchWidget(QWidget* widget);

    /// @param frame  −1 when there is no picture.
    void setPosition(double seconds, qint64 frame);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void spare(int steps);

    QHBoxLayout* m_layout;
    QLabel* m_time;
    QLabel* m_frame;
    QList<QToolButton*> m_chips;
    QList<QWidget*> m_controls;
    QList<QWidget*> m_stretched;
};

/// `00:01:23.456`
QString timeCode(double seconds);

}
