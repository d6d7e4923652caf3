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

/// What is said about a region by an item of its own: a transcript, a choice, a number.
struct Extra {
    std::string name; ///< of the control it was said with
    LabelValue value;
    bool isText = false;
    bool isRating = false; ///< a number of stars
    bool isSeveral = false; ///< choices or labels that became one text
};

struct Region {
    std::string id;
    std::string name; ///< of the control it was drawn with
    std::string type; ///< `labels`, `timelinelabels`, …
    OrderedJson value;
    std::vector<Extra> extras;
    std::optional<double> score = {};
    const OrderedJson* item = nullptr; ///< that it was drawn by
    std::vector<std::string> unread = {}; ///< what was said about it and is none of these, in words
    std::string comment = {}; ///< what somebody wrote beside its form

    /// Its labels, or what was written or chosen.
    std::string text() const;
    /// Its labels alone; absent where it is something that was written or chosen.
    std::optional<Extra> label() const;
    /// Why it is no span of time; empty: it is one.
    std::string whyNoSpan() const;
};

/// Names of fields that are not read, by what has them: `of items`.
class UnreadFields {
public:
    /// Fields of `object` that say something and are not among `known`.
    void look(const OrderedJson& object, const char* whose, std::span<const std::string_view> known);
    /// A sentence with all of them; absent: there are none.
    std::optional<std::string> sentence() const;

private:
    std::set<std::string> m_names;
};

/// What is written at an item beside its form (`meta`).
std::string commentIn(const OrderedJson& item);

/// Looks at the items of an annotation.
void lookAtItems(const OrderedJson& results, UnreadFields& unread);

/// Items that share an id are one region: the first that was drawn, and what the others say about it.
std::vector<Region> grouped(const OrderedJson& results);

/// Where a task's recording lies: the usual fields, else any text that looks like a file of media; of local
/// files what their parameter `d` says. Empty when there is none.
std::string mediaOf(const OrderedJson& data);

/// A file's name without folders and ending.
std::string videoNamed(std::string file);

/// A number, a name, or an object that has an email.
std::string annotatorOf(const OrderedJson& completedBy);

/// In front of the names of tiers that are a model's.
inline constexpr std::string_view kPrediction = "prediction: ";
/// Behind the name of the control that drew a region: the one with its text, as we write it.
inline constexpr const char* kTextControl = "-text";

bool isPrediction(const Tier& tier);

/// A tier's name there, where predictions lie apart.
std::string plainName(const Tier& tier);

/// What a tier of the labelling set-up is called there: no blanks.
std::string controlName(const std::string& tier);

}
