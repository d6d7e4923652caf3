// The report of a review as a page and as tables.
#include "app/agreement/agreement_text.h"
#include "app/agreement/comparison_text.h"
#include "app/agreement/review_report.h"
#include "engine/annotation/layers.h"
#include "engine/open_words/comparison_figures.h"
#include "engine/project_items/kept_judgements.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <map>

namespace app {

namespace {

/// The context of the texts below.
struct Report {
    Q_DECLARE_TR_FUNCTIONS(app::ReviewReport)
};

QString html(const std::string& text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString number(double value, int decimals = 3)
{
    return widgets::shownNumber(value, decimals, 'f');
}

/// RFC 4180.
QString tableCell(const QString& text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

QString line(const QStringList& cells)
{
    QStringList quoted;
    for (const QString& text : cells)
        quoted << tableCell(text);
    return quoted.join(QLatin1Char(',')) + QLatin1Char('\n');
}

QString valueText(const engine::Statistic& statistic)
{
    if (!statistic.value)
        return Report::tr("undefined: %1").arg(undefinedText(statistic));
    QString text = number(*statistic.value);
    if (statistic.interval)
        text
            += Report::tr(" [%1, %2]").arg(number(statistic.interval->low), number(statistic.interval->high));
    return text;
}

/// In English, as tables for programs have it.
QString plainDropped(const engine::Statistic& statistic)
{
    QStringList parts;
    for (const engine::Dropped& dropped : statistic.dropped)
        parts << QStringLiteral("%1 %2").arg(dropped.count).arg(QString::fromStdString(dropped.reason));
    return parts.join(QStringLiteral("; "));
}

QString row(const QStringList& cells, const char* tag = "td")
{
    QString text = QStringLiteral("<tr>");
    for (const QString& cell : cells)
        text += QStringLiteral("<%1>%2</%1>").arg(QLatin1String(tag), cell);
    return text + QStringLiteral("</tr>\n");
}

QString statisticsTable(const std::vector<engine::Statistic>& statistics)
{
    QString text = QStringLiteral("<table>")
        + row({Report::tr("Figure"), Report::tr("Rule"), Report::tr("Between"), Report::tr("Value"),
               Report::tr("Units"), Report::tr("Raters"), Report::tr("Left out")},
              "th");
    for (const engine::Statistic& statistic : statistics)
        text += row({figureName(statistic).toHtmlEscaped(), ruleText(statistic).toHtmlEscaped(),
                     betweenText(statistic).toHtmlEscaped(), valueText(statistic).toHtmlEscaped(),
                     QString::number(statistic.units), QString::number(statistic.raters),
                     droppedText(statistic).toHtmlEscaped()});
    return text + QStringLiteral("</table>\n");
}

QString matrixTable(const engine::NamedMatrix& named)
{
    const engine::ConfusionMatrix& matrix = named.matrix;
    QStringList head{Report::tr("%1 ↓  %2 →").arg(html(named.rows), html(named.columns))};
    for (const std::string& name : matrix.names())
        head << html(name);
    QString text = QStringLiteral("<table class=\"matrix\">") + row(head, "th");
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        QStringList cells{QStringLiteral("<b>%1</b>").arg(html(matrix.names()[i]))};
        for (std::size_t k = 0; k < matrix.size(); ++k)
            cells << (matrix.at(i, k) > 0 ? QString::number(matrix.at(i, k)) : QStringLiteral("·"));
        text += row(cells);
    }
    return text + QStringLiteral("</table>\n");
}

QString usesTable(const std::vector<engine::RaterUse>& uses)
{
    if (uses.empty())
        return {};
    QString text = QStringLiteral("<table>")
        + row({Report::tr("Rater"), Report::tr("Bias"), Report::tr("Variance"),
               Report::tr("How often which value")},
              "th");
    for (const engine::RaterUse& use : uses) {
        QStringList values;
        for (const engine::UsedValue& value : use.histogram)
            values << QStringLiteral("%1: %2").arg(html(value.name)).arg(value.count);
        text += row({html(use.rater), valueText(use.bias).toHtmlEscaped(),
                     valueText(use.variance).toHtmlEscaped(), values.join(QStringLiteral(" · "))});
    }
    return text + QStringLiteral("</table>\n");
}

QString sweepValue(const engine::SweepFigure& figure)
{
    return figure.value ? number(*figure.value, 2) : QStringLiteral("–");
}

/// Two raters' segments at each overlap and each tolerance.
QString sweepTables(const std::vector<engine::LabelledSweep>& sweeps)
{
    QString text;
    for (const engine::LabelledSweep& labelled : sweeps) {
        const engine::SegmentSweep& sweep = labelled.sweep;
        text += QStringLiteral("<h3>%1 – %2%3</h3>\n<table>")
                    .arg(html(sweep.first), html(sweep.second),
                         labelled.label.empty() ? QString() : QStringLiteral(": ") + html(labelled.label))
            + row({Report::tr("Overlap at least"), Report::tr("Found (F)"), Report::tr("Same name"),
                   Report::tr("κ of names")},
                  "th");
        for (const auto& found : sweep.found)
            text += row({number(found.overlap, 2), sweepValue(found.f), sweepValue(found.sameName),
                         sweepValue(found.kappa)});
        text += QStringLiteral("</table>\n<table>")
            + row({Report::tr("Edges within"), Report::tr("F"), Report::tr("F by chance"),
                   Report::tr("Beyond chance")},
                  "th");
        for (const auto& edge : sweep.edge)
            text += row({Report::tr("%1 s").arg(number(edge.tolerance, 2)), sweepValue(edge.f),
                         sweepValue(edge.expected), sweepValue(edge.beyond)});
        text += QStringLiteral("</table>\n");
    }
    return text;
}

QString section(const engine::AgreementReport& report)
{
    QString text = QStringLiteral("<h2>%1</h2>\n").arg(html(report.label));
    text += statisticsTable(report.statistics);
    if (!report.uses.empty())
        text += QStringLiteral("<h3>%1</h3>").arg(Report::tr("Use of the scale")) + usesTable(report.uses);
    if (!report.matrices.empty())
        text += QStringLiteral("<h3>%1</h3>").arg(Report::tr("Who said what"));
    for (const engine::NamedMatrix& matrix : report.matrices)
        text += matrixTable(matrix);
    if (!report.mostDisagreed.empty()) {
        text += QStringLiteral("<h3>%1</h3><ol>").arg(Report::tr("Most disagreement"));
        for (const auto& [unit, part] : report.mostDisagreed)
            text += QStringLiteral("<li>%1 (%2 %)</li>").arg(html(unit), number(part * 100, 1));
        text += QStringLiteral("</ol>\n");
    }
    return text;
}

QString timesTable(const std::vector<ReviewReport::PassTimes>& passes)
{
    QString text = QStringLiteral("<table>")
        + row({Report::tr("Pass"), Report::tr("Done"), Report::tr("Mean time (s)"), Report::tr("Median (s)"),
               Report::tr("Peeked"), Report::tr("Revised")},
              "th");
    for (const ReviewReport::PassTimes& pass : passes)
        text += row({html(pass.title), Report::tr("%1 of %2").arg(pass.done).arg(pass.places),
                     number(pass.meanSeconds, 1), number(pass.medianSeconds, 1), QString::number(pass.peeked),
                     QString::number(pass.revised)});
    return text + QStringLiteral("</table>\n");
}

QString quarterCell(const std::optional<double>& value, std::size_t count, int decimals)
{
    return value ? Report::tr("%1 (%2)").arg(number(*value, decimals)).arg(count) : QStringLiteral("–");
}

/// Time, then each label's mean and its difference from the others' mean, over the quarters of each pass.
QString driftTable(const std::vector<PassDrift>& drifts)
{
    QString text = QStringLiteral("<table>")
        + row({Report::tr("Pass"), Report::tr("Figure"), Report::tr("1st quarter"), Report::tr("2nd quarter"),
               Report::tr("3rd quarter"), Report::tr("4th quarter")},
              "th");
    for (const PassDrift& drift : drifts) {
        QStringList times{html(drift.rater), Report::tr("time per item (s)")};
        for (const engine::DriftQuarter& quarter : drift.times)
            times << quarterCell(quarter.seconds, quarter.answers, 1);
        text += row(times);
        for (const auto& [label, quarters] : drift.labels) {
            QStringList means{QString(), Report::tr("%1: mean").arg(html(label))};
            QStringList differences{QString(),
                                    Report::tr("%1: difference from the others’ mean").arg(html(label))};
            for (const engine::DriftQuarter& quarter : quarters) {
                means << quarterCell(quarter.mean, quarter.rated, 2);
                differences << quarterCell(quarter.difference, quarter.compared, 2);
            }
            text += row(means) + row(differences);
        }
    }
    return text + QStringLiteral("</table>\n");
}

QString shareOf(std::size_t part, std::size_t of)
{
    return of == 0 ? QString()
                   : Report::tr("%1 % (%2 of %3)")
                         .arg(number(100.0 * static_cast<double>(part) / static_cast<double>(of), 0))
                         .arg(part)
                         .arg(of);
}

/// Repeats within a pass, hidden gold and practice, a row each.
QString checksTable(const std::vector<ReviewReport::RaterChecks>& checks)
{
    QString text = QStringLiteral("<table>")
        + row({Report::tr("Annotator"), Report::tr("Label"), Report::tr("Compared with"), Report::tr("n"),
               Report::tr("Equal"), Report::tr("Mean distance"), Report::tr("Bias"), Report::tr("α")},
              "th");
    const auto shown
        = [](const std::optional<double>& value) { return value ? number(*value, 2) : QStringLiteral("–"); };
    for (const ReviewReport::RaterChecks& check : checks) {
        const QStringList who{html(check.rater), html(check.label)};
        const engine::SelfAgreement& again = check.again;
        if (again.pairs > 0)
            text += row(who
                        + QStringList{Report::tr("own answers within a pass"), QString::number(again.pairs),
                                      shareOf(again.same, again.pairs), shown(again.distance),
                                      QStringLiteral("–"), shown(again.alpha)});
        for (const auto& [what, score] : {std::pair(Report::tr("hidden gold"), &check.gold),
                                          std::pair(Report::tr("gold of practice"), &check.training)}) {
            if (score->answers > 0)
                text += row(who
                            + QStringList{what, QString::number(score->answers),
                                          shareOf(score->hits, score->answers), shown(score->distance),
                                          shown(score->bias), QStringLiteral("–")});
        }
    }
    return text + QStringLiteral("</table>\n");
}

constexpr auto kStyle
    = "body{font-family:sans-serif;margin:2em;color:#1d212a;max-width:72em}"
      "table{border-collapse:collapse;margin:.5em 0 1em}"
      "td,th{border-bottom:1px solid #d5dae3;padding:.3em .7em;text-align:left;vertical-align:top}"
      "th{color:#646c7b;font-weight:600}.matrix td{text-align:right}";

void addFigures(QString& text, const QString& kind, const std::vector<engine::AgreementReport>& reports)
{
    for (const engine::AgreementReport& report : reports) {
        for (const engine::Statistic& statistic : report.statistics)
            text += line({kind, QString::fromStdString(report.label), QString::fromStdString(statistic.key),
                          QString::fromStdString(statistic.rule), betweenText(statistic),
                          statistic.value ? QString::number(*statistic.value, 'g', 12) : QString(),
                          QString::fromStdString(statistic.undefined),
                          statistic.interval ? QString::number(statistic.interval->low, 'g', 12) : QString(),
                          statistic.interval ? QString::number(statistic.interval->high, 'g', 12) : QString(),
                          statistic.interval ? QString::number(statistic.interval->seed) : QString(),
                          QString::number(statistic.units), QString::number(statistic.raters),
                          plainDropped(statistic)});
    }
}

/// The number as it is read again.
QString exactText(double number)
{
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

/// What comparisons say of their clips, or of the tiers whose texts were compared.
QString comparisonTables(const std::vector<engine::ComparisonPass>& passes)
{
    QString text;
    for (const engine::ComparisonPass& pass : passes) {
        const engine::ComparisonFigures figures = comparisonFigures(pass);
        text += QStringLiteral("<h3>%1</h3>\n").arg(comparisonTitle(pass).toHtmlEscaped());
        if (figures.groups > 1)
            text += QStringLiteral("<p>%1</p>\n")
                        .arg(Report::tr(
                                 "Items of %1 groups were never compared with each other: strengths have no "
                                 "common rank.")
                                 .arg(figures.groups));
        if (figures.halves && figures.halves->correlation)
            text += QStringLiteral("<p>%1</p>\n")
                        .arg(Report::tr("Split-half reliability r = %1.")
                                 .arg(number(*figures.halves->correlation)));
        text += QStringLiteral("<table>")
            + row({Report::tr("Item"), Report::tr("Score"), Report::tr("Strength"),
                   Report::tr("95 % interval"), Report::tr("Shown")},
                  "th");
        for (const engine::ComparisonFigures::Row& item : figures.rows)
            text += row(
                {html(pass.itemName(item.item)), item.score ? number(*item.score) : QString(),
                 number(item.strength),
                 QStringLiteral("[%1, %2]")
                     .arg(number(item.strength - item.halfWidth()), number(item.strength + item.halfWidth())),
                 QString::number(item.answers)});
        text += QStringLiteral("</table>\n");
    }
    return text;
}

void addComparison(QString& text, const engine::ComparisonPass& pass)
{
    for (const engine::ComparisonFigures::Row& item : comparisonFigures(pass).rows) {
        const auto add = [&](const char* statistic, const char* rule, double value, double halfWidth) {
            text += line({QStringLiteral("comparison"),
                          QString::fromStdString(pass.name()),
                          QLatin1String(statistic),
                          QLatin1String(rule),
                          QString::fromStdString(pass.itemName(item.item)),
                          exactText(value),
                          {},
                          halfWidth > 0.0 ? exactText(value - halfWidth) : QString(),
                          halfWidth > 0.0 ? exactText(value + halfWidth) : QString(),
                          {},
                          QString::number(item.answers),
                          QStringLiteral("1"),
                          {}});
        };
        add("strength", "Bradley-Terry, logits", item.strength, item.halfWidth());
        if (item.score)
            add("score", "(best - worst) / shown", *item.score, 0.0);
    }
}

void addDrift(QString& text, const PassDrift& drift)
{
    const auto add = [&](const std::string& label, const QString& figure, const QString& rule,
                         const std::optional<double>& value, std::size_t count) {
        const QString undefined = value ? QString() : QStringLiteral("The quarter has no such answer.");
        text += line({QStringLiteral("drift"),
                      QString::fromStdString(label),
                      figure,
                      rule,
                      QString::fromStdString(drift.rater),
                      value ? QString::number(*value, 'g', 12) : QString(),
                      undefined,
                      {},
                      {},
                      {},
                      QString::number(count),
                      QStringLiteral("1"),
                      {}});
    };
    for (std::size_t i = 0; i < drift.times.size(); ++i) {
        const QString quarter = QStringLiteral("quarter_%1_").arg(i + 1);
        const QString order
            = QStringLiteral("answers %1/4 to %2/4 in the order of committing").arg(i).arg(i + 1);
        add({}, quarter + QStringLiteral("seconds"), QStringLiteral("mean seconds per item, ") + order,
            drift.times[i].seconds, drift.times[i].answers);
        for (const auto& [label, quarters] : drift.labels) {
            add(label, quarter + QStringLiteral("mean"), QStringLiteral("mean, ") + order, quarters[i].mean,
                quarters[i].rated);
            add(label, quarter + QStringLiteral("difference"),
                QStringLiteral("mean difference from the other annotators' mean, ") + order,
                quarters[i].difference, quarters[i].compared);
        }
    }
}

void addChecks(QString& text, const ReviewReport::RaterChecks& check)
{
    const auto add = [&](const char* kind, const char* figure, const char* rule,
                         const std::optional<double>& value, std::size_t count) {
        text += line({QLatin1String(kind),
                      QString::fromStdString(check.label),
                      QLatin1String(figure),
                      QString::fromUtf8(rule),
                      QString::fromStdString(check.rater),
                      value ? QString::number(*value, 'g', 12) : QString(),
                      value ? QString() : QStringLiteral("It has no value for these answers."),
                      {},
                      {},
                      {},
                      QString::number(count),
                      QStringLiteral("1"),
                      {}});
    };
    const auto share = [](std::size_t part, std::size_t of) {
        return std::optional(static_cast<double>(part) / static_cast<double>(of));
    };
    if (const engine::SelfAgreement& again = check.again; again.pairs > 0) {
        constexpr auto kKind = "repeats within a pass";
        add(kKind, "equal", "share of equal first and second answers", share(again.same, again.pairs),
            again.pairs);
        add(kKind, "distance", "mean of |first − second|", again.distance, again.pairs);
        add(kKind, "alpha", "Krippendorff's ordinal α of first and second answers", again.alpha, again.pairs);
    }
    for (const auto& [kind, score] :
         {std::pair("hidden gold", &check.gold), std::pair("gold of practice", &check.training)}) {
        if (score->answers == 0)
            continue;
        add(kind, "equal", "share not more than half a step from what is right",
            share(score->hits, score->answers), score->answers);
        add(kind, "distance", "mean of |given − right|", score->distance, score->answers);
        add(kind, "bias", "mean of given − right", score->bias, score->answers);
    }
}

QString valueCell(const engine::LabelValue& value)
{
    const double* number = std::get_if<double>(&value.value);
    return number ? exactText(*number) : QString::fromStdString(std::get<std::string>(value.value));
}

QString judgementLine(const engine::Layer& layer, const engine::Tier& tier, const engine::Segment& judged,
                      const engine::KeptJudgements::Judgement* kept, const std::string& label,
                      const engine::LabelValue& value)
{
    const engine::JudgementLog log = kept ? kept->log : engine::JudgementLog();
    return line(
        {QString::fromStdString(tier.video),
         QString::number(judged.start.seconds(), 'g', 12),
         QString::number(judged.end.seconds(), 'g', 12),
         QString::fromStdString(layer.annotator),
         QString::number(layer.pass),
         QString::fromStdString(engine::name(layer.presentation)),
         QString::fromStdString(label),
         valueCell(value),
         judged.confidence ? exactText(*judged.confidence) : QString(),
         judged.flagged ? QStringLiteral("1") : QStringLiteral("0"),
         QString::fromStdString(judged.comment),
         value.by.when > 0
             ? QDateTime::fromMSecsSinceEpoch(value.by.when, QTimeZone::utc()).toString(Qt::ISODateWithMs)
             : QString(),
         QString::fromStdString(value.by.visible),
         QString::number(log.seconds, 'f', 1),
         QString::number(log.plays),
         QString::number(log.speed),
         QString::number(log.revisions),
         log.hasPeeked ? QStringLiteral("1") : QStringLiteral("0"),
         layer.isSettled ? QStringLiteral("settled") : QString::fromStdString(engine::name(layer.purpose)),
         QString::fromStdString(layer.of),
         kept ? QString::fromLatin1(name(kept->exposure)) : QString()});
}

/// A row for each label of each judgement; one without a label, where a segment was only flagged or commented
/// on.
void addJudgements(QString& text, const engine::Annotation& annotation, const std::string& of)
{
    const engine::KeptJudgements allKept(annotation);
    for (const engine::Layer& layer : engine::layersOf(annotation, of)) {
        for (const auto& [id, tier] : annotation.tiers()) {
            if (tier.name != layer.name)
                continue;
            for (const engine::IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
                const engine::Segment& judged = *annotation.segment(entry.id);
                const auto* kept
                    = allKept.of(layer.name, tier.video, {judged.start.seconds(), judged.end.seconds()});
                for (const auto& [label, value] : judged.values)
                    text += judgementLine(layer, tier, judged, kept, label, value);
                if (judged.values.empty() && (judged.flagged || !judged.comment.empty()))
                    text += judgementLine(layer, tier, judged, kept, {}, {std::string(), {}});
            }
        }
    }
}

}

QString reportHtml(const ReviewReport& report, const QString& project)
{
    QString text
        = QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title><style>%2"
                         "</style></head><body>\n<h1>%1</h1>\n<p>%3</p>\n")
              .arg(Report::tr("Review of %1").arg(project.toHtmlEscaped()), QLatin1String(kStyle),
                   QDateTime::currentDateTime().toString(Qt::ISODate));
    text += QStringLiteral("<h2>%1</h2>\n").arg(Report::tr("Passes")) + timesTable(report.passes);
    if (report.people.empty())
        text += QStringLiteral("<p>%1</p>").arg(Report::tr("There are no judgements of a first pass yet."));
    for (const engine::AgreementReport& one : report.people)
        text += section(one);
    if (!report.checks.empty())
        text += QStringLiteral("<h2>%1</h2>\n<p>%2</p>\n")
                    .arg(Report::tr("Own answers and gold"),
                         Report::tr(
                             "Segments that came again within a pass, and segments whose right values "
                             "are known, as the view Raters and consensus has them. Beside gold, an "
                             "answer is equal when it is not more than half a step away; a bias above 0 "
                             "is too high. α is Krippendorff’s, ordinal, of first and second answers."))
            + checksTable(report.checks);
    if (!report.drifts.empty())
        text += QStringLiteral("<h2>%1</h2>\n<p>%2</p>\n")
                    .arg(Report::tr("Drift over time"),
                         Report::tr(
                             "Each pass is cut into four in the order in which its answers were committed: "
                             "answer i of N, counted from 0, lies in quarter 4i/N, rounded down. A label’s "
                             "difference is that from the mean of the other annotators’ first passes over "
                             "the same segment; segments that nobody else rated are left out of it. In "
                             "brackets: how many answers a mean is of."))
            + driftTable(report.drifts);
    if (!report.comparisons.empty())
        text += QStringLiteral("<h2>%1</h2>\n<p>%2</p>\n")
                    .arg(Report::tr("Comparisons"),
                         Report::tr("Strengths are logits by the model of Bradley and Terry, with their 95 % "
                                    "interval: a difference of 1 is chosen in 73 of 100 cases. A score is "
                                    "(times best − times worst) / times shown."))
            + comparisonTables(report.comparisons);
    if (!report.segments.empty())
        text
            += QStringLiteral("<h1>%1</h1>\n<p>%2</p>\n")
                   .arg(
                       Report::tr("Segments of their own"),
                       Report::tr(
                           "uα asks whether annotators say the same at the same moments, γ whether their "
                           "segments can be "
                           "paired, in place and in name, B whether they cut at the same places. In the "
                           "sweep stand which part of "
                           "the segments was found, and how many edges lie near each other, beside chance."));
    for (const engine::AgreementReport& one : report.segments)
        text += section(one) + sweepTables(one.sweeps);
    if (!report.again.empty())
        text += QStringLiteral("<h1>%1</h1>\n").arg(Report::tr("The same annotator again"));
    for (const engine::AgreementReport& one : report.again)
        text += section(one);
    return text + QStringLiteral("</body></html>\n");
}

QString reportCsv(const ReviewReport& report)
{
    QString text = line({QStringLiteral("kind"), QStringLiteral("label"), QStringLiteral("statistic"),
                         QStringLiteral("rule"), QStringLiteral("between"), QStringLiteral("value"),
                         QStringLiteral("undefined"), QStringLiteral("low"), QStringLiteral("high"),
                         QStringLiteral("seed"), QStringLiteral("units"), QStringLiteral("raters"),
                         QStringLiteral("dropped")});
    addFigures(text, QStringLiteral("between annotators"), report.people);
    addFigures(text, QStringLiteral("segments of their own"), report.segments);
    addFigures(text, QStringLiteral("same annotator"), report.again);
    for (const ReviewReport::RaterChecks& check : report.checks)
        addChecks(text, check);
    for (const PassDrift& drift : report.drifts)
        addDrift(text, drift);
    for (const engine::ComparisonPass& pass : report.comparisons)
        addComparison(text, pass);
    return text;
}

QString judgementsCsv(const engine::Annotation& annotation, const std::vector<std::string>& judged)
{
    QString text
        = line({QStringLiteral("video_id"), QStringLiteral("start"),     QStringLiteral("end"),
                QStringLiteral("rater"),    QStringLiteral("pass"),      QStringLiteral("presentation"),
                QStringLiteral("label"),    QStringLiteral("value"),     QStringLiteral("confidence"),
                QStringLiteral("flagged"),  QStringLiteral("comment"),   QStringLiteral("when"),
                QStringLiteral("visible"),  QStringLiteral("seconds"),   QStringLiteral("plays"),
                QStringLiteral("speed"),    QStringLiteral("revisions"), QStringLiteral("peeked"),
                QStringLiteral("purpose"),  QStringLiteral("tier"),      QStringLiteral("exposure")});
    for (const std::string& of : judged)
        addJudgements(text, annotation, of);
    return text;
}

}
