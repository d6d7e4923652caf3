#pragma once

#include <QObject>

#include <functional>

namespace app {

class Document;
class Editor;
class ScriptDesk;
class ScriptFields;
class ScriptReply;
struct ScriptSources;
class TierReader;

/// What scripts write into the project: segments, their values, and tiers of their own. Each is a step of the
/// history, as if a person had done it, and is refused for the same reasons.
class ScriptEdits : public QObject {
    Q_OBJECT
public:
    ScriptEdits(const ScriptSources& sources, ScriptDesk& desk, QObject* parent);

private:
    void label(const ScriptFields& fields);
    void writeTier(const ScriptFields& fields);
    void editSegments(const ScriptFields& fields);
    bool undo();
    bool redo();
    void refuseBlind() const;
    /// Does an edit; where the editor refuses it, so does this. @throws engine::Error (`refused`) with the
    /// reason.
    void edit(const std::function<bool()>& work);

    Document& m_document;
    Editor& m_editor;
    const TierReader& m_reader;
};

}
