#pragma once

#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/dataset_list.h"

#include <filesystem>
#include <string>
#include <vector>

namespace engine::test {

/// A dataset with the demo's conversation under several names, so that there is something to learn from and
/// something to validate with. Media are left out.
/// @param folder  receives sequences and `dataset.json`
inline void copyConversation(const std::filesystem::path& from, const std::filesystem::path& folder,
                             const std::vector<std::string>& names)
{
    DatasetList list = readDatasetList(from / "dataset.json");
    list.root = folder;
    list.media = {};
    const std::string known = list.more.at("conversations").at(0).at("id").get<std::string>();
    for (DatasetList::Sequence& listed : list.sequences) {
        const CsdFile file(listed.file);
        ComputationalSequence sequence;
        for (const std::string& id : file.ids()) {
            for (const std::string& name : names)
                sequence.put(name + id.substr(known.size()), file.entry(id));
        }
        sequence.setMetadata(file.metadata());
        listed.file = folder / (listed.name + ".csd");
        listed.facts = {};
        writeCsd(sequence, listed.file);
    }
    auto conversation = list.more.at("conversations").at(0);
    list.more["conversations"] = nlohmann::ordered_json::array();
    for (const std::string& name : names) {
        conversation["id"] = name;
        list.more["conversations"].push_back(conversation);
    }
    list.folds = {};
    for (std::size_t i = 0; i < names.size(); ++i)
        list.folds[i + 2 < names.size()       ? "train"
                       : i + 1 < names.size() ? "valid"
                                              : "test"]
            .push_back(names[i]);
    writeDatasetList(list, folder / "dataset.json");
}

}
