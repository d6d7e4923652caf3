#pragma once

#include "engine/agreement/term_sets.h"
#include "engine/annotation/tier.h"

#include <string>
#include <vector>

/// Values of labels that are sets of words: a text that lists up to eight words in the order in which they
/// were given, `happy; a little sad`. The empty set is an answer, too (`no emotion`), other than no value.
namespace engine {

inline constexpr std::size_t kMostWords = 8; ///< of a set
inline constexpr auto kNoWords = "[]"; ///< how the empty set stands in a text

/// The words that the label's texts may list; null: its values are no sets of words.
const WordList* wordListOf(const LabelScheme& label);

/// The words of a value: as typed, without outer blanks and with single ones within, each once, where case
/// and blanks do not count. They are parted by `;`. None: the empty set.
std::vector<std::string> wordsOfSet(const std::string& value);
/// The value that lists these words.
std::string wordsText(const std::vector<std::string>& words);

/// A word as words are compared: in lower case, with single blanks.
std::string comparedWord(const std::string& word);
/// The words of a value as they are compared.
TermSet comparedWords(const std::string& value);

/// Why a value is no set that the list allows, in a sentence; empty: it is.
std::string whyNoWordSet(const std::string& value, const WordList& list);

/// The words as a JSON array, `["happy","a little sad"]`; tables hold them so.
std::string wordsJson(const std::string& value);
/// The value that a JSON array of texts lists; absent: the text is no such array, or lists too many.
std::optional<std::string> wordsFromJson(const std::string& text);

}
