#pragma once

#include <string>
#include <vector>

namespace engine {

/// The words of a text: what stands between blanks; a Chinese or Japanese character is a word of its own, and
/// punctuation belongs to what stands before it. Bytes that are not UTF-8 become the replacement character.
std::vector<std::string> wordsOfText(const std::string& text);

}
