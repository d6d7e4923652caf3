#include "engine/annotation/conflict.h"

#include <fmt/format.h>
#include <tuple>

namespace engine {

namespace {

/// A field of CSV: in quotes where it has to be.
std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string result = "\"";
    for (const char letter : text)
        result += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return result + "\"";
}

auto placeOf(const Conflict& conflict)
{
    return std::tie(conflict.video, conflict.tier, conflict.segment, conflict.where, conflict.what,
                    conflict.mine, conflict.theirs);
}

}

bool Conflict::allows(ConflictSide side) const
{
    switch (side) {
    case ConflictSide::Mine:
        return canBeMine;
    case ConflictSide::Theirs:
        return canBeTheirs;
    case ConflictSide::Both:
        return canBeBoth;
    case ConflictSide::Undecided:
        return true;
    }
    return false;
}

bool ByPlaceOfConflict::operator()(const Conflict& one, const Conflict& other) const
{
    return placeOf(one) < placeOf(other);
}

ConflictSide newestOf(const Conflict& conflict)
{
    const std::int64_t mine = conflict.mineBy.when;
    const std::int64_t theirs = conflict.theirsBy.when;
    if (mine == 0 || theirs == 0 || mine == theirs)
        return ConflictSide::Undecided;
    return mine > theirs ? ConflictSide::Mine : ConflictSide::Theirs;
}

std::string conflictTable(const std::vector<Conflict>& conflicts)
{
    std::string table = "video,tier,where,what,mine,theirs\r\n";
    for (const Conflict& conflict : conflicts)
        table += fmt::format("{},{},{},{},{},{}\r\n", quoted(conflict.video), quoted(conflict.tier),
                             quoted(conflict.where), quoted(conflict.what), quoted(conflict.mine),
                             quoted(conflict.theirs));
    return table;
}

}
