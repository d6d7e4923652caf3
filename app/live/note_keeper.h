#pragma once

#include "app/live/live_notes.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>

namespace app {

class Tasks;
struct LiveAnswer;
class LiveSession;

/// Notes the answers and marks of a live session, and writes them beside each recording of it, as soon as
/// that is complete.
class NoteKeeper : public QObject {
    Q_OBJECT
public:
    NoteKeeper(LiveSession& session, Tasks& tasks, QObject* parent);

    /// Whether what is recorded from now on gets its notes.
    void setWanted(bool wanted) { m_isWanted = wanted; }
    void mark(); ///< now

signals:
    void kept(const QString& file); ///< the notes of this recording are on the disk

private:
    /// A recording that is not complete yet.
    struct Coming {
        engine::Interval span; ///< seconds of the session
        std::optional<LiveNotes> notes; ///< when the session went on to something else
    };
    void takeModel();
    void takeAnswer(const LiveAnswer& answer);
    void settle();
    void write(const QString& file, const QString& error);

    LiveSession& m_session;
    Tasks& m_tasks;
    LiveNotes m_notes; ///< of the session
    std::map<QString, Coming> m_coming; ///< by file
    bool m_isWanted = true;
};

}
