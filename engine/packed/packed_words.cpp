#include "engine/packed/packed_words.h"

#include "engine/core/utf8.h"

namespace engine {

namespace {

bool isBlank(char32_t point)
{
    return point <= U' ' || point == U'\u00A0' || point == U'\u3000' || point == U'\u2028';
}

/// Han, kana; a script that is written without blanks.
bool standsAlone(char32_t point)
{
    return (point >= 0x3040 && point <= 0x30FF) || (point >= 0x3400 && point <= 0x9FFF)
        || (point >= 0xF900 && point <= 0xFAFF) || (point >= 0x20000 && point <= 0x3FFFF);
}

/// Letters that go on with a word; what is not ASCII and does not stand alone counts as punctuation only in
/// the blocks that have it.
bool isPunctuation(char32_t point)
{
    return (point >= 0x3001 && point <= 0x303F) || (point >= 0xFF00 && point <= 0xFF0F)
        || (point >= 0xFF1A && point <= 0xFF20) || (point >= 0x2010 && point <= 0x2027)
        || (point < 0x80 && !(point >= '0' && point <= '9') && !(point >= 'A' && point <= 'Z')
            && !(point >= 'a' && point <= 'z'));
}

}

std::vector<std::string> wordsOfText(const std::string& text)
{
    std::vector<std::string> words;
    bool goesOn = false; // the next letter belongs to the last word
    bool isAlone = false; // the last word is a character that stands alone
    for (const char32_t point : codePoints(text)) {
        if (isBlank(point)) {
            goesOn = false;
            continue;
        }
        const bool alone = standsAlone(point);
        if (!goesOn || alone || (isAlone && !isPunctuation(point)))
            words.emplace_back();
        appendUtf8(words.back(), point);
        if (alone || !isPunctuation(point) || !goesOn)
            isAlone = alone;
        goesOn = true;
    }
    return words;
}

}
