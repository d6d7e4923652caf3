#pragma once

#include <cstring>
#include <string>

/// A SentencePiece model as `spiece.model` holds one, written by hand.
namespace engine::test {

inline std::string pieceField(char tag, const std::string& bytes)
{
    return std::string(1, tag) + static_cast<char>(bytes.size()) + bytes;
}

/// @param kind  1 a piece, 2 unknown, 3 a mark
inline std::string piece(const std::string& text, float score, char kind)
{
    std::string number(sizeof score, '\0');
    std::memcpy(number.data(), &score, sizeof score);
    return pieceField('\x0A', pieceField('\x0A', text) + '\x15' + number + '\x18' + kind);
}

/// <pad> 0, <unk> 1, [CLS] 2, [SEP] 3, then `▁hello`, `▁world`, letters from a on, and further pieces up to
/// `count`.
inline std::string pieceModel(std::size_t count = 40)
{
    std::string model = piece("<pad>", 0, 3) + piece("<unk>", 0, 2) + piece("[CLS]", 0, 3)
        + piece("[SEP]", 0, 3) + piece("\u2581hello", -1, 1) + piece("\u2581world", -2, 1)
        + piece("\u2581", -4, 1);
    std::size_t pieces = 7;
    for (char letter = 'a'; letter <= 'z'; ++letter, ++pieces)
        model += piece(std::string(1, letter), -5, 1);
    for (; pieces < count; ++pieces)
        model += piece("filler" + std::to_string(pieces), -9, 1);
    return model;
}

}
