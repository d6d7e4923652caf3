#pragma once

#include "app/agreement/rater_figures.h"
#include "app/agreement/review_drift.h"
#include "engine/agreement_reports/agreement_report.h"
#include "engine/project_items/comparison_pass.h"
#include "engine/project_items/review_pass.h"

#include <QString>

#include <filesystem>

namespace app {

/// The contents of the report of a review. It is made from a copy of the annotation, so that a task can do
/// it.
struct ReviewReport {
    struct PassTimes {
        std::string title;
        std::size_t places = 0;
        std::size_t done = 0;
        std::size_t peeked = 0;
        std::size_t revised = 0;
        double meanSeconds = 0.0; ///< of those that are done
        double medianSeconds = 0.0;
    };
    /// An annotator beside the own earlier answers and beside what is right.
    struct RaterChecks {
        std::string rater;
        std::string label;
        engine::SelfAgreement again; ///< repeats within a pass
        engine::GoldScore gold; ///< hidden in passes
        engine::GoldScore training;
    };
    std::vector<engine::AgreementReport> people; ///< agreement between first passes, per label
    std::vector<engine::AgreementReport> again; ///< agreement of each annotator's second pass with the first
    /// How far annotators agree who made segments of their own, per tier that several of them have.
    std::vector<engine::AgreementReport> segments;
    std::vector<RaterChecks> checks; ///< as `teamFigures` has them; of whoever has any
    std::vector<PassTimes> passes;
    std::vector<engine::ComparisonPass> comparisons; ///< passes with answers
    std::vector<PassDrift> drifts; ///< of passes that have answers and do not settle
};

/// @param judged  names of the judged tiers. @throws Cancelled.
ReviewReport reviewReport(const engine::Annotation& annotation, const std::vector<std::string>& judged,
                          const engine::RunContext& run);

/// The report as a page for people.
QString reportHtml(const ReviewReport& report, const QString& project);
/// Its figures, one per line.
QString reportCsv(const ReviewReport& report);
/// Every judgement with when, how long, how it came about, one per line. Import reads it again.
/// @param judged  names of the judged tiers
QString judgementsCsv(const engine::Annotation& annotation, const std::vector<std::string>& judged);

/// Writes `path` (`.html`), and beside it `<stem>.figures.csv`, `<stem>.judgements.csv`, of all tiers that
/// somebody judged. @throws IoError.
void writeReport(const engine::Annotation& annotation, const QString& project,
                 const std::filesystem::path& path, const engine::RunContext& run);

}
