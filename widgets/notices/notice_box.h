#pragma once

#include "widgets/notices/notice_stack.h"

#include <QFrame>
#include <QTimer>

class QLabel;

namespace widgets {

/// One notice: its text, its actions, a cross, and a hairline at the bottom that runs down with its time.
class NoticeBox : public QFrame {
    Q_OBJECT
public:
    NoticeBox(const QString& text, const QList<NoticeAction>& actions, int seconds, QWidget* parent);

    QString text() const;
    void beginAnew();
    /// The size that it needs when it is at most this wide; the text goes over several lines.
    QSize sizeWithin(int widest) const;

signals:
    void over(); ///< the time of the box is over, or a person has closed it or done what it offers

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QLabel* m_text;
    QTimer m_clock;
    int m_total; ///< milliseconds
    int m_left;
};

}
