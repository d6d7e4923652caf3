#pragma once

#include "engine/core/error.h"

#include <string>
#include <string_view>

namespace engine {

/// Returns what `read` returns. A FormatError of `read` that names only a field is thrown again with `source`
/// before it.
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
