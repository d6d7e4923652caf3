#pragma once

#include <QMenu>
#include <QPointer>

namespace app {

class Cameras;
class Notices;
class OffsetDialog;

/// The menu of cameras: which are shown, and what can be done with those beside the first. Its title says
/// what is shown.
class CameraMenu : public QMenu {
    Q_OBJECT
public:
    CameraMenu(Cameras& cameras, const Notices& notices, QWidget* parent);

    /// Lets the person set when a camera begins: the one that is shown, or the first of the others.
    void editOffset();

private:
    void fill();
    void editOffset(std::size_t other);
    QString nameOf(int camera) const;

    Cameras& m_cameras;
    const Notices& m_notices;
    QPointer<OffsetDialog> m_dialog;
    /// Number of the dialog that is open: what is done in it is one step. Drags on the timeline count
    /// upwards.
    int m_gesture = 0;
};

}
