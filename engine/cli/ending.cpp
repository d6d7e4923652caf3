#include "engine/cli/ending.h"

#include "engine/core/error.h"
#include "engine/core/terminal_text.h"

#include <cstdio>
#include <fmt/format.h>
#include <new>

namespace engine::cli {

int runToTheEnd(const std::function<int()>& command)
{
    try {
        return command();
    } catch (const Error& error) {
        fmt::print(stderr, "{}: {}\n", error.code(), terminalLines(error.what()));
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "memory: there is not enough memory for this\n");
    } catch (const std::exception& error) {
        fmt::print(stderr, "internal: {}\n", terminalLines(error.what()));
    }
    return 1;
}

}
