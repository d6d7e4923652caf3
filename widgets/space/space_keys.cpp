#include "widgets/space/space_keys.h"

namespace widgets {

namespace {

constexpr double kKeyDegrees = 6.0;

}

bool isSpaceKey(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Plus:
    case Qt::Key_Minus:
    case Qt::Key_Home:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return true;
    default:
        return false;
    }
}

SpaceCamera turnedCamera(const SpaceCamera& camera, double yawDegrees, double pitchDegrees, bool isFlat,
                         QSize view)
{
    return isFlat ? camera.panned(-yawDegrees / kDegreesPerPixel, pitchDegrees / kDegreesPerPixel,
                                  view.width(), view.height())
                  : camera.orbited(yawDegrees, pitchDegrees);
}

std::optional<SpaceCamera> cameraByKey(const SpaceCamera& camera, int key, bool isFlat, QSize view)
{
    switch (key) {
    case Qt::Key_Left:
        return turnedCamera(camera, -kKeyDegrees, 0, isFlat, view);
    case Qt::Key_Right:
        return turnedCamera(camera, kKeyDegrees, 0, isFlat, view);
    case Qt::Key_Up:
        return turnedCamera(camera, 0, kKeyDegrees, isFlat, view);
    case Qt::Key_Down:
        return turnedCamera(camera, 0, -kKeyDegrees, isFlat, view);
    case Qt::Key_Plus:
        return camera.zoomed(kZoomStep, 0, 0, view.width(), view.height());
    case Qt::Key_Minus:
        return camera.zoomed(1 / kZoomStep, 0, 0, view.width(), view.height());
    default:
        return std::nullopt;
    }
}

}
