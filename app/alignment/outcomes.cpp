#include "app/alignment/outcomes.h"

#include "engine/alignment/overlap.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

class OutcomeTexts {
    Q_DECLARE_TR_FUNCTIONS(app::Alignment)
};

using StepOutcome = widgets::AlignPanel::Outcome;
using GridRow = widgets::SequenceGrid::Row;

std::optional<engine::Modality> modalityOf(const OpenDataset& dataset, const std::string& key)
{
    for (const OpenDataset::Sequence& sequence : dataset.sequences) {
        if (sequence.key != key)
            continue;
        return sequence.role == Role::Labels || sequence.role == Role::Other
            ? std::nullopt
            : std::optional(app::modalityOf(sequence));
    }
    return std::nullopt;
}

QString listOf(const std::vector<std::string>& names)
{
    QStringList list;
    for (const std::string& name : names)
        list << QString::fromStdString(name);
    return list.join(QStringLiteral(", "));
}

GridRow gridRow(const std::string& key, const engine::SequenceAlignment& sequence,
                const engine::AlignmentReport& report, const OpenDataset& dataset)
{
    GridRow row{key, modalityOf(dataset, key), {}, std::nullopt, {}};
    std::size_t least = std::numeric_limits<std::size_t>::max();
    std::size_t most = 0;
    std::size_t empty = 0;
    for (std::size_t k = 0; k < sequence.rowsPerTarget.size(); ++k) {
        if (std::ranges::find(report.skippedTargets, k) != report.skippedTargets.end())
            continue;
        least = std::min(least, sequence.rowsPerTarget[k]);
        most = std::max(most, sequence.rowsPerTarget[k]);
        empty += sequence.rowsPerTarget[k] == 0 ? 1 : 0;
    }
    if (least <= most)
        row.rows = least == most ? QString::number(most) : QStringLiteral("%1–%2").arg(least).arg(most);
    if (report.targetSeconds > 0)
        row.coverage = std::clamp(sequence.coverageSeconds / report.targetSeconds, 0.0, 1.0);
    row.detail
        = OutcomeTexts::tr("%1 s of %2 s covered; %3 of %4 targets receive nothing; %5 rows received twice")
              .arg(widgets::shownNumber(sequence.coverageSeconds, 2, 'f'))
              .arg(widgets::shownNumber(report.targetSeconds, 2, 'f'))
              .arg(empty)
              .arg(report.targets)
              .arg(sequence.receivedTwice);
    return row;
}

/// One step, told by its report.
class Teller {
public:
    Teller(const engine::StepReport& report, const OpenDataset& dataset)
        : m_report(report)
        , m_dataset(dataset)
    {
    }

    StepOutcome operator()(const engine::AlignStep&) const
    {
        StepOutcome outcome;
        const engine::AlignmentReport& report = m_report.alignment;
        if (!report.missingIn.empty()) {
            outcome.detail = OutcomeTexts::tr("drops the video: %1 lack it").arg(listOf(report.missingIn));
            outcome.failed = true;
            return outcome;
        }
        std::size_t dropped = 0;
        for (const auto& [key, sequence] : report.sequences) {
            dropped += sequence.outside.size() + sequence.tooShort.size() + sequence.notNumbers.size();
            outcome.sequences.push_back(gridRow(key, sequence, report, m_dataset));
        }
        outcome.detail = OutcomeTexts::tr("%n interval(s)", nullptr, static_cast<int>(report.targets));
        if (dropped > 0)
            outcome.detail
                += QStringLiteral(" · ") + OutcomeTexts::tr("%n dropped", nullptr, static_cast<int>(dropped));
        return outcome;
    }

    StepOutcome operator()(const engine::ImputeStep&) const
    {
        StepOutcome outcome;
        QStringList filled;
        for (const auto& [key, rows] : m_report.filled) {
            outcome.sequences.push_back(
                {key, modalityOf(m_dataset, key), rows > 0 ? QString::number(rows) : QStringLiteral("–"),
                 std::nullopt, OutcomeTexts::tr("%n row(s) filled", nullptr, static_cast<int>(rows))});
            if (rows > 0)
                filled << QStringLiteral("%1: %2").arg(QString::fromStdString(key)).arg(rows);
        }
        outcome.detail = filled.isEmpty()
            ? OutcomeTexts::tr("nothing is missing")
            : OutcomeTexts::tr("filled %1").arg(filled.join(QStringLiteral(", ")));
        return outcome;
    }

