#pragma once

#include "app/live/live_session.h"
#include "app/tasks/task.h"

#include <QObject>
#include <QPointer>

class QAction;
class QMainWindow;

namespace widgets {
class LiveView;

}

namespace app {

class Actions;
class Document;
class Tasks;
class LiveDisplay;
struct ModelFile;
class NoteKeeper;
class Player;
class Settings;

/// *Live…*: lies over the docks as long as a live session is wanted; chooses its source and its model, and
/// records.
class LiveRoom : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Document& document;
        Player& player;
        Tasks& tasks;
        Settings& settings;
        QString programs; ///< the folder with the programs
    };
    LiveRoom(const Parts& parts, const Actions& actions, QMainWindow& window);
    ~LiveRoom() override;

    void open(); ///< offers the sources
    bool isOpen() const;
    /// Begins with a file in the place of a camera.
    void playFile(const QString& path);

signals:
    void shown(bool isShown); ///< lies over the window, or no longer
    void openWished(const QStringList& paths); ///< a recording, with what lies beside it
    /// A recording is to become a video of the open dataset, with sequences.
    void videoWished(const QString& file);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeView();
    void connectView();
    void connectSession();
    void close();
    void lieOverWindow();
    void offerSources();
    void playVideo();
    void begin(LiveSource* source, std::vector<engine::Interval> times, const QStringList& words);
    void findModels();
    void takeModels(const std::vector<ModelFile>& files);
    void loadModel(const QString& path);
    void record();
    void keep();
    void chooseTarget();
    QString nextFile(const QString& what) const;
    void listRecordings();
    void openRecording(const QString& file, bool hasAnswers);
    void noteWritten(const QString& file, const QString& error);

    Parts m_parts;
    Task m_finding;
    Task m_listing;
    QAction& m_help;
    QMainWindow& m_window;
    LiveSession* m_session;
    widgets::LiveView* m_view = nullptr; ///< null until it is first opened
    LiveDisplay* m_display = nullptr;
    NoteKeeper* m_notes;
    QPointer<QWidget> m_focusBefore; ///< what has the keyboard again afterwards
    QString m_folder; ///< of recordings; empty: not known yet
    QString m_recorded; ///< the last recording
};

}
