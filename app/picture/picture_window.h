#pragma once

#include <QWidget>

namespace widgets {
class VideoSurface;

}

namespace app {

/// The picture in a window of its own, or on the full screen. It shows the same as the main window's surface.
class PictureWindow : public QWidget {
    Q_OBJECT
public:
    /// @param actions  their keys also work in this window
    PictureWindow(const widgets::VideoSurface& shown, const QList<QAction*>& actions, QWidget* mainWindow);

    /// Shows it as a window among others, or hides it.
    void setInWindow(bool inWindow);
    bool isInWindow() const { return m_inWindow; }
    /// Fills the screen, or returns to the state before: a window, or hidden.
    void setFullScreen(bool full);
    /// Checks visibility too, since Qt keeps the full-screen state of a hidden window.
    bool fillsScreen() const { return isVisible() && isFullScreen(); }

signals:
    void inWindowChanged(bool inWindow); ///< by the person, or by setInWindow
    void clicked();
    void faceMenuWished(std::size_t person, QPoint where);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const widgets::VideoSurface& m_shown;
    widgets::VideoSurface* m_surface;
    bool m_inWindow = false;
};

}
