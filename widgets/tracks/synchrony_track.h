#pragma once

#include "widgets/tracks/synchrony_map.h"

#include <QStringList>

namespace widgets {

/// How two people go together: a map of correlations, time × lag, where the upper half says that the first
/// person comes first, and under it the largest of each moment beside chance. A part is a row of the map.
class SynchronyTrack : public Track {
    Q_OBJECT
public:
    using Track::Track;

    void setContent(SynchronyContent content);
    const SynchronyContent& content() const { return m_content; }
    /// @param offered  in the menu: names that end with that of the content, `visual:smile` for `smile`
    void setSignals(const QStringList& offered);

    QString title() const override { return tr("Synchrony"); }
    QString subtitle() const override;
    QString headTip() const override;
    QColor colour(const Theme& theme) const override { return theme.accent; }
    int minimumHeight() const override { return 92; }
    int stretch() const override { return 2; }
    void paint(TrackCanvas& canvas) const override;
    bool followsPointer() const override { return true; }
    void fillDisplayMenu(QMenu& menu) override;
    std::size_t partCount() const override { return m_content.rows(); }
    Part part(std::size_t row) const override;
    std::optional<std::size_t> partAt(QPointF position, const TimeScale& scale) const override;
    bool press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers) override;

    QRectF mapRoom(QSize size) const; ///< in a track of this size, in pixels
    QRectF stripRoom(QSize size) const; ///< of the largest r, from 0 below to 1 above
    /// What lies at this place: `45.2 s · lag +0.6 s · r .52 · q .010`; empty where there is nothing.
    QString textAt(QPointF position, int height, const TimeScale& scale) const;

signals:
    /// A moment was clicked. @param start, end  of its window. @param lag  seconds: under the mouse in the
    /// map, the best one in the strip
    void rowChosen(double start, double end, double lag);
    void signalWished(const QString& signal);
    void windowWished(double seconds);
    void chanceWished(engine::SurrogateKind kind);

private:
    double lagAt(QPointF position, std::size_t row, int height) const;
    void paintStrip(TrackCanvas& canvas, const QRectF& room) const;
    void paintTexts(TrackCanvas& canvas, const QRectF& room) const;
    void paintNothing(TrackCanvas& canvas) const;

    SynchronyContent m_content;
    QStringList m_signals;
    mutable SynchronyMap m_map; ///< makes its picture when it is first painted
};

}
