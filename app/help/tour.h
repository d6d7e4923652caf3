#pragma once

#include <QPointer>
#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace app {

/// A first look around: a few places of the window, each lit with a sentence beside it. Lies over the window;
/// Esc or a click beside it ends it.
///
/// As long as it is there, all keys of the window are its own: Enter, Space, → and ↓ go on, ← and ↑ go back,
/// and no shortcut of the window acts. Then the keyboard goes back to where it was.
class Tour : public QWidget {
    Q_OBJECT
public:
    struct Stop {
        QPointer<QWidget> place;
        QString title;
        QString text;
    };
    Tour(std::vector<Stop> stops, QWidget* window);

    std::size_t current() const { return m_current; }

signals:
    void ended();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(std::size_t stop);
    void place();
    void go(int step);
    void end();
    void take(const QKeyEvent& key);
    QRect lit() const; ///< in this widget

    std::vector<Stop> m_stops;
    std::size_t m_current = 0;
    QPointer<QWidget> m_focusBefore;
    QWidget* m_note;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_count;
    QPushButton* m_back;
    QPushButton* m_next;
};

}
