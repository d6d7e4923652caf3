#include "engine/download/file_download.h"

#include "engine/core/error.h"
#include "engine/core/sha256.h"
#include "engine/download/file_check.h"
#include "engine/download/http_status.h"
#include "engine/download/partial_file.h"

#include <algorithm>
#include <condition_variable>
#include <fmt/format.h>
#include <mutex>

namespace engine {

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

/// This download will not succeed by trying again.
class Refused : public Error {
public:
    explicit Refused(const std::string& sentence) : Error("io", sentence) { }
};

void wait(milliseconds time, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any wakeUp;
    std::unique_lock lock(mutex);
    wakeUp.wait_for(lock, stop, time, [] { return false; });
    if (stop.stop_requested())
        throw Cancelled();
}

std::string inMegabytes(std::uintmax_t bytes)
{
    return bytes < 1'000'000 ? fmt::format("{} bytes", bytes)
                             : fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

FileVersion versionOf(const std::string& url, const HttpReply& reply)
{
    return {shownUrl(url), reply.etag, reply.lastModified, reply.total};
}

/// The download of one file; one object, one call of run().
class FileDownload {
public:
    FileDownload(const Download& download, const DownloadOptions& options, HttpClient& client,
                 const std::function<void(std::uintmax_t, std::optional<std::uintmax_t>)>& progress,
                 const std::function<void(const std::string&)>& notice, std::stop_token stop)
        : m_download(download)
        , m_options(options)
        , m_client(client)
        , m_progress(progress)
        , m_notice(notice)
        , m_stop(std::move(stop))
        , m_folder(fs::absolute(download.target).parent_path())
    {
    }

    DownloadResult run();

private:
    /// How one request ended.
    enum class Attempt {
        Complete,
        AnotherVersion, ///< what is there belongs to another version of the file; it is gone
        Failed ///< m_problem says why; worth another try
    };

    std::optional<DownloadResult> lookAtTarget() const;
    PartialFile lock();
    void fetch(PartialFile& part);
    Attempt attempt(PartialFile& part);
    bool mayGoOn(const PartialFile& part) const;
    /// Whether the rest of the body is wanted. @throws Refused.
    bool begin(PartialFile& part, const HttpRequest& request, const HttpReply& reply);
    void beginAnew(PartialFile& part, const HttpReply& reply);
    Attempt judge(PartialFile& part, const HttpRequest& request, const HttpOutcome& outcome);
    /// The sum of a file that is what it should be; absent when joined bytes have the wrong one.
    std::optional<std::string> verify(PartialFile& part);
    [[noreturn]] void refuse(const std::string& why) const;
    [[noreturn]] void refuseStatus(long status) const;

    const Download& m_download;
    const DownloadOptions& m_options;
    HttpClient& m_client;
    const std::function<void(std::uintmax_t, std::optional<std::uintmax_t>)>& m_progress;
    const std::function<void(const std::string&)>& m_notice;
    const std::stop_token m_stop;
    const fs::path m_folder;

    bool m_wasJoined = false; ///< bytes of an earlier request were kept
    bool m_wasAnswered = false; ///< the server exists: when it is gone later, it may come back
    std::string m_problem; ///< of the last attempt
    milliseconds m_wanted{0}; ///< the wait that the server asked for

    // of one attempt
    std::string m_head; ///< the first bytes of a whole body, until there are enough to judge
    bool m_hasBegun = false;
    bool m_isAnotherVersion = false;
    std::optional<std::uintmax_t> m_total;
};

void FileDownload::refuse(const std::string& why) const
{
    throw Refused(shownUrl(m_download.url) + ": " + why);
}

void FileDownload::refuseStatus(long status) const
{
    const StatusMeaning meaning = meaningOf(status);
    refuse(fmt::format("{} ({}). {}.", meaning.what, status, meaning.advice));
}

std::optional<DownloadResult> FileDownload::lookAtTarget() const
{
    const fs::path& target = m_download.target;
    if (!fs::exists(target))
        return std::nullopt;
    if (!fs::is_regular_file(target))
        throw IoError("io", target.string(), "is in the way: it is not a file");
    if (m_options.again && !m_download.sha256)
        return std::nullopt;
    const std::uintmax_t size = fs::file_size(target);
    std::string problem = problemOfFile(target, target);
    if (m_download.size && *m_download.size != size)
        problem = fmt::format("has {} bytes and should have {}", size, *m_download.size);
    std::string sum;
    if (problem.empty()) {
        sum = hexadecimal(sha256OfFile(target, {m_stop, {}}));
        if (m_download.sha256 && *m_download.sha256 != sum)
            problem = fmt::format("has the SHA-256 {} and should have {}", sum, *m_download.sha256);
    }
    if (problem.empty())
        return DownloadResult{DownloadResult::Status::AlreadyThere, {}, size, sum};
    if (m_options.again)
        return std::nullopt;
    throw IoError("io", target.string(),
                  "is there already, but " + problem + ". Move it away, or fetch it again (--again)");
}

PartialFile FileDownload::lock()
{
    for (bool isFirst = true;; isFirst = false) {
        if (std::optional<PartialFile> part = PartialFile::tryLock(m_download.target))
            return std::move(*part);
        if (isFirst)
            m_notice("another process is fetching it; waiting for that");
        wait(milliseconds(200), m_stop);
    }
}

DownloadResult FileDownload::run()
{
    std::error_code failure;
    fs::create_directories(m_folder, failure);
    if (failure)
        throw IoError("io", m_folder.string(), "cannot be made: " + failure.message());
    const bool wasThere = fs::exists(m_download.target);
    if (const auto result = lookAtTarget())
        return *result;
    PartialFile part = lock();
    if (!wasThere) { // whoever had the lock may have finished it
        if (const auto result = lookAtTarget())
            return *result;
    }
    std::optional<std::string> sum;
    for (int round = 0; !sum; ++round) {
        if (round == 2)
            refuse("the file changes while it is fetched");
        fetch(part);
        sum = verify(part);
    }
    const std::uintmax_t size = part.size();
    part.finish();
    return {
        m_wasJoined ? DownloadResult::Status::Resumed : DownloadResult::Status::Downloaded, {}, size, *sum};
}

void FileDownload::fetch(PartialFile& part)
{
    std::uintmax_t furthest = part.size();
    milliseconds pause = m_options.firstWait;
    for (unsigned failures = 0;;) {
        const Attempt end = attempt(part);
        if (end == Attempt::Complete)
            return;
        if (part.size() > furthest) { // it gets on, if slowly
            furthest = part.size();
            failures = 0;
            pause = m_options.firstWait;
        }
        if (++failures > m_options.retries)
            refuse(fmt::format("{}; tried {} times. {}", m_problem, failures,
                               mayGoOn(part) ? "What came so far is kept: start again to go on"
                                             : "Try again later; it begins anew then"));
        if (end == Attempt::AnotherVersion) {
            m_notice("the file is another one by now; starting anew");
            continue;
        }
        const milliseconds time = std::max(pause, std::min<milliseconds>(m_wanted, std::chrono::minutes(2)));
        m_notice(fmt::format("{}; next try in {:.3g} s", m_problem, static_cast<double>(time.count()) / 1e3));
        wait(time, m_stop);
        pause = std::min<milliseconds>(pause * 2, std::chrono::seconds(30));
    }
}

bool FileDownload::mayGoOn(const PartialFile& part) const
{
    const std::optional<FileVersion> version = part.version();
    if (part.size() == 0 || !version || version->url != shownUrl(m_download.url))
        return false;
    if (part.size() > version->size.value_or(part.size())
        || part.size() > m_download.size.value_or(part.size()))
        return false;
    // Without a validator two versions could be joined unseen, unless the sum would show it.
    return !version->validator().empty() || m_download.sha256;
}

FileDownload::Attempt FileDownload::attempt(PartialFile& part)
{
    m_head.clear();
    m_hasBegun = m_isAnotherVersion = false;
    m_wanted = {};
    HttpRequest request{m_download.url, std::nullopt, {}};
    if (mayGoOn(part)) {
        const FileVersion version = *part.version();
        m_total = version.size;
        if (version.size == part.size()) { // killed between the last byte and the name
            m_wasJoined = true;
            return Attempt::Complete;
        }
        request.from = part.size();
        request.ifRange = version.validator();
    }
    const auto receive = [&](const HttpReply& reply, std::span<const char> bytes) {
        if (m_hasBegun) {
            part.append(bytes);
        } else {
            m_head.append(bytes.data(), bytes.size());
            if (reply.status == 200 && m_head.size() < 512)
                return true;
            if (!begin(part, request, reply))
                return false;
        }
        m_progress(part.size(), m_total);
        return true;
    };
    return judge(part, request, m_client.get(request, receive, m_stop));
}

bool FileDownload::begin(PartialFile& part, const HttpRequest& request, const HttpReply& reply)
{
    if (reply.status == 206 && request.from) {
        const FileVersion noted = *part.version();
        if (reply.rangeStart != request.from || !noted.agreesWith(versionOf(m_download.url, reply))) {
            m_isAnotherVersion = true;
            return false;
        }
        m_wasJoined = true;
        if (reply.total)
            m_total = reply.total;
    } else if (reply.status == 200) {
        beginAnew(part, reply);
    } else {
        return false;
    }
    m_hasBegun = true;
    part.append(m_head);
    return true;
}

/// What is there is only given up for something that can be the file.
void FileDownload::beginAnew(PartialFile& part, const HttpReply& reply)
{
    if (const std::string problem = problemOfBeginning(m_head, m_download.target); !problem.empty())
        refuse(fmt::format("what the server sends {}. That is no {}: check the address in a browser", problem,
                           m_download.target.extension() == ".csd" ? "computational sequence"
                                                                   : m_download.target.filename().string()));
    if (m_download.size && reply.total && *m_download.size != *reply.total)
        refuse(fmt::format("the server's file has {} bytes, the list says {}. It is another version: update "
                           "the list, or fetch from elsewhere",
                           *reply.total, *m_download.size));
    if (part.size() > 0)
        m_notice("the server sends all of it again");
    m_wasJoined = false;
    m_total = reply.total ? reply.total : m_download.size;
    part.startAnew(versionOf(m_download.url, reply));
    std::error_code unknown;
    const std::uintmax_t room = fs::space(m_folder, unknown).available;
    if (!unknown && reply.total && *reply.total > room)
        throw Refused(
            fmt::format("{}: the disk has room for {}, the file needs {}. Make room and start again",
                        m_download.target.string(), inMegabytes(room), inMegabytes(*reply.total)));
}

FileDownload::Attempt FileDownload::judge(PartialFile& part, const HttpRequest& request,
                                          const HttpOutcome& outcome)
{
    using Trouble = HttpOutcome::Trouble;
    const HttpReply& reply = outcome.reply;
    if (reply.status != 0)
        m_wasAnswered = true;
    if (reply.status == 416 && reply.total == part.size()
        && part.version()->agreesWith(versionOf(m_download.url, reply)))
        return Attempt::Complete; // a server that did not say the length: there is nothing after what came
    if (m_isAnotherVersion || (reply.status == 416 && request.from)) {
        part.discard();
        m_problem = "the file changes while it is fetched";
        return Attempt::AnotherVersion;
    }
    if (reply.status >= 400 && isWorthRetrying(reply.status)) {
        m_problem = fmt::format("{} ({})", meaningOf(reply.status).what, reply.status);
        m_wanted = reply.retryAfter;
        return Attempt::Failed;
    }
    if (reply.status >= 400)
        refuseStatus(reply.status);
    if (outcome.trouble == Trouble::Final)
        refuse(outcome.problem + ".");
    if (outcome.trouble == Trouble::Unreachable) {
        m_problem = "the server cannot be reached: " + outcome.problem;
        if (!m_wasAnswered)
            refuse(m_problem + ". Check the address and the network.");
        return Attempt::Failed;
    }
    if (reply.status != 0 && reply.status != 200 && !(reply.status == 206 && request.from))
        refuseStatus(reply.status);
    if (outcome.trouble == Trouble::None && !m_hasBegun && reply.status == 200)
        begin(part, request, reply); // shorter than what begin() likes to see
    const bool isWhole = !m_total || part.size() == *m_total;
    if (outcome.trouble == Trouble::None && isWhole)
        return Attempt::Complete;
    const char* what
        = outcome.trouble == Trouble::Stalled ? "nothing came any more" : "the connection was cut";
    m_problem = reply.status == 0 ? fmt::format("{} before there was an answer", what)
        : m_total ? fmt::format("{} after {} of {}", what, inMegabytes(part.size()), inMegabytes(*m_total))
                  : fmt::format("{} after {}", what, inMegabytes(part.size()));
    return Attempt::Failed;
}

std::optional<std::string> FileDownload::verify(PartialFile& part)
{
    const bool mayBeMixed = m_wasJoined;
    std::string problem = problemOfFile(part.path(), m_download.target);
    if (m_download.size && part.size() != *m_download.size)
        problem = fmt::format("has {} bytes, the list says {}", part.size(), *m_download.size);
    const std::string sum = problem.empty() ? hexadecimal(sha256OfFile(part.path(), {m_stop, {}})) : "";
    if (problem.empty() && m_download.sha256 && *m_download.sha256 != sum)
        problem = fmt::format("has the SHA-256 {}, the list says {}", sum, *m_download.sha256);
    if (problem.empty())
        return sum;
    part.discard();
    if (!mayBeMixed)
        refuse("what the server sends " + problem
               + ". It is another version or damaged on its way: fetch again, or from elsewhere.");
    m_notice("what was joined " + problem + "; starting anew");
    m_wasJoined = false;
    return std::nullopt;
}

}

DownloadResult
downloadFile(const Download& download, const DownloadOptions& options, HttpClient& client,
             const std::function<void(std::uintmax_t, std::optional<std::uintmax_t>)>& progress,
             const std::function<void(const std::string&)>& notice, std::stop_token stop)
{
    try {
        return FileDownload(download, options, client, progress, notice, std::move(stop)).run();
    } catch (const Cancelled&) {
        throw;
    } catch (const Error& error) {
        return {DownloadResult::Status::Failed, error.what(), 0, {}};
    } catch (const fs::filesystem_error& error) {
        return {DownloadResult::Status::Failed, error.what(), 0, {}};
    }
}

}
