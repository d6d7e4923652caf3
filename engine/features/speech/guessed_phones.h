#pragma once

#include "engine/features/speech/speech_model.h"

#include <map>
#include <string>
#include <vector>

namespace engine {

/// How words are pronounced that no dictionary has: espeak-ng says its phonemes, a table turns them into the
/// model's phones. espeak-ng is licensed under the GPL 3, so it is run as a program of its own and not
/// linked.
class GuessedPhones {
public:
    /// @throws IoError (`file_not_found`) and FormatError (`phone_map`, with the line) for the model's table.
    explicit GuessedPhones(const SpeechModel& model);

    /// The phones of each word; empty where espeak-ng says nothing. @throws IoError (`espeak`) when the
    /// program is not there or fails.
    std::vector<std::vector<std::string>> guess(const std::vector<std::string>& words) const;

    /// The phones of `one word` in espeak-ng's mnemonics, parted by underscores and spaces:
    /// `p_,0_l_I2_l_'0_g`.
    std::vector<std::string> phonesOf(std::string mnemonics) const;

private:
    std::string m_voice;
    std::map<std::string, std::vector<std::string>> m_table;
    std::size_t m_longest = 1; ///< characters of the longest mnemonic
};

}
