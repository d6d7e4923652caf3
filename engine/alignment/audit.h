#pragma once

#include "engine/core/interval.h"

#include <span>
#include <string>
#include <vector>

namespace engine {

/// What may be wrong with an alignment of one video.
enum class AuditKind {
    Gap, ///< a sequence has no rows inside its extent for longer than three rows and 0.1 s
    EmptyCell, ///< a word that receives no row of a sequence
    Collision, ///< two words, or two segments, that overlap
    OutsideSegments, ///< a word that no labelled segment covers
    OutsideMedia, ///< before 0, or more than a frame behind the end of the media
    Drift, ///< words that do not lie where the sound is; they would fit better if they were shifted
    SoundOffset ///< by how much the sound comes after the picture; measured by those who know faces
};

struct AuditFinding {
    AuditKind kind = AuditKind::Gap;
    std::string sequence; ///< in which sequence: a key, `words`, `segments`
    Interval where;
    double shift = 0.0; ///< Drift: seconds by which the words would have to move; positive: later.
                        ///< SoundOffset: by which the sound is late
    double error = 0.0; ///< SoundOffset: seconds, expected; 0: nothing could be measured
    bool isDoubtful = false; ///< SoundOffset
    friend bool operator==(const AuditFinding&, const AuditFinding&) = default;
};

/// The loudness of a video's sound: root mean square, 1 being full scale, at equal steps from 0.
struct SoundEnergy {
    std::vector<float> rms;
    double step = 0.02; ///< seconds
};

/// The data of one video that are to be aligned. All intervals are sorted by start.
struct AuditInput {
    struct Rows {
        std::string key;
        std::span<const Interval> intervals;
        bool fillsTime = true; ///< frames; false: rows per word, which have no gaps of their own
    };
    std::span<const Interval> words;
    std::span<const Interval> segments; ///< empty: none are labelled
    std::vector<Rows> sequences;
    double mediaEnd = 0.0; ///< seconds; 0: there is no media
    const SoundEnergy* sound = nullptr; ///< null: there is none, or it is not read yet
};

/// All findings, by kind, then by sequence, then by time.
std::vector<AuditFinding> audit(const AuditInput& input);

/// Where words do not lie on their sound. In windows of 10 s with at least 5 words, this finds the shift
/// within ±0.5 s at which the sound inside the words is loudest compared with the sound outside them. It
/// reports shifts of at least 0.1 s that fit clearly better than no shift.
std::vector<AuditFinding> drift(std::span<const Interval> words, const SoundEnergy& sound);

}
