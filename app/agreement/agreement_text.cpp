#include "app/agreement/agreement_text.h"

#include "widgets/base/scale_number.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <string_view>

namespace app {

namespace {

/// The context of the texts below.
struct AgreementTexts {
    Q_DECLARE_TR_FUNCTIONS(app::AgreementText)
};

using Figure = widgets::AgreementList::Figure;
using FigureRow = widgets::AgreementList::Row;

constexpr auto kContext = "app::AgreementText";

/// Names of figures, which the engine knows by a key.
constexpr std::array<std::pair<std::string_view, const char*>, 22> kNames{{
    {"alpha", QT_TRANSLATE_NOOP("app::AgreementText", "Krippendorff's α")},
    {"set_alpha", QT_TRANSLATE_NOOP("app::AgreementText", "Krippendorff's α of sets of words")},
    {"kappa", QT_TRANSLATE_NOOP("app::AgreementText", "Cohen's κ")},
    {"kappa_linear", QT_TRANSLATE_NOOP("app::AgreementText", "Cohen's κ, linear weights")},
    {"kappa_quadratic", QT_TRANSLATE_NOOP("app::AgreementText", "Cohen's κ, quadratic weights")},
    {"fleiss", QT_TRANSLATE_NOOP("app::AgreementText", "Fleiss' κ")},
    {"icc_1_1", "ICC(1,1)"},
    {"icc_2_1", "ICC(2,1)"},
    {"icc_3_1", "ICC(3,1)"},
    {"icc_1_k", "ICC(1,k)"},
    {"icc_2_k", "ICC(2,k)"},
    {"icc_3_k", "ICC(3,k)"},
    {"ccc", "CCC"},
    {"ccc_mean", QT_TRANSLATE_NOOP("app::AgreementText", "CCC, mean of the videos")},
    {"bias", QT_TRANSLATE_NOOP("app::AgreementText", "Bias")},
    {"variance", QT_TRANSLATE_NOOP("app::AgreementText", "Variance")},
    {"u_alpha", QT_TRANSLATE_NOOP("app::AgreementText", "Unitizing uα")},
    {"u_alpha_marked", QT_TRANSLATE_NOOP("app::AgreementText", "Unitizing uα, marked or not")},
    {"cu_alpha", QT_TRANSLATE_NOOP("app::AgreementText", "Unitizing cuα, of names")},
    {"gamma", "γ"},
    {"boundary_b", QT_TRANSLATE_NOOP("app::AgreementText", "Boundary similarity B")},
    {"boundary_pi", QT_TRANSLATE_NOOP("app::AgreementText", "Boundary similarity π")},
}};

/// What rules are made of, and reasons, as the engine says them.
constexpr std::array kSentences{
    QT_TRANSLATE_NOOP("app::AgreementText", "nominal metric"),
    QT_TRANSLATE_NOOP("app::AgreementText", "ordinal metric"),
    QT_TRANSLATE_NOOP("app::AgreementText", "interval metric"),
    QT_TRANSLATE_NOOP("app::AgreementText", "ratio metric"),
    QT_TRANSLATE_NOOP("app::AgreementText", "sets metric"),
    QT_TRANSLATE_NOOP("app::AgreementText", "The ratings are numbers, and no sets of terms."),
    QT_TRANSLATE_NOOP("app::AgreementText", "too many different values for an interval"),
    QT_TRANSLATE_NOOP("app::AgreementText", "unweighted"),
    QT_TRANSLATE_NOOP("app::AgreementText", "linear weights"),
    QT_TRANSLATE_NOOP("app::AgreementText", "quadratic weights"),
    QT_TRANSLATE_NOOP("app::AgreementText", "the same number of ratings for every unit"),
    QT_TRANSLATE_NOOP("app::AgreementText", "one-way random"),
    QT_TRANSLATE_NOOP("app::AgreementText", "two-way random"),
    QT_TRANSLATE_NOOP("app::AgreementText", "two-way mixed"),
    QT_TRANSLATE_NOOP("app::AgreementText", "absolute agreement"),
    QT_TRANSLATE_NOOP("app::AgreementText", "consistency"),
    QT_TRANSLATE_NOOP("app::AgreementText", "single rater"),
    QT_TRANSLATE_NOOP("app::AgreementText", "mean of the raters"),
    QT_TRANSLATE_NOOP("app::AgreementText", "mean of the raters (Cronbach's alpha)"),
    QT_TRANSLATE_NOOP("app::AgreementText", "all frames as one trace"),
    QT_TRANSLATE_NOOP("app::AgreementText", "mean of the videos' own"),
    QT_TRANSLATE_NOOP("app::AgreementText", "mean offset to the mean of the others"),
    QT_TRANSLATE_NOOP("app::AgreementText", "of all own ratings"),
    QT_TRANSLATE_NOOP("app::AgreementText", "divided by their number"),
    QT_TRANSLATE_NOOP("app::AgreementText", "The numbers are too large to be calculated with."),
    QT_TRANSLATE_NOOP("app::AgreementText",
                      "The ratings are names of categories, which have no place on a scale as the {} metric "
                      "needs it."),
    QT_TRANSLATE_NOOP("app::AgreementText", "No unit has two ratings."),
    QT_TRANSLATE_NOOP("app::AgreementText",
                      "All {} ratings are {}, so that no disagreement is to be expected."),
    QT_TRANSLATE_NOOP("app::AgreementText",
                      "The ratio metric needs a scale that begins at 0; there are ratings below it."),
    QT_TRANSLATE_NOOP("app::AgreementText", "No unit was rated by both."),
    QT_TRANSLATE_NOOP("app::AgreementText",
                      "Both said {} of every unit, so that no disagreement is to be expected."),
    QT_TRANSLATE_NOOP("app::AgreementText",
                      "The ratings are names of categories, between which there are no distances."),
    QT_TRANSLATE_NOOP(
        "app::AgreementText",
        "More than {} different values are measurements, no categories: use alpha, ICC or CCC."),
    QT_TRANSLATE_NOOP("app::AgreementText", "There are no ratings."),
    QT_TRANSLATE_NOOP(
        "app::AgreementText",
        "The units have {} to {} ratings; this needs the same number for each. Alpha does not."),
    QT_TRANSLATE_NOOP("app::AgreementText", "All ratings are {}, so that no disagreement is to be expected."),
    QT_TRANSLATE_NOOP("app::AgreementText", "The ratings are names of categories, which have no variance."),
    QT_TRANSLATE_NOOP("app::AgreementText", "There are fewer than two raters."),
    QT_TRANSLATE_NOOP("app::AgreementText", "Fewer than two units were rated by all {} raters."),
    QT_TRANSLATE_NOOP("app::AgreementText", "All ratings are equal, so that there is no variance."),
    QT_TRANSLATE_NOOP(
        "app::AgreementText",
        "The units do not differ more than by chance: the variance that it divides by is not above 0."),
    QT_TRANSLATE_NOOP("app::AgreementText", "No frame was rated by both."),
    QT_TRANSLATE_NOOP("app::AgreementText", "Both are constant."),
    QT_TRANSLATE_NOOP("app::AgreementText", "No video has a value."),
    QT_TRANSLATE_NOOP("app::AgreementText", "The ratings are names of categories, which have no mean."),
    QT_TRANSLATE_NOOP("app::AgreementText", "Nobody else rated what this rater rated."),
    QT_TRANSLATE_NOOP("app::AgreementText", "This rater rated nothing."),
    QT_TRANSLATE_NOOP("app::AgreementText", "units with fewer than two ratings"),
    QT_TRANSLATE_NOOP("app::AgreementText", "units not rated by both"),
    QT_TRANSLATE_NOOP("app::AgreementText", "units without ratings"),
    QT_TRANSLATE_NOOP("app::AgreementText", "units not rated by all"),
    QT_TRANSLATE_NOOP("app::AgreementText", "raters without ratings"),
    QT_TRANSLATE_NOOP("app::AgreementText", "frames not rated by both"),
    QT_TRANSLATE_NOOP("app::AgreementText", "videos without a value"),
    QT_TRANSLATE_NOOP("app::AgreementText", "units that only this rater rated"),
    QT_TRANSLATE_NOOP("app::AgreementText", "masi distance of sets"),
    QT_TRANSLATE_NOOP("app::AgreementText", "jaccard distance of sets"),
    QT_TRANSLATE_NOOP("app::AgreementText", "No unit has two answers."),
    QT_TRANSLATE_NOOP("app::AgreementText", "All answers are the same set."),
    QT_TRANSLATE_NOOP("app::AgreementText", "A boundary at every place."),
    QT_TRANSLATE_NOOP("app::AgreementText", "All that both marked has one name."),
    QT_TRANSLATE_NOOP("app::AgreementText", "Both always say one and the same."),
    QT_TRANSLATE_NOOP("app::AgreementText", "Fewer than two raters."),
    QT_TRANSLATE_NOOP("app::AgreementText", "Never marked by two at once."),
    QT_TRANSLATE_NOOP("app::AgreementText", "No disagreement is to be expected."),
    QT_TRANSLATE_NOOP("app::AgreementText", "No disorder is to be expected."),
    QT_TRANSLATE_NOOP("app::AgreementText", "No two raters marked the same moment."),
    QT_TRANSLATE_NOOP("app::AgreementText", "No video is longer than one place."),
    QT_TRANSLATE_NOOP("app::AgreementText", "No video was done by all raters."),
    QT_TRANSLATE_NOOP("app::AgreementText", "No video was marked by two raters."),
    QT_TRANSLATE_NOOP("app::AgreementText", "Nobody marked anything."),
    QT_TRANSLATE_NOOP("app::AgreementText", "Nobody set a boundary."),
    QT_TRANSLATE_NOOP("app::AgreementText", "Points have no length."),
    QT_TRANSLATE_NOOP("app::AgreementText", "Segments of {} overlap. Gamma takes overlaps."),
    QT_TRANSLATE_NOOP("app::AgreementText", "Segments of {} reach beyond the video."),
    QT_TRANSLATE_NOOP("app::AgreementText", "videos with one rater"),
    QT_TRANSLATE_NOOP("app::AgreementText", "videos that not all raters did"),
    QT_TRANSLATE_NOOP("app::AgreementText", "videos no longer than one place"),
};

QString said(const std::string& english)
{
    return QCoreApplication::translate(kContext, english.c_str());
}

QString twoDecimals(double value)
{
    return widgets::shownNumber(value, 2, 'f');
}

FigureRow rowOf(const engine::Statistic& statistic, const QString& label)
{
    FigureRow row;
    row.label = label;
    row.between = betweenText(statistic);
    row.value = statistic.value ? twoDecimals(*statistic.value) : AgreementTexts::tr("undefined");
    if (statistic.interval)
        row.value += AgreementTexts::tr(" [%1, %2]")
                         .arg(twoDecimals(statistic.interval->low), twoDecimals(statistic.interval->high));
    QStringList detail;
    if (!statistic.value)
        detail << undefinedText(statistic);
    detail << AgreementTexts::tr("%n unit(s)", nullptr, static_cast<int>(statistic.units));
    if (statistic.between.empty())
        detail << AgreementTexts::tr("%n rater(s)", nullptr, static_cast<int>(statistic.raters));
    if (const QString dropped = droppedText(statistic); !dropped.isEmpty())
        detail << AgreementTexts::tr("left out: %1").arg(dropped);
    row.detail = detail.join(QStringLiteral(" · "));
    return row;
}

}

QString figureName(const engine::Statistic& statistic)
{
    const auto found
        = std::ranges::find(kNames, statistic.key, [](const auto& name) { return std::string(name.first); });
    return found == kNames.end() ? QString::fromStdString(statistic.name)
                                 : QCoreApplication::translate(kContext, found->second);
}

QString ruleText(const engine::Statistic& statistic)
{
    QStringList parts;
    for (const QString& part : QString::fromStdString(statistic.rule).split(QStringLiteral(", ")))
        parts << said(part.toStdString());
    return parts.join(QStringLiteral(", "));
}

QString undefinedText(const engine::Statistic& statistic)
{
    QString text = said(statistic.reason.form);
    for (const std::string& part : statistic.reason.parts) {
        const qsizetype place = text.indexOf(QLatin1String("{}"));
        if (place >= 0)
            text.replace(place, 2, QString::fromStdString(part));
    }
    return text;
}

QString droppedText(const engine::Statistic& statistic)
{
    QStringList parts;
    for (const engine::Dropped& dropped : statistic.dropped)
        parts << QStringLiteral("%1 %2").arg(dropped.count).arg(said(dropped.reason));
    return parts.join(QStringLiteral("; "));
}

QString betweenText(const engine::Statistic& statistic)
{
    if (statistic.between == std::vector<std::string>{"observer", "self"})
        return AgreementTexts::tr("as seen – as felt");
    QStringList raters;
    for (const std::string& rater : statistic.between)
        raters << QString::fromStdString(rater);
    return raters.join(QStringLiteral(" – "));
}

bool isTranslatable(const std::string& english)
{
    return std::ranges::any_of(kSentences, [&](const char* known) { return english == known; });
}

std::set<engine::Agreement> shownFamilies()
{
    using engine::Agreement;
    return {Agreement::Alpha,  Agreement::Kappa, Agreement::WeightedKappa,
            Agreement::Fleiss, Agreement::Icc,   Agreement::Concordance};
}

std::vector<Figure> shownAgreement(const std::vector<engine::AgreementReport>& reports)
{
    std::vector<Figure> figures;
    for (const auto& [key, name] : kNames) {
        Figure figure;
        for (const engine::AgreementReport& report : reports) {
            for (const engine::Statistic& statistic : report.statistics) {
                if (statistic.key != key)
                    continue;
                figure.key = QString::fromStdString(statistic.key);
                figure.name = figureName(statistic);
                figure.rule = ruleText(statistic);
                const bool isOfSets = statistic.key == "set_alpha"; // by two distances, each with its rule
                figure.rows.push_back(rowOf(statistic,
                                            isOfSets ? QStringLiteral("%1 (%2)").arg(
                                                QString::fromStdString(report.label), ruleText(statistic))
                                                     : QString::fromStdString(report.label)));
            }
        }
        if (!figure.rows.empty())
            figures.push_back(std::move(figure));
    }
    return figures;
}

}
