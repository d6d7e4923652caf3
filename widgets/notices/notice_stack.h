#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QRect>
#include <QString>

#include <functional>

namespace widgets {

class NoticeBox;

/// What a person can do about a notice, with one click.
struct NoticeAction {
    QString text;
    std::function<void()> act;
};

/// Short messages that lie over a window for some seconds, the newest at the bottom. They take no focus, stay
/// while the mouse is over them, and go by a click on their cross.
class NoticeStack : public QObject {
    Q_OBJECT
public:
    static constexpr int kMost = 3; ///< at once; the oldest gives way
    static constexpr int kSeconds = 6;

    /// @param host  the window that they lie over
    explicit NoticeStack(QWidget& host);

    /// Shows a notice; one that says the same already begins its time anew.
    void show(const QString& text, const QList<NoticeAction>& actions = {});
    /// Where they lie, in the host's coordinates: at the bottom, in the middle.
    void setArea(const QRect& area);

private:
    void place();

    QWidget& m_host;
    QRect m_area;
    QList<QPointer<NoticeBox>> m_boxes; ///< from the oldest to the newest
};

}
