#include "engine/features/speech/transcript_words.h"

#include "engine/core/utf8.h"

#include <algorithm>
#include <clocale>
#include <map>
#include <memory>
#include <optional>
#include <wctype.h>

namespace engine {

namespace {

/// Letters and cases of all languages, whatever the program's locale is.
class Letters {
public:
    Letters() : m_locale(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) { }
    ~Letters()
    {
        if (m_locale)
            freelocale(m_locale);
    }
    Letters(const Letters&) = delete;
    Letters& operator=(const Letters&) = delete;

    char32_t lower(char32_t c) const
    {
        if (m_locale)
            return static_cast<char32_t>(towlower_l(static_cast<wint_t>(c), m_locale));
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    bool isSpace(char32_t c) const
    {
        return c == U' ' || (c >= 9 && c <= 13) || c == 0xa0 || c == 0xfeff || (c >= 0x2000 && c <= 0x200b)
            || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x3000;
    }
    bool isLetter(char32_t c) const
    {
        if (c < 128)
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return m_locale && iswalpha_l(static_cast<wint_t>(c), m_locale);
    }

private:
    locale_t m_locale;
};

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

std::string utf8(std::u32string_view text)
{
    std::string bytes;
    for (const char32_t c : text)
        appendUtf8(bytes, c);
    return bytes;
}

/// The transcript in tokens: parted at white space, at dashes that stand between words, and without what is
/// in brackets that are not said.
std::vector<std::u32string> tokensOf(std::u32string_view text, const Letters& letters)
{
    static const std::map<char32_t, char32_t> kUnsaid = {{U'[', U']'}, {U'{', U'}'}, {U'<', U'>'}};
    std::vector<std::u32string> tokens(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const auto bracket = kUnsaid.find(text[i]); bracket != kUnsaid.end()) {
            const std::size_t close = text.find(bracket->second, i);
            if (close != std::u32string_view::npos) {
                i = close;
                tokens.emplace_back();
                continue;
            }
        }
        const bool isDash
            = text[i] == 0x2013 || text[i] == 0x2014 || (text[i] == U'-' && text.substr(i, 2) == U"--");
        if (isDash && i > 0 && i + 1 < text.size() && isDigit(text[i - 1]) && isDigit(text[i + 1])) {
            tokens.back() += U'-'; // a span of numbers
            continue;
        }
        if (letters.isSpace(text[i]) || isDash)
            tokens.emplace_back();
        if (!letters.isSpace(text[i]) && text[i] != 0xad) // soft hyphens are not there
            (isDash && tokens.size() > 1 && !tokens[tokens.size() - 2].empty() ? tokens[tokens.size() - 2]
                                                                               : tokens.back())
                += text[i];
    }
    std::erase(tokens, std::u32string());
    return tokens;
}

/// Lower case, straight apostrophes, half-way signs as digits.
std::string plainForm(std::u32string_view token, const Letters& letters)
{
    static const std::map<char32_t, const char*> kSame
        = {{0x2019, "'"}, {0x2018, "'"}, {0x02bc, "'"}, {0x2010, "-"},
           {0x2011, "-"}, {0xbd, "1/2"}, {0xbc, "1/4"}, {0xbe, "3/4"}};
    std::string plain;
    for (const char32_t c : token) {
        const auto same = kSame.find(c);
        if (same != kSame.end())
            plain += same->second;
        else
            appendUtf8(plain, letters.lower(c));
    }
    return plain;
}

const std::map<std::string, SpokenWords>& abbreviations()
{
    static const std::map<std::string, SpokenWords> kTable
        = {{"mr.", {"mister"}},       {"mrs.", {"missus"}},
           {"ms.", {"miz"}},          {"dr.", {"doctor"}},
           {"prof.", {"professor"}},  {"st.", {"saint"}},
           {"mt.", {"mount"}},        {"jr.", {"junior"}},
           {"sr.", {"senior"}},       {"vs.", {"versus"}},
           {"vs", {"versus"}},        {"etc.", {"et", "cetera"}},
           {"etc", {"et", "cetera"}}, {"e.g.", {"e", "g"}},
           {"i.e.", {"i", "e"}},      {"approx.", {"approximately"}},
           {"dept.", {"department"}}, {"inc.", {"ink"}},
           {"ltd.", {"limited"}},     {"corp.", {"corporation"}},
           {"gov.", {"governor"}},    {"sen.", {"senator"}},
           {"gen.", {"general"}},     {"lt.", {"lieutenant"}},
           {"sgt.", {"sergeant"}},    {"capt.", {"captain"}},
           {"rev.", {"reverend"}},    {"hon.", {"honorable"}},
           {"ave.", {"avenue"}},      {"blvd.", {"boulevard"}},
           {"no.", {"number"}},       {"w/", {"with"}},
           {"w/o", {"without"}},      {"km", {"kilometers"}},
           {"kg", {"kilograms"}},     {"mph", {"miles", "per", "hour"}},
           {"ok", {"okay"}},          {"o.k.", {"okay"}}};
    return kTable;
}

struct Sign {
    const char* sign;
    const char* word;
};
constexpr Sign kSigns[] = {{"%", "percent"}, {"&", "and"},    {"+", "plus"},    {"=", "equals"},
                           {"@", "at"},      {"#", "number"}, {"°", "degrees"}, {"×", "times"}};

struct Currency {
    const char* sign;
    const char* one;
    const char* many;
    const char* cent;
    const char* cents;
};
constexpr Currency kCurrencies[] = {{"$", "dollar", "dollars", "cent", "cents"},
                                    {"€", "euro", "euros", "cent", "cents"},
                                    {"£", "pound", "pounds", "penny", "pence"},
                                    {"¥", "yen", "yen", "sen", "sen"}};

bool isScale(const std::string& word)
{
    return word == "hundred" || word == "thousand" || word == "million" || word == "billion"
        || word == "trillion";
}

/// Without the punctuation around it. Periods go only where there is more than one word's end to them.
std::string_view withoutPunctuation(std::string_view token)
{
    const auto isPunctuation = [](char c) {
        return std::string_view(".,;:!?\"'()[]{}<>*_~`|-/\\").find(c) != std::string_view::npos;
    };
    while (!token.empty() && isPunctuation(token.back()))
        token.remove_suffix(1);
    while (!token.empty() && isPunctuation(token.front())
           && !(token.front() == '.' && token.size() > 1 && isDigit(token[1])))
        token.remove_prefix(1);
    for (const std::string_view quote : {"“", "”", "„", "«", "»", "…", "¿", "¡", "‘", "’", "—", "–"}) {
        if (token.starts_with(quote))
            return withoutPunctuation(token.substr(quote.size()));
        if (token.ends_with(quote))
            return withoutPunctuation(token.substr(0, token.size() - quote.size()));
    }
    return token;
}

/// Reads tokens one by one.
class Reader {
public:
    explicit Reader(const TranscriptReading& reading, const Letters& letters)
        : m_reading(reading)
        , m_letters(letters)
    {
    }

