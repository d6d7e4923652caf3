#include "app/cameras/camera_menu.h"

#include "app/cameras/cameras.h"
#include "app/cameras/offset_dialog.h"
#include "app/notices/notices.h"

#include <algorithm>

namespace app {

CameraMenu::CameraMenu(Cameras& cameras, const Notices& notices, QWidget* parent)
    : QMenu(parent)
    , m_cameras(cameras)
    , m_notices(notices)
{
    setObjectName(QStringLiteral("cameraMenu"));
    menuAction()->setToolTip(tr("Which cameras are to be seen (V: the next)"));
    connect(&cameras, &Cameras::changed, this, &CameraMenu::fill);
    fill();
}

QString CameraMenu::nameOf(int camera) const
{
    return camera == Cameras::kAll ? tr("All cameras") : tr("Camera %1").arg(camera + 1);
}

void CameraMenu::fill()
{
    clear();
    const int count = static_cast<int>(m_cameras.others().size());
    const auto addChoice = [&](int camera, const QString& text) {
        QAction* action = addAction(text);
        action->setCheckable(true);
        action->setChecked(m_cameras.shown() == camera);
        connect(action, &QAction::triggered, this, [this, camera] { m_cameras.show(camera); });
    };
    addChoice(0, tr("Camera &1"));
    for (int other = 1; other <= count; ++other) {
        const Camera& camera = m_cameras.others()[static_cast<std::size_t>(other - 1)];
        addChoice(
            other,
            tr("Camera &%1: %2").arg(other + 1).arg(QString::fromStdString(camera.file.filename().string())));
    }
    addChoice(Cameras::kAll, tr("&All, side by side"));
    addSeparator();
    for (int other = 1; other <= count; ++other) {
        const auto index = static_cast<std::size_t>(other - 1);
        connect(addAction(tr("Offset of camera %1…").arg(other + 1)), &QAction::triggered, this,
                [this, index] { editOffset(index); });
        if (m_cameras.others()[index].isAdded)
            connect(addAction(tr("Remove camera %1").arg(other + 1)), &QAction::triggered, this,
                    [this, index] { m_cameras.remove(index); });
    }
    menuAction()->setVisible(count > 0);
    const QString title = nameOf(m_cameras.shown());
    setTitle(title);
    menuAction()->setIconText(title);
    if (m_dialog) {
        const auto edited = m_dialog->property("camera").toString().toStdString();
        const auto there = std::ranges::find(m_cameras.others(), edited, &Camera::key);
        if (there == m_cameras.others().end())
            m_dialog->close();
        else
            m_dialog->setOffset(there->offset);
    }
}

void CameraMenu::editOffset()
{
    if (m_cameras.others().empty()) {
        m_notices.say(tr("This video has one camera only; add another first (menu Play)."));
        return;
    }
    editOffset(static_cast<std::size_t>(std::max(1, m_cameras.shown()) - 1));
}

void CameraMenu::editOffset(std::size_t other)
{
    if (!m_cameras.isShown(static_cast<int>(other) + 1))
        m_cameras.show(Cameras::kAll);
    if (m_dialog)
        m_dialog->close();
    const Camera camera = m_cameras.others()[other];
    m_dialog = new OffsetDialog(QString::fromStdString(camera.file.filename().string()), camera.offset,
                                m_cameras.frameLength(other), parentWidget()->window());
    m_dialog->setProperty("camera", QString::fromStdString(camera.key));
    --m_gesture;
    connect(m_dialog, &OffsetDialog::offsetEdited, this, [this, key = camera.key](double seconds) {
        const auto now = std::ranges::find(m_cameras.others(), key, &Camera::key);
        if (now == m_cameras.others().end())
            return;
        const auto index = static_cast<std::size_t>(now - m_cameras.others().begin());
        m_cameras.setOffset(index, seconds, m_gesture);
        m_dialog->setFrame(m_cameras.frameLength(index)); // it may not have been known
    });
    m_dialog->show();
}

}
