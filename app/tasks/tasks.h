#pragma once

#include "app/tasks/task.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <vector>

namespace app {

/// A program that goes on by itself, also when the window is closed.
struct DetachedProgram {
    QString title; ///< for a person
    double progress = 0.0; ///< 0…1
    std::function<void()> stop; ///< asks the program to end; does not wait
};

/// The tasks that run, for the status line, and the threads that do their work.
class Tasks : public QObject {
    Q_OBJECT
public:
    explicit Tasks(QObject* parent = nullptr);
    ~Tasks() override; ///< as finish()

    /// In the order in which they began.
    const std::vector<Task*>& running() const { return m_running; }
    bool isIdle() const { return m_running.empty(); }
    /// Programs that were started here and that nobody waits for.
    const std::vector<DetachedProgram>& detached() const { return m_detached; }
    void setDetached(std::vector<DetachedProgram> programs);
    void stopAll();
    /// Stops all, and waits for them; nothing of them arrives any more.
    void finish();

    /// Work that belongs to nobody: all that was started is done, beside each other, also when who asked is
    /// gone.
    /// @param receiver  `ended` runs only while it lives
    /// @param ended     as of Task::start()
    /// @return the task, which is gone some time after it ended
    template <typename Work, typename Ended>
    QPointer<Task> start(const QString& title, QObject* receiver, Work work, Ended ended)
    {
        using Result = ResultOf<Work>;
        auto* task = new Task(*this, this);
        task->start(title, std::move(work),
                    [this, task, title, receiver = QPointer<QObject>(receiver),
                     ended = std::move(ended)](Outcome<Result> outcome) mutable {
                        task->deleteLater();
                        const auto fail
                            = [this, title](const QString& sentence) { emit failed(title, sentence); };
                        if (receiver)
                            Task::tell(ended, std::move(outcome), fail);
                        else if (const auto* failure = std::get_if<Failed>(&outcome))
                            fail(failure->sentence);
                    });
        return task;
    }

    /// For Task.
    QThreadPool& pool() { return m_pool; }
    void add(Task& task);
    void remove(Task& task);

signals:
    void changed(); ///< what runs, or how far it is
    void failed(const QString& title, const QString& message);
    void noted(const QString& title, const QString& text); ///< what running work tells meanwhile

private:
    std::vector<Task*> m_running;
    std::vector<DetachedProgram> m_detached;
    QThreadPool m_pool;
};

}
