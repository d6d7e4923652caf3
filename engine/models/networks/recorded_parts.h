#pragma once

#include "engine/models/fusion_model.h"

#include <memory>
#include <nlohmann/json_fwd.hpp>

namespace engine {

/// What weight exchange files hold besides whole models, by `class`: `RepVGGBlock` (i, o) with the fused
/// kernel; `VAT.momentum_update`, one step of the twin; `Albert`; `MelPieces` and `FaceCrop`, which have no
/// parameters: waves to pieces of a spectrogram, a picture and boxes to faces. Null for any other class.
///
/// @throws FormatError (code `bad_hyper_parameter`).
std::shared_ptr<FusionModel> recordedPart(const nlohmann::json& config);

}
