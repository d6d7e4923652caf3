#include "engine/annotation/tier_roles.h"

#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/word_sets.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <string_view>

namespace engine {

namespace {

/// A name that no tier of any video has, apart from those that are about to be called otherwise.
std::string freeRoleName(const Annotation& annotation, const std::string& role,
                         const std::set<TierId>& renamed)
{
    std::set<std::string> taken;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (!renamed.contains(id))
            taken.insert(tier.name);
    }
    int number = 2;
    while (taken.contains(fmt::format("{} ({})", role, number)))
        ++number;
    return fmt::format("{} ({})", role, number);
}

bool isJudged(const Annotation& annotation, const Tier& tier)
{
    return std::ranges::any_of(annotation.tiersBelow(tier.id), [](const Tier* below) {
        return below->constraint == Constraint::SymbolicAssociation;
    });
}

/// The tier that has had the role so far makes room.
void putAside(Change& change, const Annotation& annotation, const Tier& former, const std::string& aside)
{
    if (isJudged(annotation, former))
        throw Refused(fmt::format("The {} of {} have judgements of their own, so that they stay.",
                                  former.name, former.video));
    const bool isEmpty = annotation.byTime(former.id).size() == 0;
    Tier renamed = former;
    renamed.name = aside;
    change.tiers.push_back({former, isEmpty ? std::nullopt : std::optional(std::move(renamed))});
}

constexpr std::size_t kMostWordsOfAClass = 3;
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kMinusSign = "\xe2\x88\x92"; ///< that is typed in the place of a hyphen

/// Without blanks at either end.
std::string withoutEnds(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<double> numberOfText(std::string text)
{
    if (text.starts_with(kMinusSign))
        text = "-" + text.substr(kMinusSign.size());
    const std::size_t sign = text.starts_with("+") ? 1 : 0;
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data() + sign, text.data() + text.size(), number);
    const bool isNumber = error == std::errc() && end == text.data() + text.size() && std::isfinite(number);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::size_t wordsIn(const std::string& text)
{
    std::size_t words = 0;
    for (std::size_t at = text.find_first_not_of(kBlanks); at != std::string::npos; ++words) {
        const std::size_t end = text.find_first_of(kBlanks, at);
        at = end == std::string::npos ? end : text.find_first_not_of(kBlanks, end);
    }
    return words;
}

/// The scale of the usual label of this name where all of these are on it, else one that holds them.
NumberScale scaleFor(const std::string& name, const std::vector<double>& numbers,
                     const std::vector<LabelScheme>& labels)
{
    const auto usual = std::ranges::find(labels, name, &LabelScheme::name);
    const auto* scale = usual == labels.end() ? nullptr : std::get_if<NumberScale>(&usual->scale);
    const auto isOn = [scale](double number) {
        const double steps = scale->step > 0 ? (number - scale->least) / scale->step : 0.0;
        return number >= scale->least && number <= scale->greatest
            && std::abs(steps - std::round(steps)) < 1e-9;
    };
    if (scale && std::ranges::all_of(numbers, isOn))
        return *scale;
    const auto [least, greatest] = std::ranges::minmax(numbers);
    return {std::floor(least), std::max(std::ceil(greatest), std::floor(least) + 1.0), 0.0};
}

/// Whether texts list short words, parted by `;`, and not all of them one.
bool areWordSets(const std::set<std::string>& texts)
{
    const auto isSet = [](const std::string& text) {
        const std::vector<std::string> words = wordsOfSet(text);
        return words.size() <= kMostWords && std::ranges::all_of(words, [](const std::string& word) {
                   return wordsIn(word) <= kMostWordsOfAClass;
               });
    };
    const auto isOneWord = [](const std::string& text) { return wordsOfSet(text).size() == 1; };
    return std::ranges::all_of(texts, isSet) && !std::ranges::all_of(texts, isOneWord);
}

/// What a tier without labels gets.
std::vector<LabelScheme> labelsFor(const TextsAsLabel& texts, const std::vector<LabelScheme>& usual)
{
    if (texts.kind == TextsAsLabel::Kind::Nothing || texts.kind == TextsAsLabel::Kind::Texts)
        return usual;
    std::vector<LabelScheme> labels = usual;
    const auto same = std::ranges::find(labels, texts.label.name, &LabelScheme::name);
    if (same == labels.end())
        return {texts.label};
    *same = texts.label;
    return labels;
}

/// Makes a segment's text its value; the text stays, as formats have it that say a term in both places.
void giveValue(Segment& segment, const TextsAsLabel& texts)
{
    if (auto value = valueOfText(texts, segment.text))
        segment.values[texts.label.name] = {*std::move(value), {}};
}

/// By itself: without the tier that it hung on.
void takeRole(Change& change, const Annotation& annotation, const Tier& tier, const std::string& role,
              const std::vector<LabelScheme>& labels, const TextsAsLabel& texts)
{
    if (tier.kind != TierKind::Interval)
        throw Refused(fmt::format("The segments of {} in {} have no start and end of their own, as {} have.",
                                  tier.name, tier.video, role));
    Tier now = tier;
    now.name = role;
    const bool lacksLabels = tier.labels.empty();
    if (lacksLabels)
        now.labels = labelsFor(texts, labels);
    if (tier.parent != 0) {
        now.parent = 0;
        now.constraint = Constraint::None;
        now.overlapping = true; // they may meet those of the next segment above
    }
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier.id).all()) {
        const Segment& segment = *annotation.segment(entry.id);
        Segment after = segment;
        if (tier.parent != 0) {
            after.parent = 0;
            after.order = 0;
        }
        if (lacksLabels)
            giveValue(after, texts);
        if (after != segment)
            change.segments.push_back({segment, std::move(after)});
    }
    change.tiers.push_back({tier, std::move(now)});
}

}

