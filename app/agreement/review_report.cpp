#include "app/agreement/review_report.h"

#include "app/agreement/agreement_text.h"
#include "app/agreement/first_passes.h"
#include "app/agreement/rater_names.h"
#include "app/agreement/segment_reports.h"
#include "app/agreement/word_agreement.h"
#include "engine/annotation/layer_names.h"
#include "engine/annotation/layer_ratings.h"
#include "engine/annotation/tier_roles.h"
#include "engine/core/error.h"
#include "engine/core/pending_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <numeric>

namespace app {

namespace {

engine::AgreementOptions optionsOfReport()
{
    engine::AgreementOptions options;
    options.statistics = shownFamilies();
    options.statistics.insert({engine::Agreement::RaterUse, engine::Agreement::Confusion});
    return options;
}

ReviewReport::PassTimes timesOf(const engine::Annotation& annotation, const engine::ReviewPass& pass)
{
    ReviewReport::PassTimes times;
    times.title = raterOf(pass.layer);
    times.places = pass.places.size();
    std::vector<double> seconds;
    for (const engine::ReviewPass::Place& place : pass.places) {
        const auto log = judgementLog(annotation, pass, place);
        if (!log || log->committed == 0)
            continue;
        ++times.done;
        times.peeked += log->hasPeeked ? 1 : 0;
        times.revised += log->revisions > 0 ? 1 : 0;
        seconds.push_back(log->seconds);
    }
    if (!seconds.empty()) {
        std::ranges::sort(seconds);
        times.meanSeconds
            = std::accumulate(seconds.begin(), seconds.end(), 0.0) / static_cast<double>(seconds.size());
        times.medianSeconds = seconds[seconds.size() / 2];
    }
    return times;
}

void writeText(const std::filesystem::path& path, const QString& text)
{
    engine::PendingFile file(path);
    std::ofstream out(file.temporary(), std::ios::binary);
    const QByteArray bytes = text.toUtf8();
    out.write(bytes.constData(), bytes.size());
    out.close();
    if (!out)
        throw engine::IoError("io", path.string(), "could not be written");
    file.commit();
}

/// Of all labels that somebody judged.
std::vector<ReviewReport::RaterChecks> checksOf(const engine::Annotation& annotation, const std::string& of,
                                                const engine::RunContext& run)
{
    std::vector<ReviewReport::RaterChecks> checks;
    const auto add = [&](const TeamFigures& team) {
        for (const RaterFigures& rater : team.raters) {
            if (rater.again.pairs + rater.gold.answers + rater.training.answers > 0)
                checks.push_back(
                    {rater.beside.profile.rater, team.label, rater.again, rater.gold, rater.training});
        }
    };
    const TeamFigures first = teamFigures(annotation, of, {}, run);
    add(first);
    for (const std::string& label : first.labels) {
        if (label != first.label)
            add(teamFigures(annotation, of, label, run));
    }
    return checks;
}

/// Annotators who judged more than once, everything in sight.
std::vector<std::string> repeaters(const engine::Annotation& annotation, const std::string& of)
{
    std::vector<std::string> names;
    for (const engine::Layer& layer : engine::layersOf(annotation, of)) {
        if (!layer.isSettled && layer.pass > 1 && layer.presentation == engine::Presentation::All
            && layer.purpose == engine::LayerPurpose::Judging
            && std::ranges::find(names, layer.annotator) == names.end())
            names.push_back(layer.annotator);
    }
    return names;
}

/// What the label of a tier is called among those of others.
std::string labelOf(const std::string& of, const std::string& label)
{
    return of == engine::kLabelsTier || of == label ? label : of + ": " + label;
}

void addTier(ReviewReport& report, const engine::Annotation& annotation, const std::string& of,
             const engine::RunContext& run)
{
    for (engine::AgreementReport& one : engine::agreementReports(
             engine::layerRatings(annotation, of, engine::isFirstPass, raterOf), optionsOfReport(), run)) {
        one.label = labelOf(of, one.label);
        report.people.push_back(std::move(one));
    }
    for (const WordRatings& words : wordRatings(annotation, of, engine::isFirstPass)) {
        engine::AgreementReport one = wordReport(words);
        one.label = labelOf(of, one.label);
        report.people.push_back(std::move(one));
    }
    engine::AgreementOptions again = optionsOfReport();
    again.statistics = {engine::Agreement::Alpha, engine::Agreement::WeightedKappa};
    for (const std::string& annotator : repeaters(annotation, of)) {
        const auto own = [&](const engine::Layer& layer) {
            return !layer.isSettled && layer.annotator == annotator
                && layer.presentation == engine::Presentation::All
                && layer.purpose == engine::LayerPurpose::Judging;
        };
        for (engine::AgreementReport& one :
             engine::agreementReports(engine::layerRatings(annotation, of, own, raterOf), again, run)) {
            one.label = annotator + ": " + labelOf(of, one.label);
            report.again.push_back(std::move(one));
        }
    }
    std::ranges::move(checksOf(annotation, of, run), std::back_inserter(report.checks));
}

}

ReviewReport reviewReport(const engine::Annotation& annotation, const std::vector<std::string>& judged,
                          const engine::RunContext& run)
{
    ReviewReport report;
    for (const std::string& of : judged)
        addTier(report, annotation, of, run);
    for (const engine::PerspectivePair& pair : judgedPerspectives(annotation))
        report.people.push_back(engine::perspectiveReport(pair, run));
    report.segments = segmentReports(annotation, run);
    report.comparisons = comparisonPasses(annotation);
    std::erase_if(report.comparisons, [](const auto& pass) { return pass.answers.empty(); });
    for (const engine::ReviewPass& pass : reviewPasses(annotation)) {
        if (std::ranges::find(judged, pass.layer.of) == judged.end())
            continue;
        report.passes.push_back(timesOf(annotation, pass));
        if (!pass.layer.isSettled && !pass.isTraining() && report.passes.back().done > 0)
            report.drifts.push_back(passDrift(annotation, pass));
    }
    return report;
}

void writeReport(const engine::Annotation& annotation, const QString& project,
                 const std::filesystem::path& path, const engine::RunContext& run)
{
    const std::vector<std::string> judged = engine::judgedTiers(annotation);
    const ReviewReport report = reviewReport(annotation, judged, run);
    const std::filesystem::path stem = path.parent_path() / path.stem();
    writeText(path, reportHtml(report, project));
    writeText(stem.string() + ".figures.csv", reportCsv(report));
    writeText(stem.string() + ".judgements.csv", judgementsCsv(annotation, judged));
}

}
