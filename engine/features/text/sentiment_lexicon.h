#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// How positive and how subjective words are, by a list.
class SentimentLexicon {
public:
    struct Tone {
        float polarity = 0.0F; ///< −1 … 1
        float subjectivity = 0.0F; ///< 0 … 1
    };

    SentimentLexicon() = default; ///< knows no word
    /// Reads lines `form<TAB>polarity<TAB>subjectivity`, forms in lower case.
    /// @throws IoError (`file_not_found`, `io`), FormatError (`data_invalid`) with the line.
    explicit SentimentLexicon(const std::filesystem::path& file);

    /// The tone of a word in lower case, else of the form that is left without an English ending (`loved`,
    /// `loving`, `loves`: `love`). Absent: the list knows neither.
    std::optional<Tone> find(std::string_view word) const;

private:
    std::optional<Tone> findForm(std::string_view form) const;

    std::map<std::string, Tone, std::less<>> m_tones;
};

}
