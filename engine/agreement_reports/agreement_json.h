#pragma once

#include "engine/agreement_reports/agreement_report.h"

#include <nlohmann/json_fwd.hpp>

namespace engine {

/// A report for machines; docs/agreement.md has the fields.
nlohmann::json agreementJson(const AgreementReport& report);

}
