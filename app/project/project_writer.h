#pragma once

#include "engine/annotation/project/project_store.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace app {

/// Writes the document's changes into the project's file on a thread of its own, and tells when they are on
/// the disk.
///
/// The steps of a gesture are held back and written together, at most once in 100 ms; everything else is
/// handed over at `flush()`, which follows each step of the history, or before the next event. Changes that
/// cannot be written are kept and tried again. Copies of the project's state are put aside while it is
/// edited: the first after the first edit, then every five minutes, and one at the end.
class ProjectWriter : public QObject {
    Q_OBJECT
public:
    enum class State { Saved, Saving, Failed };
    Q_ENUM(State)

    explicit ProjectWriter(engine::ProjectFile file, QObject* parent = nullptr);
    /// Writes the changes that still wait; gives up when the disk fails.
    ~ProjectWriter() override;

    const std::filesystem::path& path() const { return m_path; }
    State state() const;
    QString failure() const; ///< why nothing can be written; empty otherwise
    /// Milliseconds since the last write, whatever the clock of the wall does; nothing: there was none yet.
    std::optional<qint64> sinceSaved() const;
    /// How many changes were handed over, and how many of them are on the disk.
    quint64 given() const { return m_given; }
    quint64 durable() const { return m_durable; }

    /// Where the steps that can be undone come from: what they have become since the last call. It is called
    /// before changes are handed over, and goes to the disk with them.
    using HistorySource = std::function<engine::HistoryChange()>;
    void setHistorySource(HistorySource source) { m_history = std::move(source); }

    /// @param continues  the change is a step of a gesture that goes on
    void write(const engine::Change& change, bool continues);
    /// Hands over what is held back.
    void flush();
    /// Keeps a copy of the file's state, after all changes so far, as an earlier version.
    void putAside();
    /// Calls putAside() only when something was edited since the last time.
    void putAsideChanges();
    /// Runs `task` with the file on the writer's thread, after all changes so far. Then calls `done` on this
    /// object's thread, with the reason when it failed.
    void run(std::function<void(engine::ProjectFile&)> task,
             std::function<void(const QString& failure)> done);
    /// Closes the file on the writer's thread, after all changes so far. Then calls `last` there and `done`
    /// on this object's thread. Nothing may be written afterwards.
    void close(std::function<void()> last, std::function<void()> done);
    /// Calls `done`, on this object's thread, as soon as everything is on the disk and every task is done
    /// (true), or after `milliseconds` (false).
    void whenWritten(int milliseconds, std::function<void(bool isWritten)> done);

signals:
    void stateChanged();
    void problem(const QString& text); ///< an earlier state could not be put aside

private:
    void take(const engine::ProjectStore::State& state);

    std::filesystem::path m_path;
    engine::Change m_held;
    QTimer m_flush;
    HistorySource m_history;
    quint64 m_given = 0;
    quint64 m_durable = 0;
    std::string m_failure;
    QElapsedTimer m_sinceSaved; ///< invalid: nothing was written yet
    qint64 m_putAside = 0; ///< monotonic milliseconds of the last earlier state; 0: none yet
    bool m_changedSince = false; ///< since that state
    std::unique_ptr<engine::ProjectStore> m_store; ///< the last member, since its thread calls this object
};

}
