#pragma once

#include <string>

namespace engine {

/// What a column of a table of labels holds.
enum class TableColumn {
    Video,
    Clip,
    Start,
    End,
    Length,
    Text,
    Tier,
    Annotator,
    Participant,
    Confidence,
    Comment,
    Label
};

/// By its name in our tables, and in others; any other is a label.
TableColumn columnOf(const std::string& name);

/// With small letters for A to Z.
std::string lowerCase(std::string text);

}
