#pragma once

#include "app/jobs/run_job.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

namespace app {

/// The work that is running, for the status line: what, how far, and a way to stop it.
class Jobs : public QObject {
    Q_OBJECT
public:
    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override;

    struct Running {
        quint64 id = 0; ///< of this job alone
        QString title;
        double progress = 0.0; ///< 0…1
    };
    std::vector<Running> running() const;
    /// How far what runs under this title is, 0…1; absent: nothing does.
    std::optional<double> progressOf(const QString& title) const;
    bool isIdle() const { return m_jobs.empty(); }
    void cancelAll();
    void cancel(quint64 id);
    /// Cancels what runs under this title.
    void cancel(const QString& title);

    /// Starts work; `done(result)` runs on the GUI thread when it succeeded and `receiver` still lives.
    /// A failure goes to `failed`, a cancelled job to nobody. Starting under the title of a job that runs for
    /// the same receiver cancels that one.
    template <typename Work, typename Done>
    void start(const QString& title, QObject* receiver, Work work, Done done)
    {
        for (const Job& job : m_jobs) {
            if (job.title == title && job.receiver == receiver)
                job.cancel();
        }
        startBeside(title, receiver, std::move(work), std::move(done), [] {});
    }

    /// The same beside other jobs of this title: for what a person wished, and would miss.
    /// @param cancelled  runs when it was cancelled and `receiver` still lives
    template <typename Work, typename Done, typename Cancelled>
    void startBeside(const QString& title, QObject* receiver, Work work, Done done, Cancelled cancelled)
    {
        using Result = std::invoke_result_t<Work, const engine::RunContext&>;
        auto* watcher = new QFutureWatcher<Result>(this);
        const std::stop_source stop;
        add(title, receiver, watcher, stop);
        connect(watcher, &QFutureWatcherBase::progressValueChanged, this, &Jobs::changed);
        connect(watcher, &QFutureWatcherBase::finished, this,
                [this, title, watcher, receiver = QPointer<QObject>(receiver), done = std::move(done),
                 cancelled = std::move(cancelled)] {
                    remove(watcher);
                    QFuture<Result> future = watcher->future();
                    try {
                        future.waitForFinished(); // throws what the work threw
                        if (receiver && future.isCanceled())
                            cancelled();
                        else if (receiver && future.isResultReadyAt(0))
                            done(future.takeResult());
                    } catch (const std::exception& error) {
                        emit failed(title, QString::fromUtf8(error.what()));
                    }
                });
        watcher->setFuture(runJob(m_pool, std::move(work), stop, noteOf(title)));
    }

signals:
    void changed();
    void failed(const QString& title, const QString& message);
    void noted(const QString& title, const QString& text); ///< what running work tells meanwhile

private:
    struct Job {
        QString title;
        QFutureWatcherBase* watcher;
        std::function<void()> cancel;
        const QObject* receiver; ///< compared only: it may be gone
        quint64 id;
    };
    template <typename Result>
    void add(const QString& title, const QObject* receiver, QFutureWatcher<Result>* watcher,
             std::stop_source stop)
    {
        const auto cancel = [watcher, stop]() mutable {
            watcher->cancel();
            stop.request_stop();
        };
        m_jobs.push_back({title, watcher, cancel, receiver, ++m_started});
        emit changed();
    }
    void remove(QFutureWatcherBase* watcher);
    /// Tells on the GUI thread what work notes on its own.
    std::function<void(const std::string&)> noteOf(const QString& title);

    QThreadPool m_pool;
    std::vector<Job> m_jobs;
    quint64 m_started = 0;
};

}
