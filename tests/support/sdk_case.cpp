#include "tests/support/sdk_case.h"

#include "engine/core/error.h"
#include "engine/recipes/recipe_reader.h"
#include "engine/recipes/recipe_runner.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>

#include "tests/support/csd_comparison.h"

namespace engine::test {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using Failures = std::vector<std::string>;

json readJson(const fs::path& path)
{
    std::ifstream file(path);
    return json::parse(file);
}

std::string readText(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The code of the error that running the case ends with; empty when it succeeds.
std::string run(const fs::path& sdkCase, const fs::path& scratch)
{
    try {
        std::vector<std::string> warnings;
        runRecipe(readRecipe(sdkCase / "case.json", warnings), scratch, {});
        return {};
    } catch (const Error& error) {
        return error.code();
    }
}

/// Verdicts agree but for sentences, what is beside them, and the codes of failures that have none.
Failures compareVerdicts(const json& expected, const json& actual)
{
    Failures failures;
    for (const auto& [file, wanted] : expected.items()) {
        const json given = actual.value(file, json::object());
        for (const char* field : {"data_valid", "entries_bad", "metadata", "missing_metadata"}) {
            if (given.value(field, json()) != wanted[field])
                failures.push_back(fmt::format("{}: {} is {}, expected {}", file, field,
                                               given.value(field, json()).dump(), wanted[field].dump()));
        }
        const json none{{"code", ""}};
        const json code = (wanted["error"].is_null() ? none : wanted["error"])["code"];
        const json error = given.value("error", json());
        if (code != "internal" && (error.is_null() ? none : error)["code"] != code)
            failures.push_back(fmt::format("{}: error {}, expected {}", file, error.dump(), code.dump()));
    }
    return failures;
}

}

std::vector<std::string> sdkCases(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& item : fs::directory_iterator(folder)) {
        if (fs::exists(item.path() / "case.json"))
            names.push_back(item.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

Failures failuresOf(const fs::path& sdkCase, const fs::path& scratch)
{
    const json recipe = readJson(sdkCase / "case.json");
    const std::string code = run(sdkCase, scratch);
    if (recipe.at("output") == "error") {
        const std::string expected = readJson(sdkCase / "expected_error.json").at("code");
        return code == expected ? Failures{}
                                : Failures{fmt::format("error '{}', expected '{}'", code, expected)};
    }
    if (!code.empty())
        return {"failed with " + code};
    const bool sameKindOnly = recipe.value("compare", json::object()).value("dtype", "") == "kind";
    Failures failures;
    for (const auto& item : fs::directory_iterator(sdkCase / "expected")) {
        const fs::path expected = item.path();
        const fs::path actual = scratch / expected.filename();
        Failures found;
        if (!fs::exists(actual))
            found = {actual.filename().string() + " was not written"};
        else if (expected.extension() == ".csd")
            found = differences(expected, actual, sameKindOnly);
        else if (expected.extension() == ".h5")
            found = tensorDifferences(expected, actual);
        else if (expected.extension() == ".json")
            found = compareVerdicts(readJson(expected), readJson(actual));
        else if (readText(expected) != readText(actual))
            found = {actual.filename().string() + " differs"};
        failures.insert(failures.end(), found.begin(), found.end());
    }
    return failures;
}

}
