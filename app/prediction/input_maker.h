#pragma once

#include "app/document/document.h"
#include "engine/alignment/align.h"
#include "engine/model_files/data_options.h"

#include <functional>
#include <optional>

namespace app {

/// Which rows a model reads, by the recipe of its card.
struct RowWish {
    std::vector<std::string> acousticColumns; ///< patterns of those that it reads; none: all
    bool areOwn = false; ///< each sequence has its own; else words have them, or steps
    std::optional<engine::FixedRate> rate = {}; ///< of steps of the same length; absent: there are none
    engine::CollapseFunction collapse = {}; ///< many rows → that of a step
    bool areOfWindows = false; ///< segments are windows of the recording, whatever is labelled
    bool areScaledByVideo = false; ///< by mean and deviation over the whole video
    engine::EnabledModalities leavesOut = {}; ///< the model learnt from no sequence of it

    bool areOfWords() const { return !areOwn && !rate; }
};
RowWish rowWishOf(const nlohmann::json& recipe);

/// Places among the rows of text, sound and vision.
using OwnPlaces = std::array<std::vector<std::size_t>, 3>;

/// Makes what a model gets of one video: rows of words, with those columns of sound that the model reads, or
/// steps, or the rows that each sequence has; of packed segments the rows of their file. A copy of its own,
/// for any thread.
struct InputMaker {
    WordAlignment alignment;
    RowWish rows;
    std::shared_ptr<const engine::PackedVideos> packed = nullptr; ///< null: words decide
    std::size_t window = 1; ///< of packed segments with one row each: how many are seen together

    /// The words [first, last). Reads rows that lie in files.
    engine::SegmentInput make(std::size_t first, std::size_t last) const;
    /// The same at other times. @param times  of all words of the video
    engine::SegmentInput make(std::size_t first, std::size_t last, const WordTimes& times) const;
    /// Where the rows are that each sequence has in a span of seconds.
    OwnPlaces ownPlaces(const engine::Interval& span) const;
    /// These rows, of each sequence its own. Reads those that lie in files.
    engine::SegmentInput makeOwn(const OwnPlaces& places) const;
    /// Steps of the rate that the model wants. Reads rows that lie in files.
    engine::SegmentInput makeSteps(const engine::Interval& span) const;
    /// A packed segment, by its place in the file.
    engine::SegmentInput makePacked(std::size_t place) const;
};

/// Of the video in sight, its words as they are now. @param options  of the model's input
InputMaker inputMakerOf(const Document& document, const RowWish& rows, const engine::DataOptions& options);

/// What makes the input of one segment; nothing where the model would see no row of it.
std::function<engine::SegmentInput()> makingOf(InputMaker maker, const std::string& video,
                                               const engine::Interval& segment);

}
