#pragma once

#include "engine/core/display_card.h"
#include "engine/core/feature_matrix.h"
#include "engine/core/interval.h"
#include "engine/core/segment_input.h"
#include "engine/core/tensor.h"
#include "engine/explain/explanation.h"
#include "engine/worker/frames.h"

#include <array>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace engine {

// Requests, from `polylogue` to `polylogue-models serve`. Each id is chosen by the client and comes back in
// the reply.

/// Asks to load this model in place of the last. Answered by ModelInfo or Failure.
struct LoadModel {
    static constexpr std::string_view op = "load";

    std::uint64_t id = 0;
    std::string path;

    friend bool operator==(const LoadModel&, const LoadModel&) = default;
};

/// Asks what the model predicts for this segment. Answered by Prediction or Failure.
struct PredictRequest {
    static constexpr std::string_view op = "predict";

    std::uint64_t id = 0;
    SegmentInput input; ///< T ≥ 1 words, or packed steps
    EnabledModalities enabled{true, true,
                              true}; ///< one that is off is replaced by its mean over the training set
    bool explain = false; ///< also tell what each modality and each word contributes, and send the displays
    std::string media
        = {}; ///< the recording, for models that look at recordings themselves; empty: there is none
    Interval span = {}; ///< of the segment in it, in seconds
    /// What else is asked about the segment; models that look at recordings do not answer it.
    std::optional<ExplanationWish> explanation = {};
    /// The rows are those of packed segments: each modality has its own, and none where its file lacks it; of
    /// a model of windows, they are the segments up to the one that is meant.
    bool isPacked = false;
    std::string transcript = {}; ///< what is said in the segment, for models that read text themselves

    friend bool operator==(const PredictRequest&, const PredictRequest&) = default;
};

/// A picture as it was taken.
struct LivePicture {
    double time = 0.0; ///< seconds on the session's clock
    int width = 0; ///< pixels
    int height = 0;
    std::vector<std::uint8_t> bgra; ///< height rows of width × 4 bytes

    friend bool operator==(const LivePicture&, const LivePicture&) = default;
};

/// Hands on what was seen and heard since the last such request, and asks what the model says of the last
/// seconds. Answered by LiveReply or Failure. None of them takes the place of another.
struct LiveRequest {
    static constexpr std::string_view op = "live";

    std::uint64_t id = 0;
    bool begins = false; ///< a new session: what was kept of another is forgotten
    double window = 4.0; ///< seconds that are kept
    std::vector<LivePicture> pictures; ///< in order of time
    double soundStart = 0.0; ///< seconds, of the first sample
    std::vector<float> sound; ///< mono, 16 000 samples per second
    std::optional<Interval> span; ///< what is asked about; none: nothing yet
    std::optional<Interval> upcoming; ///< what will be asked about next, to be prepared as far as it can be
    std::string transcript; ///< what was said in the span, as far as that is known; models of parts read it
    EnabledModalities enabled{true, true, true};
    bool explain = false; ///< also what each modality contributes
    bool findsFace = false; ///< also where the face is in the last picture

    friend bool operator==(const LiveRequest&, const LiveRequest&) = default;
};

/// The answer to request `id` is no longer wanted: it becomes Failure `cancelled` unless it was sent already.
struct Cancel {
    static constexpr std::string_view op = "cancel";

    std::uint64_t id = 0;

    friend bool operator==(const Cancel&, const Cancel&) = default;
};

/// Asks the worker to end; closing the pipe does the same.
struct Shutdown {
    static constexpr std::string_view op = "shutdown";

    friend bool operator==(const Shutdown&, const Shutdown&) = default;
};

using Request = std::variant<LoadModel, PredictRequest, LiveRequest, Cancel, Shutdown>;

// Replies.

/// The model that answers from now on.
struct ModelInfo {
    static constexpr std::string_view op = "model";

    std::uint64_t id = 0; ///< 0 when the model was named on the command line
    std::string name;
    std::vector<std::string> labels; ///< one per output: `sentiment`
    nlohmann::json card; ///< engine/model_files/model_card.h as JSON
    std::vector<DisplayCard> displays; ///< how to draw the outputs of its predictions

    friend bool operator==(const ModelInfo&, const ModelInfo&) = default;
};

/// The output of models that follow word by word: their scores after each word, T × O.
inline constexpr const char* kRunningPrediction = "running_prediction";

