#include "engine/core/window_lock.h"

#include "engine/core/host_name.h"
#include "engine/core/unfinished.h"

#include <charconv>
#include <fstream>

namespace engine {

bool isOpenInWindow(const std::filesystem::path& project)
{
    const std::filesystem::path lock = project.string() + ".lock";
    if (!std::filesystem::exists(lock))
        return false;
    std::ifstream stream(lock);
    std::string process, program, host;
    std::getline(stream, process);
    std::getline(stream, program);
    std::getline(stream, host);
    pid_t number = 0;
    const auto [end, error] = std::from_chars(process.data(), process.data() + process.size(), number);
    if (error != std::errc() || number <= 0 || host != hostName())
        return true;
    if (hasEnded(number))
        return false;
    std::error_code unknown; // of another person's process
    const std::filesystem::path running
        = std::filesystem::read_symlink("/proc/" + std::to_string(number) + "/exe", unknown);
    return unknown || program.empty() || running.filename() == program; // else its number was given again
}

}
