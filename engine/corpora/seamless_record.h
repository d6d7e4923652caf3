#pragma once

#include "engine/core/interval.h"
#include "engine/corpora/seamless_files.h"

#include <string>
#include <vector>

namespace engine::seamless {

struct Word {
    std::string text;
    Interval times; ///< seconds
    bool hasTimes = true; ///< false: the file has none, and the times lie between those of the neighbours

    friend bool operator==(const Word&, const Word&) = default;
};

/// What is said without a pause, as transcribed.
struct Line {
    Interval times; ///< seconds
    std::string text;
    std::vector<Word> words;
};

/// What somebody wrote of a moment.
struct Moment {
    std::string kind; ///< `1P-IS`, `3P-V`
    bool isSelf = false; ///< of the participants themselves (`1P`)
    std::string text;
    Interval times; ///< seconds

    friend bool operator==(const Moment&, const Moment&) = default;
};

/// What the texts of one recording say, by start.
struct Record {
    std::vector<Interval> turns; ///< voice activity; where there is none, words bridged over 0.5 s
    bool turnsAreWords = false;
    std::vector<Line> lines;
    std::vector<Moment> moments;
};

/// Reads `ID.json`, or voice activity, transcript and annotations that lie in folders of their own. Moments
/// of times that run backwards or are no numbers are left out.
/// @param findings  gets `damaged_json`, `time_reversed`, with the recording's id
Record readRecord(const Recording& recording, CorpusFindings& findings);

}
