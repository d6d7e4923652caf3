#include "engine/annotation/formats/listing.h"

#include "engine/annotation/formats/format_files.h"
#include "engine/annotation/formats/listing_text.h"

namespace engine {

namespace {

std::vector<std::filesystem::path> write(const ExchangedTiers& tiers, const std::filesystem::path& path,
                                         const ExportOptions&)
{
    ImportReport report;
    for (const ExchangedTier& tier : tiers.tiers)
        report.read += itemCount(tier);
    return writeTogether({{path, listingText(tiers, report)}});
}

}

const Format& listingFormat()
{
    static const Format format{"json",    "Listing as JSON",
                               {".json"}, nullptr,
                               nullptr,   [](const ExchangedTiers&) { return std::vector<std::string>(); },
                               write};
    return format;
}

}
