#include "engine/publishing/agreement_of_votes.h"

#include "engine/agreement_reports/agreement_json.h"
#include "engine/publishing/published_labels.h"

#include <nlohmann/json.hpp>

namespace engine {

std::string agreementOfVotes(const PublishedStudy& study, std::uint32_t seed, const RunContext& run)
{
    RatingTables ratings;
    for (const LabelScheme& label : study.labels) {
        if (std::optional<RatingTable> table = ratingsOf(study, label))
            ratings.tables.push_back(std::move(*table));
    }
    AgreementOptions wish;
    for (const auto& [name, family] : agreementNames())
        wish.statistics.insert(family);
    wish.seed = seed;
    nlohmann::json said{{"reports", nlohmann::json::array()}};
    for (const AgreementReport& report : agreementReports(ratings, wish, run))
        said["reports"].push_back(agreementJson(report));
    return said.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}
