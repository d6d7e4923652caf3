#pragma once

#include <filesystem>
#include <string>

/// Where the parts of the program lie.
namespace engine {

/// The program `name` beside the running one. @throws IoError (`file_not_found`).
std::filesystem::path siblingProgram(const std::string& name);

/// `$XDG_CACHE_HOME/polylogue`, else `~/.cache/polylogue`; made when it is missing.
std::filesystem::path cacheFolder();

/// `$XDG_DATA_HOME/polylogue`, else `~/.local/share/polylogue`; it need not be there.
std::filesystem::path dataFolder();

/// `$XDG_CONFIG_HOME/polylogue`, else `~/.config/polylogue`; it need not be there.
std::filesystem::path configFolder();

/// The demo dataset of the source tree or of the installation; empty when neither has it.
std::filesystem::path demoFolder();

/// What people run to turn a pickle, which this program does not open, into arrays: a sentence with the
/// command of `scripts/unpickle.py`, to be copied. @param file  the pickle, or an archive that holds one
std::string unpickleCommand(const std::filesystem::path& file);

/// The words' polarities (`sentiment_en.tsv`); empty when they are not installed.
std::filesystem::path textFolder();

/// The lists of the standard datasets (`cmu_mosi.json`, …); empty when they are not installed.
std::filesystem::path datasetsFolder();

/// What words are found in sound with (`boundaries.safetensors`); empty when it is not installed.
std::filesystem::path speechFolder();

}
