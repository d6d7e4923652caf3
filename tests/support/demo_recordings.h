#pragma once

#include "engine/sequences/csd_file.h"
#include "engine/sequences/timed_features.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace engine::test {

/// Puts recordings of the demo into a folder, each with its words as a text beside it.
inline std::vector<std::filesystem::path> demoRecordings(const std::filesystem::path& folder,
                                                         const std::vector<std::string>& ids)
{
    const std::filesystem::path demo(DEMO);
    const CsdFile words(demo / "words.csd");
    std::vector<std::filesystem::path> media;
    for (const std::string& id : ids) {
        media.push_back(folder / (id + ".mp4"));
        std::filesystem::copy_file(demo / "media" / (id + ".mp4"), media.back());
        std::ofstream text(folder / (id + ".txt"));
        for (const std::string& word : readText(words, id).texts)
            text << word << ' ';
    }
    return media;
}

}
