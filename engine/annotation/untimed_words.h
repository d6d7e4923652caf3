#pragma once

#include "engine/annotation/annotation.h"

#include <string>
#include <vector>

/// Words without times (`Timing`): where they lie between those that have times.
namespace engine {

/// A word of a tier on its way to a new place.
struct PlacedWord {
    SegmentId id = 0; ///< 0: it is new
    std::int64_t start = 0; ///< ticks
    std::int64_t end = 0;
    Timing timing = Timing::Timed;
    int letters = 0;
    bool isMoved = false; ///< the word, or what the word lies beside, has changed: the word gets a new place

    bool isTimed() const { return hasTimes(timing); }
};

/// The number of letters (code points) of a text in UTF-8.
int lettersOf(const std::string& text);

/// The words of a tier in the order of time.
std::vector<PlacedWord> placedWords(const Annotation& annotation, TierId tier);

/// Gives each moved word without times a place between its neighbours, so that all of them keep their order.
///
/// Words without times that follow each other share the room between the timed words around them by their
/// numbers of letters; none gets more than `kSlowestLetter` for a letter. A word that was heard keeps its
/// start where the others leave it room. Words that have not moved stay, apart from the nearest 50 on
/// either side, unless these would become much denser than the rest. Where timed words leave less than
/// `kLeastRoom` for each word, the two beside give up at most half of their lengths.
/// @param words  N words of one tier in the order of the text
/// @param overlapping  whether words of the tier may overlap; then timed words stay as they are
/// @param end  end of the recording in ticks; 0: unknown
/// @throws Refused when there is no room.
void spreadUntimed(std::vector<PlacedWord>& words, bool overlapping, std::int64_t end);

/// The time that a letter takes at most: 0.2 s.
inline constexpr std::int64_t kSlowestLetter = kTicksPerSecond / 5;
/// The room that a word gets at least where its neighbours can give it: 40 ms.
inline constexpr std::int64_t kLeastRoom = kTicksPerSecond / 25;

/// The change, and after it new places for the words without times beside what it changes. Returns the change
/// itself where there are none.
/// @param end  end of the recording in ticks; 0: unknown
/// @throws Refused when there is no room.
Change withUntimedSpread(const Annotation& annotation, Change change, std::int64_t end);

/// The change that takes the places of these segments as their times.
Change takeTimes(const Annotation& annotation, const std::vector<SegmentId>& ids);

}
