#include "engine/features/speech/speech_model.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <vector>

namespace engine {

namespace {

namespace fs = std::filesystem;

/// The files in a folder whose names end so, in order of their names.
std::vector<fs::path> filesEndingWith(const fs::path& folder, std::initializer_list<const char*> endings)
{
    std::vector<fs::path> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file()
            && std::ranges::any_of(endings, [&](const char* ending) { return name.ends_with(ending); }))
            found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

fs::path acousticFolder(const fs::path& folder)
{
    if (fs::exists(folder / "mdef"))
        return folder;
    std::vector<fs::path> below;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (fs::exists(entry.path() / "mdef"))
            below.push_back(entry.path());
    }
    if (below.size() != 1)
        throw IoError("speech_model", folder.string(),
                      below.empty() ? "there is no acoustic model (a folder with mdef) in it"
                                    : "there are several acoustic models in it, expected one");
    return below.front();
}

}

SpeechModel defaultSpeechModel()
{
    fs::path folder = "/usr/share/pocketsphinx/model/en-us";
    if (const fs::path own = Installation::ofThisProgram().speechModel(); !own.empty())
        folder = own;
    if (!fs::exists(folder))
        throw IoError(
            "speech_model", folder.string(),
            "the speech model is missing; install the package pocketsphinx-en-us or choose another model");
    SpeechModel model;
    model.acoustic = folder / "en-us";
    model.dictionary = folder / "cmudict-en-us.dict";
    model.language = folder / "en-us.lm.bin";
    return model;
}

SpeechModel speechModelIn(const fs::path& folder)
try {
    SpeechModel model;
    model.acoustic = acousticFolder(folder);
    const std::vector<fs::path> dictionaries = filesEndingWith(folder, {".dict", ".dic"});
    if (dictionaries.size() != 1)
        throw IoError("speech_model", folder.string(),
                      std::to_string(dictionaries.size())
                          + " dictionaries (*.dict, *.dic) in it, expected one");
    model.dictionary = dictionaries.front();
    for (const fs::path& language : filesEndingWith(folder, {".lm.bin", ".lm", ".lm.dmp"})) {
        if (language.filename().string().find("-phone.") == std::string::npos && model.language.empty())
            model.language = language;
    }
    if (fs::exists(folder / "phones.map"))
        model.phones = folder / "phones.map";
    if (std::ifstream voice(folder / "voice.txt"); voice)
        voice >> model.voice;
    return model;
} catch (const fs::filesystem_error& error) {
    throw IoError("speech_model", folder.string(), error.code().message());
}

}