    /// @param next  the token after it, in plain form; `$5 million` is five million dollars
    SpokenWords read(std::u32string_view token, const std::string& next)
    {
        const std::string written = plainForm(token, m_letters);
        SpokenWords spoken;
        if (!m_reading.inEnglish) {
            add(spoken, std::string(withoutPunctuation(written)));
            return spoken;
        }
        m_isShouted = std::ranges::none_of(
            token, [&](char32_t c) { return m_letters.lower(c) != c ? false : m_letters.isLetter(c); });
        english(spoken, written, next);
        if (!m_owed.empty() && isScale(std::string(withoutPunctuation(written)))) {
            spoken.push_back(m_owed);
            m_owed.clear();
        }
        return spoken;
    }

private:
    bool knows(const std::string& word) const { return m_reading.isKnown && m_reading.isKnown(word); }

    static void add(SpokenWords& spoken, const std::string& word)
    {
        if (!word.empty())
            spoken.push_back(word);
    }

    void english(SpokenWords& spoken, std::string_view written, const std::string& next)
    {
        std::string_view opened = written; // an abbreviation keeps its period, but no comma, quote or bracket
        while (!opened.empty()
               && std::string_view(",;:!?\"')]").find(opened.back()) != std::string_view::npos)
            opened.remove_suffix(1);
        while (!opened.empty() && std::string_view("\"'([").find(opened.front()) != std::string_view::npos)
            opened.remove_prefix(1);
        if (const auto known = abbreviations().find(std::string(opened)); known != abbreviations().end()) {
            const bool isNumberSign = known->first == "no." && (next.empty() || !isDigit(next.front()));
            if (!isNumberSign) {
                spoken.insert(spoken.end(), known->second.begin(), known->second.end());
                return;
            }
        }
        const std::string_view word = withoutPunctuation(written);
        for (const Currency& currency : kCurrencies) {
            if (money(spoken, word, currency, next))
                return;
        }
        for (const Sign& sign : kSigns) {
            const auto at = word.find(sign.sign);
            if (at == std::string_view::npos)
                continue;
            const std::string_view after = word.substr(at + std::string_view(sign.sign).size());
            if (word.front() == '#' && (after.empty() || !isDigit(after.front()))) { // a hashtag
                part(spoken, after);
                return;
            }
            english(spoken, word.substr(0, at), {});
            spoken.emplace_back(sign.word);
            if (after == "c" || after == "f") // °C
                spoken.emplace_back(after == "c" ? "celsius" : "fahrenheit");
            else
                english(spoken, after, {});
            return;
        }
        part(spoken, word);
    }

