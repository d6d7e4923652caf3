#pragma once

#include "engine/project_items/heard_levels.h"

#include <map>
#include <string>

namespace app {

class Document;

/// Keeps how loud people let participants be: in the project, beside its layout; while there is no project,
/// or it is only looked at, as long as the program runs.
class KeptLevels {
public:
    explicit KeptLevels(Document& document) : m_document(document) { }

    /// Of a conversation of the open dataset.
    engine::HeardLevels of(const std::string& conversation) const;
    void keep(const std::string& conversation, const engine::HeardLevels& levels);

private:
    std::string keyOf(const std::string& conversation) const;

    Document& m_document;
    std::map<std::string, engine::HeardLevels> m_session; ///< by the dataset's folder and the conversation
};

}
