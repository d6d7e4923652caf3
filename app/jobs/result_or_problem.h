#pragma once

#include "engine/core/error.h"

#include <QString>

#include <exception>
#include <optional>
#include <type_traits>

namespace app {

/// What work ended with: a result, or the sentence of what went wrong.
template <typename Result>
struct ResultOrProblem {
    std::optional<Result> result; ///< absent: it failed
    QString problem; ///< empty: it did not
};

/// The end of work that gives a result, or an end itself.
template <typename Result>
struct EndOf {
    using Type = ResultOrProblem<Result>;
};
template <typename Result>
struct EndOf<ResultOrProblem<Result>> {
    using Type = ResultOrProblem<Result>;
};

/// What work ends with, whose failure is shown where its result would stand, not in the message list.
/// @throws Cancelled.
template <typename Work>
auto resultOrProblem(Work work) -> typename EndOf<std::invoke_result_t<Work>>::Type
{
    using Result = std::invoke_result_t<Work>;
    try {
        if constexpr (std::is_same_v<Result, typename EndOf<Result>::Type>)
            return work();
        else
            return {work(), {}};
    } catch (const engine::Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        return {std::nullopt, QString::fromUtf8(error.what())};
    }
}

}
