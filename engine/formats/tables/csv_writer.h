#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// Writes a row per segment and a column per label; continuous tiers are left out. @throws IoError.
std::vector<std::filesystem::path>
writeLabelTable(const ExchangedTiers& tiers, const std::filesystem::path& path, const ExportOptions& options);

/// What such a table cannot hold, in sentences.
std::vector<std::string> lossesOfLabelTable(const ExchangedTiers& tiers);

}
