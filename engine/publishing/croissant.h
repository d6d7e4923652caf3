#pragma once

#include "engine/publishing/publication_card.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace engine {

/// A table of a publication as Croissant describes it.
struct CroissantTable {
    struct Column {
        std::string name;
        std::string type; ///< `sc:Text`, `sc:Float`, `sc:Integer`
        std::string references = {}; ///< a field of another table, `labels/unit`; empty: none
    };
    std::string name; ///< `votes`: of the record set
    std::string file; ///< `votes.csv`
    std::string description;
    std::uintmax_t bytes = 0;
    std::string sha256;
    std::vector<std::string> key; ///< columns that tell a row from all others
    std::vector<Column> columns;
};

/// The columns of a table of ours by its first line: numbers are those that are in every table of ours.
std::vector<CroissantTable::Column> croissantColumns(const std::string& firstLine);

/// `croissant.json` (Croissant 1.1, MLCommons, docs.mlcommons.org/croissant, 29 January 2026): a FileObject
/// per table and a record set with its fields.
nlohmann::ordered_json croissant(const PublicationCard& card, const std::vector<CroissantTable>& tables);

}
