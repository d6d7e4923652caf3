#include "tests/support/faulty_disk.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <map>
#include <random>
#include <sqlite3.h>
#include <vector>

namespace engine::test {

namespace {

using Bytes = std::vector<char>;

/// What was done to a file since its last sync.
struct Unsynced {
    bool isTruncation = false;
    sqlite3_int64 offset = 0; ///< or the new size
    Bytes data;
};

struct Image {
    Bytes durable;
    std::vector<Unsynced> unsynced;
    bool isRemoved = false; ///< but the folder was not synced since
};

struct Disk {
    FaultyDisk::Fault fault = FaultyDisk::Fault::None;
    std::size_t at = 0;
    std::size_t count = 0;
    bool failed = false;
    std::mt19937 random;
    std::map<std::string, Image> images;
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs vfs{};
};

Disk* disk = nullptr; // SQLite's callbacks have no other way to it

struct File {
    sqlite3_file base;
    char name[1024];
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& of(sqlite3_file* file)
{
    return *reinterpret_cast<File*>(file);
}

void apply(Bytes& bytes, const Unsynced& step)
{
    if (step.isTruncation) {
        bytes.resize(static_cast<std::size_t>(step.offset));
        return;
    }
    bytes.resize(std::max(bytes.size(), static_cast<std::size_t>(step.offset) + step.data.size()));
    std::memcpy(bytes.data() + step.offset, step.data.data(), step.data.size());
}

/// Whether this operation fails.
bool fails(bool isWrite)
{
    using enum FaultyDisk::Fault;
    const std::size_t now = disk->count++;
    const bool due = disk->fault == Full || disk->fault == PowerLoss ? now >= disk->at : now == disk->at;
    if (disk->fault == None || !due)
        return false;
    if ((disk->fault == Full || disk->fault == ShortWrite) && !isWrite)
        return false;
    disk->failed = true;
    return true;
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset)
{
    if (fails(true)) {
        if (disk->fault == FaultyDisk::Fault::Full)
            return SQLITE_FULL;
        if (disk->fault == FaultyDisk::Fault::ShortWrite)
            of(file).real()->pMethods->xWrite(of(file).real(), data, size / 2, offset);
        return SQLITE_IOERR_WRITE;
    }
    const char* bytes = static_cast<const char*>(data);
    disk->images[of(file).name].unsynced.push_back({false, offset, Bytes(bytes, bytes + size)});
    return of(file).real()->pMethods->xWrite(of(file).real(), data, size, offset);
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    if (fails(false))
        return SQLITE_IOERR_TRUNCATE;
    disk->images[of(file).name].unsynced.push_back({true, size, {}});
    return of(file).real()->pMethods->xTruncate(of(file).real(), size);
}

int sync(sqlite3_file* file, int flags)
{
    if (fails(false))
        return SQLITE_IOERR_FSYNC;
    Image& image = disk->images[of(file).name];
    for (const Unsynced& step : image.unsynced)
        apply(image.durable, step);
    image.unsynced.clear();
    return of(file).real()->pMethods->xSync(of(file).real(), flags);
}

template <auto Method, typename... Arguments>
auto pass(sqlite3_file* file, Arguments... arguments)
{
    return (of(file).real()->pMethods->*Method)(of(file).real(), arguments...);
}

using Methods = sqlite3_io_methods;
const Methods kMethods{3,
                       pass<&Methods::xClose>,
                       pass<&Methods::xRead, void*, int, sqlite3_int64>,
                       write,
                       truncate,
                       sync,
                       pass<&Methods::xFileSize, sqlite3_int64*>,
                       pass<&Methods::xLock, int>,
                       pass<&Methods::xUnlock, int>,
                       pass<&Methods::xCheckReservedLock, int*>,
                       pass<&Methods::xFileControl, int, void*>,
                       pass<&Methods::xSectorSize>,
                       pass<&Methods::xDeviceCharacteristics>,
                       pass<&Methods::xShmMap, int, int, int, void volatile**>,
                       pass<&Methods::xShmLock, int, int, int>,
                       pass<&Methods::xShmBarrier>,
                       pass<&Methods::xShmUnmap, int>,
                       pass<&Methods::xFetch, sqlite3_int64, int, void**>,
                       pass<&Methods::xUnfetch, sqlite3_int64, void*>};

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* given)
{
    File& self = of(file);
    self.base.pMethods = nullptr;
    std::snprintf(self.name, sizeof self.name, "%s", name ? name : "");
    if (const auto found = disk->images.find(self.name);
        found != disk->images.end() && found->second.isRemoved) {
        found->second.isRemoved = false; // until it is synced, the folder may name what was there before
        found->second.unsynced.push_back({true, 0, {}});
    }
    if (const auto [image, isNew] = disk->images.try_emplace(self.name);
        isNew) { // what was there before is safe
        std::ifstream before(self.name, std::ios::binary);
        image->second.durable.assign(std::istreambuf_iterator<char>(before), {});
    }
    const int result = disk->real->xOpen(disk->real, name, self.real(), flags, given);
    if (result == SQLITE_OK && self.real()->pMethods)
        self.base.pMethods = &kMethods;
    return result;
}

int remove(sqlite3_vfs*, const char* name, int syncFolder)
{
    if (fails(false))
        return SQLITE_IOERR_DELETE;
    if (const auto found = disk->images.find(name); found != disk->images.end() && syncFolder == 0)
        found->second.isRemoved = true;
    else
        disk->images.erase(name);
    return disk->real->xDelete(disk->real, name, syncFolder);
}

}

FaultyDisk::FaultyDisk(Fault fault, std::size_t operation, unsigned seed)
{
    disk = new Disk;
    disk->fault = fault;
    disk->at = operation;
    disk->random.seed(seed);
    disk->real = sqlite3_vfs_find("unix");
    disk->vfs = *disk->real; // what is not about files' contents is the real one's
    disk->vfs.pNext = nullptr;
    disk->vfs.zName = "faulty";
    disk->vfs.szOsFile = static_cast<int>(sizeof(File)) + disk->real->szOsFile;
    disk->vfs.xOpen = open;
    disk->vfs.xDelete = remove;
    sqlite3_vfs_register(&disk->vfs, 1);
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_register(disk->real, 1);
    sqlite3_vfs_unregister(&disk->vfs);
    delete disk;
    disk = nullptr;
}

std::size_t FaultyDisk::operations() const
{
    return disk->count;
}

bool FaultyDisk::hasFailed() const
{
    return disk->failed;
}

void FaultyDisk::recoverInto(const std::filesystem::path& folder) const
{
    std::filesystem::create_directories(folder);
    for (const auto& [name, image] : disk->images) {
        if (image.isRemoved && disk->random() % 2 == 0)
            continue;
        Bytes bytes = image.durable;
        for (const Unsynced& step : image.unsynced) {
            if (disk->random() % 2 == 0)
                apply(bytes, step);
        }
        std::ofstream file(folder / std::filesystem::path(name).filename(), std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
}

}
