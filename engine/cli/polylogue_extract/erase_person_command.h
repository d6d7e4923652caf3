#pragma once

namespace engine::cli {

/// `erase-person`: where a person occurs in a project, and taking them out.
int erasePersonCommand(int argc, char** argv);

}
