#pragma once

#include "engine/training/data/feature_data.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// Turns of one conversation that a model sees together: all of them, or a piece of a long one.
struct ConversationPiece {
    std::string id; ///< of the conversation; of a second piece `morning (2)`
    std::vector<std::size_t> turns; ///< places in the fold, in the order of starts
    std::size_t context = 0; ///< how many turns at the beginning count in the piece before, and not here
    std::vector<std::int64_t> speakers; ///< slot of who speaks, by turn
    std::vector<std::string> participants; ///< by slot, in the order of first turns in the conversation
    std::size_t people = 0; ///< slots that are taken: those who speak, and those who have labels as listeners
};

/// How many turns at the end of a piece the next one begins with.
inline constexpr std::size_t kOverlappingTurns = 8;

/// The fold's turns: those that the source gives, else as the ids `C@P[k]` say, with the starts of the spans
/// (without these, in the order of the fold).
/// @throws FormatError (`no_conversations`) where neither tells conversations. @param source  for messages
std::vector<Turn> turnsOf(const FoldData& fold, const std::string& source);

/// The fold with its turns. @throws as turnsOf().
FoldData withTurns(FoldData fold, const std::string& source);

/// The conversations in the order of their first segments, each in the order of starts (ties: ends, then the
/// order of the fold), in pieces of at most `longest` turns that overlap by kOverlappingTurns.
///
/// @param fold     has turns (withTurns())
/// @param longest  more than kOverlappingTurns
/// @throws FormatError (`bad_features`) where one row tells of the other one of two, and there are three.
std::vector<ConversationPiece> conversationPieces(const FoldData& fold, std::size_t longest);

/// A piece for each turn, in the order of conversationPieces(): at most `before` turns before it, as context,
/// and the turn itself. Of what follows it nothing is seen.
///
/// @param longest  turns of a piece at most
/// @throws as conversationPieces().
std::vector<ConversationPiece> piecesWithContext(const FoldData& fold, std::size_t longest,
                                                 std::size_t before);

/// What is said of a participant in a turn in which somebody else speaks; empty where nobody says anything.
///
/// @param numbers  of the fold
/// @param turn     place in the fold
std::span<const float> listenerRow(const OfParticipants& numbers, std::size_t turn, std::size_t slot,
                                   std::size_t speaker);

/// Where a turn stands in its conversation.
struct TurnPlace {
    std::size_t number = 1; ///< in the order of starts, counted from 1
    std::size_t people = 1; ///< who speak in the conversation
    std::optional<std::size_t>
        before; ///< place in the fold of the same person's turn before; absent of the first
};

/// The place of each segment of a fold that has turns: N.
std::vector<TurnPlace> turnPlaces(const FoldData& fold);

}
