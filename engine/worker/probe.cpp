#include "engine/worker/probe.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/pending_file.h"
#include "engine/worker/child_process.h"

#include <csignal>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

namespace engine {

namespace {

std::string withoutLineEnd(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
        text.pop_back();
    return text;
}

long long modificationTime(const std::filesystem::path& path)
{
    return std::filesystem::last_write_time(path).time_since_epoch().count();
}

/// What a sound file of that size needs many times over. Entries that the library has to look at (packed
/// ones) take 90 µs and 1 KiB of the file each; 3 s are what a file of a few MiB may take.
ChildLimits limitsFor(std::uintmax_t fileBytes)
{
    ChildLimits limits;
    limits.processorSeconds = 3 + fileBytes / (std::uintmax_t{4} << 20);
    limits.memoryBytes = (std::uint64_t{400} << 20) + fileBytes / 2;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    limits.memoryBytes = RLIM_INFINITY; // the sanitizer reserves terabytes of addresses
#endif
    return limits;
}

/// Whether a program ends with this signal by a fault of its own, not because somebody ends it (a session's
/// end).
bool isOfFault(int signal)
{
    return signal == SIGSEGV || signal == SIGBUS || signal == SIGABRT || signal == SIGFPE || signal == SIGILL;
}

/// What a person can do about limits that did not suffice.
constexpr const char* kWhatToDo
    = "Nothing is known to be wrong with it. If you trust it, have it examined without limits: "
      "polylogue-cli with --trust, in the window Help → Settings";

/// What is wrong with the file, or why that is not known (`not_examined`, `took_too_long`, `needs_memory`).
struct Refusal {
    std::string code = "not_examined";
    std::string message;
};

/// What a child says that did not succeed.
Refusal refusalOf(const ChildResult& child, const std::optional<ChildLimits>& limits,
                  const std::filesystem::path& file)
{
    Refusal refusal;
    if (child.wasTooSlow) {
        refusal.code = "took_too_long";
        refusal.message
            = fmt::format("was not examined within {} s: its disk or network folder may not answer. {}",
                          limits->wall.count(), kWhatToDo);
        return refusal;
    }
    if (limits
        && (child.signal == SIGXCPU || child.signal == SIGKILL)) { // the second, when it ignores the first
        refusal.code = "took_too_long";
        refusal.message = fmt::format("examining it took longer than {} s of processor time. {}",
                                      limits->processorSeconds, kWhatToDo);
        return refusal;
    }
    if (isOfFault(child.signal)) {
        refusal.code = "data_invalid";
        refusal.message = "is damaged: examining it ended with " + std::string(strsignal(child.signal));
        return refusal;
    }
    if (child.signal != 0) {
        refusal.message
            = fmt::format("was not examined: the program that examines files was ended from outside ({})",
                          strsignal(child.signal));
        return refusal;
    }
    std::string message = withoutLineEnd(child.errors);
    // The child says `code: path: what`, and ends with 1.
    const std::size_t codeEnd = message.find(": ");
    if (child.exitCode != 1 || codeEnd == std::string::npos || message.find(' ') < codeEnd) {
        refusal.message
            = message.empty() ? std::string("could not be examined") : "could not be examined: " + message;
        return refusal;
    }
    refusal.code = message.substr(0, codeEnd);
    message.erase(0, codeEnd + 2);
    const std::string prefix = file.string() + ": ";
    if (message.starts_with(prefix))
        message.erase(0, prefix.size());
    refusal.message = message;
    if (limits && refusal.code == "needs_memory")
        refusal.message = fmt::format("examining it takes more than {} MiB of memory. {}",
                                      limits->memoryBytes >> 20, kWhatToDo);
    return refusal;
}

std::string keyOf(const std::filesystem::path& path, const std::string& format)
{
    return format.empty() ? path.string() : path.string() + "|" + format;
}

}

Prober::Prober(std::filesystem::path program, std::filesystem::path cacheFolder)
    : m_program(std::move(program))
    , m_cacheFolder(std::move(cacheFolder))
{
    load();
}

bool Prober::Verdict::isOf(const std::filesystem::path& file) const
{
    return size == std::filesystem::file_size(file) && modified == modificationTime(file);
}

void Prober::check(const std::filesystem::path& file, const std::string& format)
{
    std::error_code missing;
    const std::filesystem::path path = std::filesystem::weakly_canonical(file, missing);
    if (!std::filesystem::exists(path))
        throw IoError("file_not_found", file.string(), "there is no such file");
    if (!std::filesystem::is_regular_file(path))
        throw IoError("not_hdf5", file.string(),
                      format.empty()
                          ? "is not a file (expected a computational sequence, .csd)"
                          : "is not a file (expected tensors in HDF5 of the format '" + format + "')");

    std::optional<Verdict> found = known(path, keyOf(path, format));
    const Verdict verdict = found ? std::move(*found) : examineAndKeep(path, format);
    if (verdict.code == "not_hdf5")
        throw IoError(verdict.code, file.string(), verdict.message);
    if (!verdict.code.empty())
        throw FormatError(verdict.code, file.string(), verdict.message);
}

void Prober::begin(const std::filesystem::path& file)
{
    std::error_code missing;
    const std::filesystem::path path = std::filesystem::weakly_canonical(file, missing);
    if (!std::filesystem::is_regular_file(path, missing))
        return;
    const std::string key = keyOf(path, {});
    const std::lock_guard lock(m_mutex);
    const auto kept = m_verdicts.find(key);
    if (m_begun.contains(key) || (kept != m_verdicts.end() && kept->second.isOf(path)))
        return;
    const std::shared_future<Verdict> before = m_begun.empty() ? std::shared_future<Verdict>() : m_lastBegun;
    m_lastBegun = std::async(std::launch::async, [this, path, before] {
                      if (before.valid())
                          before.wait();
                      return examineAndKeep(path, {});
                  }).share();
    m_begun.emplace(key, m_lastBegun);
}

std::optional<Prober::Verdict> Prober::known(const std::filesystem::path& file, const std::string& key)
{
    std::unique_lock lock(m_mutex);
    if (const auto begun = m_begun.extract(key)) {
        lock.unlock();
        const Verdict verdict = begun.mapped().get();
        return verdict.isOf(file) ? std::optional(verdict) : std::nullopt;
    }
    const auto kept = m_verdicts.find(key);
    return kept != m_verdicts.end() && kept->second.isOf(file) ? std::optional(kept->second) : std::nullopt;
}

Prober::Verdict Prober::examineAndKeep(const std::filesystem::path& file, const std::string& format)
{
    Verdict verdict = examine(file, format);
    if (verdict.isLasting()) {
        const std::lock_guard lock(m_mutex);
        m_verdicts[keyOf(file, format)] = verdict;
        save();
    }
    return verdict;
}

void Prober::forget(const std::filesystem::path& file, const std::string& format)
{
    std::error_code ignored;
    const std::lock_guard lock(m_mutex);
    m_verdicts.erase(keyOf(std::filesystem::weakly_canonical(file, ignored), format));
    save();
}

Prober::Verdict Prober::examine(const std::filesystem::path& file, const std::string& format) const
{
    Verdict verdict{std::filesystem::file_size(file), modificationTime(file), "", ""};
    std::vector<std::string> command{m_program.string(), "probe", file.string()};
    if (!format.empty())
        command.insert(command.end(), {"--as", format});
    else if (!m_cacheFolder.empty())
        command.insert(command.end(), {"--index", indexFolder().string()});
    std::optional<ChildLimits> limits;
    if (m_limits == Limits::BySize) {
        limits = limitsFor(verdict.size);
        limits->wall = m_patience.load() * limits->processorSeconds;
    }
    const ChildResult child = runChild(command, limits);
    if (child.succeeded())
        return verdict;
    if (child.exitCode == 127)
        throw IoError("file_not_found", m_program.string(), "could not be run to examine " + file.string());
    Refusal refusal = refusalOf(child, limits, file);
    verdict.code = std::move(refusal.code);
    verdict.message = std::move(refusal.message);
    return verdict;
}

void Prober::load()
{
    if (m_cacheFolder.empty())
        return;
    std::ifstream file(verdictFile());
    if (!file)
        return;
    try {
        const nlohmann::json json = nlohmann::json::parse(file);
        for (const auto& [path, item] : json.items())
            m_verdicts[path] = {item.at("size"), item.at("modified"), item.at("code"), item.at("message")};
    } catch (const nlohmann::json::exception&) {
        m_verdicts.clear(); // a cache that is no cache only costs time
    }
}

void Prober::save() const
{
    if (m_cacheFolder.empty())
        return;
    nlohmann::json json = nlohmann::json::object();
    for (const auto& [path, verdict] : m_verdicts)
        json[path] = {{"size", verdict.size},
                      {"modified", verdict.modified},
                      {"code", verdict.code},
                      {"message", verdict.message}};
    PendingFile pending(verdictFile());
    if (!(std::ofstream(pending.temporary()) << jsonText(json)))
        return;
    try {
        pending.commit(PendingFile::Sync::NotForCaches);
    } catch (const IoError&) { // a cache that cannot be written only costs time
    }
}

}
