#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/layers/look_blocks.h"
#include "engine/models/networks/vat_options.h"

namespace engine {

// What networks of clips share: encoders of what is seen and heard, and blocks in which the sound looks at
// the picture.

std::shared_ptr<LookEncoder> videoEncoderOf(const VatOptions& options);
std::shared_ptr<LookEncoder> audioEncoderOf(const VatOptions& options);

/// Inputs of rows `x_v`, `x_a` or raw `frames`, `mel`, with `len_v`, `len_a`, of a batch. Without pictures
/// or sound there is one black frame, or one silent column. `group`: the batch's videos.
NamedTensors clipInputs(const VatOptions& options, const ModalityBatch& batch);

/// Encodes the pictures, or rows of them, of these inputs. @throws FormatError (code `missing_input`).
EncodedClip encodeVideo(LookEncoder& encoder, const NamedTensors& inputs, bool isRaw);
EncodedClip encodeAudio(LookEncoder& encoder, const NamedTensors& inputs, bool isRaw);

/// The sound's tokens look at the picture's.
/// @return values B × D, of the token for the whole; weights B × layers × …
Attended fuseClips(std::vector<LookBlock>& blocks, torch::nn::LayerNorm& norm, const EncodedClip& audio,
                   const EncodedClip& video, Displays displays);

}
