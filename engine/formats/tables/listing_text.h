#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <functional>
#include <string>

namespace engine {

/// Writes `{"tiers": [{"name", "kind", "parent", "segments": [{"start", "end", "text", "values"}]}],
/// "report": {"read", "skipped": [{"line", "reason"}]}}`, in the order of the file, times in seconds.
///
/// `values` holds labels, sets of words as arrays, and `confidence` where there is one. In a tier of
/// continuous values, each value is a segment with `value`, which is null where there is none.
/// @param write  gets the text piece by piece
void writeListing(const ExchangedTiers& tiers, const ImportReport& report,
                  const std::function<void(const std::string&)>& write);

}
