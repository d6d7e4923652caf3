#pragma once

#include "engine/core/error.h"

#include <string>

namespace engine::test {

/// What `action` throws, as `code: message`; empty when it throws nothing.
template <typename Action>
std::string failureOf(const Action& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error.code() + ": " + error.what();
    }
    return {};
}

}
