#pragma once

#include "engine/core/error.h"

#include <string>
#include <string_view>

namespace engine {

/// What `read` gives. What is wrong is said with the source, where whoever read it knows its field only.
template <class Read>
auto withSource(const std::string& source, const Read& read)
{
    try {
        return read();
    } catch (const FormatError& error) {
        if (std::string_view(error.what()).starts_with(source))
            throw;
        throw FormatError(error.code(), source, error.what());
    }
}

}
