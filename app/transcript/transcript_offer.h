#pragma once

#include "app/tasks/task.h"

#include <QObject>
#include <QSet>

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

    const Document& m_document;
    TranscriptTab& m_tab;
    Task m_looking;
    Task m_taking;
    QSet<QString> m_offered; ///< recordings
};

}
