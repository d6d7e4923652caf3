#pragma once

#include <QObject>
#include <QPointer>

namespace app {

class Document;
class Jobs;
class NearestDialog;
class Player;
class VideoOpener;

/// Looks for what sounds and looks like the moment in sight, in a dialog beside the window.
class NearestFinder : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    NearestFinder(Jobs& jobs, const Document& document, VideoOpener& videos, const Player& player,
                  QString programs, QWidget* window);

    /// @param model  the file of a model that compares; empty: there is none
    void show(const QString& model);

signals:
    void message(const QString& text);

private:
    Jobs& m_jobs;
    const Document& m_document;
    VideoOpener& m_videos;
    const Player& m_player;
    QString m_programs;
    QWidget* m_window;
    QPointer<NearestDialog> m_dialog; ///< while it is open
};

}
