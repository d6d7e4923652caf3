#pragma once

#include "widgets/conversation/conversation_content.h"
#include "widgets/conversation/figure_table.h"

namespace widgets {

/// Talk share, turns, their median, latency, backchannels and interruptions of each person.
FigureTable participantTable(const ConversationContent& content);
/// How the floor goes from one to the next, in the order of time.
FigureTable transitionTable(const ConversationContent& content);
/// Proximity, synchrony and convergence of each value, with the chance of each.
FigureTable accommodationTable(const ConversationContent& content);
/// Strength, lag and chance of each pair and signal.
FigureTable synchronyTable(const ConversationContent& content);

/// `41 turns, 4.1 a minute · 2 % overlap, 12 % silence · median +0.21 s`; empty without turns.
QString conversationSummary(const ConversationContent& content);

/// All tables that have rows, tab-separated, with an empty line between.
QString conversationText(const ConversationContent& content);

/// `gap`, `overlap`, as people read it.
QString transitionName(engine::TransitionKind kind);

}
