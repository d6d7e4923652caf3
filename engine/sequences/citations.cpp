#include "engine/sequences/citations.h"

#include "engine/core/error.h"
#include "engine/sequences/bibtex.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

constexpr std::string_view sdkPaper
    = "@article{zadeh2018multi, title={Multi-attention recurrent network for human communication "
      "comprehension}, "
      "author={Zadeh, Amir and Liang, Paul Pu and Poria, Soujanya and Vij, Prateek and Cambria, Erik and "
      "Morency, "
      "Louis-Philippe}, journal={arXiv preprint arXiv:1802.00923}, year={2018}}";

/// One thing that a sequence wants cited.
struct Wanted {
    std::string what; ///< `Computational Sequence` or `Dataset`
    std::string name;
    std::string citation; ///< empty: missing
};

std::string nameOf(const Metadata& metadata)
{
    return rootNameIn(metadata).value_or("without a name");
}

/// What keeps a sequence from being cited.
struct Lack {
    std::string sequence;
    std::string what;
};

/// The field as text; empty, and a lack, when it is absent, null or empty.
std::string field(const Metadata& metadata, const char* name, std::vector<Lack>& lacks)
{
    const auto found = metadata.find(name);
    const std::string text
        = found == metadata.end() || found->second.is_null() ? "" : metadataText(found->second);
    if (text.empty())
        lacks.push_back(
            {nameOf(metadata),
             fmt::format("its metadata lacks '{}', so it cannot be cited (edit-metadata adds it)", name)});
    return text;
}

std::vector<Wanted> wantedBy(std::span<const Metadata> sequences, std::vector<Lack>& lacks)
{
    std::vector<Wanted> wanted;
    for (const Metadata& metadata : sequences) {
        wanted.push_back(
            {"Computational Sequence", nameOf(metadata), field(metadata, "featureset bib citation", lacks)});
        wanted.push_back({"Dataset", field(metadata, "dataset name", lacks),
                          field(metadata, "dataset bib citation", lacks)});
    }
    return wanted;
}

std::vector<Wanted> wantedBy(std::span<const Metadata> sequences, std::vector<std::string>& missing)
{
    std::vector<Lack> lacks;
    std::vector<Wanted> wanted = wantedBy(sequences, lacks);
    for (const Lack& lack : lacks)
        missing.push_back(lack.sequence + ": " + lack.what);
    return wanted;
}

std::string sdkText(const std::vector<Wanted>& allWanted)
{
    std::string text = fmt::format("mmsdk bib: {}\n\n", sdkPaper);
    for (const Wanted& wanted : allWanted) {
        if (!wanted.citation.empty())
            text += fmt::format("{} <{}> bib: {}\n\n", wanted.what, wanted.name, wanted.citation);
    }
    return text;
}

/// Something that can be a BibTeX key.
std::string keyFrom(const std::string& name)
{
    std::string key;
    for (const unsigned char c : name) {
        if (std::isalnum(c) && c < 0x80)
            key += static_cast<char>(c);
        else if (!key.empty() && key.back() != '_')
            key += '_';
    }
    return key.empty() ? "unnamed" : key;
}

/// Adds the entry, unless it is there; its key gets a letter when another entry has it.
void addOnce(std::vector<BibEntry>& entries, BibEntry entry, std::vector<BibEntry>& originals)
{
    if (std::ranges::find(originals, entry) != originals.end())
        return;
    originals.push_back(entry);
    const std::string key = entry.key;
    for (int number = 1; std::ranges::find(entries, entry.key, &BibEntry::key) != entries.end(); ++number)
        entry.key = number < 26 ? key + static_cast<char>('a' + number) : fmt::format("{}_{}", key, number);
    entries.push_back(std::move(entry));
}

}

std::string sdkCitations(std::span<const Metadata> sequences, std::vector<std::string>& missing)
{
    return sdkText(wantedBy(sequences, missing));
}

std::string sdkCitations(std::span<const Metadata> sequences)
{
    std::vector<Lack> lacks;
    std::string text = sdkText(wantedBy(sequences, lacks));
    if (!lacks.empty())
        throw FormatError("data_invalid", lacks.front().sequence, lacks.front().what);
    return text;
}

std::string bibtex(std::span<const Metadata> sequences, std::vector<std::string>& missing)
{
    std::vector<BibEntry> entries = *parseBibtex(sdkPaper);
    std::vector<BibEntry> originals = entries;
    for (const Wanted& wanted : wantedBy(sequences, missing)) {
        if (wanted.citation.empty())
            continue;
        if (const auto parsed = parseBibtex(wanted.citation)) {
            for (const BibEntry& entry : *parsed)
                addOnce(entries, entry, originals);
        } else {
            addOnce(entries,
                    {"misc",
                     keyFrom(wanted.name),
                     {{"title", bracedValue(wanted.name)}, {"note", bracedValue(wanted.citation)}}},
                    originals);
        }
    }
    std::string text;
    for (const BibEntry& entry : entries)
        text += (text.empty() ? "" : "\n") + entry.text();
    return text;
}

}
