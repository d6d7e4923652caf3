#include "app/live/note_keeper.h"

#include "app/live/live_session.h"
#include "app/tasks/tasks.h"

namespace app {

NoteKeeper::NoteKeeper(LiveSession& session, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_tasks(tasks)
{
    connect(&session, &LiveSession::begun, this, [this] {
        settle();
        m_notes.answers.clear();
        m_notes.marks.clear();
    });
    connect(&session, &LiveSession::modelChanged, this, &NoteKeeper::takeModel);
    connect(&session, &LiveSession::answered, this, &NoteKeeper::takeAnswer);
    connect(&session.recorder(), &LiveRecorder::taken, this,
            [this](const QString& file, engine::Interval span) {
                if (m_isWanted)
                    m_coming[file] = {span, std::nullopt};
            });
    connect(&session.recorder(), &LiveRecorder::written, this, &NoteKeeper::write);
}

/// Answers of another model would have other columns.
void NoteKeeper::takeModel()
{
    settle();
    const LiveModel& model = *m_session.model();
    m_notes.model = model.name.toStdString();
    m_notes.file = m_session.modelPath().toStdString();
    m_notes.window = LiveSession::kWindow;
    m_notes.hop = LiveSession::kHop;
    m_notes.answers.clear();
    m_notes.outputs.clear();
    for (const widgets::LiveOutput& output : model.outputs)
        m_notes.outputs.push_back(output.name.toStdString());
}

void NoteKeeper::takeAnswer(const LiveAnswer& answer)
{
    if (answer.reply.values.size() == m_notes.outputs.size())
        m_notes.answers.push_back({answer.reply.span->end, answer.reply.values});
}

void NoteKeeper::mark()
{
    m_notes.marks.push_back(m_session.now());
}

/// What comes from now on does not belong to the recordings that are being completed.
void NoteKeeper::settle()
{
    for (auto& [file, coming] : m_coming) {
        if (!coming.notes)
            coming.notes = m_notes.within(coming.span);
    }
}

void NoteKeeper::write(const QString& file, const QString& error)
{
    const auto found = m_coming.find(file);
    if (found == m_coming.end())
        return;
    const LiveNotes notes = found->second.notes.value_or(m_notes.within(found->second.span));
    m_coming.erase(found);
    if (!error.isEmpty())
        return;
    m_tasks.start(
        tr("Keeping the answers"), this,
        [notes, file](const engine::RunContext&) {
            writeNotes(notes, file.toStdString());
            return file;
        },
        [this](const QString& written) { emit kept(written); });
}

}