/// The output of a model of parts that tells what each part found, kPartNumbers numbers by PartNumber.
inline constexpr const char* kPartsFound = "parts_found";
enum class PartNumber {
    WordsValence,
    RatedWords,
    AreEnglish,
    Frames,
    Faces,
    FaceValence,
    Arousal,
    Voiced,
    KnownVoice
};
inline constexpr std::size_t kPartNumbers = 9;

/// The part of a frame that a model saw, as parts of the picture's width and height.
struct SeenPart {
    double time = 0.0; ///< of the frame, in seconds
    std::array<float, 4> part{}; ///< left, top, right, bottom

    friend bool operator==(const SeenPart&, const SeenPart&) = default;
};

/// The model's answer for one segment of T words. O is the number of outputs, one per label.
struct Prediction {
    static constexpr std::string_view op = "prediction";

    std::uint64_t id = 0;
    std::vector<float> values; ///< O
    /// Per modality O values: prediction minus prediction with that modality off. Empty unless asked to
    /// explain.
    std::array<std::vector<float>, allModalities.size()> occlusion;
    FeatureMatrix
        wordImportance; ///< T × O: prediction minus prediction without that word; only when asked to explain
    std::map<std::string, Tensor>
        outputs; ///< what the model's displays show, without batch axis: `rank_contribution`; as above
    double milliseconds = 0.0; ///< spent computing
    std::vector<SeenPart> seen{}; ///< by a model that looks at recordings; displays `frame` count these
    std::optional<Explanation> explanation{}; ///< as it was asked for

    friend bool operator==(const Prediction&, const Prediction&) = default;
};

/// A face in a picture of a live session, in pixels of that picture.
struct LiveFace {
    double time = 0.0; ///< of the picture
    int width = 0; ///< of the picture
    int height = 0;
    std::array<float, 4> box{}; ///< left, top, right, bottom
    float score = 0.0F; ///< the detector's
    std::vector<float> landmarks; ///< x, y of 68; empty where nothing that finds them is installed

    friend bool operator==(const LiveFace&, const LiveFace&) = default;
};

/// The model's answer about a span of a live session.
struct LiveReply {
    static constexpr std::string_view op = "live_answer";

    std::uint64_t id = 0;
    std::optional<Interval> span; ///< as it was asked for
    std::vector<float> values; ///< O; none without a span
    /// Per modality O values: as Prediction's; empty unless asked to explain.
    std::array<std::vector<float>, allModalities.size()> occlusion;
    std::vector<float> parts; ///< of a model of parts: kPartNumbers numbers by PartNumber; else none
    std::size_t frames = 0; ///< pictures that the model saw
    std::size_t found = 0; ///< of them, those with a face
    double newest = 0.0; ///< when the newest of them was taken; the span's end without pictures
    std::optional<LiveFace> face;
    double faceMilliseconds = 0.0; ///< spent looking for faces
    double featureMilliseconds = 0.0; ///< cutting them out, and on the sound
    double modelMilliseconds = 0.0;

    friend bool operator==(const LiveReply&, const LiveReply&) = default;
};

/// How far the request is, 0…1.
struct Progress {
    static constexpr std::string_view op = "progress";

    std::uint64_t id = 0;
    double fraction = 0.0;
    std::string text;

    friend bool operator==(const Progress&, const Progress&) = default;
};

/// The answer to a request that failed.
struct Failure {
    static constexpr std::string_view op = "failure";

    std::uint64_t id = 0; ///< 0 when the request's own id could not be read
    std::string code; ///< stable: `superseded`, `cancelled`, `no_model`, `wrong_width`, `too_large`, or the
                      ///< code of an engine::Error
    std::string message; ///< a sentence

    friend bool operator==(const Failure&, const Failure&) = default;
};

using Reply = std::variant<ModelInfo, Prediction, LiveReply, Progress, Failure>;

/// The message as one JSON object whose `op` names the alternative; for encodeFrame().
nlohmann::json encode(const Request& request);
nlohmann::json encode(const Reply& reply);

/// The reply as a frame; a reply that its reader would refuse becomes Failure `too_large`.
std::string replyFrame(const Reply& reply, std::uint32_t limit = FrameReader::defaultLimit);

/// @throws FormatError (code `bad_message`) for an unknown `op`, or a field that is missing or of the wrong
/// type.
Request decodeRequest(const nlohmann::json& message);
Reply decodeReply(const nlohmann::json& message);

}
