#include "engine/recipes/integrity_verdict.h"

#include "engine/core/error.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/integrity.h"

#include <nlohmann/json.hpp>

namespace engine {

nlohmann::json integrityVerdict(const std::filesystem::path& file, const OpenSequence& open)
{
    nlohmann::json verdict{{"loads", false},      {"data_valid", false},
                           {"error", nullptr},    {"entries_bad", nlohmann::json::object()},
                           {"metadata", nullptr}, {"missing_metadata", nullptr}};
    try {
        const std::shared_ptr<const CsdFile> csd = open(file);
        verdict["metadata"] = csd->metadata();
        for (auto& [field, value] : verdict["metadata"].items()) {
            if (value.is_number()) // as the SDK gives it
                value = metadataText(value);
        }
        verdict["missing_metadata"] = missingFields(csd->metadata());
        bool valid = true;
        bool loads = true;
        for (const Finding& finding : checkIntegrity(*csd)) {
            verdict["findings"].push_back(
                {{"code", finding.code}, {"place", finding.place}, {"message", finding.message}});
            if (finding.severity != Finding::Severity::Invalid)
                continue;
            valid = false;
            // The SDK loads a file whose entries lack a dataset; the other rules stop it.
            loads = loads && finding.code == "unreadable";
            verdict["entries_bad"][finding.id].push_back(finding.code);
        }
        verdict["data_valid"] = valid;
        verdict["loads"] = loads;
        if (!loads)
            verdict["error"]
                = {{"code", "data_invalid"},
                   {"message", file.string() + ": intervals and features of some entries do not agree"}};
    } catch (const Error& error) {
        verdict["error"] = {{"code", error.code()}, {"message", error.what()}};
    }
    return verdict;
}

}
