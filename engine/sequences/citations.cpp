#include "engine/sequences/citations.h"

#include "engine/core/error.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>

namespace engine {

namespace {

constexpr std::string_view kSdkPaper
    = "@article{zadeh2018multi, title={Multi-attention recurrent network for human communication "
      "comprehension}, "
      "author={Zadeh, Amir and Liang, Paul Pu and Poria, Soujanya and Vij, Prateek and Cambria, Erik and "
      "Morency, "
      "Louis-Philippe}, journal={arXiv preprint arXiv:1802.00923}, year={2018}}";

constexpr std::string_view kSequenceField = "featureset bib citation";
constexpr std::string_view kDatasetField = "dataset bib citation";

std::string nameOf(const Metadata& metadata)
{
    return rootNameIn(metadata).value_or("without a name");
}

std::optional<std::string> fieldOf(const Metadata& metadata, std::string_view field)
{
    const auto found = metadata.find(std::string(field));
    if (found == metadata.end())
        return std::nullopt;
    return metadataText(found->second);
}

std::string required(const Metadata& metadata, std::string_view field)
{
    if (std::optional<std::string> text = fieldOf(metadata, field))
        return *text;
    throw FormatError(
        "data_invalid", nameOf(metadata),
        fmt::format("its metadata lacks '{}', so it cannot be cited (edit-metadata adds it)", field));
}

std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// The entries `@type{…}` of a text, braces balanced; what lies between them is dropped.
std::vector<std::string> entriesOf(const std::string& text)
{
    std::vector<std::string> entries;
    for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at)) {
        const std::size_t open = text.find('{', at);
        if (open == std::string::npos)
            break;
        int depth = 0;
        std::size_t end = open;
        for (; end < text.size(); ++end) {
            const bool escaped = end > 0 && text[end - 1] == '\\';
            depth += escaped ? 0 : text[end] == '{' ? 1 : text[end] == '}' ? -1 : 0;
            if (depth == 0)
                break;
        }
        if (end == text.size())
            break; // never closed: no entry
        entries.push_back(trimmed(text.substr(at, end + 1 - at)));
        at = end + 1;
    }
    return entries;
}

/// Gathers entries, each text once; another text under a key that is taken gets the key with a letter.
class Bibliography {
public:
    void add(const std::string& entry)
    {
        if (std::find(m_texts.begin(), m_texts.end(), entry) != m_texts.end())
            return;
        m_texts.push_back(entry);
        const std::size_t open = entry.find('{');
        const std::size_t comma = entry.find_first_of(",}", open);
        const std::string key = trimmed(entry.substr(open + 1, comma - open - 1));
        std::string unique = key.empty() ? "unnamed" : key;
        for (char letter = 'a'; m_keys.contains(unique) && letter <= 'z'; ++letter)
            unique = key + letter;
        m_keys.emplace(unique, true);
        m_result += entry.substr(0, open + 1) + unique + entry.substr(comma) + "\n\n";
    }

    std::string text() const { return m_result; }

private:
    std::vector<std::string> m_texts;
    std::map<std::string, bool> m_keys;
    std::string m_result;
};

}

std::string sdkCitations(std::span<const Metadata> sequences)
{
    std::string text = fmt::format("mmsdk bib: {}\n\n", kSdkPaper);
    for (const Metadata& metadata : sequences) {
        text += fmt::format("Computational Sequence <{}> bib: {}\n\n", nameOf(metadata),
                            required(metadata, kSequenceField));
        text += fmt::format("Dataset <{}> bib: {}\n\n", required(metadata, "dataset name"),
                            required(metadata, kDatasetField));
    }
    return text;
}

std::string bibtex(std::span<const Metadata> sequences, std::vector<std::string>& missing)
{
    Bibliography bibliography;
    bibliography.add(std::string(kSdkPaper));
    for (const Metadata& metadata : sequences) {
        for (const std::string_view field : {kSequenceField, kDatasetField}) {
            const std::vector<std::string> entries = entriesOf(fieldOf(metadata, field).value_or(""));
            if (entries.empty())
                missing.push_back(fmt::format("{} has no BibTeX entry in '{}'", nameOf(metadata), field));
            for (const std::string& entry : entries)
                bibliography.add(entry);
        }
    }
    return bibliography.text();
}

}
