#include "engine/features/text/vector_reader.h"

#include "engine/core/error.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace engine {

namespace {

constexpr std::size_t kPiece = std::size_t{4} << 20U; // bytes that are read at once
constexpr std::size_t kLongestLine = std::size_t{1} << 20U; // bytes; a file without line breaks is no text
constexpr std::size_t kMostNumbers = 65536; // of a vector

/// The bytes of a file from its beginning on.
class Source {
public:
    Source(const std::filesystem::path& path, const RunContext& run)
        : m_path(path)
        , m_run(run)
        , m_stream(path, std::ios::binary)
    {
        std::error_code error;
        m_size = std::filesystem::file_size(path, error);
        if (!m_stream || error)
            throw IoError("file_not_found", path.string(), "cannot be read");
    }

    std::uintmax_t size() const { return m_size; }
    const std::filesystem::path& path() const { return m_path; }

    /// The next line without its end. Absent: there is none.
    std::optional<std::string_view> line()
    {
        std::size_t searched = m_first;
        while (true) {
            const auto* const end = static_cast<const char*>(
                std::memchr(m_bytes.data() + searched, '\n', m_bytes.size() - searched));
            if (end) {
                const auto length = static_cast<std::size_t>(end - m_bytes.data()) - m_first;
                const std::string_view found(m_bytes.data() + m_first, length);
                m_first += length + 1;
                return found;
            }
            const std::size_t held = m_bytes.size() - m_first;
            if (held > kLongestLine)
                throw FormatError("data_invalid", m_path.string(), "has no lines of text");
            if (!more()) {
                if (held == 0)
                    return std::nullopt;
                const std::string_view last(m_bytes.data() + m_first, held);
                m_first = m_bytes.size();
                return last;
            }
            searched = m_first + held;
        }
    }

    /// The next `count` bytes. Absent: there are fewer.
    std::optional<std::string_view> take(std::size_t count)
    {
        while (m_bytes.size() - m_first < count) {
            if (!more())
                return std::nullopt;
        }
        m_first += count;
        return std::string_view(m_bytes.data() + m_first - count, count);
    }

    /// The bytes up to a blank, which is passed over. Absent: there is none.
    std::optional<std::string> word()
    {
        std::string word;
        while (const auto byte = take(1)) {
            if (byte->front() == ' ')
                return word;
            word += byte->front();
            if (word.size() > kLongestLine)
                break;
        }
        return std::nullopt;
    }

private:
    /// Reads on; what was taken is given up.
    bool more()
    {
        m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_first = 0;
        const std::size_t before = m_bytes.size();
        m_bytes.resize(before + kPiece);
        m_stream.read(m_bytes.data() + before, kPiece);
        const auto got = static_cast<std::size_t>(m_stream.gcount());
        m_bytes.resize(before + got);
        if (m_stream.bad())
            throw IoError("io", m_path.string(), "could not be read to its end");
        m_read += got;
        m_run.tick(m_read / kPiece, m_size / kPiece + 1);
        return got > 0;
    }

