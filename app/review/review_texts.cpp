#include "app/review/review_texts.h"

#include "app/agreement/comparison_text.h"
#include "app/document/tier_content.h"
#include "app/document/tier_views.h"
#include "engine/annotation/listening_tier.h"
#include "engine/project_items/gold_items.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace app {

using engine::ReviewReason;

namespace {

struct PassTexts {
    Q_DECLARE_TR_FUNCTIONS(app::PassTexts)
};

}

QString passTitle(const engine::ReviewPass& pass)
{
    QStringList parts{QString::fromStdString(pass.layer.annotator)};
    if (pass.layer.of != kLabelsTier)
        parts << QString::fromStdString(pass.layer.of);
    if (pass.layer.isSettled)
        parts << PassTexts::tr("settles");
    else if (pass.isTraining())
        parts << PassTexts::tr("training %1").arg(pass.layer.pass);
    else
        parts << PassTexts::tr("pass %1").arg(pass.layer.pass);
    switch (pass.layer.presentation) {
    case engine::Presentation::TextOnly:
        parts << PassTexts::tr("text only");
        break;
    case engine::Presentation::SoundOnly:
        parts << PassTexts::tr("sound only");
        break;
    case engine::Presentation::SilentVideo:
        parts << PassTexts::tr("silent video");
        break;
    case engine::Presentation::All:
        break;
    }
    if (pass.isBlind && !pass.isTraining())
        parts << PassTexts::tr("blind");
    return parts.join(QStringLiteral(" · "));
}

QStringList shownNames(const std::vector<std::string>& names)
{
    QStringList shown;
    for (const std::string& name : names)
        shown << QString::fromStdString(name);
    return shown;
}

std::vector<widgets::PassForm::Pass> listedPasses(const engine::Annotation& annotation)
{
    std::vector<widgets::PassForm::Pass> passes;
    for (const engine::ReviewPass& pass : reviewPasses(annotation)) {
        const std::size_t done = donePlaces(annotation, pass);
        passes.push_back(
            {QString::fromStdString(pass.layer.name), passTitle(pass),
             PassTexts::tr("%1 of %n done", nullptr, static_cast<int>(pass.places.size())).arg(done),
             done == pass.places.size()});
    }
    for (const engine::ComparisonPass& pass : comparisonPasses(annotation))
        passes.push_back({QString::fromStdString(pass.name()), comparisonTitle(pass),
                          comparisonProgress(pass), pass.isDone()});
    return passes;
}

QString questionText(const std::string& of, const std::string& video, const QString& name,
                     const QString& partner)
{
    const std::size_t at = video.find('@');
    const bool isListening = engine::isOfListeners(of);
    const bool isSelf = of.starts_with("labels") && of.ends_with("_self");
    if (at == std::string::npos || (!isListening && !isSelf))
        return {};
    const QString who = name.isEmpty() ? QString::fromStdString(video.substr(at + 1)) : name;
    if (isListening && !partner.isEmpty())
        return (isSelf ? PassTexts::tr("You are %1: what did you feel while %2 spoke?")
                       : PassTexts::tr("What does %1 feel while %2 speaks?"))
            .arg(who, partner);
    if (isListening)
        return (isSelf ? PassTexts::tr("You are %1: what did you feel while you listened?")
                       : PassTexts::tr("What does %1 feel while listening?"))
            .arg(who);
    return PassTexts::tr("You are %1: what did you feel while you spoke?").arg(who);
}

QString lackOfPass(const engine::Annotation& annotation, const engine::ReviewPass& pass,
                   const std::vector<engine::ReviewPass::Place>& further)
{
    if (further.empty() && pass.places.empty())
        return pass.isTraining()
            ? PassTexts::tr(
                "There are no gold items yet: Review → Gold items → Make this a gold item… makes one.")
            : PassTexts::tr("No segment of the dataset matches what this pass looks for.");
    if (pass.mix.gold > 0.0 && goldItems(annotation).empty())
        return PassTexts::tr(
            "There are no gold items to mix in: Review → Gold items → Make this a gold item… makes one.");
    if (pass.mix.repeats > 0.0 && !further.empty()
        && std::ranges::none_of(further, &engine::ReviewPass::Place::isRepeat))
        return PassTexts::tr("Nothing comes again: the pass has no more than %n place(s).", nullptr,
                             static_cast<int>(pass.mix.apart));
    return {};
}

