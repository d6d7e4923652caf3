#pragma once

#include "engine/media_messages/message_socket.h"

#include <filesystem>

namespace engine {

/// A `polylogue-media` that has opened nothing and only makes copies of itself: a copy is there after 2 ms, a
/// program that is started after 40 ms. A program that has many files to open keeps one as long as it runs; without
/// one, and where it is gone, each file gets a program that is started for it.
///
/// The environment of the process says where it is reached, as that of an agent for keys does. At most one at a
/// time; to be made before the process has threads that read the environment.
class MediaTemplate {
public:
    /// @param program  `polylogue-media`; where it cannot be started there is no template
    explicit MediaTemplate(const std::filesystem::path& program);
    ~MediaTemplate();
    MediaTemplate(const MediaTemplate&) = delete;
    MediaTemplate& operator=(const MediaTemplate&) = delete;

    bool isThere() const { return static_cast<bool>(m_line); }
    int process() const { return m_process; }

private:
    Descriptor m_line;
    int m_process = -1;
};

/// A line to a new `polylogue-media` that has opened nothing yet.
enum class ChildOf {
    Template, ///< where there is one
    Program
};
/// @throws IoError (`file_not_found`, `io`)
Descriptor lineToNewChild(ChildOf origin);

}
