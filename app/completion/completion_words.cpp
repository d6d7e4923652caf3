#include "app/completion/completion_words.h"

#include "app/document/tier_content.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <set>

namespace app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::Completion)
};

constexpr int kMostKeys = 9;

QString percentText(double share)
{
    return widgets::shownNumber(std::round(share * 100.0), 0, 'f');
}

}

QString offerText(const engine::CompletionOffer& offer)
{
    const QString label = QString::fromStdString(offer.label);
    switch (offer.kind) {
    case engine::CompletionKind::Trace:
        return Words::tr("Continuous rating: %1 of %2 s").arg(offer.labelled).arg(offer.total);
    case engine::CompletionKind::Segments:
        return label.isEmpty()
            ? Words::tr("New segments after the last of %n drawn", nullptr, static_cast<int>(offer.labelled))
            : Words::tr("New segments with %1, after the last of %n drawn", nullptr,
                        static_cast<int>(offer.labelled))
                  .arg(label);
    case engine::CompletionKind::Values:
        break;
    }
    return Words::tr("%1: %2 of %n segment(s) labelled by people", nullptr, static_cast<int>(offer.total))
        .arg(label)
        .arg(offer.labelled);
}

QString lackText(engine::CompletionLack lack, engine::CompletionKind kind)
{
    switch (lack) {
    case engine::CompletionLack::Features:
        return Words::tr(
            "There is nothing to learn from: tick a sequence of sound, face or text that differs "
            "over time.");
    case engine::CompletionLack::Labelled:
        return kind == engine::CompletionKind::Segments
            ? Words::tr("Draw at least %n segment(s) first, from the beginning on.", nullptr,
                        static_cast<int>(engine::kFewestDrawn))
            : Words::tr("Label at least %n segment(s) first; of categories, two of them at least three times "
                        "each.",
                        nullptr, static_cast<int>(engine::kFewestLabelled));
    case engine::CompletionLack::Categories:
        return Words::tr("At least two categories are needed, with three labelled segments each.");
    case engine::CompletionLack::Seconds:
        return Words::tr("At least %n second(s) must be labelled first.", nullptr,
                         static_cast<int>(kind == engine::CompletionKind::Segments
                                              ? engine::kFewestDrawnSeconds
                                              : engine::kFewestSeconds));
    case engine::CompletionLack::Open:
        return Words::tr("Everything has a label already.");
    case engine::CompletionLack::Nothing:
        break;
    }
    return {};
}

QString sureText(const engine::CompletionDraft& draft, std::size_t open, std::size_t sure)
{
    QString text
        = Words::tr("%1 of %n open suggestion(s) are at least as sure.", nullptr, static_cast<int>(open))
              .arg(sure);
    const engine::RightShare right = engine::rightAbove(draft.checks, draft.threshold);
    text += QLatin1Char(' ');
    text += right.count == 0
        ? Words::tr("Of what you labelled nothing was found so surely, so how often such suggestions are "
                    "right is not known.")
        : Words::tr(
              "Of the %n that you had labelled and that it would have been as sure of, %1 % would have been "
              "right (95 %: %2 to %3 %), each hidden from what was learnt.",
              nullptr, static_cast<int>(right.count))
              .arg(percentText(right.share), percentText(right.likely.start), percentText(right.likely.end));
    if (draft.kind == engine::CompletionKind::Segments)
        text += QLatin1Char(' ')
            + Words::tr("%1 % of your segments were found.").arg(percentText(draft.found));
    return text;
}

std::vector<std::variant<double, std::string>> possibleValues(const engine::Tier& tier,
                                                              const engine::CompletionDraft& draft)
{
    std::vector<std::variant<double, std::string>> values;
    if (draft.kind == engine::CompletionKind::Trace)
        return values;
    const engine::LabelScheme* label = tier.label(draft.label);
    if (const auto* vocabulary = label ? std::get_if<engine::Vocabulary>(&label->scale) : nullptr) {
        for (const engine::Term& term : vocabulary->terms)
            values.emplace_back(term.name);
    } else if (const auto* scale = label ? std::get_if<engine::NumberScale>(&label->scale) : nullptr) {
        const double range = scale->greatest - scale->least;
        double step = scale->step;
        if (!(step > 0.0) || range / step > kMostKeys - 1)
            step = range >= 4.0 && range <= kMostKeys - 1 ? 1.0 : range / (kMostKeys - 1);
        for (int i = 0; i <= static_cast<int>(std::lround(range / step)); ++i)
            values.emplace_back(scale->least + i * step);
    } else {
        std::set<std::string> texts;
        for (const engine::DraftRow& row : draft.rows) {
            if (const auto* text = std::get_if<std::string>(&row.value))
                texts.insert(*text);
        }
        values.assign(texts.begin(), texts.end());
    }
    return values;
}

QString valueText(const engine::Tier& tier, const engine::CompletionDraft& draft,
                  const std::variant<double, std::string>& value)
{
    if (const engine::LabelScheme* label = tier.label(draft.label))
        return shownValue(*label, {value, {}});
    const auto* text = std::get_if<std::string>(&value);
    return text ? QString::fromStdString(*text) : widgets::signedNumber(std::get<double>(value), 2);
}

QString rowText(const engine::Tier& tier, const engine::CompletionDraft& draft, const engine::DraftRow& row)
{
    const QString text = valueText(tier, draft, row.value);
    return draft.kind == engine::CompletionKind::Trace ? Words::tr("about %1").arg(text)
        : text.isEmpty()                               ? Words::tr("a segment")
                                                       : text;
}

}
