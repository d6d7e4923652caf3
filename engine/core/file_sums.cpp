#include "engine/core/file_sums.h"

#include "engine/core/error.h"
#include "engine/core/sha256.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace engine {

namespace {

/// The bytes of all files that were read so far; told under a lock, one call at a time.
class SharedProgress {
public:
    SharedProgress(const RunContext& run, std::uintmax_t total) : m_run(run), m_total(total) { }
    void add(std::uintmax_t bytes)
    {
        const std::scoped_lock lock(m_mutex);
        m_done += bytes;
        m_run.tick(m_done, m_total);
    }

private:
    const RunContext& m_run;
    const std::uintmax_t m_total;
    std::uintmax_t m_done = 0;
    std::mutex m_mutex;
};

/// A file's share of the progress, from the fractions that hashing it reports.
FileSum sumOf(const std::filesystem::path& path, std::uintmax_t size, SharedProgress& progress,
              std::stop_token stop)
{
    std::uintmax_t told = 0;
    RunContext run;
    run.stop = std::move(stop);
    run.progress = [&](double fraction) {
        const auto done = static_cast<std::uintmax_t>(fraction * static_cast<double>(size));
        progress.add(done - std::min(told, done));
        told = std::max(told, done);
    };
    FileSum sum{size, hexadecimal(sha256OfFile(path, run))};
    progress.add(size - told);
    return sum;
}

}

std::vector<FileSum> sumsOf(std::span<const std::filesystem::path> files, const RunContext& run)
{
    std::vector<std::uintmax_t> sizes;
    std::uintmax_t total = 0;
    for (const std::filesystem::path& file : files) {
        std::error_code missing;
        sizes.push_back(std::filesystem::file_size(file, missing));
        if (missing)
            throw IoError("file_not_found", file.string(), "there is no such file, or it cannot be read");
        total += sizes.back();
    }
    SharedProgress progress(run, total);
    std::vector<FileSum> sums(files.size());
    std::vector<std::exception_ptr> failures(files.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < files.size(); i = next++) {
            try {
                sums[i] = sumOf(files[i], sizes[i], progress, run.stop);
            } catch (...) { // rethrown below, in the caller's thread
                failures[i] = std::current_exception();
                next = files.size();
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        for (std::size_t i = 1; i < std::min(cores, files.size()); ++i)
            threads.emplace_back(work);
        work();
    }
    for (const std::exception_ptr& failure : failures) {
        if (failure)
            std::rethrow_exception(failure);
    }
    return sums;
}

}
