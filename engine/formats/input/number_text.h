#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Numbers as files have them: with a point, whatever the user's language.
namespace engine {

/// The text without blanks and tabs at either end.
std::string_view trimmed(std::string_view text);

/// The whole text as a number, without blanks around it. `nan`, `inf` and numbers that are too large for a
/// double give numbers that are not finite.
std::optional<double> numberIn(std::string_view text);

/// Like numberIn(), for numbers with one comma and no point: `0,5`.
std::optional<double> commaNumberIn(std::string_view text);

/// The shortest text that gives the same double again.
std::string shortest(double number);

/// The number rounded to `decimals` decimals, without zeros at the end.
std::string rounded(double number, int decimals);

/// The sum of a start and a length as decimal numbers: 0.678 + 1.533 is 2.211.
double decimalSum(double start, double length);

/// `[hh:]mm:ss.ttt` with a point or a comma and up to 9 decimals, in seconds.
std::optional<double> clockTimeIn(std::string_view text);

/// `hh:mm:ss`, `mark` and the milliseconds; 100 hours and more have more digits. @param ms  not negative
std::string clockTime(std::int64_t ms, char mark);

/// The time in milliseconds, rounded to the nearest.
std::int64_t milliseconds(double seconds);

}
