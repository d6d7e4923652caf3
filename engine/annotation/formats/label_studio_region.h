#pragma once

#include "engine/annotation/formats/json_input.h"
#include "engine/annotation/segment.h"

#include <string>
#include <vector>

/// Pieces of Label Studio's JSON.
namespace engine::label_studio {

/// What is said about a region by an item of its own: a transcript, a choice, a number.
struct Extra {
    std::string name; ///< of the control it was said with
    LabelValue value;
    bool isText = false;
};

struct Region {
    std::string id;
    std::string name; ///< of the control it was drawn with
    std::string type; ///< `labels`, `timelinelabels`, …
    OrderedJson value;
    std::vector<Extra> extras;
    std::optional<double> score = {};
    const OrderedJson* item = nullptr; ///< that it was drawn by

    /// Its labels, or what was written or chosen.
    std::string text() const;
    /// Why it is no span of time; empty: it is one.
    std::string whyNoSpan() const;
};

/// Items that share an id are one region: the first that was drawn, and what the others say about it.
std::vector<Region> grouped(const OrderedJson& results);

/// Where a task's recording lies: the usual fields, else any text that looks like a file of media; of local
/// files what their parameter `d` says. Empty when there is none.
std::string mediaOf(const OrderedJson& data);

/// A file's name without folders and ending.
std::string videoNamed(std::string file);

/// A number, a name, or an object that has an email.
std::string annotatorOf(const OrderedJson& completedBy);

}
