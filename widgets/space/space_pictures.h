#pragma once

#include "widgets/space/space_renderer.h"
#include "widgets/space/space_thinning.h"

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QTimer>

#include <optional>

namespace widgets {

/// The pictures of a view: which one it has, which one is on its way, and how good the next one shall be. One
/// is asked for at a time; while things move it is quick to draw, at rest it is fine.
class SpacePictures : public QObject {
    Q_OBJECT
public:
    explicit SpacePictures(QObject* parent);

    /// Sets how well a picture is drawn. @param drawing  with one pixel per pixel of the screen
    SpaceDrawing settled(SpaceDrawing drawing) const;
    /// Asks for a picture, unless it is there or one is on its way. @param drawing  as settled() gives it
    void want(const SpaceDrawing& drawing);
    void move() { m_fine = false; } ///< something moves
    /// @return false when nobody waits for this picture.
    bool set(const QImage& image, const SpaceDrawing& drawing);
    void forget(bool shownToo); ///< what was asked for will not come; or all pictures are gone
    bool isAsking() const { return m_asked.has_value(); }
    bool isFinal(const SpaceDrawing& drawing) const { return !m_asked && m_fine && m_shown == drawing; }

    const QImage& image() const { return m_image; }
    const SpaceDrawing& shown() const { return m_shown; } ///< what the image is of

signals:
    void wanted(const widgets::SpaceDrawing& drawing);
    void rested(); ///< nothing has moved for a moment: the next picture is drawn finer

private:
    QImage m_image;
    SpaceDrawing m_shown;
    std::optional<SpaceDrawing> m_asked; ///< what has not come yet
    QElapsedTimer m_since; ///< since the picture was asked for
    SpaceThinning m_thinning;
    bool m_fine = false;
    QTimer m_still;
};

}
