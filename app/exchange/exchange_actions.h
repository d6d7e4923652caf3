#pragma once

#include "app/tasks/task.h"

#include <QObject>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace engine {
class Prober;

}

namespace app {

class Actions;
class Document;
class Editor;
class Tasks;
class TierReader;
class VideoOpener;
struct AnnotationFile;
struct TierImport;
struct TiersOfFile;

/// Annotation from and to files of other programs: by menu, and by dropping files onto the window.
class ExchangeActions : public QObject {
    Q_OBJECT
public:
    ExchangeActions(Document& document, Editor& editor, VideoOpener& videos, TierReader& reader,
                    engine::Prober& prober, Tasks& tasks, const Actions& actions, QWidget* window);

    /// Takes files that were dropped: imports those that are annotation of other programs (of a folder
    /// without other data, what lies in it), and leaves the rest to `open`. A plain text beside such a rest
    /// is left out: the transcript of a recording is found beside the recording. Where there is such a rest,
    /// the import follows when it is open. Without an open video or a rest, everything is left to `open`.
    void offer(const QStringList& paths, const std::function<void(const QStringList&)>& open);
    /// Reads files in the background, then asks what is to become of them.
    void import(const QStringList& paths);

signals:
    void textDropped(const QString& path); ///< a plain text: the transcript of the open video

private:
    struct ReadFiles;
    void askForFiles();
    void askForOne(const ReadFiles& files);
    void askForMany(const ReadFiles& files);
    QStringList knownVideos() const;
    bool lacksWords(const std::string& video) const;
    void take(const QString& title, std::vector<TiersOfFile> files, TierImport how);
    void exportTiers();

    Document& m_document;
    Editor& m_editor;
    VideoOpener& m_videos;
    TierReader& m_reader;
    engine::Prober& m_prober;
    Tasks& m_tasks;
    Task m_reading;
    QWidget* m_window;
    QStringList m_waiting; ///< annotation whose data are being opened
    QStringList m_following; ///< annotation that is imported with the next video
};

}
