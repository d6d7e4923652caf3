#pragma once

#include "engine/core/run_context.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace engine {

/// Calls `work(first, end)` for blocks of rows on up to four processors. The blocks are the same on every
/// machine; in which order they are done is not.
/// @param run  asked whether to stop before each block.
/// @throws Cancelled, and what `work` throws.
template <typename Work>
void inRowBlocks(std::size_t rows, std::size_t block, const RunContext& run, const Work& work)
{
    std::atomic<std::size_t> next = 0;
    const auto take = [&] {
        for (std::size_t first = next.fetch_add(block); first < rows && !run.stop.stop_requested();
             first = next.fetch_add(block))
            work(first, std::min(first + block, rows));
    };
    std::vector<std::future<void>> helpers;
    const std::size_t processors = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 4);
    for (std::size_t i = 1; i < processors && i * block < rows; ++i)
        helpers.push_back(std::async(std::launch::async, take));
    take();
    for (std::future<void>& helper : helpers)
        helper.get();
    RunContext{run.stop, {}}.tick(0, 1);
}

}
