#pragma once

#include "app/scripting/script_sources.h"

#include <QObject>

#include <nlohmann/json_fwd.hpp>

namespace app {

class ScriptDesk;
class ScriptFields;
class ScriptReply;
class ScriptWaits;

/// What scripts see of the window's state, and what of that they can set: the video in sight, the playhead,
/// what is selected, the mode, and who gives values.
class ScriptState : public QObject {
    Q_OBJECT
public:
    ScriptState(const ScriptSources& sources, ScriptDesk& desk, ScriptWaits& waits, QObject* parent);

    void setMode(const QString& mode) { m_mode = mode; } ///< that the window shows
    nlohmann::json
    selection() const; ///< `{"tier": …, "ids": […], "places": […], "span": [start, end] or null}`
    nlohmann::json playhead() const; ///< `{"video": …, "seconds": …, "playing": …}`

private:
    nlohmann::json now() const;
    nlohmann::json videoIds() const;
    void open(const ScriptFields& fields, const ScriptReply& reply);
    void openFiles(const QStringList& paths, const ScriptReply& reply);
    void settle(const ScriptFields& fields, const ScriptReply& reply);
    void select(const ScriptFields& fields);
    void play(const ScriptFields& fields);
    void chooseMode(const ScriptFields& fields);

    ScriptSources m_sources;
    ScriptWaits& m_waits;
    QString m_mode;
};

}
