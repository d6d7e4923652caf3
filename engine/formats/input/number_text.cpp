#include "engine/formats/input/number_text.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <limits>

namespace engine {

namespace {

/// All of the text as a whole number below 10^9.
std::optional<std::int64_t> digits(std::string_view text)
{
    std::int64_t value = 0;
    if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<double> numberIn(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    double value = 0.0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || end != text.data() + text.size())
        return std::nullopt;
    if (failure
        == std::errc::result_out_of_range) // of both ends; the small one is no time that anybody means
        return text.find("e-") == std::string_view::npos && text.find("E-") == std::string_view::npos
            ? std::numeric_limits<double>::infinity()
            : 0.0;
    return failure == std::errc() ? std::optional(value) : std::nullopt;
}

std::optional<double> commaNumberIn(std::string_view text)
{
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos || text.find(',', comma + 1) != std::string_view::npos
        || text.find('.') != std::string_view::npos)
        return std::nullopt;
    std::string withPoint(text);
    withPoint[comma] = '.';
    return numberIn(withPoint);
}

std::string shortest(double number)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

std::string rounded(double number, int decimals)
{
    char text[400];
    std::string result{
        text, std::to_chars(text, text + sizeof text, number, std::chars_format::fixed, decimals).ptr};
    if (result.find('.') != std::string::npos) {
        result.erase(result.find_last_not_of('0') + 1);
        if (result.ends_with('.'))
            result.pop_back();
    }
    return result == "-0" ? "0" : result;
}

double decimalSum(double start, double length)
{
    constexpr double kScale = 1e9; // nobody writes more decimals than nanoseconds
    const double sum = start + length;
    const double scaled = std::round(start * kScale) + std::round(length * kScale);
    const bool isExact = std::abs(scaled) < 9e15;
    return isExact && std::abs(scaled / kScale - sum) < 1e-12 ? scaled / kScale : sum;
}

std::optional<double> clockTimeIn(std::string_view text)
{
    text = trimmed(text);
    std::int64_t whole = 0;
    int parts = 0;
    for (std::size_t colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':')) {
        const auto part = digits(text.substr(0, colon));
        if (!part || ++parts > 2)
            return std::nullopt;
        whole = (whole + *part) * 60;
        text.remove_prefix(colon + 1);
    }
    const std::size_t mark = text.find_first_of(".,");
    const auto seconds = digits(text.substr(0, mark));
    if (parts == 0 || !seconds)
        return std::nullopt;
    whole += *seconds;
    if (mark == std::string_view::npos)
        return static_cast<double>(whole);
    const auto fraction = digits(text.substr(mark + 1));
    if (!fraction)
        return std::nullopt;
    return numberIn(fmt::format("{}.{}", whole, text.substr(mark + 1)));
}

std::string clockTime(std::int64_t ms, char mark)
{
    return fmt::format("{:02}:{:02}:{:02}{}{:03}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60, mark,
                       ms % 1000);
}

std::int64_t milliseconds(double seconds)
{
    return std::llround(seconds * 1000.0);
}

}
