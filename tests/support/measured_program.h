#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace engine::test {

/// How a program ended, and what it and its children took.
struct Measured {
    int exitCode = -1; ///< -1: it did not exit by itself
    int signal = 0;
    bool wasStopped = false; ///< it took longer than it may
    double processorSeconds = 0.0;
    double peakMiB = 0.0; ///< of the largest of its processes
    std::string output;
    std::string errors;
};

struct Measurement {
    std::vector<std::string> command; ///< the program's path first
    std::vector<std::string> environment; ///< NAME=value, besides PATH
    std::filesystem::path scratch; ///< a folder for what it writes; several may share none
    std::chrono::milliseconds longest{60'000}; ///< on a machine that others use as well
};

/// Runs a program to its end. May be called by several threads at once.
Measured runMeasured(const Measurement& measurement);

}
