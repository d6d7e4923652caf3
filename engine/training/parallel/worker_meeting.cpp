#include "engine/training/parallel/worker_meeting.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/text_file.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <thread>

namespace engine {

namespace {

namespace fs = std::filesystem;
using Now = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kBetweenLooks{20};
constexpr std::chrono::minutes kUntilAllAreHere{10};
constexpr std::chrono::seconds kUntilAllNotice{10};
constexpr std::chrono::seconds kUntilSeen{5};
constexpr const char* kStopped = ""; // what a worker says that was stopped

void write(const fs::path& file, const nlohmann::json& json)
{
    writeTextFile(file, jsonText(json)).commit(PendingFile::Sync::NotForCaches);
}

}

WorkerMeeting::WorkerMeeting(WorkerPlace place, std::stop_token stop)
    : m_place(std::move(place))
    , m_stop(std::move(stop))
    , m_others(m_place.count)
{
    makeFolder(m_place.rendezvous);
    if (m_place.rank == 0)
        open();
    try {
        waitForAll();
    } catch (const Cancelled&) {
        leave(kStopped);
        removeWhatIsOurs();
        throw;
    } catch (...) {
        removeWhatIsOurs(); // there is no destructor of what was not made
        throw;
    }
}

WorkerMeeting::~WorkerMeeting()
{
    letGo();
    if (m_place.rank == 0)
        waitUntilSeen();
    removeWhatIsOurs();
}

void WorkerMeeting::letGo() noexcept
{
    try {
        if (!m_folder.empty() && fs::exists(m_folder))
            write(fileOf("noticed", m_place.rank), true);
    } catch (const std::exception&) { // the first worker has removed the folder: it has ended
    }
}

void WorkerMeeting::removeWhatIsOurs()
{
    std::error_code ignored;
    if (m_removes && fs::remove(m_place.rendezvous / "run", ignored))
        fs::remove_all(m_folder, ignored);
    if (m_removes)
        fs::remove(m_place.rendezvous, ignored); // unless something else is in it
}

void WorkerMeeting::waitUntilSeen() const
{
    std::error_code ignored;
    const auto hasSeen = [&](std::size_t rank) {
        return rank == m_place.rank || !m_others[rank] || m_others[rank]->isGone()
            || fs::exists(fileOf("noticed", rank), ignored);
    };
    const Now::time_point end = Now::now() + kUntilSeen;
    for (std::size_t rank = 0; rank < m_place.count; ++rank) {
        while (!hasSeen(rank) && Now::now() < end)
            std::this_thread::sleep_for(kBetweenLooks);
    }
    std::this_thread::sleep_for(kBetweenLooks); // who notices reads the reason next
}

fs::path WorkerMeeting::fileOf(const char* what, std::size_t rank) const
{
    return m_folder / fmt::format("{}-{}", what, rank);
}

void WorkerMeeting::open()
{
    std::error_code ignored;
    const nlohmann::json before = jsonIn(m_place.rendezvous / "run");
    if (before.is_string()) // of a run that was killed
        fs::remove_all(m_place.rendezvous / fs::path(before.get<std::string>()).filename(), ignored);
    m_folder = m_place.rendezvous / ("run-" + m_self.token);
    makeFolder(m_folder);
    m_removes = true;
    write(m_place.rendezvous / "run", m_folder.filename().string());
}

/// Of the first worker: whether all have come; then they may begin.
bool WorkerMeeting::areAllHere()
{
    nlohmann::json all = nlohmann::json::array();
    for (std::size_t rank = 0; rank < m_place.count; ++rank) {
        m_others[rank] = WorkerRecord::from(jsonIn(fileOf("here", rank)));
        all.push_back(m_others[rank] ? m_others[rank]->toJson() : nlohmann::json());
    }
    if (std::ranges::any_of(m_others, [](const auto& other) { return !other.has_value(); }))
        return false;
    write(m_folder / "begin", all);
    return true;
}

/// Of the others: whether the first one has seen this very process.
bool WorkerMeeting::mayBegin() const
{
    const nlohmann::json all = jsonIn(m_folder / "begin");
    if (!all.is_array() || all.size() != m_place.count)
        return false;
    const std::optional<WorkerRecord> seen = WorkerRecord::from(all[m_place.rank]);
    return seen && seen->token == m_self.token;
}

void WorkerMeeting::waitForAll()
{
    const Now::time_point end = Now::now() + kUntilAllAreHere;
    while (true) {
        if (m_place.rank > 0) {
            const nlohmann::json run = jsonIn(m_place.rendezvous / "run");
            if (run.is_string())
                m_folder = m_place.rendezvous / fs::path(run.get<std::string>()).filename();
        }
        if (!m_folder.empty() && fs::exists(m_folder) && !fs::exists(fileOf("here", m_place.rank)))
            write(fileOf("here", m_place.rank), m_self.toJson());
        if (m_place.rank == 0 ? areAllHere() : !m_folder.empty() && mayBegin())
            break;
        if (m_stop.stop_requested())
            throw Cancelled();
        const std::vector<std::string> gone = m_folder.empty() ? std::vector<std::string>() : lost();
        if (m_place.rank == 0 && !gone.empty()) // the others may see those of an earlier run
            throw Error("worker_lost", fmt::format("Training has ended: {}.", fmt::join(gone, "; ")));
        if (Now::now() > end)
            throw Error(
                "worker_lost",
                m_place.rank == 0
                    ? fmt::format("Training has not begun: of {} workers, not all came to {} within {} "
                                  "minutes.",
                                  m_place.count, m_place.rendezvous.string(), kUntilAllAreHere.count())
                    : fmt::format("Training has not begun: worker 0 did not let this one, {} of {}, "
                                  "begin within {} minutes in {}.",
                                  m_place.rank, m_place.count, kUntilAllAreHere.count(),
                                  m_place.rendezvous.string()));
        std::this_thread::sleep_for(kBetweenLooks);
    }
    for (std::size_t rank = 0; rank < m_place.count; ++rank)
        m_others[rank] = WorkerRecord::from(jsonIn(m_folder / "begin")[rank]);
}

void WorkerMeeting::leave(const std::string& why) noexcept
{
    try {
        if (!m_folder.empty() && fs::exists(m_folder))
            write(fileOf("left", m_place.rank), why);
    } catch (const std::exception&) { // the others then find the process gone
    }
}

std::string WorkerMeeting::describe(std::size_t rank, const std::string& what) const
{
    const std::string who = m_others[rank] ? fmt::format(" ({})", m_others[rank]->text()) : "";
    return fmt::format("worker {} of {}{} {}", rank, m_place.count, who, what);
}

std::string WorkerMeeting::reasonOf(std::size_t rank) const
{
    const nlohmann::json left = jsonIn(fileOf("left", rank));
    if (left.is_string() && left.get<std::string>() == kStopped)
        throw Cancelled();
    if (left.is_string())
        return describe(rank, "ended with: " + left.get<std::string>());
    if (fs::exists(fileOf("noticed", rank)))
        return {};
    if (const auto fate = m_place.fate ? m_place.fate(rank) : std::nullopt)
        return describe(rank, "was ended by " + *fate);
    if (m_others[rank] && m_others[rank]->isGone())
        return describe(rank, "was ended, as its process is gone");
    return {};
}

std::vector<std::string> WorkerMeeting::lost() const
{
    std::vector<std::string> reasons;
    for (std::size_t rank = 0; rank < m_place.count; ++rank) {
        if (rank == m_place.rank)
            continue;
        if (std::string reason = reasonOf(rank); !reason.empty())
            reasons.push_back(std::move(reason));
    }
    return reasons;
}

void WorkerMeeting::tellLost(const std::string& broken)
{
    std::error_code ignored;
    letGo();
    const Now::time_point end = Now::now() + kUntilAllNotice;
    const auto haveAllSpoken = [&] {
        for (std::size_t rank = 0; rank < m_place.count; ++rank) {
            if (rank != m_place.rank && !fs::exists(fileOf("noticed", rank)))
                return false;
        }
        return true;
    };
    std::vector<std::string> reasons = lost();
    while (reasons.empty() && !haveAllSpoken() && Now::now() < end) {
        std::this_thread::sleep_for(kBetweenLooks);
        reasons = lost();
    }
    if (!reasons.empty()) { // others may have been lost with the first that is found
        std::this_thread::sleep_for(5 * kBetweenLooks);
        reasons = lost();
    }
    const bool isFirstLost = m_place.rank != 0 && !fs::exists(fileOf("noticed", 0), ignored);
    if (reasons.empty()) {
        for (std::size_t rank = 0; rank < m_place.count; ++rank) {
            if (rank != m_place.rank && !fs::exists(fileOf("noticed", rank)))
                reasons.push_back(describe(rank, "does not answer"));
        }
    }
    if (isFirstLost) {
        std::this_thread::sleep_for(50 * kBetweenLooks); // the others look into the folder, too
        m_removes = true;
    }
    if (reasons.empty())
        reasons.push_back("the workers lost their connection: " + broken);
    throw Error("worker_lost", fmt::format("Training has ended: {}.", fmt::join(reasons, "; ")));
}

}
