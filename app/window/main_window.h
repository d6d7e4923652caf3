#pragma once

#include "app/actions/command.h"
#include "app/settings/settings.h"

#include <QMainWindow>

#include <functional>

namespace widgets {
class LibraryPanel;
class RatingBar;
class SuspectQueue;

}

namespace app {

class Actions;
class DatasetRoom;
class Docks;
class ExchangeActions;
class LiveRoom;
class MessageList;
class NearestPanel;
class ShownNotices;
struct Notice;
class OpenActions;
class PanelHeight;
class ProjectActions;
class Review;
class ReviewSources;
class Session;
class SidePanels;
class SoundActions;
class Stage;
class StartPage;
class StatusLine;
class TimelinePanel;
class TrainingActions;

/// Puts the panels together, gives each what it needs of the session, and connects them.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// @param commands  of all features
    MainWindow(Session& session, std::span<const CommandTable> commands, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openPaths(const QStringList& paths); ///< and remembers them as recent
    /// Restores the size and the docks of the last time. To be called before the window is shown.
    void restoreLayout();
    bool showTab(const QString& name);
    void setPreset(const QString& name); ///< `explore`, `align`, …: decides which panels are in front and
                                         ///< what tracks show
    void startTour(); ///< a first look around
    bool isStartPageShown() const; ///< whether nothing is open yet
    void setThemeChoice(ThemeChoice choice); ///< for this window, until the person chooses another theme
    /// Begins the first pass of an annotator, or resumes it, as soon as a video is open.
    void reviewWhenOpen(const QString& annotator);
    /// Whether everything in sight is drawn in its final form.
    bool isSettled() const;

signals:
    void dataOpened(); ///< something is open for the first time
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
    void connectExtraction();
    void connectDataset();
    void leaveDataset(); ///< leaves the mode Dataset, so that the timeline is in sight
    void connectSuspects();
    void connectLearning();
    void connectTraining();
    void connectExperiments();
    void on(const char* action, const std::function<void()>& work);
    void addMessage(const Notice& notice);
    void showSettings();
    void setTrustsFiles(bool trusts); ///< whether files are examined without limits on time and memory

    Session& m_session;
    Settings m_settings;
    Actions* m_actions;
    StatusLine* m_status;
    widgets::LibraryPanel* m_library;
    Stage* m_stage;
    ReviewSources* m_reviewSources;
    Review* m_review;
    SidePanels* m_panels;
    TimelinePanel* m_timeline;
    MessageList* m_messages;
    ShownNotices* m_notices = nullptr;
    ProjectActions* m_project;
    OpenActions* m_open;
    SoundActions* m_sound;
    Docks* m_docks;
    StartPage* m_start = nullptr;
    PanelHeight* m_panelHeight;
    ExchangeActions* m_exchange = nullptr;
    LiveRoom* m_live = nullptr;
    DatasetRoom* m_dataset = nullptr;
    NearestPanel* m_nearest = nullptr;
    TrainingActions* m_training = nullptr;
    widgets::RatingBar* m_ratingBar = nullptr;
    widgets::SuspectQueue* m_suspects = nullptr;
    bool m_shown = false;
    bool m_layoutRestored = false;
    bool m_mayClose = false; ///< all edits are on the disk, or the person gave them up
};

}
