#pragma once

#include "app/settings/settings.h"

#include <QMainWindow>

#include <functional>

class QDockWidget;
class QLabel;
class QListWidget;
class QMenu;

namespace widgets {
class LibraryPanel;
class TranscriptStrip;
class VideoSurface;
}

namespace app {

class Actions;
using TierName = std::string;
class Banner;
class ExchangeActions;
class MessageList;
class Review;
class ReviewActions;
class ProjectActions;
class SegmentJump;
class Session;
class SoundActions;
class SidePanels;
class StatusLine;
class TimelinePanel;

/// Puts the panels together: docks, menus, drop targets. The panels wire themselves to the session.
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
    void resetLayout();
    void startTour(); ///< a first look around
    void setThemeChoice(ThemeChoice choice); ///< for this window, until the user chooses another
    /// True when everything in sight is drawn as it will stay.
    /// Begins the first pass of an annotator, or goes on with it, as soon as a video is open.
    void reviewWhenOpen(const QString& annotator);
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
    void shareOutSpace(); ///< the proportions of a first start
    void makeMenus();
    void makeFileMenu(QMenu* file);
    void makeEditMenu(QMenu* edit);
    void makeViewMenu(QMenu* view);
    void makeThemeMenu(QMenu* themes);
    void fill(QMenu* menu, std::initializer_list<const char*> names);
    void makeEntrySwitcher();
    void connectActions();
    void connectPlaying();
    void connectWalking();
    void connectSession();
    void on(const char* action, const std::function<void()>& work);
    void fillRecent();
    void showSpokenWord(double seconds);
    void addMessage(const QString& text);
    void askForFiles();
    void askForFolder();
    void askForModel();
    void askForAnnotator();
    void connectLabelling();
    void connectReview();
    void connectEditing();
    void connectNudging();
    void onSegment(const char* action, const std::function<void(const TierName&, std::size_t)>& work);
    void insertSegment();
    void nudgeEdge(int frames);
    void askForTime();
    void exportWords();
    void showShortcuts();
    void toggleBesideTimeline(QDockWidget* dock, int characters);
    void showAbout();

    Session& m_session;
    Settings m_settings;
    Actions* m_actions;
    StatusLine* m_status;
    widgets::LibraryPanel* m_library;
    widgets::VideoSurface* m_video;
    widgets::TranscriptStrip* m_transcript;
    Review* m_review;
    SidePanels* m_panels;
    TimelinePanel* m_timeline;
    MessageList* m_messages;
    Banner* m_banner;
    ProjectActions* m_project;
    SoundActions* m_sound;
    SegmentJump* m_jump = nullptr;
    ReviewActions* m_reviewActions = nullptr;
    ExchangeActions* m_exchange = nullptr;
    QDockWidget* m_messagesDock = nullptr;
    QDockWidget* m_historyDock = nullptr;
    QDockWidget* m_tableDock = nullptr;
    QDockWidget* m_statisticsDock = nullptr;
    QDockWidget* m_ratingDock = nullptr;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_panelMenu = nullptr;
    QLabel* m_entryName = nullptr;
    bool m_nudgesEnd = true; ///< which edge the keys , and . move
    QByteArray m_firstLayout; ///< of the docks
    bool m_shown = false;
    bool m_layoutRestored = false;
};

/// Fusion style, our palette and style sheet, for the whole program.
void applyTheme(ThemeChoice choice);

}