    bool money(SpokenWords& spoken, std::string_view word, const Currency& currency, const std::string& next)
    {
        const std::string_view sign = currency.sign;
        const auto at = word.find(sign);
        if (at == std::string_view::npos || word.size() == sign.size())
            return false;
        std::string amount = std::string(word.substr(0, at)) + std::string(word.substr(at + sign.size()));
        std::string scale;
        static const std::map<char, const char*> kScales
            = {{'k', "thousand"}, {'m', "million"}, {'b', "billion"}};
        if (const auto letter = kScales.find(amount.back()); letter != kScales.end()) {
            scale = letter->second;
            amount.pop_back();
        }
        const auto point = amount.find('.');
        const bool hasCents = point != std::string::npos && amount.size() - point == 3;
        SpokenWords whole = spokenNumber(hasCents ? amount.substr(0, point) : amount);
        if (whole.empty())
            return false;
        if (!hasCents && amount.size() == 4 && point == std::string::npos) // no year
            whole = cardinal(std::stoul(amount));
        spoken.insert(spoken.end(), whole.begin(), whole.end());
        const bool isOne = whole == SpokenWords{"one"} && scale.empty();
        add(spoken, scale);
        if (!hasCents && isScale(std::string(withoutPunctuation(next))))
            m_owed = currency.many;
        else
            spoken.emplace_back(isOne ? currency.one : currency.many);
        if (hasCents && amount.substr(point + 1) != "00") {
            const SpokenWords cents = spokenNumber(amount[point + 1] == '0' ? amount.substr(point + 2)
                                                                            : amount.substr(point + 1));
            spoken.insert(spoken.end(), cents.begin(), cents.end());
        }
        return true;
    }

    /// A token without signs: a word, a number, or several with hyphens, slashes or digits between them.
    void part(SpokenWords& spoken, std::string_view given)
    {
        const std::string word(withoutPunctuation(given));
        if (word.empty())
            return;
        if (word.front() == '.') { // .5
            spoken.emplace_back("point");
            part(spoken, std::string_view(word).substr(1));
            return;
        }
        if (const SpokenWords number = spokenNumber(word); !number.empty()) {
            spoken.insert(spoken.end(), number.begin(), number.end());
            return;
        }
        const bool hasDigits = std::ranges::any_of(word, isDigit);
        if (!hasDigits && knows(word)) {
            spoken.push_back(word);
            return;
        }
        if (const auto at = word.find_first_of("-/.,_:"); at != std::string::npos) {
            part(spoken, std::string_view(word).substr(0, at));
            part(spoken, std::string_view(word).substr(at + 1));
            return;
        }
        if (hasDigits) {
            atDigits(spoken, word);
            return;
        }
        const bool isShort = word.size() >= 2 && word.size() <= 5;
        if (m_isShouted && isShort
            && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) {
            for (const char letter : word) // an abbreviation that is spelt: XYZ
                spoken.emplace_back(1, letter);
            return;
        }
        add(spoken, word);
    }

    /// Digits and letters that touch: `mp3`, `2b`, `4k`.
    void atDigits(SpokenWords& spoken, std::string_view word)
    {
        std::size_t begin = 0;
        for (std::size_t i = 1; i <= word.size(); ++i) {
            if (i < word.size() && isDigit(word[i]) == isDigit(word[i - 1]))
                continue;
            const std::string_view run = word.substr(begin, i - begin);
            begin = i;
            if (isDigit(run.front()) || run.size() > 3) {
                part(spoken, run);
            } else {
                for (const char letter : run) {
                    if (letter >= 'a' && letter <= 'z')
                        spoken.emplace_back(1, letter);
                }
            }
        }
    }

    const TranscriptReading& m_reading;
    const Letters& m_letters;
    bool m_isShouted = false; ///< all letters of the token are capitals
    std::string m_owed; ///< a currency that is named after the next word
};

}

std::vector<TranscriptWord> transcriptWords(std::string_view text, const TranscriptReading& reading)
{
    const Letters letters;
    const std::vector<std::u32string> tokens = tokensOf(codePoints(text), letters);
    std::vector<TranscriptWord> words;
    Reader reader(reading, letters);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        SpokenWords spoken = reader.read(
            tokens[i], i + 1 < tokens.size() ? plainForm(tokens[i + 1], letters) : std::string());
        if (!spoken.empty())
            words.push_back({utf8(tokens[i]), std::move(spoken)});
    }
    return words;
}

}
