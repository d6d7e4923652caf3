#include "engine/media_messages/shared_pictures.h"

#include "engine/core/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace engine {

namespace {

constexpr const char* kName = "polylogue pictures";
constexpr int kSeals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;

[[noreturn]] void throwSystemError()
{
    throw IoError("io", kName, std::strerror(errno));
}

}

std::shared_ptr<SharedPictures> SharedPictures::make(std::size_t bytes)
{
    const std::size_t page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    bytes = (bytes + page - 1) / page * page;
    Descriptor handle(::memfd_create(kName, MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!handle || ::ftruncate(handle.get(), static_cast<off_t>(bytes * kPlaces)) != 0
        || ::fcntl(handle.get(), F_ADD_SEALS, kSeals) != 0)
        throwSystemError();
    return std::shared_ptr<SharedPictures>(new SharedPictures(std::move(handle), bytes));
}

std::shared_ptr<SharedPictures> SharedPictures::take(const Descriptor& handle, std::size_t bytes)
{
    struct stat status {};
    const bool isSealed = handle && (::fcntl(handle.get(), F_GET_SEALS) & kSeals) == kSeals;
    if (!isSealed || ::fstat(handle.get(), &status) != 0
        || static_cast<std::size_t>(status.st_size) != bytes * kPlaces)
        throw FormatError("bad_frame", kName, "is no shared memory of this size");
    Descriptor own(::dup(handle.get()));
    return std::shared_ptr<SharedPictures>(new SharedPictures(std::move(own), bytes));
}

SharedPictures::SharedPictures(Descriptor handle, std::size_t bytes) : m_handle(std::move(handle)), m_bytes(bytes)
{
    void* memory = ::mmap(nullptr, bytes * kPlaces, PROT_READ | PROT_WRITE, MAP_SHARED, m_handle.get(), 0);
    if (memory == MAP_FAILED)
        throwSystemError();
    m_memory = static_cast<std::uint8_t*>(memory);
    for (std::size_t number = kPlaces; number > 0; --number)
        m_free.push_back(number - 1);
}

SharedPictures::~SharedPictures()
{
    ::munmap(m_memory, m_bytes * kPlaces);
}

SharedPictures::Place SharedPictures::reserve()
{
    const std::lock_guard lock(m_mutex);
    const std::size_t number = m_free.back();
    m_free.pop_back();
    const auto giveBack = [owner = shared_from_this(), number](const std::uint8_t*) {
        const std::lock_guard freeing(owner->m_mutex);
        owner->m_free.push_back(number);
    };
    return {number, std::shared_ptr<const std::uint8_t>(place(number), giveBack), m_free.empty()};
}

}
