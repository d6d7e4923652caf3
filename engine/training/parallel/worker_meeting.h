#pragma once

#include "engine/training/parallel/worker_place.h"
#include "engine/training/parallel/worker_record.h"

#include <stop_token>
#include <vector>

namespace engine {

/// Where the workers of one run meet, and what each leaves there for the others: a folder below
/// WorkerPlace::rendezvous which the first worker makes, so that what a killed run has left is never taken
/// for this one. Names are `here-RANK`, `left-RANK`, and `noticed-RANK` of one that
/// has closed its connections.
class WorkerMeeting {
public:
    /// Waits until all are here, ten minutes at most.
    /// @throws Error (`worker_lost`) naming who did not come, or is gone; IoError (`io`); Cancelled.
    WorkerMeeting(WorkerPlace place, std::stop_token stop);
    /// The first worker's removes the folder, once the others need nothing of it (five seconds at most); of
    /// the others, that of one that saw the first be lost.
    ~WorkerMeeting();
    WorkerMeeting(const WorkerMeeting&) = delete;
    WorkerMeeting& operator=(const WorkerMeeting&) = delete;

    const WorkerPlace& place() const { return m_place; }
    /// A file for what the connections are made of.
    std::filesystem::path store() const { return m_folder / "store"; }

    /// Tells the others why this worker ends before the run is over. @param why  empty: it was stopped
    void leave(const std::string& why) noexcept;

    /// Finds out which workers a broken connection is owed to, ten seconds at most: those that left, whose
    /// process is gone, or who do not notice that a connection broke.
    /// @param broken  what was said of the connection
    /// @throws Cancelled where a worker was stopped; otherwise Error (`worker_lost`) naming them.
    [[noreturn]] void tellLost(const std::string& broken);

private:
    std::filesystem::path fileOf(const char* what, std::size_t rank) const;
    void open();
    void waitForAll();
    bool areAllHere();
    bool mayBegin() const;
    std::vector<std::string> lost() const;
    void waitUntilSeen() const;
    void removeWhatIsOurs();
    void letGo() noexcept;
    std::string describe(std::size_t rank, const std::string& what) const;
    /// Why a worker is not among those that go on; nothing where it is, or where that is not known yet.
    std::string reasonOf(std::size_t rank) const;

    WorkerPlace m_place;
    std::stop_token m_stop;
    WorkerRecord m_self = WorkerRecord::ofThisProcess();
    std::filesystem::path m_folder; ///< of this run
    std::vector<std::optional<WorkerRecord>> m_others; ///< by rank, this one among them
    bool m_removes = false;
};

}
