#include "engine/publishing/split_shares.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <set>

namespace engine {

namespace {

constexpr std::size_t kMostTerms = 8; // of a label that are told

struct SplitFacts {
    double seconds = 0.0;
    std::set<std::string> groups;
    std::size_t videos = 0;
    std::size_t units = 0;
    std::map<std::string, std::vector<double>> numbers; ///< by label
    std::map<std::string, std::map<std::string, std::size_t>> terms;
};

/// `mean 0.41 of 120`, or `happy 40 %, sad 60 %`.
std::string valuesText(const SplitFacts& facts, const std::string& label)
{
    if (const auto numbers = facts.numbers.find(label); numbers != facts.numbers.end()) {
        double sum = 0.0;
        for (const double value : numbers->second)
            sum += value;
        return fmt::format("mean {:.2f} of {}", sum / static_cast<double>(numbers->second.size()), numbers->second.size());
    }
    const auto terms = facts.terms.find(label);
    if (terms == facts.terms.end())
        return "none";
    std::size_t all = 0;
    std::vector<std::pair<std::size_t, std::string>> counts;
    for (const auto& [term, count] : terms->second) {
        all += count;
        counts.emplace_back(count, term);
    }
    std::ranges::stable_sort(counts, std::ranges::greater{}, [](const auto& one) { return one.first; });
    std::vector<std::string> shares;
    for (std::size_t i = 0; i < std::min(counts.size(), kMostTerms); ++i)
        shares.push_back(fmt::format("{} {:.0f} %", counts[i].second, 100.0 * static_cast<double>(counts[i].first) / static_cast<double>(all)));
    return fmt::format("{}{} of {}", fmt::join(shares, ", "), counts.size() > kMostTerms ? ", …" : "", all);
}

}

std::string splitsSection(const PublishedStudy& study, const std::vector<PublishedLabel>& labels, const PublishedSplits& splits)
{
    std::map<std::string, SplitFacts> facts;
    for (const auto& [video, place] : splits.videos) {
        if (place.split.empty())
            continue;
        SplitFacts& split = facts[place.split];
        ++split.videos;
        split.groups.insert(place.group);
        if (const auto seconds = study.seconds.find(video); seconds != study.seconds.end())
            split.seconds += seconds->second;
    }
    const auto splitOf = [&](std::size_t unit) -> SplitFacts* {
        const auto place = splits.videos.find(study.units[unit].video);
        return place == splits.videos.end() || place->second.split.empty() ? nullptr : &facts[place->second.split];
    };
    for (std::size_t unit = 0; unit < study.units.size(); ++unit) {
        if (SplitFacts* split = splitOf(unit))
            ++split->units;
    }
    std::vector<std::string> names;
    for (const PublishedLabel& label : labels) {
        SplitFacts* split = splitOf(label.unit);
        if (!split)
            continue;
        if (std::ranges::find(names, label.label) == names.end())
            names.push_back(label.label);
        if (const double* number = std::get_if<double>(&label.value))
            split->numbers[label.label].push_back(*number);
        else
            ++split->terms[label.label][std::get<std::string>(label.value)];
    }
    if (facts.empty())
        return {};
    std::string text = "## Splits\n\nAll videos of a group (a speaker, or a video whose speaker is not known) lie in one split.\n\n| split | hours | groups | "
                       "videos | units |";
    for (const std::string& name : names)
        text += fmt::format(" {} |", name);
    text += "\n|---|---|---|---|---|";
    for (std::size_t i = 0; i < names.size(); ++i)
        text += "---|";
    text += '\n';
    for (const auto& [name, split] : facts) {
        text += fmt::format("| {} | {:.2f} | {} | {} | {} |", name, split.seconds / 3600.0, split.groups.size(), split.videos, split.units);
        for (const std::string& label : names)
            text += fmt::format(" {} |", valuesText(split, label));
        text += '\n';
    }
    if (splits.largestDeviation)
        text += fmt::format("\nOf the wished parts of all hours the splits differ by {:.1f} % at most.\n", 100.0 * *splits.largestDeviation);
    return text + '\n';
}

}
