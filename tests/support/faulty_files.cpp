#include "tests/support/faulty_files.h"

#include <cerrno>
#include <cstdio>
#include <dlfcn.h>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>
#include <utility>

namespace engine::test {

namespace {

namespace fs = std::filesystem;
using Fault = FaultyFiles::Fault;
using Names = std::map<std::string, ino_t>;

std::string bytesOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

ino_t inodeOf(const fs::path& path)
{
    struct stat state { };
    return stat(path.c_str(), &state) == 0 ? state.st_ino : 0;
}

struct Files {
    fs::path folder;
    Fault fault = Fault::None;
    std::size_t at = 0;
    std::size_t count = 0;
    bool failed = false;
    std::mt19937 random;
    std::map<ino_t, std::string> durable; ///< contents that were synced
    std::map<ino_t, std::string> lost; ///< the other contents that were there at the moment of the fault
    Names names; ///< that were synced
    std::vector<std::pair<std::string, ino_t>> renamed; ///< since then

    Names namesNow() const
    {
        Names now;
        for (const auto& item : fs::directory_iterator(folder))
            now[item.path().filename().string()] = inodeOf(item.path());
        return now;
    }
};

Files* files = nullptr; // the C library's functions have no other way to it
std::recursive_mutex mutex;

template <typename Function>
Function* realOne(const char* name)
{
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

fs::path pathOf(int descriptor)
{
    std::error_code unknown;
    return fs::read_symlink("/proc/self/fd/" + std::to_string(descriptor), unknown);
}

bool isWatched(const fs::path& path)
{
    return files && (path.parent_path() == files->folder || path == files->folder);
}

/// Notes one operation. @return the number of the error it fails with, or 0.
int errorOf(bool isWrite)
{
    const std::size_t now = files->count++;
    const bool due = files->fault == Fault::Error ? now == files->at : now >= files->at;
    if (files->fault == Fault::None || !due || (files->fault == Fault::Full && !isWrite))
        return 0;
    if (!files->failed && files->fault == Fault::PowerLoss) {
        for (const auto& [name, inode] : files->namesNow())
            files->lost[inode] = bytesOf(files->folder / name);
    }
    files->failed = true;
    return files->fault == Fault::Full ? ENOSPC : EIO;
}

/// Does one operation on a file, or lets it fail.
template <typename Real>
auto operate(int descriptor, bool isWrite, Real real) -> decltype(real())
{
    const std::lock_guard lock(mutex);
    if (files && isWatched(pathOf(descriptor))) {
        if (const int error = errorOf(isWrite)) {
            errno = error;
            return -1;
        }
    }
    return real();
}

int syncing(int descriptor, const char* function)
{
    return operate(descriptor, false, [&] {
        const fs::path path = pathOf(descriptor);
        if (files && path == files->folder) {
            files->names = files->namesNow();
            files->renamed.clear();
        } else if (isWatched(path)) {
            files->durable[inodeOf(path)] = bytesOf(path);
        }
        return realOne<int(int)>(function)(descriptor);
    });
}

}

FaultyFiles::FaultyFiles(const fs::path& folder, Fault fault, std::size_t operation, unsigned seed)
{
    auto* made = new Files;
    made->folder = fs::canonical(folder);
    made->fault = fault;
    made->at = operation;
    made->random.seed(seed);
    made->names = made->namesNow();
    for (const auto& [name, inode] : made->names)
        made->durable[inode] = bytesOf(made->folder / name);
    files = made;
}

FaultyFiles::~FaultyFiles()
{
    delete std::exchange(files, nullptr);
}

std::size_t FaultyFiles::operations() const
{
    return files->count;
}

bool FaultyFiles::hasFailed() const
{
    return files->failed;
}

void FaultyFiles::recoverInto(const fs::path& folder) const
{
    fs::create_directories(folder);
    Names found = files->names;
    for (const auto& [name, inode] : files->renamed) {
        if (files->random() % 2 == 0)
            found[name] = inode;
    }
    for (const auto& [name, inode] : found) {
        const auto synced = files->durable.find(inode);
        std::string bytes;
        if (synced != files->durable.end())
            bytes = synced->second;
        else if (const auto other = files->lost.find(inode); other != files->lost.end())
            bytes = other->second.substr(0, files->random() % (other->second.size() + 1) / 2);
        std::ofstream(folder / name, std::ios::binary) << bytes;
    }
}

}

// The C library's functions, as the whole program sees them.

using engine::test::operate;
using engine::test::realOne;

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size)
{
    return operate(descriptor, true, [&] {
        return realOne<ssize_t(int, const void*, size_t)>("write")(descriptor, bytes, size);
    });
}

ssize_t writev(int descriptor, const iovec* pieces, int count)
{
    return operate(descriptor, true, [&] {
        return realOne<ssize_t(int, const iovec*, int)>("writev")(descriptor, pieces, count);
    });
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset)
{
    return operate(descriptor, true, [&] {
        return realOne<ssize_t(int, const void*, size_t, off_t)>("pwrite")(descriptor, bytes, size, offset);
    });
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset)
{
    return pwrite(descriptor, bytes, size, offset);
}

int ftruncate(int descriptor, off_t size) noexcept
{
    return operate(descriptor, true, [&] { return realOne<int(int, off_t)>("ftruncate")(descriptor, size); });
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    return ftruncate(descriptor, size);
}

int fsync(int descriptor)
{
    return engine::test::syncing(descriptor, "fsync");
}

int fdatasync(int descriptor)
{
    return engine::test::syncing(descriptor, "fdatasync");
}

int rename(const char* from, const char* to) noexcept
{
    using namespace engine::test;
    const std::lock_guard lock(mutex);
    const ino_t inode = files && isWatched(to) ? inodeOf(from) : 0;
    if (inode != 0) {
        if (const int error = errorOf(false)) {
            errno = error;
            return -1;
        }
    }
    const int result = realOne<int(const char*, const char*)>("rename")(from, to);
    if (inode != 0 && result == 0)
        files->renamed.emplace_back(std::filesystem::path(to).filename().string(), inode);
    return result;
}
}
