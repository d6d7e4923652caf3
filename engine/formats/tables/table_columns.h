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
    Label,
    Passed ///< a time that another column gives too, or a time in frames
};

struct ColumnMeaning {
    TableColumn column = TableColumn::Label;
    double scale = 1.0; ///< seconds in a unit of its times
    bool saysUnit = false;

    friend bool operator==(const ColumnMeaning&, const ColumnMeaning&) = default;
};

/// The meaning of a column by its name, in our tables and in those of others; an unknown name is a label.
/// Times may be called in many ways: `begin_time`, `startMs`, `Start (s)`, `End Time - hh:mm:ss.ms`.
ColumnMeaning meaningOf(const std::string& name);

TableColumn columnOf(const std::string& name);

}
