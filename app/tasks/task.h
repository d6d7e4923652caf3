#pragma once

#include "app/tasks/outcome.h"
#include "engine/core/error.h"
#include "engine/core/run_context.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <type_traits>

namespace app {

class Tasks;

/// What the work of a task is given.
struct TaskRun : engine::RunContext {
    /// Runs a function on the GUI thread, after what was posted before; dropped where the task was started
    /// again, abandoned or deleted. So partial results come.
    std::function<void(std::function<void()>)> post;
};

/// What the work of a task ends with.
template <typename Work>
using ResultOf = std::conditional_t<std::is_void_v<std::invoke_result_t<Work, const TaskRun&>>,
                                    std::monostate, std::invoke_result_t<Work, const TaskRun&>>;

/// Work on another thread, owned by who asks. Starting again replaces what ran: nothing of it arrives any
/// more. All functions are called on the GUI thread.
class Task : public QObject {
    Q_OBJECT
public:
    /// @param tasks  lists the task while work runs, and has the threads
    explicit Task(Tasks& tasks, QObject* parent = nullptr);
    /// A task that no list shows, on a thread of its own, which the destructor waits for.
    explicit Task(QObject* parent = nullptr);
    /// A task that no list shows. @param pool  must outlive the work
    explicit Task(QThreadPool& pool, QObject* parent = nullptr);
    ~Task() override; ///< as abandon()

    /// @param title  for a person
    /// @param work   `Result work(const TaskRun&)`, on another thread; it ends soon after `run.stop` asks so.
    ///               Nothing is a std::monostate.
    /// @param ended  `void ended(Outcome<Result>)`, on the GUI thread when the work is over; or
    ///               `void ended(Result)`: then a failure goes to Tasks::failed(), and a stop to nobody. What
    ///               it throws goes to Tasks::failed(), too. The task may be deleted within.
    template <typename Work, typename Ended>
    void start(const QString& title, Work work, Ended ended)
    {
        using Result = ResultOf<Work>;
        const std::shared_ptr<Attempt> attempt = begin(title);
        m_pool.start([attempt, work = std::move(work), ended = std::move(ended)]() mutable {
            const auto outcome = std::make_shared<Outcome<Result>>(outcomeOf<Result>(work, attempt));
            attempt->post([attempt, outcome, ended = std::move(ended)]() mutable {
                attempt->task->end();
                try {
                    tell(ended, std::move(*outcome), [&](const QString& why) { attempt->fail(why); });
                } catch (const std::exception& error) {
                    attempt->fail(QString::fromUtf8(error.what()));
                }
            });
        });
    }

    /// Asks the work to end; `ended` is told when it has.
    void stop();
    /// The same, and nothing arrives any more.
    void abandon();
    bool isRunning() const { return m_attempt != nullptr; }
    double progress() const; ///< 0…1; 0 when nothing runs
    const QString& title() const { return m_title; }

    /// Hands an outcome to who takes it, or its result to who takes only that.
    template <typename Ended, typename Result, typename Fail>
    static void tell(Ended& ended, Outcome<Result> outcome, Fail failed)
    {
        if constexpr (std::is_invocable_v<Ended&, Outcome<Result>>) {
            ended(std::move(outcome));
        } else {
            if (auto* result = std::get_if<Result>(&outcome))
                ended(std::move(*result));
            else if (const auto* failure = std::get_if<Failed>(&outcome))
                failed(failure->sentence);
        }
    }

signals:
    void changed(); ///< begun, farther, over

private:
    /// One start. The thread of the work has its part, and the GUI thread the rest.
    struct Attempt : std::enable_shared_from_this<Attempt> {
        explicit Attempt(Task& owner)
            : task(&owner)
            , tasks(owner.m_tasks)
            , pool(owner.m_pool)
            , title(owner.m_title)
        {
        }
        /// Runs a function on the GUI thread, unless nothing of the attempt is wanted any more.
        void post(std::function<void()> function);
        void fail(const QString& sentence) const; ///< of the GUI thread
        void note(const QString& text) const; ///< of the GUI thread

        Task* task; ///< of the GUI thread; null: nothing is to arrive
        Tasks* const tasks; ///< null: no list shows the task
        QThreadPool& pool;
        const QString title;
        std::stop_source stop;
        std::atomic<double> progress = 0.0;
        std::atomic<bool> isTelling = false; ///< changed() is on its way
    };

    std::shared_ptr<Attempt> begin(const QString& title);
    static TaskRun runOf(const std::shared_ptr<Attempt>& attempt);
    void end();

    template <typename Result, typename Work>
    static Outcome<Result> outcomeOf(Work& work, const std::shared_ptr<Attempt>& attempt)
    {
        try {
            if (attempt->stop.stop_requested())
                return Stopped();
            Outcome<Result> outcome;
            if constexpr (std::is_void_v<std::invoke_result_t<Work, const TaskRun&>>)
                work(runOf(attempt));
            else
                outcome.template emplace<0>(work(runOf(attempt)));
            if (!attempt->stop.stop_requested())
                return outcome;
        } catch (const engine::Cancelled&) {
        } catch (const std::exception& error) {
            if (!attempt->stop.stop_requested())
                return Failed{QString::fromUtf8(error.what()), isRefusal(error)};
        }
        return Stopped();
    }

    Tasks* m_tasks = nullptr;
    std::unique_ptr<QThreadPool> m_own; ///< null: others have the thread
    QThreadPool& m_pool;
    QString m_title;
    std::shared_ptr<Attempt> m_attempt; ///< null: nothing runs
};

}
