#include "engine/formats/label_studio/label_studio_region.h"

#include "engine/formats/common/export_losses.h"
#include "engine/formats/common/format_files.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unordered_map>

namespace engine::label_studio {

namespace {

constexpr const char* kLabels[]{"labels", "timelinelabels", "timeserieslabels", "audiolabels",
                                "paragraphlabels"};
constexpr const char* kSaid[]{"choices", "text", "taxonomy"};

std::string joined(const OrderedJson& list)
{
    if (!list.is_array())
        return textOf(list);
    std::string text;
    for (const OrderedJson& item : list) {
        const std::string part = item.is_array() ? joined(item) : textOf(item);
        text += (text.empty() || part.empty() ? "" : ", ") + part;
    }
    return text;
}

/// Whether an item draws a region, and does not only say something about one.
bool draws(const std::string& type)
{
    return type.ends_with("labels") || type == "audio" || type == "audioplus" || type.empty();
}

/// The number or text that an item says.
std::optional<Extra> extraIn(const OrderedJson& item)
{
    const OrderedJson& value = field(item, "value");
    Extra extra{textOf(field(item, "from_name")), {}};
    for (const char* name : {"number", "rating"}) {
        if (const auto number = numberOf(field(value, name))) {
            extra.value.value = *number;
            extra.isRating = std::string_view(name) == "rating";
            return extra;
        }
    }
    for (const char* name : {"text", "choices", "taxonomy"}) {
        if (const OrderedJson& said = field(value, name); !said.is_null()) {
            extra.value.value = joined(said);
            extra.isText = std::string_view(name) == "text";
            extra.isSeveral = !extra.isText && said.is_array() && said.size() > 1;
            return extra;
        }
    }
    return std::nullopt;
}

/// `%20` → a blank.
std::string decoded(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned byte = 0;
        const char* digits = text.data() + i + 1;
        const bool isCode = text[i] == '%' && i + 2 < text.size()
            && std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
        result += isCode ? static_cast<char>(byte) : text[i];
        i += isCode ? 2 : 0;
    }
    return result;
}

/// Whether a field is more than there by default.
bool saysSomething(const OrderedJson& value)
{
    return !value.is_null() && value != false && value != "" && !(value.is_structured() && value.empty());
}

/// An address without its parameters; empty when it is the recording itself; of
/// `/data/local-files/?d=audio/a.wav` the file that it asks for.
std::string fileIn(const std::string& address)
{
    if (address.starts_with("data:"))
        return {};
    const std::size_t end = std::min(address.find_first_of("?#"), address.size());
    for (const char* parameter : {"?d=", "&d="}) {
        if (const std::size_t at = address.find(parameter, end); at != std::string::npos) {
            const std::size_t from = at + 3;
            return decoded(std::string_view(address).substr(from, address.find_first_of("&#", from) - from));
        }
    }
    return address.substr(0, end);
}

bool isMedia(const std::string& file)
{
    static constexpr std::string_view kEndings[]{".wav", ".mp3",  ".flac", ".ogg", ".opus", ".m4a",
                                                 ".aac", ".mp4",  ".mov",  ".avi", ".mkv",  ".webm",
                                                 ".m4v", ".mpeg", ".mpg",  ".wmv"};
    std::string lower = file;
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::ranges::any_of(kEndings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

}

static void addComment(Region& region, const OrderedJson& item)
{
    const std::string comment = commentIn(item);
    if (!comment.empty() && region.comment != comment)
        region.comment += (region.comment.empty() ? "" : "\n") + comment;
}

std::string Region::text() const
{
    if (const auto drawn = label())
        return textOf(drawn->value);
    for (const char* list : kSaid) {
        if (const OrderedJson& found = field(value, list); !found.is_null())
            return joined(found);
    }
    return {};
}

std::optional<Extra> Region::label() const
{
    for (const char* list : kLabels) {
        if (const OrderedJson& found = field(value, list); !found.is_null())
            return Extra{name, {joined(found), {}}, false, false, found.is_array() && found.size() > 1};
    }
    return std::nullopt;
}

std::string Region::whyNoSpan() const
{
    if (type.starts_with("paragraph") || type == "hypertextlabels" || !field(value, "startOffset").is_null())
        return "a place in a text, not in time";
    if (!field(value, "x").is_null() || !field(value, "sequence").is_null()
        || !field(value, "points").is_null())
        return "a place in the picture, not in time";
    if (type == "relation")
        return "says how two regions relate";
    if (field(value, "start").is_string() && !numberOf(field(value, "start")))
        return "its times are dates, not seconds of the recording";
    const bool isTimed = numberOf(field(value, "start")) && numberOf(field(value, "end"));
    if (!isTimed && !field(value, "ranges").is_array())
        return "belongs to the whole recording, not to a span";
    return {};
}

void UnreadFields::look(const OrderedJson& object, const char* whose, std::span<const std::string_view> known)
{
    if (!object.is_object())
        return;
    for (const auto& [name, value] : object.items()) {
        if (saysSomething(value) && std::ranges::find(known, name) == known.end())
            m_names.insert(fmt::format("{} {}", name, whose));
    }
}

std::optional<std::string> UnreadFields::sentence() const
{
    if (m_names.empty())
        return std::nullopt;
    return fmt::format("Not read: {}.", fmt::join(m_names, ", "));
}

std::string commentIn(const OrderedJson& item)
{
    return joined(field(field(item, "meta"), "text"));
}

void lookAtItems(const OrderedJson& results, UnreadFields& unread)
{
    static constexpr std::string_view kItem[]{"id",     "from_name", "to_name", "type",
                                              "origin", "value",     "score",   "meta"};
    static constexpr std::string_view kValue[]{"start",          "end",
                                               "ranges",         "labels",
                                               "timelinelabels", "timeserieslabels",
                                               "audiolabels",    "paragraphlabels",
                                               "choices",        "text",
                                               "taxonomy",       "number",
                                               "rating"};
    static constexpr std::string_view kMeta[]{"text"};
    for (const OrderedJson& item : listOf(results)) {
        unread.look(item, "of items", kItem);
        unread.look(field(item, "value"), "of values", kValue);
        unread.look(field(item, "meta"), "of remarks", kMeta);
    }
}

std::vector<Region> grouped(const OrderedJson& results)
{
    std::vector<Region> regions;
    std::unordered_map<std::string, std::size_t> places; // by id
    const auto place = [&](const OrderedJson& item) {
        const auto found = places.find(textOf(field(item, "id")));
        return found == places.end() ? regions.size() : found->second;
    };
    const auto begin = [&](const OrderedJson& item, const std::string& type) {
        const std::string id = textOf(field(item, "id"));
        if (!id.empty())
            places.emplace(id, regions.size());
        regions.push_back({id,
                           textOf(field(item, "from_name")),
                           type,
                           field(item, "value"),
                           {},
                           numberOf(field(item, "score")),
                           &item});
        addComment(regions.back(), item);
    };
    for (const OrderedJson& item : results) {
        const std::string type = textOf(field(item, "type"));
        if (!draws(type))
            continue;
        if (const std::size_t at = place(item); at < regions.size()) { // labelled by a second control
            addComment(regions[at], item);
            const Region second{{}, textOf(field(item, "from_name")), type, field(item, "value"), {}};
            regions[at].extras.push_back(second.label().value_or(Extra{second.name, {second.text(), {}}}));
            continue;
        }
        begin(item, type);
    }
    for (const OrderedJson& item : results) {
        const std::string type = textOf(field(item, "type"));
        if (draws(type))
            continue;
        const std::size_t at = place(item);
        const auto extra = extraIn(item);
        if (at < regions.size()) {
            addComment(regions[at], item);
            if (extra)
                regions[at].extras.push_back(*extra);
            else if (!type.empty())
                regions[at].unread.push_back(type);
            continue;
        }
        // Said about a span that nobody drew, or about the whole recording.
        begin(item, type);
        if (!extra && !type.empty())
            regions.back().unread.push_back(type);
        if (extra && std::holds_alternative<double>(extra->value.value))
            regions.back().extras.push_back(*extra); // what it says beside is its text
    }
    return regions;
}

std::string mediaOf(const OrderedJson& data)
{
    for (const char* name : {"video", "audio", "url", "video_url", "media"}) {
        if (const std::string file = fileIn(textOf(field(data, name))); !file.empty())
            return file;
    }
    if (!data.is_object())
        return {};
    for (const OrderedJson& value : data) {
        const std::string file = value.is_string() ? fileIn(textOf(value)) : std::string();
        if (isMedia(file))
            return file;
    }
    return {};
}

std::string videoNamed(std::string file)
{
    const std::size_t folder = file.find_last_of("/\\");
    if (folder != std::string::npos)
        file.erase(0, folder + 1);
    const std::size_t ending = file.rfind('.');
    if (ending != std::string::npos && ending > 0 && file.size() - ending <= 5)
        file.resize(ending);
    return file;
}

std::string annotatorOf(const OrderedJson& completedBy)
{
    if (!completedBy.is_object())
        return textOf(completedBy);
    for (const char* name : {"email", "username", "id"}) {
        if (const std::string text = textOf(field(completedBy, name)); !text.empty())
            return text;
    }
    return {};
}

bool isPrediction(const Tier& tier)
{
    return tier.name.starts_with(kPrediction);
}

std::string plainName(const Tier& tier)
{
    return isPrediction(tier) ? tier.name.substr(kPrediction.size()) : tier.name;
}

std::string controlName(const std::string& tier)
{
    return withoutBlanks(tier);
}

}
