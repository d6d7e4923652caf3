#pragma once

#include <QObject>

#include <functional>

namespace engine {
class Prober;
struct ExchangedTiers;
}

namespace app {

class Actions;
class Document;
class Editor;
class Jobs;
class TierReader;
class VideoOpener;
struct TierImport;

/// Annotation from and to files of other programs: by menu, and by dropping files onto the window.
class ExchangeActions : public QObject {
    Q_OBJECT
public:
    ExchangeActions(Document& document, Editor& editor, VideoOpener& videos, TierReader& reader,
                    engine::Prober& prober, Jobs& jobs, const Actions& actions, QWidget* window);

    /// Imports a file that is annotation of another program, where a video is open that it can belong to.
    /// Does `otherwise` with any other.
    void offer(const QString& path, const std::function<void()>& otherwise);
    /// Whether a file is annotation of another program. Reads it.
    static bool isAnnotation(const QString& path);
    /// Reads a file in the background, then asks what is to become of it.
    void import(const QString& path);

signals:
    void message(const QString& text);

private:
    void askForFile();
    void take(const QString& file, const engine::ExchangedTiers& tiers, const TierImport& how);
    void exportTiers();

    Document& m_document;
    Editor& m_editor;
    VideoOpener& m_videos;
    TierReader& m_reader;
    engine::Prober& m_prober;
    Jobs& m_jobs;
    QWidget* m_window;
};

}
