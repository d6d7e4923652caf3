#include "engine/core/unfinished.h"

#include "engine/core/host_name.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <unistd.h>
#include <vector>

namespace engine {

std::string hostMark()
{
    return "." + hostName() + ".";
}

std::string unfinishedName(const std::filesystem::path& target)
{
    return target.string() + hostMark() + std::to_string(getpid());
}

bool hasEnded(int process)
{
    return process > 0 && kill(process, 0) != 0 && errno == ESRCH;
}

void removeAbandoned(const std::filesystem::path& target)
{
    const std::string stem = target.filename().string() + hostMark();
    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
    std::error_code ignored; // what is left over only takes room
    std::vector<std::filesystem::path> abandoned;
    for (std::filesystem::directory_iterator item(folder, ignored), end; !ignored && item != end;
         item.increment(ignored)) {
        const std::string name = item->path().filename().string();
        if (!name.starts_with(stem) || !name.ends_with(".part"))
            continue;
        if (hasEnded(std::atoi(name.c_str() + stem.size())))
            abandoned.push_back(item->path());
    }
    for (const std::filesystem::path& left : abandoned)
        std::filesystem::remove_all(left, ignored);
}

}