TextsAsLabel textsAsLabel(const Annotation& annotation, const std::set<TierId>& tiers,
                          const std::vector<LabelScheme>& labels)
{
    TextsAsLabel found;
    std::set<std::string> terms;
    for (const TierId id : tiers) {
        const Tier* tier = labels.empty() ? nullptr : annotation.tier(id);
        if (!tier || !tier->labels.empty())
            continue;
        for (const IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
            const std::string text = withoutEnds(annotation.segment(entry.id)->text);
            if (text.empty())
                continue;
            ++found.segments;
            terms.insert(text);
            if (found.label.name.empty())
                found.label.name = inLowerCase(tier->name);
        }
    }
    found.different = terms.size();
    if (terms.empty())
        return found;
    std::vector<double> numbers;
    for (const std::string& term : terms) {
        if (const std::optional<double> number = numberOfText(term))
            numbers.push_back(*number);
    }
    const bool areShort = std::ranges::all_of(
        terms, [](const std::string& term) { return wordsIn(term) <= kMostWordsOfAClass; });
    if (numbers.size() == terms.size()) {
        found.kind = TextsAsLabel::Kind::Numbers;
        found.label.scale = scaleFor(found.label.name, numbers, labels);
    } else if (areWordSets(terms)) {
        found.kind = TextsAsLabel::Kind::WordSets;
        found.label.scale = FreeText{WordList{}};
    } else if (terms.size() <= kMostClasses && areShort) {
        found.kind = TextsAsLabel::Kind::Classes;
        Vocabulary vocabulary;
        for (const std::string& term : terms)
            vocabulary.terms.push_back({term, {}, {}});
        found.label.scale = std::move(vocabulary);
    } else {
        found.kind = TextsAsLabel::Kind::Texts;
    }
    return found;
}

std::optional<std::variant<double, std::string>> valueOfText(const TextsAsLabel& texts,
                                                             const std::string& text)
{
    const std::string said = withoutEnds(text);
    if (said.empty())
        return std::nullopt;
    if (texts.kind == TextsAsLabel::Kind::Classes)
        return said;
    if (texts.kind == TextsAsLabel::Kind::WordSets)
        return wordsText(wordsOfSet(said));
    const std::optional<double> number
        = texts.kind == TextsAsLabel::Kind::Numbers ? numberOfText(said) : std::nullopt;
    return number ? std::optional<std::variant<double, std::string>>(*number) : std::nullopt;
}

Change useAsRole(const Annotation& annotation, const std::set<TierId>& tiers, const std::string& role,
                 const std::vector<LabelScheme>& labels)
{
    const std::string aside = freeRoleName(annotation, role, tiers);
    const TextsAsLabel texts = textsAsLabel(annotation, tiers, labels);
    Change change;
    std::set<std::string> names;
    for (const TierId id : tiers) {
        const Tier* tier = annotation.tier(id);
        if (!tier || tier->name == role)
            throw Refused(fmt::format("There is no other tier that could be used as {}.", role));
        if (const Tier* former = tierCalled(annotation, tier->video, role))
            putAside(change, annotation, *former, aside);
        takeRole(change, annotation, *tier, role, labels, texts);
        names.insert(tier->name);
    }
    for (const std::string& name : names)
        change = change.followedBy(renameLayers(annotation, name, role));
    return change;
}

}
