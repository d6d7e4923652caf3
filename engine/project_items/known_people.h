#pragma once

#include "engine/annotation/annotation.h"
#include "engine/sequences/dataset_list.h"

#include <map>
#include <set>
#include <string>

namespace engine {

/// Who a project names: people who are seen (*Who is seen…*), speakers of the dataset's list, annotators.
struct KnownPeople {
    std::map<std::string, std::set<std::string>> videos; ///< of each person who is filmed
    std::set<std::string> annotators;
};

KnownPeople knownPeople(const Annotation& annotation, const DatasetList& list);

}
