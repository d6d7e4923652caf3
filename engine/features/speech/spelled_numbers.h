#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Numbers as English words, lower case, one word per element: what a dictionary of pronunciations has.
namespace engine {

using SpokenWords = std::vector<std::string>;

SpokenWords cardinal(std::uint64_t number); ///< 450: four hundred fifty
SpokenWords ordinal(std::uint64_t number); ///< 23: twenty third
SpokenWords year(int number); ///< 1984: nineteen eighty four; 2005: two thousand five; 1900: nineteen hundred
SpokenWords digitByDigit(std::string_view digits); ///< 007: zero zero seven

/// What is written with digits: `1,250`, `3.14`, `1984`, `1980s`, `2nd`, `5:30`, `3/4`, `10-12`, `007`.
/// @return  empty when this is no such number
SpokenWords spokenNumber(std::string_view written);

}
