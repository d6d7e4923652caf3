#pragma once

#include "engine/annotation/layers.h"
#include "engine/annotation/pass_mix.h"
#include "engine/annotation/review_queue.h"
#include "engine/annotation/tier_roles.h"

#include <optional>
#include <vector>

namespace engine {

inline constexpr auto kPassItems = "review"; ///< items of passes, by their layer's name
inline constexpr auto kLogItems = "judgement"; ///< items of logs, by layer, video and time
inline constexpr auto kExposureItems = "exposure"; ///< items of what could be seen, named as logs are

inline constexpr int kMostTurnsBefore = 5; ///< that are played before a segment

/// Whether a measurement decided that the model's prediction can be seen at a place.
enum class SightArm {
    Free, ///< nothing was decided
    Shown,
    Hidden,
};
const char* name(SightArm arm);
std::optional<SightArm> sightArmOf(const std::string& name); ///< absent: no arm is called so

/// One annotator's pass through a queue of segments. It is an item of the project, so it goes on where it was
/// left, on any machine.
struct ReviewPass {
    /// A segment of the queue, known by video and times, because segments read from a file have no lasting
    /// ids.
    struct Place {
        std::string video;
        Interval span; ///< seconds, when the pass began
        ReviewReason reason = ReviewReason::NotLabelled;
        double weight = 0.0;
        int number = 0; ///< of the segment in its video, from 1
        bool isRepeat = false; ///< the segment came before; the second answer is kept apart
        SightArm arm = SightArm::Free;
        friend bool operator==(const Place&, const Place&) = default;
    };
    Layer layer; ///< the layer that takes the answers
    ReviewSettings settings;
    bool isBlind = true; ///< answers of others and of the model are hidden until one's own is committed
    double leadIn = 1.0; ///< seconds that are played before the segment
    int turnsBefore = 0; ///< turns of the conversation that are played before it, and are no part of it
    PassMix mix; ///< hidden gold, repeats
    std::string repeatLayer = {}; ///< takes the answers to segments that come again; empty: none do
    std::vector<Place> places;
    bool isTraining() const { return layer.purpose == LayerPurpose::Training; }
    friend bool operator==(const ReviewPass&, const ReviewPass&) = default;
};

/// A new pass of an annotator over chosen places of a tier. It is not blind: the places were chosen by what
/// is known.
ReviewPass passOver(const Annotation& annotation, const std::string& annotator,
                    std::vector<ReviewPass::Place> places, const std::string& of = kLabelsTier);

/// The pass that an annotator begins with: over what has no label yet, and what is flagged.
ReviewPass firstPass(const std::string& annotator);

/// The pass as it goes on in a project: one that is there keeps its places, done and to be done, and what it
/// now looks for comes behind them; repeats have a layer of their own.
ReviewPass continuedPass(const Annotation& annotation, ReviewPass pass);

/// The layer that takes the answer at a place.
Layer layerAt(const ReviewPass& pass, const ReviewPass::Place& place);

Item passItem(const ReviewPass& pass);
/// The change that renames a pass and the logs of its judgements after their layer was renamed. Empty where
/// there is no such pass.
Change renamePass(const Annotation& annotation, const std::string& before, const std::string& after);
/// The pass of a layer; absent: there is none of this name, or it cannot be read.
std::optional<ReviewPass> reviewPass(const Annotation& annotation, const std::string& layer);
/// All passes of the project, sorted by the names of their layers.
std::vector<ReviewPass> reviewPasses(const Annotation& annotation);

/// How an annotator came to one answer: for the report, and for the provenance in exported csd files.
struct JudgementLog {
    double seconds = 0.0; ///< from showing the segment until the answer was committed
    int plays = 0; ///< how often playing was started
    double speed = 1.0; ///< of the last play
    int revisions = 0; ///< answers that were changed more than two seconds after they had been given
    bool hasPeeked = false; ///< looked at what others said before the own answer
    std::int64_t committed = 0; ///< milliseconds since 1970, UTC; 0: not yet
    friend bool operator==(const JudgementLog&, const JudgementLog&) = default;
};

/// The name of what is kept of the judgement at a place: its layer, video and time.
std::string judgementName(const ReviewPass& pass, const ReviewPass::Place& place);
Item logItem(const ReviewPass& pass, const ReviewPass::Place& place, const JudgementLog& log);
std::optional<JudgementLog> judgementLog(const Annotation& annotation, const ReviewPass& pass,
                                         const ReviewPass::Place& place);
/// Whether the answer of a log counts. @param log  null: there is none
bool isCommitted(const Item* log);

/// Whether a place is done: there is an answer, and it was committed.
/// @param judged  the tier of the place's video that is judged; null: the project does not have it
bool isPlaceDone(const Annotation& annotation, const ReviewPass& pass, const ReviewPass::Place& place,
                 const Tier* judged);
/// How many places of a pass are done.
std::size_t donePlaces(const Annotation& annotation, const ReviewPass& pass);
/// The segment at a place. 0: there is none.
/// @param judged  as above
SegmentId segmentAt(const Annotation& annotation, const ReviewPass::Place& place, const Tier* judged);

/// Puts places that a pass does not have yet behind those that it has.
void addPlaces(ReviewPass& pass, const std::vector<ReviewPass::Place>& further);

}
