#include "engine/annotation/formats/table_columns.h"

#include <algorithm>
#include <string_view>

namespace engine {

namespace {

struct KnownColumn {
    std::string_view name;
    TableColumn column;
};

/// By their names in our tables, and in others.
constexpr KnownColumn kKnown[]{{"video_id", TableColumn::Video},
                               {"video", TableColumn::Video},
                               {"clip_id", TableColumn::Clip},
                               {"clip", TableColumn::Clip},
                               {"start", TableColumn::Start},
                               {"start_time", TableColumn::Start},
                               {"begin", TableColumn::Start},
                               {"onset", TableColumn::Start},
                               {"tmin", TableColumn::Start},
                               {"end", TableColumn::End},
                               {"end_time", TableColumn::End},
                               {"stop", TableColumn::End},
                               {"tmax", TableColumn::End},
                               {"offset", TableColumn::End},
                               {"duration", TableColumn::Length},
                               {"text", TableColumn::Text},
                               {"tier", TableColumn::Tier},
                               {"annotator", TableColumn::Annotator},
                               {"participant", TableColumn::Participant},
                               {"confidence", TableColumn::Confidence},
                               {"comment", TableColumn::Comment}};

}

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

TableColumn columnOf(const std::string& name)
{
    const auto* found = std::ranges::find(kKnown, lowerCase(name), &KnownColumn::name);
    return found == std::end(kKnown) ? TableColumn::Label : found->column;
}

}
