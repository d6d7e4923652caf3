#include "engine/cli/polylogue_cli/each_file.h"

#include "engine/cli/polylogue_cli/cli_output.h"
#include "engine/core/error.h"
#include "engine/core/json_text.h"

namespace engine::cli {

int describeEach(const std::vector<std::string>& files, bool asJson,
                 const std::function<bool(const std::string& path, nlohmann::json* report)>& describe)
{
    nlohmann::json reports = nlohmann::json::object();
    int code = 0;
    for (const std::string& path : files) {
        nlohmann::json report;
        try {
            code = describe(path, asJson ? &report : nullptr) ? code : 1;
        } catch (const Error& error) {
            say(stderr, "{}: {}\n", error.code(), error.what());
            report = {{"error", {{"code", error.code()}, {"message", error.what()}}}};
            code = 1;
        }
        if (asJson)
            reports[path] = std::move(report);
    }
    if (asJson) // ids of old files may be no UTF-8
        fmt::print("{}\n", jsonText(reports, 2));
    return code;
}

}
