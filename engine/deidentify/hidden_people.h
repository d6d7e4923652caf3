#pragma once

#include "engine/deidentify/hidden_names.h"
#include "engine/project_items/known_people.h"

#include <map>
#include <string>
#include <vector>

namespace engine {

/// Who is hidden.
struct PeopleChoice {
    std::vector<std::string> people; ///< who must be hidden, by name; empty: nobody is named
    std::vector<std::string> consenting; ///< named people who stay as they are
    std::vector<std::string> words; ///< of texts, which are hidden as names are
};

/// What stands for what: people `Person 1`, … by name, words `Word 1`, …, annotators `r01`, …. Everybody who is
/// filmed and not consenting is hidden; a choice of people says of whom that must be so.
/// @throws FormatError (`unknown_person`, `person_consents`) naming the project, with whom it knows.
HiddenNames hiddenNames(const KnownPeople& known, const PeopleChoice& choice, const std::string& project);

/// `r01`, …: what stands for annotators, by their names.
std::map<std::string, std::string> annotatorCodes(const KnownPeople& known);

}
