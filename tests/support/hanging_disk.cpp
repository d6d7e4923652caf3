#include "tests/support/hanging_disk.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <mutex>
#include <string_view>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

namespace engine::test {

namespace {

struct Disk {
    std::string folder;
    std::thread::id owner;
    bool hangs = false;
    std::size_t waiting = 0;
    std::vector<std::string> asked;
};

std::atomic<Disk*> disk = nullptr; // the C library's functions have no other way to it
std::mutex mutex;
std::condition_variable answers;

template <typename Function>
Function* realOne(const char* name)
{
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

bool isWatched(std::string_view path)
{
    const Disk* watched = disk;
    return watched && path.starts_with(watched->folder)
        && (path.size() == watched->folder.size() || path[watched->folder.size()] == '/');
}

std::string pathOf(int descriptor)
{
    char path[4096];
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const long length = syscall(SYS_readlinkat, AT_FDCWD, link.c_str(), path, sizeof path);
    return length > 0 ? std::string(path, static_cast<std::size_t>(length)) : std::string();
}

/// Waits as long as the disk does not answer, or notes what the owner of the disk asked.
void ask(const char* function, std::string_view path)
{
    std::unique_lock lock(mutex);
    if (!isWatched(path))
        return;
    if (std::this_thread::get_id() != disk.load()->owner) {
        ++disk.load()->waiting;
        answers.wait(lock, [] { return !disk.load() || !disk.load()->hangs; });
        if (Disk* still = disk)
            --still->waiting;
        return;
    }
    const std::string what = std::string(function) + ' ' + std::string(path);
    if (std::ranges::find(disk.load()->asked, what) != disk.load()->asked.end())
        return;
    disk.load()->asked.push_back(what);
    lock.unlock();
    if (std::getenv("POLYLOGUE_TRACE")) {
        void* frames[40];
        std::fprintf(stderr, "== %s\n", what.c_str());
        backtrace_symbols_fd(frames, backtrace(frames, 40), 2);
    }
}

void ask(const char* function, int descriptor)
{
    if (disk)
        ask(function, pathOf(descriptor));
}

void askPath(const char* function, const char* path)
{
    if (disk && path)
        ask(function, std::string_view(path));
}

}

HangingDisk::HangingDisk(const std::filesystem::path& folder)
{
    auto* made = new Disk;
    made->folder = std::filesystem::canonical(folder).string();
    made->owner = std::this_thread::get_id();
    const std::lock_guard lock(mutex);
    disk = made;
}

HangingDisk::~HangingDisk()
{
    const std::lock_guard lock(mutex);
    delete disk.exchange(nullptr);
    answers.notify_all();
}

void HangingDisk::setHanging(bool hangs)
{
    const std::lock_guard lock(mutex);
    disk.load()->hangs = hangs;
    answers.notify_all();
}

std::size_t HangingDisk::waiting() const
{
    const std::lock_guard lock(mutex);
    return disk.load()->waiting;
}

std::vector<std::string> HangingDisk::askedHere() const
{
    const std::lock_guard lock(mutex);
    return disk.load()->asked;
}

}

// The C library's functions, as the whole program sees them.

using engine::test::ask;
using engine::test::askPath;
using engine::test::realOne;

extern "C" {

static mode_t modeOf(int flags, va_list arguments)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

int open(const char* path, int flags, ...)
{
    askPath("open", path);
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return realOne<int(const char*, int, ...)>("open")(path, flags, mode);
}

int open64(const char* path, int flags, ...)
{
    askPath("open", path);
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return realOne<int(const char*, int, ...)>("open64")(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...)
{
    askPath("open", path);
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return realOne<int(int, const char*, int, ...)>("openat")(folder, path, flags, mode);
}

int openat64(int folder, const char* path, int flags, ...)
{
    askPath("open", path);
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = modeOf(flags, arguments);
    va_end(arguments);
    return realOne<int(int, const char*, int, ...)>("openat64")(folder, path, flags, mode);
}

FILE* fopen(const char* path, const char* mode)
{
    askPath("open", path);
    return realOne<FILE*(const char*, const char*)>("fopen")(path, mode);
}

FILE* fopen64(const char* path, const char* mode)
{
    askPath("open", path);
    return realOne<FILE*(const char*, const char*)>("fopen64")(path, mode);
}

DIR* opendir(const char* path)
{
    askPath("list", path);
    return realOne<DIR*(const char*)>("opendir")(path);
}

int stat(const char* path, struct stat* result) noexcept
{
    askPath("stat", path);
    return realOne<int(const char*, struct stat*)>("stat")(path, result);
}

int stat64(const char* path, struct stat64* result) noexcept
{
    askPath("stat", path);
    return realOne<int(const char*, struct stat64*)>("stat64")(path, result);
}

int lstat(const char* path, struct stat* result) noexcept
{
    askPath("stat", path);
    return realOne<int(const char*, struct stat*)>("lstat")(path, result);
}

int lstat64(const char* path, struct stat64* result) noexcept
{
    askPath("stat", path);
    return realOne<int(const char*, struct stat64*)>("lstat64")(path, result);
}

int statx(int folder, const char* path, int flags, unsigned mask, struct statx* result) noexcept
{
    askPath("stat", path);
    return realOne<int(int, const char*, int, unsigned, struct statx*)>("statx")(folder, path, flags, mask,
                                                                                 result);
}

int access(const char* path, int mode) noexcept
{
    askPath("stat", path);
    return realOne<int(const char*, int)>("access")(path, mode);
}

ssize_t read(int descriptor, void* bytes, size_t size)
{
    ask("read", descriptor);
    return realOne<ssize_t(int, void*, size_t)>("read")(descriptor, bytes, size);
}

ssize_t pread(int descriptor, void* bytes, size_t size, off_t offset)
{
    ask("read", descriptor);
    return realOne<ssize_t(int, void*, size_t, off_t)>("pread")(descriptor, bytes, size, offset);
}

ssize_t pread64(int descriptor, void* bytes, size_t size, off64_t offset)
{
    ask("read", descriptor);
    return realOne<ssize_t(int, void*, size_t, off64_t)>("pread64")(descriptor, bytes, size, offset);
}

ssize_t write(int descriptor, const void* bytes, size_t size)
{
    ask("write", descriptor);
    return realOne<ssize_t(int, const void*, size_t)>("write")(descriptor, bytes, size);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset)
{
    ask("write", descriptor);
    return realOne<ssize_t(int, const void*, size_t, off_t)>("pwrite")(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset)
{
    ask("write", descriptor);
    return realOne<ssize_t(int, const void*, size_t, off64_t)>("pwrite64")(descriptor, bytes, size, offset);
}

int fsync(int descriptor)
{
    ask("sync", descriptor);
    return realOne<int(int)>("fsync")(descriptor);
}

int fdatasync(int descriptor)
{
    ask("sync", descriptor);
    return realOne<int(int)>("fdatasync")(descriptor);
}

int rename(const char* from, const char* to) noexcept
{
    askPath("rename", to);
    return realOne<int(const char*, const char*)>("rename")(from, to);
}

int unlink(const char* path) noexcept
{
    askPath("remove", path);
    return realOne<int(const char*)>("unlink")(path);
}

int mkdir(const char* path, mode_t mode) noexcept
{
    askPath("make", path);
    return realOne<int(const char*, mode_t)>("mkdir")(path, mode);
}
}
