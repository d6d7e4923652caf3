#pragma once

#include "engine/core/error.h"

#include <QString>

#include <exception>
#include <variant>

namespace app {

/// Work that could not be done.
struct Failed {
    QString sentence; ///< why
    bool isRefusal = false; ///< work that is given nothing else fails like this again
};

/// Work that was stopped before its end.
struct Stopped { };

/// How work ended: with its result, a failure, or a stop.
template <typename Result>
using Outcome = std::variant<Result, Failed, Stopped>;

/// Why it failed, as a sentence; empty: it did not.
template <typename Result>
QString failureOf(const Outcome<Result>& outcome)
{
    const auto* failure = std::get_if<Failed>(&outcome);
    return failure ? failure->sentence : QString();
}

/// Whether it failed so that to try again is no use, while nothing else changes.
template <typename Result>
bool isRefused(const Outcome<Result>& outcome)
{
    const auto* failure = std::get_if<Failed>(&outcome);
    return failure && failure->isRefusal;
}

inline constexpr const char* kRefused = "refused"; ///< code of an engine::Error of such a failure

inline bool isRefusal(const std::exception& error)
{
    const auto* ours = dynamic_cast<const engine::Error*>(&error);
    return ours && ours->code() == kRefused;
}

}
