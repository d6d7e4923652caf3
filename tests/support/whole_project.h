#pragma once

#include "tests/support/annotations.h"

namespace engine::test {

/// Everything that a project can hold, once.
inline Change everything()
{
    Tier words = tier(1, "words");
    words.source = "words";
    words.annotator = "ada";
    words.participant = "bert";
    words.colour = "#123456";
    words.height = 30;
    words.order = 2;
    words.visible = false;
    Tier notes = tier(2, "notes é \"1\"");
    notes.parent = 1;
    notes.constraint = Constraint::SymbolicSubdivision;
    notes.overlapping = true;
    notes.labels = {{"note", FreeText{}}};
    Tier rating = tier(3, "valence");
    rating.kind = TierKind::Continuous;
    rating.rate = 2.0;
    rating.locked = true;

    Segment word = segment(1, 1, 2);
    word.id = 7;
    word.start = TimePoint::ofRecorded(1.0000000001);
    word.text = "héllo\nworld";
    word.values = {{"sentiment", {-2.0, {"ada", 1700000000000, 2, "video+sound"}}},
                   {"emotion", {std::string("sad"), {"bob", 1, 1, "text"}}}};
    word.confidence = 0.1;
    word.comment = "?";
    word.flagged = true;
    word.sourceRow = 3;
    Segment note = segment(2, 1, 2, 7);
    note.id = 9;
    note.start = TimePoint::ofTicks(word.start.ticks);
    Segment values = segment(3, 0, 2);
    values.id = 12;
    values.samples = {0.5F, -1.0F, 0.25F, 1e-20F};
    return {{{std::nullopt, words}, {std::nullopt, notes}, {std::nullopt, rating}},
            {{std::nullopt, word}, {std::nullopt, note}, {std::nullopt, values}},
            {{std::nullopt, Item{"layout", "v", R"({"tracks":[1,2]})"}}}};
}

}