    std::filesystem::path m_path;
    const RunContext& m_run;
    std::ifstream m_stream;
    std::uintmax_t m_size = 0;
    std::uintmax_t m_read = 0;
    std::vector<char> m_bytes;
    std::size_t m_first = 0; ///< of `m_bytes` that was not taken yet
};

std::string_view trimmedEnd(std::string_view line)
{
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t'))
        line.remove_suffix(1);
    return line;
}

std::optional<float> numberAt(std::string_view field)
{
    float number = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    const bool isWhole = end == field.data() + field.size();
    if (error == std::errc::result_out_of_range && isWhole)
        return 0.0F; // smaller than the least float; larger ones are not finite and not written by anybody
    return error == std::errc() && isWhole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// `N D`. Absent: the line is something else.
std::optional<std::pair<std::size_t, std::size_t>> countsIn(std::string_view line)
{
    line = trimmedEnd(line);
    const auto blank = line.find(' ');
    if (blank == std::string_view::npos)
        return std::nullopt;
    std::size_t words = 0;
    std::size_t numbers = 0;
    const auto first = std::from_chars(line.data(), line.data() + blank, words);
    const auto second = std::from_chars(line.data() + blank + 1, line.data() + line.size(), numbers);
    const bool areWhole = first.ec == std::errc() && first.ptr == line.data() + blank
        && second.ec == std::errc() && second.ptr == line.data() + line.size();
    return areWhole ? std::optional(std::pair(words, numbers)) : std::nullopt;
}

std::size_t fieldsOf(std::string_view line)
{
    return static_cast<std::size_t>(std::ranges::count(trimmedEnd(line), ' ')) + 1;
}

void refuse(const Source& source, std::size_t line, const std::string& what)
{
    throw FormatError("data_invalid", source.path().string(), fmt::format("line {} {}", line, what));
}

/// Reads the last `vector.size()` fields as numbers. @return the word before them
std::string_view readLine(const Source& source, std::string_view line, std::size_t number,
                          std::span<float> vector)
{
    std::string_view rest = trimmedEnd(line);
    for (std::size_t i = vector.size(); i-- > 0;) {
        const auto blank = rest.rfind(' ');
        if (blank == std::string_view::npos)
            refuse(source, number, fmt::format("has fewer than a word and {} numbers", vector.size()));
        const std::string_view field = rest.substr(blank + 1);
        const auto value = numberAt(field);
        if (!value)
            refuse(source, number, fmt::format("has '{}' where a number is expected", field));
        vector[i] = *value;
        rest = rest.substr(0, blank);
    }
    return rest;
}

std::size_t readText(Source& source, const TakeVector& take)
{
    std::optional<std::string_view> line = source.line();
    if (!line)
        throw FormatError("data_invalid", source.path().string(), "is empty");
    std::size_t number = 1;
    const auto counts = countsIn(*line);
    const std::size_t width = counts ? counts->second : fieldsOf(*line) - 1;
    if (width == 0 || width > kMostNumbers)
        refuse(source, 1, "is neither a word with its numbers nor the counts of words and numbers");
    if (counts) {
        line = source.line();
        ++number;
    }
    std::vector<float> vector(width);
    for (; line; line = source.line(), ++number) {
        if (!trimmedEnd(*line).empty())
            take(readLine(source, *line, number, vector), vector);
    }
    return width;
}

std::size_t readBinary(Source& source, const TakeVector& take)
{
    const auto head = source.line();
    const auto counts = head ? countsIn(*head) : std::nullopt;
    const auto refuseWord = [&](std::size_t word, const char* what) {
        throw FormatError("data_invalid", source.path().string(), fmt::format("word {} {}", word + 1, what));
    };
    if (!counts || counts->second == 0 || counts->second > kMostNumbers
        || counts->first > source.size() / (counts->second * sizeof(float)))
        throw FormatError("data_invalid", source.path().string(),
                          "does not begin with the counts of words and numbers, as word2vec writes them "
                          "(models of fastText are not read; its .vec files are)");
    std::vector<float> vector(counts->second);
    for (std::size_t i = 0; i < counts->first; ++i) {
        auto word = source.word();
        if (!word)
            refuseWord(i, "is missing");
        const auto bytes = source.take(vector.size() * sizeof(float));
        if (!bytes)
            refuseWord(i, "has fewer numbers than the others");
        std::memcpy(vector.data(), bytes->data(), bytes->size());
        for (const float value : vector) {
            if (!std::isfinite(value))
                refuseWord(i, "has a number that is not finite");
        }
        while (word->starts_with('\n')) // most writers end a vector with a line break
            word->erase(0, 1);
        take(*word, vector);
    }
    return vector.size();
}

}

std::size_t readVectors(const std::filesystem::path& file, const TakeVector& take, const RunContext& run)
{
    Source source(file, run);
    return file.extension() == ".bin" ? readBinary(source, take) : readText(source, take);
}

}
