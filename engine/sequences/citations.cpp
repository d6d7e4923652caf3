#include "engine/sequences/citations.h"

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

/// The field as text; empty when it is absent or null.
std::string field(const Metadata& metadata, const char* name)
{
    const auto found = metadata.find(name);
    if (found == metadata.end() || found->second.is_null())
        return {};
    return found->second.is_string() ? found->second.get<std::string>() : found->second.dump();
}

/// One thing that a sequence wants cited.
struct Wanted {
    std::string what; ///< `Computational Sequence` or `Dataset`
    std::string name;
    std::string citation; ///< empty: missing
};

std::vector<Wanted> wantedBy(std::span<const Metadata> sequences, std::vector<std::string>& missing)
{
    std::vector<Wanted> wanted;
    for (const Metadata& metadata : sequences) {
        const std::string root = field(metadata, "root name");
        wanted.push_back({"Computational Sequence", root, field(metadata, "featureset bib citation")});
        wanted.push_back(
            {"Dataset", field(metadata, "dataset name"), field(metadata, "dataset bib citation")});
        for (std::size_t i = wanted.size() - 2; i < wanted.size(); ++i) {
            if (wanted[i].citation.empty())
                missing.push_back(fmt::format("The metadata of {} do not say how to cite the {}.", root,
                                              wanted[i].what == "Dataset" ? "dataset" : "features"));
        }
    }
    return wanted;
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

Citations sdkCitations(std::span<const Metadata> sequences)
{
    Citations citations;
    citations.text = fmt::format("mmsdk bib: {}\n\n", sdkPaper);
    for (const Wanted& wanted : wantedBy(sequences, citations.missing)) {
        if (!wanted.citation.empty())
            citations.text += fmt::format("{} <{}> bib: {}\n\n", wanted.what, wanted.name, wanted.citation);
    }
    return citations;
}

Citations bibtex(std::span<const Metadata> sequences)
{
    Citations citations;
    std::vector<BibEntry> entries = *parseBibtex(sdkPaper);
    std::vector<BibEntry> originals = entries;
    for (const Wanted& wanted : wantedBy(sequences, citations.missing)) {
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
    for (const BibEntry& entry : entries)
        citations.text += (citations.text.empty() ? "" : "\n") + entry.text();
    return citations;
}

}
