#include "app/agreement/rater_card_text.h"

#include "engine/core/usual_step.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>

#include <cmath>

namespace app {

namespace {

using RaterFigure = widgets::RaterCard::Figure;

constexpr std::size_t kFewestRated = 10; // answers for bias, noise, agreement, weight
constexpr std::size_t kFewestChecked = 3; // gold items, repeats
constexpr std::size_t kMostBars = 13;

struct RaterTexts {
    Q_DECLARE_TR_FUNCTIONS(app::RaterTexts)
};

QString countText(std::size_t count)
{
    return app::RaterTexts::tr("n %1").arg(count);
}

RaterFigure figure(const QString& name, const QString& toolTip, std::size_t count, std::size_t fewest,
                   const std::optional<QString>& value)
{
    const bool isKnown = value && count >= fewest;
    return {name, isKnown ? *value : app::RaterTexts::tr("not enough"), countText(count), toolTip, isKnown};
}

std::optional<QString> signedText(const std::optional<double>& value)
{
    return value ? std::optional(widgets::signedNumber(*value, 2)) : std::nullopt;
}

QString decimalText(double value, int decimals)
{
    return widgets::shownNumber(value, decimals, 'f');
}

RaterFigure goldFigure(const QString& name, const QString& toolTip, const engine::GoldScore& score)
{
    std::optional<QString> value;
    if (score.answers > 0)
        value = app::RaterTexts::tr("%1 right").arg(score.hits);
    if (score.distance)
        value
            = app::RaterTexts::tr("%1 right · %2 away").arg(score.hits).arg(decimalText(*score.distance, 2));
    return figure(name, toolTip, score.answers, kFewestChecked, value);
}

RaterFigure againFigure(const engine::SelfAgreement& again)
{
    std::optional<QString> value;
    QString toolTip
        = app::RaterTexts::tr("Segments that came again within a pass: how often the answer was the "
                              "same, and how far both lie apart on average");
    if (again.pairs > 0)
        value = app::RaterTexts::tr("%1 the same").arg(again.same);
    if (again.distance)
        value = app::RaterTexts::tr("%1 the same · %2 apart")
                    .arg(again.same)
                    .arg(decimalText(*again.distance, 2));
    if (again.alpha)
        toolTip += QLatin1Char('\n')
            + app::RaterTexts::tr("α of first and second answers: %1").arg(decimalText(*again.alpha, 2));
    return figure(app::RaterTexts::tr("with own answers"), toolTip, again.pairs, kFewestChecked, value);
}

/// The mean of α with each of the others; the tool tip has all.
RaterFigure agreementFigure(const engine::RaterComparison& beside, bool areTerms)
{
    QStringList lines{
        areTerms ? app::RaterTexts::tr("Krippendorff's nominal α with each other rater, on what both "
                                       "judged; the figure is their mean")
                 : app::RaterTexts::tr("Krippendorff's ordinal α with each other rater, on what both "
                                       "judged; the figure is their mean")};
    double sum = 0.0;
    std::size_t known = 0;
    for (const engine::RaterPair& pair : beside.pairs) {
        const bool isKnown = pair.alpha && pair.units >= kFewestRated;
        lines << app::RaterTexts::tr("%1: %2, n %3")
                     .arg(QString::fromStdString(pair.other),
                          isKnown ? decimalText(*pair.alpha, 2) : app::RaterTexts::tr("not enough"))
                     .arg(pair.units);
        if (isKnown) {
            sum += *pair.alpha;
            ++known;
        }
    }
    std::optional<QString> value;
    if (known > 0)
        value = decimalText(sum / static_cast<double>(known), 2);
    return figure(app::RaterTexts::tr("agrees with others, α"), lines.join(QLatin1Char('\n')), beside.shared,
                  kFewestRated, value);
}

std::vector<widgets::ScaleUse::Bar> barsOf(const engine::RaterComparison& beside,
                                           const engine::SettledSteps& scale)
{
    std::map<double, widgets::ScaleUse::Bar> bars;
    const double steps = scale.step > 0.0 ? (scale.greatest - scale.least) / scale.step + 1 : 0.0;
    for (std::size_t i = 0; steps <= kMostBars && static_cast<double>(i) < steps; ++i)
        bars[scale.least + static_cast<double>(i) * scale.step] = {};
    for (const engine::PairedUse& use : beside.uses) {
        // what lies between steps counts at the next one
        const double at = bars.empty() || scale.step <= 0.0
            ? std::round(use.value)
            : engine::onStep(use.value, scale.least, scale.step);
        bars[at].own += static_cast<double>(use.own);
        bars[at].others += use.others;
    }
    std::vector<widgets::ScaleUse::Bar> shown;
    for (auto& [value, bar] : bars) {
        bar.value = value;
        bar.text = widgets::labelNumber(value, scale.least);
        shown.push_back(bar);
    }
    return beside.shared == 0 ? std::vector<widgets::ScaleUse::Bar>() : shown;
}

QString remarkOf(const engine::RaterComparison& beside)
{
    const engine::RaterProfile& profile = beside.profile;
    if (beside.shared < kFewestRated || beside.pairs.empty())
        return {}; // what it says is *not enough* in the figures, too
    if (profile.scale < 0.0)
        return app::RaterTexts::tr("Reverses the scale");
    if (profile.scale < 0.25)
        return app::RaterTexts::tr("Hardly follows what the others see");
    return {};
}

/// How often each term was given, by the rater and by the others.
std::vector<widgets::ScaleUse::Bar> termBars(const engine::RaterComparison& beside,
                                             const std::vector<std::string>& terms)
{
    std::vector<widgets::ScaleUse::Bar> bars;
    for (std::size_t term = 0; beside.shared > 0 && term < std::min(terms.size(), kMostBars); ++term) {
        widgets::ScaleUse::Bar& bar = bars.emplace_back();
        bar.value = static_cast<double>(term);
        bar.text = QString::fromStdString(terms[term]);
        for (const engine::PairedUse& use : beside.uses) {
            if (use.value != bar.value)
                continue;
            bar.own = static_cast<double>(use.own);
            bar.others = use.others;
        }
    }
    return bars;
}

/// A rater who chose among terms: nothing lies between these, and none is too high.
std::vector<RaterFigure> termFigures(const RaterFigures& figures, const std::optional<QString>& seconds,
                                     const std::vector<std::string>& terms)
{
    const engine::RaterComparison& beside = figures.beside;
    std::optional<QString> like;
    if (beside.shared > 0)
        like = app::RaterTexts::tr("%1 of %2").arg(beside.likeOthers).arg(beside.shared);
    std::vector<RaterFigure> shown{
        agreementFigure(beside, true),
        figure(app::RaterTexts::tr("like the others"),
               app::RaterTexts::tr("Answers that none was given more often than by the others to the same "
                                   "segment"),
               beside.shared, kFewestChecked, like),
        figure(app::RaterTexts::tr("time per answer"),
               app::RaterTexts::tr("Median over the committed answers of the first pass"), figures.timed,
               kFewestChecked, seconds),
        goldFigure(app::RaterTexts::tr("hidden gold"), app::RaterTexts::tr("The same term as the right one"),
                   figures.gold),
        goldFigure(
            app::RaterTexts::tr("training"),
            app::RaterTexts::tr("The same for exercises, whose right value was shown after the answer"),
            figures.training),
        againFigure(figures.again)};
    for (const std::string& term : terms) {
        const auto score = figures.goldByTerm.find(term);
        if (score != figures.goldByTerm.end())
            shown.push_back(
                figure(app::RaterTexts::tr("gold “%1”").arg(QString::fromStdString(term)),
                       app::RaterTexts::tr("Of gold items and exercises for which this term is right"),
                       score->second.answers, 1, app::RaterTexts::tr("%1 right").arg(score->second.hits)));
    }
    return shown;
}

}

widgets::RaterCard::Content raterCard(const RaterFigures& figures, const engine::SettledSteps& scale,
                                      const std::vector<std::string>& terms)
{
    const engine::RaterComparison& beside = figures.beside;
    const engine::RaterProfile& profile = beside.profile;
    const std::size_t comparable = beside.pairs.empty() ? 0 : beside.shared;
    widgets::RaterCard::Content card;
    card.name = QString::fromStdString(profile.rater);
    card.judged = app::RaterTexts::tr("%n judged, %1 of them by others, too", nullptr,
                                      static_cast<int>(profile.units))
                      .arg(beside.shared);
    std::optional<QString> seconds;
    if (figures.seconds)
        seconds = app::RaterTexts::tr("%1 s").arg(decimalText(*figures.seconds, 1));
    if (!terms.empty()) {
        card.bars = termBars(beside, terms);
        card.figures = termFigures(figures, seconds, terms);
        return card;
    }
    card.remark = remarkOf(beside);
    card.bars = barsOf(beside, scale);
    card.reach = scale.least < 0.0 ? std::max(-scale.least, scale.greatest) : 0.0;
    card.figures = {
        figure(app::RaterTexts::tr("leans by"),
               app::RaterTexts::tr("Mean of the own answers less that of the others' to the same segments"),
               beside.shared, kFewestRated, signedText(beside.lean)),
        figure(app::RaterTexts::tr("use of the scale"),
               app::RaterTexts::tr("How far the answers go when what is true goes by 1; below 0: in reverse"),
               comparable, kFewestRated, QStringLiteral("× %1").arg(decimalText(profile.scale, 2))),
        figure(
            app::RaterTexts::tr("noise"),
            app::RaterTexts::tr("Deviation from what is true, once bias and use of the scale are taken out"),
            comparable, kFewestRated, decimalText(profile.noise, 2)),
        figure(app::RaterTexts::tr("drift"),
               app::RaterTexts::tr(
                   "Beside the others: the last quarter of the first pass less its first quarter"),
               figures.compared, kFewestRated, signedText(figures.drift)),
        figure(app::RaterTexts::tr("time per answer"),
               app::RaterTexts::tr("Median over the committed answers of the first pass"), figures.timed,
               kFewestChecked, seconds),
        goldFigure(app::RaterTexts::tr("hidden gold"),
                   app::RaterTexts::tr("Within half a step of the right value, and the mean distance to it"),
                   figures.gold),
        goldFigure(
            app::RaterTexts::tr("training"),
            app::RaterTexts::tr("The same for exercises, whose right value was shown after the answer"),
            figures.training),
        againFigure(figures.again),
        agreementFigure(beside, false),
        figure(app::RaterTexts::tr("weight"),
               app::RaterTexts::tr(
                   "In the consensus: the part of all that is known which one answer of this rater tells"),
               comparable, kFewestRated, decimalText(beside.weight, 2)),
    };
    return card;
}

}
