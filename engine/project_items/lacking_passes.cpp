#include "engine/project_items/lacking_passes.h"

#include "engine/project_items/exposures.h"

namespace engine {

namespace {

bool isOfPasses(const Item& item)
{
    return item.kind == kPassItems || item.kind == kLogItems || item.kind == kExposureItems;
}

/// The pass of the project with the places of the copy behind its own. Absent: the copy has no others.
std::optional<Item> lengthenedPass(const Annotation& project, const Annotation& copy,
                                   const std::string& layer)
{
    auto pass = reviewPass(project, layer);
    const auto other = reviewPass(copy, layer);
    if (!pass || !other)
        return std::nullopt;
    const std::size_t before = pass->places.size();
    addPlaces(*pass, other->places);
    return pass->places.size() > before ? std::optional(passItem(*pass)) : std::nullopt;
}

}

std::vector<Item> lackingPasses(const Annotation& project, const Annotation& copy)
{
    std::vector<Item> lacking;
    for (const auto& [key, theirs] : copy.items()) {
        if (!isOfPasses(theirs))
            continue;
        const Item* mine = project.item(theirs.kind, theirs.name);
        std::optional<Item> item;
        if (!mine || (theirs.kind == kLogItems && !isCommitted(mine) && isCommitted(&theirs)))
            item = theirs;
        else if (theirs.kind == kExposureItems)
            item = lackingExposures(*mine, theirs);
        else if (theirs.kind == kPassItems)
            item = lengthenedPass(project, copy, theirs.name);
        if (item)
            lacking.push_back(std::move(*item));
    }
    return lacking;
}

}
