#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A SentencePiece unigram model, as `spiece.model` beside an ALBERT is one: pieces of words with scores, and
/// how texts are normalised before. Kudo, ACL 2018; Kudo and Richardson, EMNLP 2018. (The library
/// itself was tried, as Debian 12 packages it, 0.1.97, beside LibTorch 1.13: it exports the symbols of a
/// Protocol Buffers of its own, LibTorch brings another, and a program that links both ends in a segmentation
/// fault as it starts, in whichever order they are linked.)
class PieceModel {
public:
    /// @param bytes  of the file. @throws FormatError (code `bad_pieces`) for anything else.
    explicit PieceModel(std::string_view bytes);

    std::int64_t size() const { return static_cast<std::int64_t>(m_scores.size()); }
    /// Of a piece or a mark; absent when there is none.
    std::optional<std::int64_t> idOf(const std::string& piece) const;
    /// The pieces of a text with the greatest sum of scores; what no piece is of becomes the unknown one.
    std::vector<std::int64_t> encode(const std::string& text) const;

    /// As pieces see a text: characters replaced, blanks as `▁`, one in front.
    std::string normalised(const std::string& text) const;

private:
    enum class Kind { Normal = 1, Unknown = 2, Control = 3, UserDefined = 4, Unused = 5, Byte = 6 };
    struct Replacement {
        std::size_t bytes = 0; ///< of the text
        std::string_view by;
    };

    void addPiece(std::string_view message);
    void readNormaliser(std::string_view message);
    Replacement replacementAt(std::string_view text) const;

    std::map<std::string, std::int64_t, std::less<>> m_ids; ///< all
    std::map<std::string, std::int64_t, std::less<>> m_found; ///< pieces that occur in texts
    std::vector<float> m_scores;
    std::int64_t m_unknown = -1;
    std::size_t m_longest = 0; ///< bytes of a piece
    bool m_beginsWithBlank = true, m_joinsBlanks = true, m_escapesBlanks = true;
    std::vector<std::uint32_t> m_trie; ///< of what is replaced, a double array
    std::string m_replacements; ///< each ends with a 0
};

/// The bytes of a file as text that JSON can hold, and back (base64).
/// @throws FormatError (code `bad_pieces`) for text that is none.
std::string textOfBytes(const std::string& bytes);
std::string bytesOfText(const std::string& text);

}
