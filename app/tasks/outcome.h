#pragma once

#include <QString>

#include <variant>

namespace app {

/// Work that could not be done.
struct Failed {
    QString sentence; ///< why
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

}
