#pragma once

#include "app/actions/command.h"
#include "app/settings/settings.h"
#include "app/window/bench.h"

#include <QMainWindow>

#include <functional>
#include <span>
#include <vector>

namespace app {

class EntrySwitcher;
class MessageList;
struct Notice;
class PanelHeight;
class ShownNotices;
class StartPage;
class StatusLine;

/// The window without its features: docks, tabs, menus, the picture, the timeline, the status line, the start
/// page, modes and the way out. Features add their parts through the `Bench`; then the window is completed.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// @param commands  of all features
    MainWindow(Session& session, std::span<const CommandTable> commands, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Where features add their parts, before `complete`.
    Bench bench();
    /// Restores what follows from all features: the layout of a first start, what passes hide, the start
    /// page.
    void complete();

    void openPaths(const QStringList& paths) { emit openWished(paths); } ///< and remembers them as recent
    void run(const char* command); ///< `tour`: as if a person chose it
    /// Restores the size and the docks of the last time. To be called before the window is shown.
    void restoreLayout();
    bool showTab(const QString& name);
    void setPreset(const QString& name); ///< `explore`, `align`, …: decides which panels are in front and
                                         ///< what tracks show
    bool isStartPageShown() const; ///< whether nothing is open yet
    void setThemeChoice(ThemeChoice choice); ///< for this window, until the person chooses another theme
    void showModes(bool shown); ///< whether the menu bar offers videos and modes
    /// Begins the first pass of an annotator, or resumes it, as soon as a video is open.
    void reviewWhenOpen(const QString& annotator) { emit reviewWished(annotator); }
    /// Whether everything in sight is drawn in its final form.
    bool isSettled() const;

    /// While the session ends, nobody is asked when the window closes: work that goes on is given up.
    void setSessionEnds(bool ends) { m_sessionEnds = ends; }
    /// A part that is drawn in its final form once this says so.
    void addSettled(std::function<bool()> isSettled);
    /// A part that may refuse that the window closes.
    void addCloseGuard(std::function<bool()> mayClose);
    /// A part that lies over docks: it goes before they do.
    void addFirstToGo(QObject* part) { m_firstToGo.push_back(part); }
    /// Who calls `then` as soon as the window may close: everything that was edited is on the disk, or given
    /// up.
    using WhenClosable = std::function<void(const std::function<void()>& then)>;
    void setWhenClosable(WhenClosable whenClosable) { m_whenClosable = std::move(whenClosable); }

signals:
    void dataOpened(); ///< something is open for the first time
    void framePainted(); ///< a picture of the video reached the screen
    void openWished(const QStringList& paths);
    void opening(const QString& entry); ///< of `Settings::recent`: features emit it
    void filesDropped(const QStringList& paths);
    void reviewWished(const QString& annotator);
    void modeShown(const QString& mode); ///< a preset
    void modeChosen(const QString& mode); ///< by a person
    void layoutRestored(); ///< docks are as they were when the window was closed last
    void wheelsChosen(); ///< other emotion wheels, in the settings
    void closing(); ///< a person wishes to close; what is being typed becomes an edit

protected:
    void showEvent(QShowEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeDocks();
    void makeLastDocks();
    void makeMenus();
    void connectCommands();
    void connectVideos();
    void makeStartPage();
    void addMessage(const Notice& notice);
    void showSettings();
    void setTrustsFiles(bool trusts); ///< whether files are examined without limits on time and memory

    Session& m_session;
    Settings m_settings;
    Actions* m_actions;
    StatusLine* m_status;
    widgets::LibraryPanel* m_library;
    Stage* m_stage;
    Tabs* m_tabs;
    TimelinePanel* m_timeline;
    MessageList* m_messages;
    ShownNotices* m_notices = nullptr;
    Docks* m_docks;
    Menus* m_menus = nullptr;
    EntrySwitcher* m_switcher = nullptr;
    StartPage* m_start = nullptr;
    PanelHeight* m_panelHeight;
    QString m_mode; ///< the preset
    std::vector<std::function<bool()>> m_settled;
    std::vector<std::function<bool()>> m_closeGuards;
    std::vector<QObject*> m_firstToGo;
    WhenClosable m_whenClosable;
    bool m_shown = false;
    bool m_layoutRestored = false;
    bool m_sessionEnds = false;
    bool m_mayClose = false; ///< all edits are on the disk, or the person gave them up
};

}
