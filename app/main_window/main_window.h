#pragma once

#include "app/settings/settings.h"

#include <QMainWindow>

#include <functional>

namespace widgets {
class LibraryPanel;
class RatingBar;
}

namespace app {

class Actions;
class Docks;
class ExchangeActions;
class MessageList;
class OpenActions;
class ProjectActions;
class Review;
class Session;
class SidePanels;
class SoundActions;
class Stage;
class StatusLine;
class TimelinePanel;

/// Puts the panels together, gives each what it needs of the session, and connects them.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Session& session, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openPaths(const QStringList& paths); ///< and remember them as recent
    /// Size and docks as they were when the window was closed last. Before it is shown.
    void restoreLayout();
    bool showTab(const QString& name);
    void setPreset(const QString& name); ///< `explore`, `align`: what is in front, and what tracks tell
    void startTour(); ///< a first look around
    void setThemeChoice(ThemeChoice choice); ///< for this window, until the user chooses another
    /// Begins the first pass of an annotator, or goes on with it, as soon as a video is open.
    void reviewWhenOpen(const QString& annotator);
    /// True when everything in sight is drawn as it will stay.
    bool isSettled() const;

signals:
    void framePainted(); ///< a picture of the video reached the screen

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeDocks();
    void makeMenus();
    void makeActions();
    void connectVideos();
    void connectPanels();
    void connectViews();
    void connectHelp();
    void connectModels();
    void connectEditing();
    void on(const char* action, const std::function<void()>& work);
    void addMessage(const QString& text);
    void showSettings();
    void showAbout();

    Session& m_session;
    Settings m_settings;
    Actions* m_actions;
    StatusLine* m_status;
    widgets::LibraryPanel* m_library;
    Stage* m_stage;
    Review* m_review;
    SidePanels* m_panels;
    TimelinePanel* m_timeline;
    MessageList* m_messages;
    ProjectActions* m_project;
    OpenActions* m_open;
    SoundActions* m_sound;
    Docks* m_docks;
    ExchangeActions* m_exchange = nullptr;
    widgets::RatingBar* m_ratingBar = nullptr;
    bool m_shown = false;
    bool m_layoutRestored = false;
    bool m_mayClose = false; ///< what was edited is safe, or given up
};

}
