#pragma once

#include "engine/recipes/recipe_reader.h"
#include "engine/recipes/recipe_runner.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"

#include <QTemporaryDir>

#include <fstream>

#include "tests/support/sequences.h"

namespace engine::test {

/// A folder with csd files, recipes that are run in it, and their results in folders beside.
class RecipeFolder {
    QTemporaryDir m_folder;

public:
    std::filesystem::path root = m_folder.path().toStdString();

    void write(const std::string& key, const std::vector<std::pair<std::string, Entry>>& entries) const
    {
        writeCsd(sequence(key, entries), root / (key + ".csd"));
    }

    /// A recipe that loads these sequences; `rest` is what else it says: `"steps": […], …`.
    Recipe recipe(const std::vector<std::string>& keys, const std::string& rest) const
    {
        std::string load;
        for (const std::string& key : keys)
            load += (load.empty() ? "" : ", ") + std::string(R"({"name": ")") + key + R"(", "file": ")" + key
                + ".csd\"}";
        std::vector<std::string> warnings;
        return parseRecipe(nlohmann::json::parse(R"({"load": [)" + load + "], " + rest + "}"), root,
                           warnings);
    }

    RunSummary run(const Recipe& recipe, const std::string& out, std::size_t shard = 0,
                   std::size_t shards = 1, unsigned jobs = 2) const
    {
        RunSettings settings;
        settings.videos.shard = shard;
        settings.videos.shards = shards;
        settings.videos.sharesByValues = true; // as the command line
        settings.videos.jobs = jobs;
        return runRecipe(recipe, root / out, settings);
    }

    CsdFile result(const std::string& out, const std::string& key) const
    {
        return CsdFile(root / out / (key + ".csd"));
    }

    std::string bytes(const std::string& file) const
    {
        std::ifstream stream(root / file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    /// Names of what is in a folder, sorted.
    std::vector<std::string> files(const std::string& out) const
    {
        std::vector<std::string> names;
        if (std::filesystem::exists(root / out)) {
            for (const auto& item : std::filesystem::directory_iterator(root / out))
                names.push_back(item.path().filename().string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }
};

}
