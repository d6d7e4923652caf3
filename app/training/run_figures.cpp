#include "app/training/run_figures.h"

#include "engine/numbers/correlation_interval.h"
#include "engine/numbers/share_interval.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace app {

namespace {

struct RunFigures {
    Q_DECLARE_TR_FUNCTIONS(app::RunFigures)
};

using IntervalOf = engine::Interval (*)(double value, std::size_t count);

struct Kind {
    const char* title;
    std::array<const char*, 3> names; ///< by which a result may have it
    IntervalOf interval; ///< null: what the result holds does not tell one
};
constexpr std::array<Kind, kRunFigures> kKinds{
    {{QT_TRANSLATE_NOOP("app::RunFigures", "MAE"), {"mae", "", ""}, nullptr},
     {QT_TRANSLATE_NOOP("app::RunFigures", "r"), {"corr", "", ""}, &engine::correlationInterval},
     {QT_TRANSLATE_NOOP("app::RunFigures", "Accuracy"),
      {"acc2_non0", "acc2", "binary_accuracy"},
      &engine::shareInterval},
     {QT_TRANSLATE_NOOP("app::RunFigures", "F1"), {"f1_non0", "f1", ""}, nullptr}}};

QString shown(double value)
{
    return widgets::shownNumber(value, 3, 'f');
}

/// The first of a figure's names that the run has.
std::optional<std::pair<std::string, double>> found(const RunFolderState& run, const Kind& kind)
{
    for (const char* const name : kind.names) {
        if (const auto figure = run.figures.find(name); figure != run.figures.end())
            return *figure;
    }
    return std::nullopt;
}

std::size_t countIn(const RunFolderState& run, const char* name)
{
    const auto count = run.figures.find(name);
    return count == run.figures.end() || count->second < 0.0 ? 0 : static_cast<std::size_t>(count->second);
}

/// `0.31 (95 %: −0.11 … 0.64)`; empty: there is no interval.
QString withInterval(const RunFolderState& run, const Kind& kind)
{
    const auto figure = found(run, kind);
    if (!figure || !kind.interval || run.areOfAll) // a mean of labels is no share and no correlation
        return {};
    const std::size_t count = countIn(run, figure->first.ends_with("_non0") ? "n_non0" : "n");
    if (count == 0)
        return {};
    const engine::Interval interval = kind.interval(figure->second, count);
    return RunFigures::tr("%1 (95 %: %2 … %3)")
        .arg(shown(figure->second), shown(interval.start), shown(interval.end));
}

}

std::array<RunFigure, kRunFigures> runFigures(const RunFolderState& run)
{
    std::array<RunFigure, kRunFigures> figures;
    for (std::size_t i = 0; i < kRunFigures; ++i) {
        const auto figure = found(run, kKinds[i]);
        figures[i] = {RunFigures::tr(kKinds[i].title), figure ? shown(figure->second) : QStringLiteral("–"),
                      withInterval(run, kKinds[i])};
    }
    return figures;
}

std::size_t testedSegments(const RunFolderState& run)
{
    return countIn(run, "n");
}

QString sureness(const RunFolderState& run)
{
    QStringList parts;
    for (const Kind& kind : kKinds) {
        if (const QString text = withInterval(run, kind); !text.isEmpty())
            parts << QStringLiteral("%1 %2").arg(RunFigures::tr(kind.title), text);
    }
    if (parts.isEmpty())
        return {};
    return RunFigures::tr(
               "Of %n test segment(s): %1. Segments of one video are alike, so that it is less sure "
               "than that.",
               nullptr, static_cast<int>(testedSegments(run)))
        .arg(parts.join(QStringLiteral(", ")));
}

}
