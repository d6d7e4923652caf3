#pragma once

#include "engine/annotation/tier.h"
#include "engine/formats/input/json_input.h"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Pieces of Label Studio's JSON.
namespace engine::label_studio {

/// Information about a region in an item of its own: a transcript, a choice, a number.
struct Extra {
    std::string name; ///< the name of the control that gave it
    LabelValue value;
    bool isText = false;
    bool isRating = false; ///< a number of stars
    bool isSeveral = false; ///< choices or labels that became one text
};

struct Region {
    std::string id;
    std::string name; ///< the name of the control that drew the region
    std::string type; ///< `labels`, `timelinelabels`, …
    OrderedJson value;
    std::vector<Extra> extras;
    std::optional<double> score = {};
    const OrderedJson* item = nullptr; ///< the item that drew it
    std::vector<std::string> unread = {}; ///< other information about it, in words
    std::string comment = {}; ///< what somebody wrote outside of the labelling form

    /// Its labels, or else the text that was written or chosen.
    std::string text() const;
    /// Only its labels; absent when something was written or chosen instead.
    std::optional<Extra> label() const;
    /// Why it is not a span of time; empty when it is.
    std::string whyNoSpan() const;
};

/// Names of fields that are not read, together with what has them: `of items`.
class UnreadFields {
public:
    /// Notes the fields of `object` that have a value and are not among `known`.
    void look(const OrderedJson& object, const char* whose, std::span<const std::string_view> known);
    /// A sentence with all these fields; absent when there are none.
    std::optional<std::string> sentence() const;

private:
    std::set<std::string> m_names;
};

/// The comment of an item outside of the labelling form (`meta`).
std::string commentIn(const OrderedJson& item);

/// Notes the fields of the items of an annotation that are not read.
void lookAtItems(const OrderedJson& results, UnreadFields& unread);

/// Joins items that share an id into one region: the first that was drawn, with the information of the
/// others.
std::vector<Region> grouped(const OrderedJson& results);

/// The path or address of a task's recording, from the usual fields, else from any text that looks like a
/// media file; for local files, the value of their parameter `d`. Empty when there is none.
std::string mediaOf(const OrderedJson& data);

/// The name of a file without folders and ending.
std::string videoNamed(std::string file);

/// The annotator's name. @param completedBy  a number, a name, or an object that has an email
std::string annotatorOf(const OrderedJson& completedBy);

/// Prefix of the names of tiers with a model's predictions.
inline constexpr std::string_view kPrediction = "prediction: ";
/// In files that we write, a region's text has a control of its own; its name is that of the control that
/// drew the region, with this suffix.
inline constexpr const char* kTextControl = "-text";

bool isPrediction(const Tier& tier);

/// A tier's name in Label Studio, where predictions are stored apart and need no prefix.
std::string plainName(const Tier& tier);

/// A tier's name as a control in Label Studio's labelling set-up, which may have no blanks.
std::string controlName(const std::string& tier);

}
