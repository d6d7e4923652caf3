#pragma once

#include "engine/core/interval.h"

#include <span>
#include <string>
#include <vector>

namespace engine {

/// The spans of the sentences that words make: a sentence ends with a word that ends in `.`, `!`, `?`, `…` or
/// their full-width forms (closing quotes and brackets may follow), and before a pause of more than `pause`
/// seconds.
/// @param words  by start  @param texts  one per word, or none: then only pauses count
std::vector<Interval> sentencesOf(std::span<const Interval> words, std::span<const std::string> texts,
                                  double pause);

}
