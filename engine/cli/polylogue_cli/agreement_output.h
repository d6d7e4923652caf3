#pragma once

#include "engine/agreement_reports/agreement_report.h"

#include <nlohmann/json.hpp>

namespace engine::cli {

/// The report for people: a line per figure, then matrices, histograms and the units with most disagreement.
std::string agreementText(const AgreementReport& report);

/// The same for machines; docs/agreement.md has the fields.
nlohmann::json agreementJson(const AgreementReport& report);

}
