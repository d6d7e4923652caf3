#include "engine/annotation/review_queue.h"

#include "engine/core/seeded_shuffle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace engine {

namespace {

constexpr std::array kReasons{ReviewReason::Flagged, ReviewReason::OffScale, ReviewReason::SignConflict,
                              ReviewReason::Spread,  ReviewReason::Model,    ReviewReason::MissingModality,
                              ReviewReason::NoWords, ReviewReason::TooShort, ReviewReason::NotLabelled};

std::pair<double, double> rangeOf(const std::vector<ReviewUnit::Vote>& votes)
{
    const auto [least, greatest] = std::ranges::minmax_element(votes, {}, &ReviewUnit::Vote::value);
    return {least->value, greatest->value};
}

/// How much the reason applies; absent: not at all.
std::optional<double> weightOf(const ReviewUnit& unit, ReviewReason reason, const ReviewSettings& settings)
{
    const auto when
        = [](bool applies, double weight) { return applies ? std::optional(weight) : std::nullopt; };
    const auto [least, greatest] = unit.votes.empty() ? std::pair(0.0, 0.0) : rangeOf(unit.votes);
    switch (reason) {
    case ReviewReason::Flagged:
        return when(!unit.flaggedBy.empty(), static_cast<double>(unit.flaggedBy.size()));
    case ReviewReason::OffScale:
        return when(unit.isOffScale, 1.0);
    case ReviewReason::SignConflict:
        return when(least < 0 && greatest > 0, greatest - least);
    case ReviewReason::Spread:
        return unit.terms.size() > 1 ? std::optional(0.0) // there is no distance between terms
                                     : when(greatest - least >= settings.spread, greatest - least);
    case ReviewReason::Model: {
        const auto human = humanValue(unit);
        const double gap = human && unit.prediction ? std::abs(*human - *unit.prediction) : 0.0;
        return when(gap >= settings.modelGap, gap);
    }
    case ReviewReason::MissingModality:
        return when(!unit.missing.empty(), static_cast<double>(unit.missing.size()));
    case ReviewReason::NoWords:
        return when(unit.words == 0, 1.0);
    case ReviewReason::TooShort:
        return when(unit.span.length() < settings.shortest, settings.shortest - unit.span.length());
    case ReviewReason::NotLabelled:
        return when(!unit.isAnswered, 1.0);
    case ReviewReason::Control:
        break;
    }
    return std::nullopt;
}

std::optional<ReviewItem> itemOf(std::span<const ReviewUnit> units, std::size_t index,
                                 const ReviewSettings& settings)
{
    for (const ReviewReason reason : kReasons) {
        if (!settings.reasons.contains(reason))
            continue;
        if (const auto weight = weightOf(units[index], reason, settings))
            return ReviewItem{index, reason, *weight};
    }
    return std::nullopt;
}

/// What matters most first; of a conversation what matters most in it counts for all of it.
void sortByReason(std::vector<ReviewItem>& queue, std::span<const ReviewUnit> units)
{
    const auto rank = [](const ReviewItem& item) { return std::pair(item.reason, -item.weight); };
    std::map<std::string, std::pair<ReviewReason, double>> first; // by conversation
    for (const ReviewItem& item : queue) {
        const std::string& conversation = units[item.unit].conversation;
        if (conversation.empty())
            continue;
        const auto [known, isNew] = first.try_emplace(conversation, rank(item));
        if (!isNew)
            known->second = std::min(known->second, rank(item));
    }
    std::ranges::stable_sort(queue, {}, [&](const ReviewItem& item) {
        const std::string& conversation = units[item.unit].conversation;
        return conversation.empty() ? rank(item) : first.at(conversation);
    });
}

}

std::string name(ReviewReason reason)
{
    switch (reason) {
    case ReviewReason::Flagged:
        return "flagged";
    case ReviewReason::OffScale:
        return "off scale";
    case ReviewReason::SignConflict:
        return "sign conflict";
    case ReviewReason::Spread:
        return "spread";
    case ReviewReason::Model:
        return "model";
    case ReviewReason::MissingModality:
        return "missing modality";
    case ReviewReason::NoWords:
        return "no words";
    case ReviewReason::TooShort:
        return "too short";
    case ReviewReason::NotLabelled:
        return "not labelled";
    case ReviewReason::Control:
        break;
    }
    return "control";
}

std::optional<double> humanValue(const ReviewUnit& unit)
{
    if (unit.votes.empty())
        return unit.label;
    double sum = 0.0;
    for (const ReviewUnit::Vote& vote : unit.votes)
        sum += vote.value;
    return sum / static_cast<double>(unit.votes.size());
}

std::vector<ReviewItem> reviewQueue(std::span<const ReviewUnit> units, const ReviewSettings& settings)
{
    std::vector<ReviewItem> queue;
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (settings.repeatsOnly && !units[i].isRepeat)
            continue;
        if (const auto item = itemOf(units, i, settings))
            queue.push_back(*item);
        else
            others.push_back(i);
    }
    std::mt19937 random(settings.seed);
    if (settings.reasons.contains(ReviewReason::Control)) {
        shuffleSeeded(others, random);
        const double wanted = std::ceil(settings.controls * static_cast<double>(others.size()));
        others.resize(std::min(others.size(), static_cast<std::size_t>(std::max(0.0, wanted))));
        for (const std::size_t unit : others)
            queue.push_back({unit, ReviewReason::Control, 0.0});
    }
    const auto place = [&](const ReviewItem& item) {
        const ReviewUnit& unit = units[item.unit];
        return std::tuple(unit.conversation.empty() ? unit.video : unit.conversation,
                          unit.moment.value_or(unit.span.start), unit.video, item.unit);
    };
    std::ranges::sort(queue, {}, place);
    if (settings.order == ReviewOrder::Reason)
        sortByReason(queue, units);
    else if (settings.order == ReviewOrder::Shuffled)
        shuffleSeeded(queue, random);
    if (settings.most > 0 && queue.size() > settings.most)
        queue.resize(settings.most);
    return queue;
}

}
