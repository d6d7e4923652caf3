#pragma once

#include "engine/open_words/set_scores.h"

#include <array>
#include <map>
#include <optional>

namespace engine {

/// The words of a wheel at their places: level 1 in the middle, level 3 at the rim.
using WheelRows = std::vector<std::array<std::string, 3>>;

/// What open words mean on wheels of emotions. All words are in lower case, without outer blanks.
struct WheelTables {
    std::map<std::string, TermSet> forms; ///< a word → its base words
    std::map<std::string, TermSet> synonyms; ///< a base word → words of any wheel
    std::vector<WheelRows> wheels;
};

/// A word as tables hold it: in lower case, without outer blanks.
std::string wheelWord(const std::string& text);

/// Where a word lies on a wheel.
struct WheelPlace {
    std::size_t wheel = 0; ///< the first of the wheels that knows the word
    std::string name; ///< of level 1
    std::size_t place = 0; ///< of the name among those of level 1, in the order of the wheel's rows
};

/// Absent: no wheel knows the word. The way is that of wheelScores().
std::optional<WheelPlace> wheelPlace(const std::string& word, const WheelTables& tables);

/// Scores of words that were first brought to a wheel's names.
struct WheelScores {
    SetScores mean; ///< of the wheels' figures; `units` of the first wheel
    std::vector<SetScores> wheels;
    std::map<std::string, std::size_t> dropped; ///< words that no wheel knows, and how often they were given
};

/// A word becomes its base words, these the words of the wheels, and of these the first in alphabetical order
/// that the wheel has counts, by its name at `level`. Words that a wheel does not have are left out. The
/// score is the mean over the wheels (zeroQiaoba/MERTools, MER2024 to MER2026, track of open words; level 1
/// is the challenge's figure). Undefined, as a whole, when for one wheel no unit has a word that the wheel
/// knows.
///
/// @param level  1 or 2; at level 2 a word of level 1 goes to the alphabetically first of its own
WheelScores wheelScores(const std::vector<SaidWords>& units, const WheelTables& tables, int level = 1);

}
