#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <functional>
#include <string>

namespace engine {

/// `{"tiers": [{"name", "kind", "parent", "segments": [{"start", "end", "text", "values"}]}], "report":
/// {"read", "skipped": [{"line", "reason"}]}}`, in the order of the file, times in seconds.
///
/// `values` holds labels, and `confidence` where there is one. A tier of continuous values lists each as a
/// segment with `value`, null where there is none.
/// @param write  gets the text piece by piece
void writeListing(const ExchangedTiers& tiers, const ImportReport& report,
                  const std::function<void(const std::string&)>& write);

}
