#pragma once

#include "app/settings/settings.h"

#include <QObject>

#include <filesystem>

class QWidget;

namespace app {

class Actions;
class Document;
class CorpusOffer;
class PickleOffer;
class Tasks;
class Project;
class ProjectActions;
class VideoOpener;

/// The actions that open datasets and projects.
class OpenActions : public QObject {
    Q_OBJECT
public:
    struct Parts {
        const Document& document;
        Project& project;
        ProjectActions& closing; ///< asks before the open project is closed
        VideoOpener& videos;
        Tasks& tasks;
    };
    OpenActions(const Parts& parts, Settings& settings, const Actions& actions, QWidget* window);

    /// Opens these files or folders, and remembers them as recent. Of a pickle, the person is asked whether
    /// its arrays are to be taken out and opened.
    void open(const QStringList& paths);
    /// Opens what was dropped. Sequences beside an open dataset may be added to it: the person is asked.
    void takeDropped(const QStringList& paths);

signals:
    void opening(const QString& entry); ///< of `Settings::recent`

private:
    void openShipped(const std::filesystem::path& folder);
    void askForFiles();
    void askForFolder();
    void askForClips();
    void fetchDataset();

    Parts m_parts;
    Settings& m_settings;
    QWidget* m_window;
    PickleOffer* m_pickles;
    CorpusOffer* m_corpora;
};

}
