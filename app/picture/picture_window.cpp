#include "app/picture/picture_window.h"

#include "widgets/player/video_surface.h"

#include <QAction>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace app {

PictureWindow::PictureWindow(const widgets::VideoSurface& shown, const QList<QAction*>& actions,
                             QWidget* mainWindow)
    : QWidget(mainWindow, Qt::Window)
    , m_shown(shown)
    , m_surface(new widgets::VideoSurface(this))
{
    setObjectName(QStringLiteral("pictureWindow"));
    setWindowTitle(tr("Picture – Polylogue"));
    addActions(actions);
    m_surface->setObjectName(QStringLiteral("secondVideo"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_surface);
    resize(fontMetrics().height() * 45, fontMetrics().height() * 26);
    connect(&shown, &widgets::VideoSurface::contentChanged, this, [this] {
        if (isVisible())
            m_surface->setContent(m_shown.content());
    });
    connect(m_surface, &widgets::VideoSurface::clicked, this, &PictureWindow::clicked);
    connect(m_surface, &widgets::VideoSurface::faceMenuWished, this, &PictureWindow::faceMenuWished);
    connect(m_surface, &widgets::VideoSurface::doubleClicked, this,
            [this] { setFullScreen(!fillsScreen()); });
    mainWindow->installEventFilter(this);
}

void PictureWindow::showEvent(QShowEvent* event)
{
    m_surface->setContent(m_shown.content());
    QWidget::showEvent(event);
}

/// It goes when the main window goes.
bool PictureWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Hide && !event->spontaneous()) {
        setInWindow(false);
        hide();
    }
    return QWidget::eventFilter(watched, event);
}

void PictureWindow::setInWindow(bool inWindow)
{
    if (m_inWindow == inWindow)
        return;
    m_inWindow = inWindow;
    if (!inWindow)
        hide();
    if (inWindow && !fillsScreen())
        showNormal();
    emit inWindowChanged(inWindow);
}

void PictureWindow::setFullScreen(bool full)
{
    if (full)
        showFullScreen();
    else if (m_inWindow)
        showNormal();
    else
        hide();
    if (full)
        activateWindow();
}

void PictureWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (fillsScreen())
        setFullScreen(false);
    else
        setInWindow(false);
}

void PictureWindow::closeEvent(QCloseEvent* event)
{
    setInWindow(false);
    QWidget::closeEvent(event);
}

}