    template <typename Step>
    StepOutcome operator()(const Step&) const
    {
        StepOutcome outcome;
        if (!m_report.missingIn.empty()) {
            outcome.detail = OutcomeTexts::tr("drops the video: %1 lack it").arg(listOf(m_report.missingIn));
            outcome.failed = true;
        } else if (!m_report.dropped.empty()) {
            outcome.detail
                = OutcomeTexts::tr("drops %n segment(s)", nullptr, static_cast<int>(m_report.dropped.size()));
        }
        return outcome;
    }

private:
    const engine::StepReport& m_report;
    const OpenDataset& m_dataset;
};

}

std::vector<StepOutcome> outcomesOf(const AlignmentPreview::Result& result, const engine::Recipe& recipe,
                                    const OpenDataset& dataset)
{
    std::vector<StepOutcome> outcomes;
    for (std::size_t i = 0; i < result.reports.size() && i < recipe.steps.size(); ++i)
        outcomes.push_back(std::visit(Teller(result.reports[i], dataset), recipe.steps[i]));
    if (!result.error.isEmpty() && outcomes.size() < recipe.steps.size())
        outcomes.push_back({result.error, true, {}});
    return outcomes;
}

QString droppedRows(const AlignmentPreview::Result& result, std::size_t steps)
{
    if (steps == 0 || steps > result.reports.size())
        return {};
    QStringList lines;
    for (const auto& [key, sequence] : result.reports[steps - 1].alignment.sequences) {
        QStringList reasons;
        if (!sequence.outside.empty())
            reasons << OutcomeTexts::tr("%n lie outside", nullptr, static_cast<int>(sequence.outside.size()));
        if (!sequence.tooShort.empty())
            reasons << OutcomeTexts::tr("%n are too short", nullptr,
                                        static_cast<int>(sequence.tooShort.size()));
        if (!sequence.notNumbers.empty())
            reasons << OutcomeTexts::tr("%n have no times", nullptr,
                                        static_cast<int>(sequence.notNumbers.size()));
        if (!reasons.isEmpty())
            lines << OutcomeTexts::tr("%1: of %2 rows %3")
                         .arg(QString::fromStdString(key))
                         .arg(sequence.rows)
                         .arg(reasons.join(QStringLiteral(", ")));
    }
    return lines.isEmpty() ? QString()
                           : OutcomeTexts::tr("Dropped rows. %1.").arg(lines.join(QStringLiteral("; ")));
}

std::vector<engine::CollapseFunction> functionsAt(const engine::Recipe& recipe, std::size_t steps,
                                                  const std::string& key)
{
    std::vector<engine::CollapseFunction> functions{engine::CollapseFunction{}};
    for (std::size_t i = 0; i < std::min(steps, recipe.steps.size()); ++i) {
        const auto* align = std::get_if<engine::AlignStep>(&recipe.steps[i]);
        if (align && !align->functionsFor(key).empty())
            functions = align->functionsFor(key);
    }
    return functions;
}

widgets::ReceivedRows::Picture receivedRows(const engine::FeatureLevels& source, engine::Interval word,
                                            std::size_t dimension, engine::Modality modality,
                                            const std::vector<engine::CollapseFunction>& functions)
{
    const double margin = std::max(0.4 * (word.end - word.start), 0.02);
    widgets::ReceivedRows::Picture picture;
    picture.target = word;
    picture.shown = {word.start - margin, word.end + margin};
    picture.modality = modality;
    const engine::OverlapFinder finder(source.intervals(), engine::ElementType::Float64,
                                       engine::ElementType::Float64);
    const auto valueOf = [&](std::size_t row) { // one that has not been read yet is left blank
        const auto value = source.valueAt(row, dimension);
        return value ? value->value : std::nanf("");
    };
    const std::vector<std::size_t> around = finder.find(picture.shown).indices;
    const engine::OverlapFinder::Rows received = finder.find(word);
    engine::Entry rows;
    rows.intervals.values = received.clipped;
    std::vector<float> values;
    for (const std::size_t row : around) {
        const bool isReceived = std::ranges::binary_search(received.indices, row);
        const engine::Interval& interval = source.intervals()[row];
        picture.rows.push_back({interval, valueOf(row), isReceived,
                                isReceived
                                    && (interval.start < word.start - engine::kTouching
                                        || interval.end > word.end + engine::kTouching)});
    }
    for (const std::size_t row : received.indices)
        values.push_back(valueOf(row));
    if (values.empty())
        return picture;
    rows.features = {engine::ElementType::Float32, {values.size(), 1}, values};
    for (const engine::CollapseFunction& function : functions) {
        const engine::FeatureMatrix result
            = engine::collapse(rows, std::span(&function, 1)).features.toMatrix();
        if (!result.values.empty())
            picture.results.emplace_back(QString::fromStdString(function.toString()), result.values.front());
    }
    return picture;
}

}
