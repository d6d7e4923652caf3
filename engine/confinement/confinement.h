#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// What a process that reads files of strangers may still do. Whoever finds a fault in a parser gains no more
/// than this.
struct Confinement {
    /// Who needs which calls of the system.
    enum class Calls {
        OfDecoder, ///< what decoding needs, and nothing else: no socket, no program, no file for writing
        OfWorker, ///< all but those of networks, other processes and the system itself
    };
    /// Of a worker.
    enum class Network {
        None,
        Internet, ///< no sockets of the machine's own programs: display, message bus, …
        All, ///< for drivers of graphics cards
    };
    Calls calls = Calls::OfWorker;
    bool readsAll = true; ///< every file that the user may read; else `readable` alone
    std::vector<std::filesystem::path> readable = {}; ///< files
    /// Files and folders, with all that lies in them; they are there already, others are left out.
    std::vector<std::filesystem::path> writable = {};
    bool runsPrograms = false; ///< a worker that starts other programs, which are confined as it is
    Network network = Network::None;
    std::uint64_t memoryBytes = 0; ///< that it may write to; 0: no limit
    std::uint64_t processorSeconds = 0; ///< in all, whatever limitProcessorTime() allows later; 0: no limit
};

/// What of it this system could do.
struct Confined {
    int fileRules = 0; ///< the version of the system's rules for files (Landlock); 0: it has none
    bool callRules = false; ///< of calls (seccomp)
    bool ownNetwork = false; ///< a network of its own, in which nobody else is

    bool isWhole() const { return fileRules > 0 && callRules; }
    /// `Landlock 3, seccomp, no network`; what is lacking is said.
    std::string text() const;
};

/// What a process must be allowed to write for an output: a folder that is there; else, for a file, which
/// comes into being beside itself, or a folder that is still to be made, the nearest folder above.
std::filesystem::path folderOfOutput(const std::filesystem::path& output);

/// Gives up what the process does not need, for good, with all that it starts from now on. To be called while
/// the process has one thread. What the system cannot do is left out.
Confined confine(const Confinement& wished);

/// What a worker that holds whole models or recordings may take: three quarters of the machine's memory, in
/// bytes, and 4 GiB at least; 0, no limit, where a sanitizer keeps books of its own.
std::uint64_t shareOfMemory();

/// Gives the process a network of its own where the system lets it, with all that it starts from now on. To
/// be called while the process has one thread.
/// @return whether it has one
bool leaveNetwork();

/// From now on the process may use so much processor time, then the system ends it.
void limitProcessorTime(std::uint64_t seconds);

}
