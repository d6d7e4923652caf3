#include "engine/core/scratch_file.h"

#include <fcntl.h>
#include <filesystem>
#include <mutex>
#include <stdlib.h> // mkostemp
#include <string>
#include <unistd.h>
#include <vector>

namespace engine {

namespace {

struct Reserve {
    std::mutex mutex;
    std::size_t wanted = 0;
    std::vector<int> files;
};

Reserve& reserve()
{
    static Reserve all;
    return all;
}

/// Below 0: none can be made.
int nameless()
{
    std::error_code ignored;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(ignored);
    if (folder.empty()) // TMPDIR names none
        return -1;
    const int file = open(folder.c_str(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, 0600);
    if (file >= 0)
        return file;
    std::string name
        = (folder / "polylogue-XXXXXX").string(); // where the folder's disk knows only files with names
    const int named = mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0)
        unlink(name.c_str());
    return named;
}

int reserved()
{
    Reserve& all = reserve();
    const std::lock_guard lock(all.mutex);
    if (all.files.empty())
        return -1;
    const int file = all.files.back();
    all.files.pop_back();
    return file;
}

}

std::FILE* openScratchFile()
{
    int file = reserved();
    if (file < 0)
        file = nameless();
    if (file < 0)
        return nullptr;
    std::FILE* const stream = fdopen(file, "w+b");
    if (!stream)
        close(file);
    return stream;
}

void closeScratchFile(std::FILE* file)
{
    if (!file)
        return;
    Reserve& all = reserve();
    const std::lock_guard lock(all.mutex);
    int again = all.files.size() < all.wanted ? fcntl(fileno(file), F_DUPFD_CLOEXEC, 0) : -1;
    std::fclose(file);
    if (again < 0)
        return;
    if (ftruncate(again, 0) == 0 && lseek(again, 0, SEEK_SET) == 0)
        all.files.push_back(again);
    else
        close(again);
}

void reserveScratchFiles(std::size_t count)
{
    Reserve& all = reserve();
    const std::lock_guard lock(all.mutex);
    all.wanted = count;
    for (; all.files.size() > count; all.files.pop_back())
        close(all.files.back());
    while (all.files.size() < count) {
        const int file = nameless();
        if (file < 0)
            return; // whoever needs one says so
        all.files.push_back(file);
    }
}

}
