#include "engine/recipes/run_folder.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"
#include "engine/core/output_guard.h"
#include "engine/core/text_file.h"
#include "engine/recipes/recipe_files.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kNote = ".results.json";

/// What an earlier run wrote; nothing when there was none, or the note is damaged.
std::vector<std::string> notedResults(const fs::path& out)
{
    std::ifstream file(out / kNote);
    const json note = json::parse(file, nullptr, false);
    std::vector<std::string> names;
    for (const json& name : note.is_array() ? note : json::array()) {
        if (name.is_string() && fs::path(name.get<std::string>()).filename() == name.get<std::string>())
            names.push_back(name);
    }
    return names;
}

bool isInput(const fs::path& file, const std::vector<fs::path>& inputs)
{
    try {
        refuseInputsAsOutputs(inputs, std::vector{file});
        return false;
    } catch (const FormatError&) {
        return true;
    }
}

std::vector<fs::path> setAside(const fs::path& out, const std::vector<fs::path>& inputs)
{
    std::vector<fs::path> renamed;
    for (const std::string& name : notedResults(out)) {
        const fs::path file = out / name;
        fs::path earlier = file;
        earlier += ".earlier";
        std::error_code failure;
        if (!fs::is_regular_file(file, failure) || isInput(file, inputs) || isInput(earlier, inputs))
            continue;
        fs::rename(file, earlier, failure);
        if (!failure)
            renamed.push_back(std::move(earlier));
    }
    return renamed;
}

}

void noteResults(const fs::path& out, const std::vector<fs::path>& files)
{
    json names = json::array();
    for (const fs::path& file : files)
        names.push_back(file.filename().string());
    writeTextFile(out / kNote, jsonText(names, 1) + "\n").commit();
    std::error_code ignored; // mostly there is none
    fs::remove(out / "error.json", ignored);
}

std::vector<fs::path> writeErrorFile(const fs::path& out, const std::string& code, const std::string& message,
                                     const std::vector<fs::path>& inputs)
{
    std::vector<fs::path> renamed;
    try {
        makeFolder(out);
        renamed = setAside(out, inputs);
        json error{{"code", code}, {"message", message}};
        for (const fs::path& file : renamed)
            error["earlier_results"].push_back(file.filename().string());
        if (!isInput(out / "error.json", inputs))
            writeTextFile(out / "error.json", jsonText(error, 1) + "\n").commit();
    } catch (const Error&) { // the message is on stderr as well
    }
    return renamed;
}

}
