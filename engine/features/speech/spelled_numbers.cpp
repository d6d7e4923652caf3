#include "engine/features/speech/spelled_numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace engine {

namespace {

constexpr std::array<const char*, 20> kSmall
    = {"zero",     "one",     "two",     "three",     "four",     "five",    "six",
       "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
       "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<const char*, 10> kTens
    = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::size_t kLongestCardinal = 12; ///< more digits are a number of something, said one by one

void append(SpokenWords& words, const SpokenWords& more)
{
    words.insert(words.end(), more.begin(), more.end());
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::uint64_t> wholeNumber(std::string_view digits)
{
    std::uint64_t value = 0;
    if (!isDigits(digits) || digits.size() > kLongestCardinal
        || std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc())
        return std::nullopt;
    return value;
}

std::string ordinalOf(const std::string& word)
{
    static constexpr std::array<std::array<const char*, 2>, 7> kOdd = {{{"one", "first"},
                                                                        {"two", "second"},
                                                                        {"three", "third"},
                                                                        {"five", "fifth"},
                                                                        {"eight", "eighth"},
                                                                        {"nine", "ninth"},
                                                                        {"twelve", "twelfth"}}};
    for (const auto& [plain, odd] : kOdd) {
        if (word == plain)
            return odd;
    }
    return word.ends_with('y') ? word.substr(0, word.size() - 1) + "ieth" : word + "th";
}

std::string pluralOf(const std::string& word)
{
    return word.ends_with('y') ? word.substr(0, word.size() - 1) + "ies"
        : word.ends_with('x')  ? word + "es"
                               : word + "s";
}

/// `1,250,000` without its commas; nothing where they do not part thousands.
std::optional<std::string> withoutCommas(std::string_view text)
{
    std::string digits;
    std::size_t sinceComma = 0;
    bool hasComma = false;
    for (const char c : text) {
        if (c == ',') {
            if (digits.empty() || (hasComma ? sinceComma != 3 : sinceComma > 3))
                return std::nullopt;
            hasComma = true;
            sinceComma = 0;
        } else {
            digits += c;
            ++sinceComma;
        }
    }
    if (!isDigits(digits) || (hasComma && sinceComma != 3))
        return std::nullopt;
    return digits;
}

SpokenWords plainNumber(std::string_view digits)
{
    const std::optional<std::uint64_t> value = wholeNumber(digits);
    if (!value || (digits.size() > 1 && digits.front() == '0'))
        return digitByDigit(digits);
    if (digits.size() == 4 && *value >= 1100 && *value < 2100)
        return year(static_cast<int>(*value));
    return cardinal(*value);
}

SpokenWords timeOfDay(std::string_view hours, std::string_view minutes)
{
    const std::optional<std::uint64_t> hour = wholeNumber(hours);
    const std::optional<std::uint64_t> minute = wholeNumber(minutes);
    if (!hour || !minute || minutes.size() != 2)
        return {};
    SpokenWords words = cardinal(*hour);
    if (*minute == 0)
        words.emplace_back("o'clock");
    else if (*minute < 10)
        words.emplace_back("oh");
    if (*minute > 0)
        append(words, cardinal(*minute));
    return words;
}

SpokenWords fraction(std::string_view above, std::string_view below)
{
    const std::optional<std::uint64_t> parts = wholeNumber(above);
    const std::optional<std::uint64_t> whole = wholeNumber(below);
    if (!parts || !whole)
        return {};
    SpokenWords words = cardinal(*parts);
    if (*whole < 2 || *whole > 10 || *parts >= *whole) { // 24/7
        append(words, cardinal(*whole));
        return words;
    }
    const std::string name = *whole == 2 ? "half" : *whole == 4 ? "quarter" : ordinal(*whole).back();
    words.push_back(*parts == 1 ? name : pluralOf(name));
    return words;
}

SpokenWords withEnding(std::string_view written)
{
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        const std::optional<std::string> digits = withoutCommas(written.substr(0, written.size() - 2));
        if (written.size() > 2 && written.ends_with(ending) && digits && wholeNumber(*digits))
            return ordinal(*wholeNumber(*digits));
    }
    if (written.size() > 2 && written.ends_with('s')) { // 1980s, 80s, 1980's
        std::string_view digits = written.substr(0, written.size() - 1);
        if (digits.ends_with('\''))
            digits.remove_suffix(1);
        SpokenWords words = isDigits(digits) ? plainNumber(digits) : SpokenWords{};
        if (!words.empty())
            words.back() = pluralOf(words.back());
        return words;
    }
    return {};
}

}

SpokenWords cardinal(std::uint64_t number)
{
    if (number < kSmall.size())
        return {kSmall[number]};
    SpokenWords words;
    if (number < 100) {
        words.emplace_back(kTens[number / 10]);
        if (number % 10 > 0)
            words.emplace_back(kSmall[number % 10]);
        return words;
    }
    struct Scale {
        std::uint64_t size;
        const char* name;
    };
    for (const Scale& scale :
         {Scale{1'000'000'000'000U, "trillion"}, Scale{1'000'000'000U, "billion"},
          Scale{1'000'000U, "million"}, Scale{1'000U, "thousand"}, Scale{100U, "hundred"}}) {
        if (number < scale.size)
            continue;
        append(words, cardinal(number / scale.size));
        words.emplace_back(scale.name);
        if (number % scale.size > 0)
            append(words, cardinal(number % scale.size));
        break;
    }
    return words;
}

SpokenWords ordinal(std::uint64_t number)
{
    SpokenWords words = cardinal(number);
    words.back() = ordinalOf(words.back());
    return words;
}

SpokenWords year(int number)
{
    const auto value = static_cast<std::uint64_t>(number);
    if (value / 100 % 10 == 0 && value % 100 < 10) // 2000 to 2009
        return cardinal(value);
    SpokenWords words = cardinal(value / 100);
    if (value % 100 == 0)
        words.emplace_back("hundred");
    else if (value % 100 < 10)
        words.emplace_back("oh");
    if (value % 100 > 0)
        append(words, cardinal(value % 100));
    return words;
}

SpokenWords digitByDigit(std::string_view digits)
{
    SpokenWords words;
    for (const char digit : digits)
        words.emplace_back(kSmall[static_cast<std::size_t>(digit - '0')]);
    return words;
}

SpokenWords spokenNumber(std::string_view written)
{
    if (written.empty() || written.front() < '0' || written.front() > '9')
        return {};
    if (const std::optional<std::string> digits = withoutCommas(written))
        return digits->size() == written.size() ? plainNumber(*digits) // a comma makes it no year
            : wholeNumber(*digits)              ? cardinal(*wholeNumber(*digits))
                                                : digitByDigit(*digits);
    if (const auto point = written.find('.'); point != std::string_view::npos) {
        const std::optional<std::string> before = withoutCommas(written.substr(0, point));
        const std::string_view after = written.substr(point + 1);
        if (!before || !wholeNumber(*before) || !isDigits(after))
            return {};
        SpokenWords words = cardinal(*wholeNumber(*before));
        words.emplace_back("point");
        append(words, digitByDigit(after));
        return words;
    }
    if (const auto colon = written.find(':'); colon != std::string_view::npos)
        return timeOfDay(written.substr(0, colon), written.substr(colon + 1));
    if (const auto slash = written.find('/'); slash != std::string_view::npos)
        return fraction(written.substr(0, slash), written.substr(slash + 1));
    if (const auto dash = written.find('-'); dash != std::string_view::npos) {
        SpokenWords words = spokenNumber(written.substr(0, dash));
        const SpokenWords to = spokenNumber(written.substr(dash + 1));
        if (words.empty() || to.empty())
            return {};
        words.emplace_back("to");
        append(words, to);
        return words;
    }
    return withEnding(written);
}

}
