#pragma once

#include <filesystem>
#include <string>

namespace engine {

/// What speech is recognised with: files of PocketSphinx, and espeak-ng's voice for words that its dictionary
/// lacks.
struct SpeechModel {
    std::filesystem::path acoustic; ///< folder with `mdef`, `means`, …
    std::filesystem::path dictionary; ///< lines `word PHONE PHONE …`; further pronunciations `word(2) …`
    std::filesystem::path language; ///< n-gram model for drafts; empty: no drafts
    std::filesystem::path
        phones; ///< lines `espeak-ng's mnemonic PHONE …`; empty: the phones of CMU's dictionary
    std::string voice = "en-us"; ///< of espeak-ng; numbers are spelt in English where it begins with `en`

    friend bool operator==(const SpeechModel&, const SpeechModel&) = default;
};

/// The American English model of the package pocketsphinx-en-us. @throws IoError (`speech_model`) when it is
/// not installed.
SpeechModel defaultSpeechModel();

/// The model in a folder: the folder with `mdef` (this one or one below it), the only `*.dict` or `*.dic`,
/// the only `*.lm.bin`, `*.lm` or `*.lm.dmp` if any, `phones.map` if it is there, and the voice in the first
/// line of `voice.txt` if it is there. @throws IoError (`speech_model`) with what is missing.
SpeechModel speechModelIn(const std::filesystem::path& folder);

}
