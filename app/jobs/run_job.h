#pragma once

#include "engine/core/error.h"
#include "engine/core/run_context.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <exception>
#include <memory>
#include <stop_token>

namespace app {

/// Runs `work(const engine::RunContext&)` in the pool, in which work that waits takes no thread from others.
/// The future carries progress (0…1000), the result, and the engine's own exception; cancelling it makes the
/// work's next tick throw Cancelled.
/// @param stop  ends it sooner: what waits for another program looks at it, and never ticks meanwhile
/// @param note  RunContext::note; on the thread of the work
template <typename Work>
auto runJob(QThreadPool& pool, Work work, std::stop_source stop = std::stop_source(),
            std::function<void(const std::string&)> note = {})
    -> QFuture<std::invoke_result_t<Work, const engine::RunContext&>>
{
    using Result = std::invoke_result_t<Work, const engine::RunContext&>;
    auto promise = std::make_shared<QPromise<Result>>();
    promise->setProgressRange(0, 1000);
    promise->start();
    QFuture<Result> future = promise->future();
    pool.start(
        [&pool, promise, work = std::move(work), stop = std::move(stop), note = std::move(note)]() mutable {
            engine::RunContext run;
            run.stop = stop.get_token();
            run.note = std::move(note);
            run.wait = [&pool](bool waits) { waits ? pool.releaseThread() : pool.reserveThread(); };
            run.progress = [&](double fraction) {
                promise->setProgressValue(static_cast<int>(fraction * 1000));
                if (promise->isCanceled())
                    stop.request_stop();
            };
            try {
                if (!promise->isCanceled())
                    promise->addResult(work(run));
            } catch (const engine::Cancelled&) {
                promise->future().cancel();
            } catch (...) {
                promise->setException(std::current_exception());
            }
            promise->finish();
        });
    return future;
}

}
