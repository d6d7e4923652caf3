#pragma once

namespace engine::cli {

/// `deidentify`: a project without faces, voices and names, and whether that holds.
int deidentifyCommand(int argc, char** argv);

}
