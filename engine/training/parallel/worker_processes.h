#pragma once

#include "engine/training/parallel/worker_place.h"

#include <string>
#include <sys/types.h>
#include <vector>

namespace engine {

/// Processes of this program on this machine, one for each worker but the first, which is this process, and
/// the folder in which they meet. Each runs the command of this process, with `--rank` and `--rendezvous`
/// behind it; what they print is dropped, as the first worker prints the same.
class WorkerProcesses {
public:
    /// @param count  of all workers, 2 or more
    /// @param arguments  of this process, without the program's name
    /// @throws IoError (`io`) where the folder or a process cannot be made.
    WorkerProcesses(std::size_t count, const std::vector<std::string>& arguments);
    /// Ends those that still run: after five seconds for putting things away, at once.
    ~WorkerProcesses();
    WorkerProcesses(const WorkerProcesses&) = delete;
    WorkerProcesses& operator=(const WorkerProcesses&) = delete;

    /// Of the first worker; it must not outlive this.
    WorkerPlace place();

private:
    struct Child {
        pid_t process = -1;
        std::optional<std::string> fate{}; ///< the end that it came to
    };

    void start(const std::vector<std::string>& command);
    std::optional<std::string> fateOf(std::size_t rank);
    void end();

    std::filesystem::path m_folder;
    std::vector<Child> m_children; ///< of rank 1, 2, …
};

}
