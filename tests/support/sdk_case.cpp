#include "tests/support/sdk_case.h"

#include "engine/alignment/align.h"
#include "engine/alignment/dataset_steps.h"
#include "engine/core/error.h"
#include "engine/sequences/csd_writer.h"

#include <algorithm>
#include <fstream>

#include "tests/support/csd_comparison.h"

namespace engine::test {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

json readJson(const fs::path& path)
{
    std::ifstream file(path);
    return json::parse(file);
}

/// A list of files with their keys, or a folder whose files have their root names as keys.
void load(const json& what, const fs::path& root, Dataset& dataset)
{
    if (what.is_array()) {
        for (const json& item : what)
            dataset.emplace_back(
                item.at("name"),
                ComputationalSequence(std::make_shared<const CsdFile>(root / item.at("file"))));
        return;
    }
    std::vector<fs::path> files;
    for (const auto& item : fs::directory_iterator(root / what)) {
        if (item.path().extension() == ".csd")
            files.push_back(item.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& path : files) {
        ComputationalSequence sequence(std::make_shared<const CsdFile>(path));
        const std::string key = sequence.rootName();
        dataset.emplace_back(key, std::move(sequence));
    }
}

AlignStep alignStep(const json& step)
{
    AlignStep result{step.at("reference"), {}};
    for (const json& function : step.value("collapse", json::array()))
        result.collapse["*"].push_back(CollapseFunction::parse(function));
    return result;
}

Dataset apply(const json& step, Dataset dataset, const fs::path& root)
{
    const std::string op = step.at("op");
    if (op == "align")
        return align(std::move(dataset), alignStep(step));
    if (op == "impute")
        return impute(std::move(dataset), step.at("reference"),
                      step.at("fill") == "ones" ? Fill::Ones : Fill::Zeros);
    if (op == "unify")
        return unify(std::move(dataset));
    if (op == "hard_unify")
        return hardUnify(std::move(dataset));
    if (op == "revert")
        return revert(std::move(dataset));
    if (op == "sort")
        return sort(std::move(dataset));
    if (op == "add")
        load(step.at("load"), root, dataset);
    else
        throw FormatError("recipe_invalid", op, "unknown step");
    return dataset;
}

Dataset run(const json& recipe, const fs::path& root)
{
    Dataset dataset;
    load(recipe.at("load"), root, dataset);
    for (const json& step : recipe.at("steps"))
        dataset = apply(step, std::move(dataset), root);
    return dataset;
}

}

std::vector<std::string> sdkCases(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& item : fs::directory_iterator(folder)) {
        if (!fs::exists(item.path() / "case.json"))
            continue;
        const std::string output = readJson(item.path() / "case.json").at("output");
        if (output == "sequences" || output == "error")
            names.push_back(item.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> failuresOf(const fs::path& sdkCase, const fs::path& scratch)
{
    const json recipe = readJson(sdkCase / "case.json");
    if (recipe.at("output") == "error") {
        const std::string expected = readJson(sdkCase / "expected_error.json").at("code");
        try {
            run(recipe, sdkCase);
        } catch (const Error& error) {
            return error.code() == expected
                ? std::vector<std::string>{}
                : std::vector{"expected the error " + expected + ", not " + error.what()};
        }
        return {"expected the error " + expected};
    }
    const bool sameKindOnly = recipe.value("compare", json::object()).value("dtype", "") == "kind";
    std::vector<std::string> failures;
    for (const auto& [key, sequence] : run(recipe, sdkCase)) {
        const std::string file = recipe.at("output_files").at(key);
        writeCsd(sequence, scratch / file);
        const auto found = differences(sdkCase / "expected" / file, scratch / file, sameKindOnly);
        failures.insert(failures.end(), found.begin(), found.end());
    }
    return failures;
}

}
