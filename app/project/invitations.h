#pragma once

#include "engine/annotation/project/project_file.h"
#include "engine/project_items/review_pass.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Whom a project is for, and the pass that is asked of them.
struct Invitation {
    std::string annotator;
    std::string layer; ///< of the pass
    friend bool operator==(const Invitation&, const Invitation&) = default;
};

/// The file of an invitation in a folder, by the annotator's name.
std::filesystem::path invitationFile(const Invitation& invitation, const std::filesystem::path& folder);

/// The invitation that a project is; absent: it is none.
std::optional<Invitation> invitationOf(const engine::Annotation& annotation);

/// What an invited annotator gets to see: the project without the answers, passes and logs of others, without
/// settled answers, and without gold items unless they train on them. The segments of a blind pass have no
/// label, confidence, comment, flag, nor text that is a label, but labels of the invited annotator; a merge
/// leaves those of the project as they are.
engine::Annotation invitedAnnotation(engine::Annotation annotation, const Invitation& invitation);

/// Writes a project for an invited annotator, in which nothing of what others said is left. The project keeps
/// the state that it began with, so that it can be merged again.
/// @param paths  of the dataset
/// @throws IoError (`io`), also when the target is there already.
void writeInvitation(engine::ProjectFile& project, const Invitation& invitation,
                     const std::filesystem::path& target, const std::vector<std::filesystem::path>& paths);

}
