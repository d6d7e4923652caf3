#pragma once

#include "engine/core/interval.h"

#include <QImage>
#include <QObject>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <deque>
#include <functional>

namespace app {

class Document;
class TimelinePanel;

/// A part of the timeline that is to be painted.
struct PageWish {
    QString video; ///< that must be in sight
    engine::Interval span; ///< seconds
    QSizeF size; ///< units
    double scale = 1.0; ///< pixels for a unit
    QStringList tracks; ///< object names
    bool isDark = true;
};

/// Paints parts of the timeline that need not be in sight, one after the other, each once everything in it
/// has been read. Lives on the GUI thread; each painting takes about as long as one of the window.
class PagePainter : public QObject {
    Q_OBJECT
public:
    PagePainter(const Document& document, const TimelinePanel& timeline, QObject* parent = nullptr);

    /// @param page  null: it was not painted. @param failure  why; empty where it was
    using Painted = std::function<void(const QImage& page, const QString& failure)>;
    /// The pages come in the order of the wishes, later.
    void paint(const PageWish& wish, Painted painted);

private:
    struct Waiting {
        PageWish wish;
        Painted painted;
    };
    void look();
    QImage painted(const PageWish& wish) const;
    void answer(QImage page, const QString& failure);

    const Document& m_document;
    const TimelinePanel& m_timeline;
    std::deque<Waiting> m_waiting;
    QImage m_page; ///< the first wish, as it was painted last
    bool m_wasComplete = false; ///< when it was painted
    int m_looks = 0; ///< since it was painted
    int m_allLooks = 0; ///< of the first wish
    QTimer m_timer;
};

}
