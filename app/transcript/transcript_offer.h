#pragma once

#include "app/tasks/task.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace app {

class Actions;
class Document;
class TranscriptTab;

/// The file beside a recording that is called as the recording is and says what is said in it: offered where
/// a video without words comes in sight, once, and taken by a command.
class TranscriptOffer : public QObject {
    Q_OBJECT
public:
    TranscriptOffer(const Document& document, Tasks& tasks, const Actions& actions, TranscriptTab& tab);

signals:
    void importWished(const QString& file); ///< a file with times: `A.srt`, `A.TextGrid`, …
    void taken(); ///< a text without times is on its way into the transcript

private:
    void look();
    void take();
    /// Looks beside the recording in sight. @param then  gets the file, or nothing, and the recording, as
    /// long as that is in sight
    void find(Task& task, const std::function<void(const QString&, const QString&)>& then);

    const Document& m_document;
    TranscriptTab& m_tab;
    Task m_looking;
    Task m_taking;
    QSet<QString> m_offered; ///< recordings
};

}
