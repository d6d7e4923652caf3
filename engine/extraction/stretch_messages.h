#pragma once

#include "engine/core/spoken_time.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// What the window asks `polylogue-extract --serve`, and what it answers: a line of JSON each, on standard
/// input and output.
namespace engine {

/// Words that are said within a span of a recording.
struct SpokenStretch {
    Interval sound; ///< seconds
    /// As they are written, in the order in which they are said. None: the sound is only read, so that the
    /// next question about the same span is answered sooner.
    std::vector<std::string> words;

    friend bool operator==(const SpokenStretch&, const SpokenStretch&) = default;
};

/// Asks where words are said. Where no stretch has words it only prepares: without stretches the speech model
/// is loaded.
struct StretchWish {
    std::uint64_t id = 0; ///< comes back with the answer
    std::filesystem::path media;
    bool countsFromPicture = false; ///< 0 s is the first picture, as in projects of earlier versions
    std::filesystem::path speechModel; ///< folder; empty: American English
    std::vector<SpokenStretch> stretches;

    friend bool operator==(const StretchWish&, const StretchWish&) = default;
};

struct StretchTimes {
    std::vector<std::optional<SpokenTime>> words; ///< one for each word; absent: nothing in it is said (`–`)
    std::string reason; ///< a sentence where the words do not fit the sound

    friend bool operator==(const StretchTimes&, const StretchTimes&) = default;
};

/// How far the work is, or its end.
struct StretchReply {
    std::uint64_t id = 0;
    std::optional<double> progress; ///< 0…1: it goes on
    std::string problem; ///< why it could not be done, in a sentence
    std::vector<StretchTimes> stretches; ///< one for each that was asked for

    friend bool operator==(const StretchReply&, const StretchReply&) = default;
};

/// Whether somebody wants to know where words are said.
bool isQuestion(const StretchWish& wish);

/// One line without its end. What is not UTF-8 is replaced.
std::string lineOf(const StretchWish& wish);
std::string lineOf(const StretchReply& reply);
/// @throws FormatError (`message`) when a line is no such message.
StretchWish stretchWishIn(const std::string& line);
StretchReply stretchReplyIn(const std::string& line);

}
