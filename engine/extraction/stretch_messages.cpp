#include "engine/extraction/stretch_messages.h"

#include "engine/core/error.h"
#include "engine/core/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace engine {

namespace {

using MessageJson = nlohmann::json;

std::string lineOfJson(const MessageJson& json)
{
    return jsonText(json);
}

/// @param read  takes the parsed line; what it misses there is no message
template <typename Read>
auto readLine(const std::string& line, Read read)
{
    try {
        return read(MessageJson::parse(line));
    } catch (const MessageJson::exception& error) {
        throw FormatError("message", line.substr(0, 80), error.what());
    }
}

MessageJson jsonOf(const StretchTimes& stretch)
{
    MessageJson words = MessageJson::array();
    for (const std::optional<SpokenTime>& word : stretch.words) {
        if (word)
            words.push_back({word->time.start, word->time.end, word->confidence, word->startError,
                             word->endError, word->isDoubtful});
        else
            words.push_back(nullptr);
    }
    return {{"words", std::move(words)}, {"reason", stretch.reason}};
}

StretchTimes stretchTimesIn(const MessageJson& json)
{
    StretchTimes stretch;
    stretch.reason = json.at("reason").get<std::string>();
    for (const MessageJson& word : json.at("words")) {
        if (word.is_null()) {
            stretch.words.emplace_back();
            continue;
        }
        const auto number = [&](std::size_t index) { return word.at(index).get<double>(); };
        stretch.words.push_back(
            SpokenTime{{number(0), number(1)}, number(2), number(3), number(4), word.at(5).get<bool>()});
    }
    return stretch;
}

}

bool isQuestion(const StretchWish& wish)
{
    return std::ranges::any_of(wish.stretches,
                               [](const SpokenStretch& stretch) { return !stretch.words.empty(); });
}

std::string lineOf(const StretchWish& wish)
{
    MessageJson stretches = MessageJson::array();
    for (const SpokenStretch& stretch : wish.stretches)
        stretches.push_back(
            {{"start", stretch.sound.start}, {"end", stretch.sound.end}, {"words", stretch.words}});
    return lineOfJson({{"id", wish.id},
                       {"media", wish.media.string()},
                       {"counts_from_picture", wish.countsFromPicture},
                       {"speech_model", wish.speechModel.string()},
                       {"stretches", std::move(stretches)}});
}

std::string lineOf(const StretchReply& reply)
{
    MessageJson json{{"id", reply.id}};
    if (reply.progress) {
        json["progress"] = *reply.progress;
    } else if (!reply.problem.empty()) {
        json["problem"] = reply.problem;
    } else {
        json["stretches"] = MessageJson::array();
        for (const StretchTimes& stretch : reply.stretches)
            json["stretches"].push_back(jsonOf(stretch));
    }
    return lineOfJson(json);
}

StretchWish stretchWishIn(const std::string& line)
{
    return readLine(line, [](const MessageJson& json) {
        StretchWish wish;
        wish.id = json.at("id").get<std::uint64_t>();
        wish.media = json.at("media").get<std::string>();
        wish.countsFromPicture = json.at("counts_from_picture").get<bool>();
        wish.speechModel = json.at("speech_model").get<std::string>();
        for (const MessageJson& stretch : json.at("stretches"))
            wish.stretches.push_back({{stretch.at("start").get<double>(), stretch.at("end").get<double>()},
                                      stretch.at("words").get<std::vector<std::string>>()});
        return wish;
    });
}

StretchReply stretchReplyIn(const std::string& line)
{
    return readLine(line, [](const MessageJson& json) {
        StretchReply reply;
        reply.id = json.at("id").get<std::uint64_t>();
        if (json.contains("progress")) {
            reply.progress = json["progress"].get<double>();
        } else if (json.contains("problem")) {
            reply.problem = json["problem"].get<std::string>();
        } else {
            for (const MessageJson& stretch : json.at("stretches"))
                reply.stretches.push_back(stretchTimesIn(stretch));
        }
        return reply;
    });
}

}
