#pragma once

#include "engine/agreement_reports/agreement_report.h"

#include <string>

namespace engine::cli {

/// The report for people: a line per figure, then matrices, histograms and the units with most disagreement.
std::string agreementText(const AgreementReport& report);

}
