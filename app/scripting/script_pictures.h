#pragma once

#include "app/scripting/script_reply.h"
#include "app/tasks/task.h"

#include <QImage>
#include <QObject>

#include <deque>
#include <utility>

namespace app {

class ScriptDesk;
struct ScriptSources;
class TimelinePanel;

/// Pictures of the window and of the timeline for scripts, as PNG: taken one after the other, and packed on
/// another thread.
class ScriptPictures : public QObject {
    Q_OBJECT
public:
    ScriptPictures(const ScriptSources& sources, ScriptDesk& desk, QObject* parent);

private:
    struct Wish {
        bool ofTimeline = false;
        ScriptReply reply;
    };
    void takeNext();
    QImage take(bool ofTimeline) const;

    QWidget& m_window;
    TimelinePanel& m_timeline;
    std::deque<Wish> m_wishes;
    Task m_packing;
};

}
