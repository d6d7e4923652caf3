#include "engine/publishing/published_folds.h"

#include "engine/core/delimited_text.h"
#include "engine/core/error.h"
#include "engine/core/segment_id.h"
#include "engine/publishing/publication_files.h"

#include <set>

namespace engine {

FoldLists publishedFolds(const std::filesystem::path& folder)
{
    const std::filesystem::path table = folder / "splits.csv";
    if (!std::filesystem::exists(folder / kPublicationSums) || !std::filesystem::exists(table))
        return {};
    const DelimitedText text = readDelimited(table);
    const auto unit = text.column("unit");
    const auto split = text.column("split");
    if (!unit || !split)
        throw FormatError("data_invalid", table.string(), "line 1 names no columns unit and split");
    FoldLists folds;
    std::set<std::string> known;
    for (const DelimitedText::Row& row : text.rows) {
        const std::string video = entryOfSegment(row.cells[*unit]);
        if (!row.cells[*split].empty() && known.insert(video).second)
            folds[row.cells[*split]].push_back(video);
    }
    return folds;
}

}
