#include "widgets/space/space_pictures.h"

namespace widgets {

namespace {

constexpr int kStillMs = 120;
constexpr double kFiner = 2.0; // pixels of a fine picture for one of the screen, each way

}

SpacePictures::SpacePictures(QObject* parent) : QObject(parent)
{
    m_still.setSingleShot(true);
    m_still.setInterval(kStillMs);
    connect(&m_still, &QTimer::timeout, this, [this] {
        m_fine = true;
        emit rested();
    });
}

SpaceDrawing SpacePictures::settled(SpaceDrawing drawing) const
{
    if (m_fine)
        drawing.scale *= kFiner;
    else if (drawing.pointSize > 0)
        drawing.most = m_thinning.most(drawing.positions->size());
    return drawing;
}

void SpacePictures::want(const SpaceDrawing& drawing)
{
    if (m_asked || drawing == m_shown)
        return;
    m_asked = drawing;
    m_since.start();
    emit wanted(drawing);
}

bool SpacePictures::set(const QImage& image, const SpaceDrawing& drawing)
{
    if (m_asked != drawing)
        return false;
    m_asked.reset();
    if (!m_fine && !m_image.isNull() && m_shown.positions == drawing.positions) // else it was uploaded, too
        m_thinning.took(static_cast<double>(m_since.nsecsElapsed()) * 1e-6, drawing.drawnPoints());
    m_image = image;
    m_shown = drawing;
    if (!m_fine)
        m_still.start();
    return true;
}

void SpacePictures::forget(bool shownToo)
{
    m_asked.reset();
    if (shownToo)
        m_shown = {};
}

}
