#include "tests/support/no_memory.h"

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <thread>

namespace {

std::atomic<std::size_t> largest{SIZE_MAX};
std::atomic<std::size_t> refused{0};
std::atomic<std::thread::id> spared;

}

namespace engine::test {

NoMemory::NoMemory(std::size_t bytes)
{
    refused = 0;
    spared = std::this_thread::get_id();
    largest = bytes;
}

NoMemory::~NoMemory()
{
    largest = SIZE_MAX;
}

std::size_t NoMemory::refusals() const
{
    return refused;
}

}

// The whole program's.

void* operator new(std::size_t bytes)
{
    const bool refuses = bytes > largest && spared.load() != std::this_thread::get_id();
    void* memory = refuses ? nullptr : std::malloc(bytes == 0 ? 1 : bytes);
    if (memory)
        return memory;
    ++refused;
    throw std::bad_alloc();
}

void operator delete(void* memory) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}
