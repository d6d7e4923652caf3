#include "engine/download/download.h"

#include "engine/core/error.h"
#include "engine/download/file_download.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <exception>
#include <mutex>
#include <thread>

namespace engine {

namespace {

/// A server that hangs up must not end the program while something is being sent to it.
void ignoreBrokenPipes()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}

std::vector<DownloadResult> downloadAll(std::span<const Download> downloads, const DownloadOptions& options,
                                        const DownloadEvents& events, std::stop_token stop)
{
    std::vector<DownloadResult> results(downloads.size());
    std::mutex telling;
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    const auto work = [&] {
        ignoreBrokenPipes();
        try {
            HttpClient client(options.connectTimeout, options.stallTimeout);
            for (std::size_t i = next++; i < downloads.size(); i = next++) {
                const auto progress = [&](std::uintmax_t done, std::optional<std::uintmax_t> total) {
                    const std::scoped_lock lock(telling);
                    if (events.progress)
                        events.progress(i, done, total);
                };
                const auto notice = [&](const std::string& text) {
                    const std::scoped_lock lock(telling);
                    if (events.notice)
                        events.notice(i, text);
                };
                if (stop.stop_requested())
                    throw Cancelled();
                results[i] = downloadFile(downloads[i], options, client, progress, notice, stop);
            }
        } catch (...) { // rethrown below, in the caller's thread
            const std::scoped_lock lock(telling);
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < std::min<std::size_t>(std::max(1U, options.parallel), downloads.size());
             ++i)
            threads.emplace_back(work);
    }
    if (failure)
        std::rethrow_exception(failure);
    return results;
}

}
