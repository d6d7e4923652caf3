#pragma once

#include "engine/formats/common/format.h"

namespace engine {

/// Label Studio's exports of tasks (JSON, and its minimal form).
const Format& labelStudioFormat();

namespace label_studio {

std::vector<std::string> losses(const ExchangedTiers& tiers);
std::vector<std::filesystem::path> write(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                         const ExportOptions& options);

}

}