bool needsAttention(ReviewReason reason)
{
    return reason == ReviewReason::Model || reason == ReviewReason::OffScale
        || reason == ReviewReason::SignConflict;
}

QString reasonText(const engine::ReviewPass& pass, const engine::ReviewPass::Place& place)
{
    if (pass.isTraining())
        return PassTexts::tr("gold: an exercise");
    const bool isOpen = !pass.isBlind;
    switch (place.reason) {
    case ReviewReason::Flagged:
        return isOpen ? PassTexts::tr("flagged") : PassTexts::tr("to be looked at");
    case ReviewReason::OffScale:
        return isOpen ? PassTexts::tr("a value out of scale") : PassTexts::tr("to be looked at");
    case ReviewReason::SignConflict:
        return isOpen ? PassTexts::tr("raters differ in sign") : PassTexts::tr("to be looked at");
    case ReviewReason::Spread:
        return !isOpen         ? PassTexts::tr("to be looked at")
            : place.weight > 0 ? PassTexts::tr("raters %1 apart").arg(widgets::shownNumber(place.weight, 3))
                               : PassTexts::tr("raters differ");
    case ReviewReason::Model:
        return isOpen ? PassTexts::tr("model %1 away").arg(widgets::shownNumber(place.weight, 1, 'f'))
                      : PassTexts::tr("to be looked at");
    case ReviewReason::MissingModality:
        return PassTexts::tr("%n modality(ies) missing", nullptr, static_cast<int>(place.weight));
    case ReviewReason::NoWords:
        return PassTexts::tr("no words");
    case ReviewReason::TooShort:
        return PassTexts::tr("only %1 s").arg(widgets::shownNumber(place.span.length(), 2, 'f'));
    case ReviewReason::NotLabelled:
        return isOpen ? PassTexts::tr("first look") : PassTexts::tr("to be looked at");
    case ReviewReason::Control:
        break;
    }
    return isOpen ? PassTexts::tr("control sample") : PassTexts::tr("to be looked at");
}

QString valuesText(const engine::Tier& tier, const OtherJudgement& other)
{
    QStringList parts;
    for (std::size_t i = 1; i < tier.labels.size(); ++i) {
        const auto value = other.values.find(tier.labels[i].name);
        if (value == other.values.end())
            continue;
        const double* number = std::get_if<double>(&value->second.value);
        if (number && std::abs(*number) < 0.05)
            continue; // an emotion that is not there says nothing
        parts << QStringLiteral("%1 %2").arg(QString::fromStdString(tier.labels[i].name),
                                             shownValue(tier.labels[i], value->second));
    }
    if (other.confidence)
        parts << (*other.confidence > 0.8       ? PassTexts::tr("confidence high")
                      : *other.confidence > 0.5 ? PassTexts::tr("confidence medium")
                                                : PassTexts::tr("confidence low"));
    if (other.isFlagged)
        parts << PassTexts::tr("flagged");
    if (!other.comment.isEmpty())
        parts << PassTexts::tr("“%1”").arg(other.comment);
    return parts.join(QStringLiteral(" · "));
}

std::optional<double> numberGiven(const OtherJudgement& other, const std::string& label)
{
    const auto given = other.values.find(label);
    const double* number = given == other.values.end() ? nullptr : std::get_if<double>(&given->second.value);
    return number ? std::optional(*number) : std::nullopt;
}

QString spreadText(const engine::LabelScheme& label, const std::vector<OtherJudgement>& others)
{
    std::vector<double> numbers;
    for (const OtherJudgement& other : others) {
        const auto number = numberGiven(other, label.name);
        if (number && !other.isModel)
            numbers.push_back(*number);
    }
    if (numbers.size() < 2)
        return {};
    const auto [least, greatest] = std::ranges::minmax(numbers);
    const double mean
        = std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
    return PassTexts::tr("mean %1 · %2 apart")
        .arg(shownValue(label, {mean, {}}))
        .arg(widgets::shownNumber(greatest - least, 3));
}

}
