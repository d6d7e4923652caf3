#pragma once

#include "engine/core/interval.h"
#include "engine/features/speech/word_alignment.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// Recordings whose word times are known, and how far an alignment is from them.
namespace engine::test {

struct TimedWord {
    std::string text;
    Interval time; ///< seconds
};

struct TimedSpeech {
    std::string id;
    std::vector<float> sound; ///< 16 kHz, mono
    std::vector<TimedWord> words;

    std::string transcript() const; ///< the words with spaces between them
};

std::vector<float> soundOf(const std::filesystem::path& file); ///< 16 kHz, mono

/// Videos of the demo dataset with the words of its `words.csd`; ids in order. @param wanted  all when empty
std::vector<TimedSpeech> demoSpeech(const std::filesystem::path& demo,
                                    const std::vector<std::string>& wanted);
/// A folder with `words.json` and the videos that it names.
std::vector<TimedSpeech> talkSpeech(const std::filesystem::path& folder);
/// Clips `*.mpg` of GRID with `*.align`, and videos with `*.words.json`.
std::vector<TimedSpeech> gridSpeech(const std::filesystem::path& folder);
/// Folders of speakers with `*.wav` and `*.wrd`, as TIMIT has them.
std::vector<TimedSpeech> timitSpeech(const std::filesystem::path& folder);

/// Deviations of word boundaries from the known ones, starts and ends apart.
class BoundaryErrors {
public:
    /// Words are compared one by one. @return false, and nothing is counted, when their numbers differ
    bool add(const std::vector<AlignedWord>& words, const std::vector<TimedWord>& truth);

    struct Figures {
        double mean = 0.0; ///< milliseconds
        double median = 0.0;
        double within20 = 0.0; ///< 0…1
        double within50 = 0.0;
        double within100 = 0.0;
    };
    Figures starts() const { return figures(m_starts); }
    Figures ends() const { return figures(m_ends); }
    Figures all() const;
    double f1() const; ///< of boundaries within 20 ms, each matched once; touching words have one boundary
    double expected() const; ///< mean of the expected errors, in milliseconds
    std::size_t count() const { return m_starts.size(); }
    std::size_t missed() const { return m_missed; }
    const std::vector<double>& signedStarts() const { return m_starts; } ///< milliseconds
    const std::vector<double>& signedEnds() const { return m_ends; }

private:
    static Figures figures(std::vector<double> errors);

    std::vector<double> m_starts;
    std::vector<double> m_ends;
    std::vector<double> m_expected;
    double m_matched = 0.0;
    double m_found = 0.0;
    double m_known = 0.0;
    std::size_t m_missed = 0;
};

}
