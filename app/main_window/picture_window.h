#pragma once

#include <QWidget>

namespace widgets {
class VideoSurface;
}

namespace app {

/// The picture in a window of its own, or on the whole screen: shows what the main window's surface shows.
class PictureWindow : public QWidget {
    Q_OBJECT
public:
    /// @param actions  whose keys work in this window, too
    PictureWindow(const widgets::VideoSurface& shown, const QList<QAction*>& actions, QWidget* mainWindow);

    /// Shows it as a window among others, or hides it.
    void setInWindow(bool inWindow);
    bool isInWindow() const { return m_inWindow; }
    /// Fills the screen, or makes it what it was before: a window, or hidden.
    void setFullScreen(bool full);
    /// Qt keeps the state of a hidden window, so both are asked.
    bool fillsScreen() const { return isVisible() && isFullScreen(); }

signals:
    void inWindowChanged(bool inWindow); ///< by the person, or by setInWindow
    void clicked();

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
