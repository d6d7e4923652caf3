#pragma once

#include "engine/annotation/annotation.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Layers of judgements over the segments of a tier: one per annotator and pass, and one that settles them.
///
/// A layer is a tier of each video that hangs on the judged one by symbolic association, so that every
/// segment has at most one judgement in it, at its own times. What pass it is lies in an item of the project
/// of kind `layer` under the layer's name; a tier that hangs there without one, as files bring it along, is
/// its annotator's first pass.
namespace engine {

inline constexpr auto kLayerItems = "layer"; ///< items that tell what pass a layer is, by its name

/// What an annotator may see and hear of a segment.
enum class Presentation { All, TextOnly, SoundOnly, SilentVideo };

std::string name(Presentation presentation); ///< `all`, `text`, `sound`, `silent`
std::optional<Presentation> presentationOf(const std::string& name);

/// What the answers of a layer are for.
enum class LayerPurpose {
    Judging, ///< judgements count
    Repeat, ///< second answers to segments that came again within the pass
    Training ///< exercises on gold items, whose right value is shown after each answer
};

std::string name(LayerPurpose purpose); ///< `judging`, `again`, `training`

struct Layer {
    std::string
        name; ///< of its tiers: `labels/anna`, `labels/anna/2`, `labels/anna/1/text`, `labels/settled`
    std::string of; ///< the tier that is judged: `labels`
    std::string annotator;
    int pass = 1;
    Presentation presentation = Presentation::All;
    bool isSettled = false; ///< the adjudicated values, not one person's
    LayerPurpose purpose = LayerPurpose::Judging;
    friend bool operator==(const Layer&, const Layer&) = default;
};

/// Whether it is an annotator's first pass with everything shown: agreement between people compares those.
bool isFirstPass(const Layer& layer);

/// The layer of an annotator's pass, with its name.
Layer annotatorLayer(const std::string& of, const std::string& annotator, int pass,
                     Presentation presentation = Presentation::All);
/// The layer of the same annotator and pass for other answers: `labels/anna/again`, `labels/anna/training`.
Layer layerFor(Layer judging, LayerPurpose purpose);
Layer settledLayer(const std::string& of, const std::string& annotator);

/// All layers over a tier, in any video: annotators by name, pass and presentation, the settled one last.
std::vector<Layer> layersOf(const Annotation& annotation, const std::string& of);

/// The layer whose judgements a tier holds. Absent: it holds none. Files bring layers along without their
/// item; a tier of theirs counts as a layer where it hangs on another as layers do and has the name of one.
std::optional<Layer> layerOfTier(const Annotation& annotation, const Tier& tier);

/// The change that renames the items of layers after a tier was renamed: its own item, where it is a layer,
/// and those of the layers over it. Empty where there are none.
Change renameLayers(const Annotation& annotation, const std::string& before, const std::string& after);

/// The tier of this name of a video. Null: it has none.
const Tier* tierCalled(const Annotation& annotation, const std::string& video, const std::string& name);

/// The number that a segment has for a label. Absent: it has none, or a term.
std::optional<double> numberGiven(const Segment& segment, const std::string& label);

/// The term or text that a segment has for a label. Null: it has none, or a number.
const std::string* termGiven(const Segment& segment, const std::string& label);

/// The value of a step of a label's scale, from 0: of numbers from the least on, of terms in their order.
/// Absent: it has no such step.
std::optional<std::variant<double, std::string>> valueOfStep(const LabelScheme& label, int step);

/// The tier of this name of each video that has one. Takes O(tiers) in all.
std::map<std::string, const Tier*> tiersCalled(const Annotation& annotation, const std::string& name);

/// A segment's judgement in a layer. Null: there is none.
const Segment* judgement(const Annotation& annotation, SegmentId segment, const std::string& layer);

/// The change that edits the judgement of a segment in a layer. It makes the layer, its tier in this video
/// and the judgement where they do not exist, and removes a judgement that says nothing any more.
/// @throws Refused when the segment is not there, or a value is not on its label's scale.
Change judge(const Annotation& annotation, SegmentId segment, const Layer& layer,
             const std::function<void(Segment&)>& edit);

/// The same for several segments of any videos, as one change. @param edit  of the judgement of each
Change judgeMany(const Annotation& annotation, const std::vector<SegmentId>& segments, const Layer& layer,
                 const std::function<void(SegmentId, Segment&)>& edit);

}
