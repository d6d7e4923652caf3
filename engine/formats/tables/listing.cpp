#include "engine/formats/tables/listing.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/formats/common/format_files.h"
#include "engine/formats/tables/listing_text.h"

#include <fstream>

namespace engine {

namespace {

std::vector<std::filesystem::path>
writeListing(const ExchangedTiers& tiers, const std::filesystem::path& path, const ExportOptions& options)
{
    checkTargets({path}, path, options);
    ImportReport report;
    for (const ExchangedTier& tier : tiers.tiers)
        report.read += itemCount(tier);
    PendingFile pending(path);
    std::ofstream file(pending.temporary(), std::ios::binary);
    writeListing(tiers, report, [&](const std::string& piece) { file << piece; });
    file.close();
    if (!file)
        throw IoError("io", path.string(), "cannot be written (is the folder there, is the disk full?)");
    pending.commit();
    return {path};
}

}

const Format& listingFormat()
{
    static const Format format{"json",      "Listing as JSON",
                               {".json"},   nullptr,
                               nullptr,     [](const ExchangedTiers&) { return std::vector<std::string>(); },
                               writeListing};
    return format;
}

}
