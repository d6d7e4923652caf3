#pragma once

#include "engine/annotation/annotation.h"

#include <SQLiteCpp/Database.h>

namespace engine::project {

/// Reads a project's tables, as far as they can be read and agree with each other.
///
/// It skips rows that cannot be read. A tier whose row is lost is created again for its segments. Rows of an
/// undamaged file are read once, in order.
/// @param isDamaged  SQLite has found something wrong
/// @param problems   receives what is lost, in words, with tiers and videos
Annotation readProject(SQLite::Database& database, bool isDamaged, std::vector<std::string>& problems);

/// SQLite's error in words that say what to do. @param otherwise  the words for all other errors
std::string reason(int code, const std::string& otherwise);

}
