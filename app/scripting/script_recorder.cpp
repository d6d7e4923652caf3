#include "app/scripting/script_recorder.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/edit_command.h"
#include "app/editing/editor.h"
#include "app/files/file_questions.h"
#include "app/playback/player.h"
#include "app/scripting/script_sources.h"
#include "app/timeline/segment_selection.h"
#include "app/timeline/timeline_panel.h"
#include "app/video/video_opener.h"
#include "engine/annotation/segments_edit.h"
#include "engine/core/pending_file.h"
#include "engine/core/text_file.h"

#include <QApplication>
#include <QTimer>

#include <set>

namespace app {

namespace {

/// They change nothing that a script would want: they show, ask, or end the program.
const std::set<QString> kNotRecorded{
    QStringLiteral("record-script"), QStringLiteral("palette"),  QStringLiteral("help"),
    QStringLiteral("shortcuts"),     QStringLiteral("tour"),     QStringLiteral("about"),
    QStringLiteral("quit"),          QStringLiteral("settings"), QStringLiteral("diagnosis")};

engine::Interval spanOf(const engine::SegmentsEdit::Times& times)
{
    return {times.start.seconds(), times.end.seconds()};
}

ScriptLines::Edit lineOf(const engine::SegmentsEdit& edit, const engine::Tier& tier,
                         const engine::PlacesBefore& places)
{
    ScriptLines::Edit line{QString::fromStdString(tier.name), {}, {}, {}};
    for (const auto& [id, times, text] : edit.changed)
        line.changed.push_back({places.of(id), times ? std::optional(spanOf(*times)) : std::nullopt,
                                text ? std::optional(QString::fromStdString(*text)) : std::nullopt});
    for (const auto& [times, text] : edit.added)
        line.added.emplace_back(spanOf(times), QString::fromStdString(text));
    for (const engine::SegmentId id : edit.removed)
        line.removed.push_back(places.of(id));
    return line;
}

}

ScriptRecorder::ScriptRecorder(const ScriptSources& sources, QAction& record, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_sources(sources)
    , m_record(record)
    , m_writing(tasks)
{
    connect(&record, &QAction::toggled, this, [this](bool isOn) { isOn ? begin() : finish(); });
    connectCommands(sources, record);
    connectEdits(sources);
}

/// `Actions::began` comes before anybody else hears of a command, `triggered` here after all others: the
/// features have connected theirs before.
void ScriptRecorder::connectCommands(const ScriptSources& sources, const QAction& record)
{
    connect(&sources.actions, &Actions::began, this, [this](const QAction* action) {
        if (kNotRecorded.contains(action->objectName()))
            return;
        if (++m_running > 1)
            return;
        m_asked = false;
        QTimer::singleShot(0, this, [this] { // in a dialog's own event loop, where there is one
            m_asked = m_asked || (m_running > 0 && QApplication::activeModalWidget());
        });
    });
    for (QAction* action : sources.actions.all()) {
        if (action == &record || kNotRecorded.contains(action->objectName()))
            continue;
        connect(action, &QAction::triggered, this, [this, action] {
            m_running = std::max(m_running - 1, 0);
            if (isNoting())
                m_lines->run(action->objectName(),
                             action->isCheckable() ? std::optional(action->isChecked()) : std::nullopt,
                             m_asked);
        });
    }
}

void ScriptRecorder::connectEdits(const ScriptSources& sources)
{
    connect(&sources.videos, &VideoOpener::opening, this, [this](const QString& video) {
        if (isNoting())
            m_lines->open(video);
    });
    connect(&sources.player, &Player::sought, this, [this] {
        if (isNoting())
            QTimer::singleShot(0, this, &ScriptRecorder::noteSeek);
    });
    const auto select = [this] {
        if (isNoting())
            noteSelection();
    };
    connect(&sources.timeline.hand().selected(), &SegmentSelection::changed, this, select);
    connect(&sources.timeline.view(), &widgets::TimelineView::selectionChanged, this, select);
    connect(&sources.editor, &Editor::labelGiven, this,
            [this](const TierName& tier, engine::SegmentId id, const QString& label,
                   const engine::LabelValue& given) {
                const auto place = m_sources.document.indexOf(tier, id);
                if (isNoting() && place)
                    m_lines->label(QString::fromStdString(tier), *place, label, given.value);
            });
    connect(&sources.editor.history(), &QUndoStack::indexChanged, this, &ScriptRecorder::noteHistory);
}

void ScriptRecorder::begin()
{
    if (!m_sources.document.hasVideo()) {
        m_record.setChecked(false);
        m_sources.document.notices().say(tr("Open a video first: a script does the same with it again."));
        return;
    }
    m_lines.emplace(m_sources.document.video().id);
    m_running = 0;
    const QUndoStack& history = m_sources.editor.history();
    m_index = history.index();
    m_next = m_index < history.count() ? history.command(m_index) : nullptr;
    m_wasSelected = !m_sources.timeline.hand().selected().isEmpty();
    m_hadSpan = m_sources.timeline.view().selection().has_value();
    m_lines->seek(m_sources.player.position());
    m_sources.document.notices().say(
        tr("What you do is written down as a script, until you choose Record a script again."));
}

void ScriptRecorder::finish()
{
    if (!m_lines)
        return;
    const QString program = m_lines->program(m_sources.editor.annotator());
    m_lines.reset();
    const QString path = askForNewFile(
        &m_sources.window,
        {"script", tr("Save the script"), tr("Python (*.py)"), dataFolder(m_sources.document)},
        QStringLiteral("steps.py"), QStringLiteral("py"));
    if (!path.isEmpty())
        write(path, program);
}

void ScriptRecorder::write(const QString& path, const QString& program)
{
    m_writing.start(
        tr("Writing the script"),
        [file = std::filesystem::path(path.toStdString()), text = program.toStdString()](const TaskRun&) {
            engine::writeTextFile(file, text).commit();
        },
        [this, path](std::monostate) {
            m_sources.document.notices().say(
                {tr("The script is written. It runs while a window listens (polylogue --listen)."), path});
        });
}

void ScriptRecorder::noteSeek()
{
    if (isNoting())
        m_lines->seek(m_sources.player.position());
}

void ScriptRecorder::noteSelection()
{
    const SegmentSelection& selected = m_sources.timeline.hand().selected();
    if (!selected.isEmpty()) {
        const std::vector<std::size_t> places = selected.indices(selected.tier());
        if (!places.empty())
            m_lines->select(QString::fromStdString(selected.tier()), places);
    }
    const std::optional<engine::Interval> span = m_sources.timeline.view().selection();
    const bool isNothing = selected.isEmpty() && !span;
    if (span || (isNothing && (m_wasSelected || m_hadSpan)))
        m_lines->selectSpan(span);
    m_wasSelected = !selected.isEmpty();
    m_hadSpan = span.has_value();
}

/// What a command does to the history is the command's. A step that goes on, as a drag does, is told anew.
void ScriptRecorder::noteHistory(int index)
{
    const QUndoStack& history = m_sources.editor.history();
    for (int step = index; isNoting() && step < m_index; ++step)
        m_lines->undo();
    if (isNoting() && index > m_index && history.command(m_index) == m_next) {
        for (int step = m_index; step < index; ++step)
            m_lines->redo();
    } else if (isNoting() && index >= m_index && index > 0) {
        noteStep(history.command(index - 1), index == m_index);
    }
    m_index = index;
    m_next = index < history.count() ? history.command(index) : nullptr;
}

void ScriptRecorder::noteStep(const QUndoCommand* step, bool goesOn)
{
    const auto* command = dynamic_cast<const EditCommand*>(step);
    if (!command || !m_sources.document.hasVideo())
        return;
    const engine::Change change = command->step().change.change();
    const engine::Annotation& annotation = m_sources.document.annotation();
    std::vector<ScriptLines::Edit> edits;
    for (const auto& [id, tier] : annotation.tiers()) {
        const engine::SegmentsEdit edit = engine::editOf(change, id);
        const bool follows
            = tier.parent != 0
            && std::ranges::any_of(change.segments, [&, parent = tier.parent](const auto& replaced) {
                   return (replaced.before ? replaced.before->tier : replaced.after->tier) == parent;
               });
        if (!edit.empty() && !follows && tier.video == m_sources.document.video().id.toStdString())
            edits.push_back(lineOf(edit, tier, engine::PlacesBefore(annotation, change, id)));
    }
    m_lines->edit(edits, goesOn);
}

}
