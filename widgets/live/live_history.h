#pragma once

#include "engine/core/interval.h"

#include <QString>

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace widgets {

/// A word of a live session. Words whose end has not come yet are not final.
struct LiveWord {
    engine::Interval interval;
    QString text;

    friend bool operator==(const LiveWord&, const LiveWord&) = default;
};

/// What a face showed at one moment: distances over the distance of the eyes.
struct LiveFacePoint {
    double time = 0.0; ///< seconds
    double smile = 0.0;
    double brow = 0.0;
};

/// What a model said of the seconds before `time`.
struct LiveAnswerPoint {
    double time = 0.0; ///< where its span ends, in seconds
    std::vector<float> values; ///< one per output
    /// Of a model of parts, what those of words, voice and face found, −1…1; nothing: had nothing for it.
    std::array<std::optional<float>, 3> parts{};
};

/// The loudness of each band in a hundredth of a second, 0 … 255.
using MelColumn = std::vector<std::uint8_t>;

/// All that the tracks of a live session show: the last minute of sound and face, and the answers and marks
/// since the session began. Times are seconds since then.
class LiveHistory {
public:
    static constexpr double kColumnSeconds = 0.01;
    static constexpr double kKeptSeconds = 90.0; ///< of sound and face

    void clear();
    /// Columns that follow those before, from `start` on.
    void addSound(double start, const std::vector<MelColumn>& columns);
    void addFace(const LiveFacePoint& face);
    /// No face was found: the line is broken.
    void addNoFace();
    void addAnswer(LiveAnswerPoint answer);
    void clearAnswers() { m_answers.clear(); } ///< another model answers from now on
    void addMark(double time) { m_marks.push_back(time); }
    void setWords(std::vector<LiveWord> words) { m_words = std::move(words); }

    /// The column at a time; null: nothing was heard then, or it is forgotten.
    const MelColumn* soundAt(double time) const;
    const std::deque<std::optional<LiveFacePoint>>& faces() const { return m_faces; }
    const std::vector<LiveAnswerPoint>& answers() const { return m_answers; }
    const std::vector<double>& marks() const { return m_marks; }
    const std::vector<LiveWord>& words() const { return m_words; }

    /// The mean of each output over the answers after `since`; empty without any.
    std::vector<double> means(double since) const;

private:
    std::deque<MelColumn> m_columns;
    std::int64_t m_firstColumn = 0;
    std::deque<std::optional<LiveFacePoint>> m_faces; ///< nothing: the line is broken
    std::vector<LiveAnswerPoint> m_answers;
    std::vector<double> m_marks;
    std::vector<LiveWord> m_words;
};

}
