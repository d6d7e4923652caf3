#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <utility>
#include <vector>

namespace widgets {
class TimelineView;
}

namespace app {

class Document;

/// Keeps in the project how far the timeline's tracks are scrolled, for each video: it is so again when the
/// video is opened again. A video that nobody scrolled is shown as the one before it.
class KeptScroll : public QObject {
    Q_OBJECT
public:
    KeptScroll(Document& document, widgets::TimelineView& view, QObject* parent);

private:
    void read();
    void restore();
    void remember();
    void note();

    Document& m_document;
    widgets::TimelineView& m_view;
    std::vector<std::pair<QString, int>> m_scrolled; ///< video and pixels, the one scrolled last at the end
    QTimer m_delay; ///< a turn of the wheel is many steps
    bool m_isRestoring = false;
};

}
