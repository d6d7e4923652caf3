#include "engine/worker/messages.h"

#include "engine/core/error.h"
#include "engine/worker/display_json.h"
#include "engine/worker/explanation_json.h"
#include "engine/worker/tensor_json.h"

#include <algorithm>

namespace engine {

namespace {

using nlohmann::json;

/// A fraction is none: beyond 2^64 it has no conversion.
std::uint64_t idOf(const json& message)
{
    const json& id = message.at("id");
    if (!id.is_number_integer())
        throw FormatError("bad_message", "message", "an id that is no whole number");
    return id.get<std::uint64_t>();
}

json write(const LoadModel& request)
{
    return {{"id", request.id}, {"path", request.path}};
}

void read(const json& message, LoadModel& request)
{
    request.id = idOf(message);
    message.at("path").get_to(request.path);
}

json intervalToJson(const std::optional<Interval>& span)
{
    return span ? json{span->start, span->end} : json();
}

std::optional<Interval> intervalFromJson(const json& span)
{
    if (span.is_null())
        return std::nullopt;
    return Interval{span.at(0).get<double>(), span.at(1).get<double>()};
}

json write(const PredictRequest& request)
{
    json input = json::object();
    for (const Modality modality : allModalities)
        input[std::string(name(modality))] = toJson(request.input.of(modality));
    return {{"id", request.id},
            {"input", input},
            {"enabled", request.enabled},
            {"explain", request.explain},
            {"media", request.media},
            {"span", intervalToJson(request.span)},
            {"explanation", toJson(request.explanation)},
            {"packed", request.isPacked},
            {"transcript", request.transcript}};
}

void read(const json& message, PredictRequest& request)
{
    request.id = idOf(message);
    for (const Modality modality : allModalities)
        request.input.of(modality) = matrixFromJson(message.at("input").at(std::string(name(modality))));
    message.at("enabled").get_to(request.enabled);
    message.at("explain").get_to(request.explain);
    message.at("media").get_to(request.media);
    request.span = intervalFromJson(message.at("span")).value_or(Interval{});
    request.explanation = explanationWishFromJson(message.at("explanation"));
    request.isPacked = message.value("packed", false);
    request.transcript = message.value("transcript", "");
}

json vectorToJson(const std::vector<float>& values)
{
    return toJson(Tensor{{static_cast<std::int64_t>(values.size())}, values});
}

json pictureToJson(const LivePicture& picture)
{
    return {{"time", picture.time},
            {"width", picture.width},
            {"height", picture.height},
            {"bgra", json::binary(picture.bgra)}};
}

LivePicture pictureFromJson(const json& message)
{
    LivePicture picture;
    message.at("time").get_to(picture.time);
    message.at("width").get_to(picture.width);
    message.at("height").get_to(picture.height);
    picture.bgra = message.at("bgra").get_binary();
    constexpr int most = 8192; // pixels of a side
    if (picture.width < 1 || picture.height < 1 || picture.width > most || picture.height > most
        || picture.bgra.size()
            != std::size_t{4} * static_cast<std::size_t>(picture.width)
                * static_cast<std::size_t>(picture.height))
        throw FormatError("bad_message", "message", "a picture that has not as many pixels as it says");
    return picture;
}

json write(const LiveRequest& request)
{
    json pictures = json::array();
    for (const LivePicture& picture : request.pictures)
        pictures.push_back(pictureToJson(picture));
    return {{"id", request.id},
            {"begins", request.begins},
            {"window", request.window},
            {"pictures", std::move(pictures)},
            {"sound_start", request.soundStart},
            {"sound", vectorToJson(request.sound)},
            {"span", intervalToJson(request.span)},
            {"upcoming", intervalToJson(request.upcoming)},
            {"transcript", request.transcript},
            {"enabled", request.enabled},
            {"explain", request.explain},
            {"finds_face", request.findsFace}};
}

void read(const json& message, LiveRequest& request)
{
    request.id = idOf(message);
    message.at("begins").get_to(request.begins);
    message.at("window").get_to(request.window);
    for (const json& picture : message.at("pictures"))
        request.pictures.push_back(pictureFromJson(picture));
    message.at("sound_start").get_to(request.soundStart);
    request.sound = tensorFromJson(message.at("sound")).values;
    request.span = intervalFromJson(message.at("span"));
    request.upcoming = intervalFromJson(message.at("upcoming"));
    message.at("transcript").get_to(request.transcript);
    message.at("enabled").get_to(request.enabled);
    message.at("explain").get_to(request.explain);
    message.at("finds_face").get_to(request.findsFace);
    constexpr double longest = 600.0; // seconds
    const auto isSpan = [](const std::optional<Interval>& span) {
        return !span || (span->start >= 0.0 && span->length() > 0.0 && span->length() <= longest);
    };
    if (!(request.window > 0.0 && request.window <= longest) || !isSpan(request.span)
        || !isSpan(request.upcoming) || !(request.soundStart >= 0.0))
        throw FormatError("bad_message", "message", "a window or a span that cannot be");
}

json write(const Cancel& request)
{
    return {{"id", request.id}};
}

void read(const json& message, Cancel& request)
{
    request.id = idOf(message);
}

json write(const Shutdown&)
{
    return json::object();
}

void read(const json&, Shutdown&) { }

json write(const ModelInfo& reply)
{
    json displays = json::array();
    for (const DisplayCard& display : reply.displays)
        displays.push_back(toJson(display));
    return {{"id", reply.id},
            {"name", reply.name},
            {"labels", reply.labels},
            {"card", reply.card},
            {"displays", displays}};
}

void read(const json& message, ModelInfo& reply)
{
    reply.id = idOf(message);
    message.at("name").get_to(reply.name);
    message.at("labels").get_to(reply.labels);
    reply.card = message.at("card");
    for (const json& display : message.at("displays"))
        reply.displays.push_back(displayCardFromJson(display));
}

json write(const Prediction& reply)
{
    json outputs = json::object();
    for (const auto& [name, tensor] : reply.outputs)
        outputs[name] = toJson(tensor);
    json occlusion = json::array();
    for (const std::vector<float>& values : reply.occlusion)
        occlusion.push_back(vectorToJson(values));
    json seen = json::array();
    for (const SeenPart& frame : reply.seen)
        seen.push_back({{"time", frame.time}, {"part", frame.part}});
    return {{"id", reply.id},
            {"values", vectorToJson(reply.values)},
            {"occlusion", occlusion},
            {"word_importance", toJson(reply.wordImportance)},
            {"outputs", outputs},
            {"seen", seen},
            {"explanation", toJson(reply.explanation)},
            {"milliseconds", reply.milliseconds}};
}

void read(const json& message, Prediction& reply)
{
    reply.id = idOf(message);
    reply.values = tensorFromJson(message.at("values")).values;
    for (std::size_t i = 0; i < reply.occlusion.size(); ++i)
        reply.occlusion[i] = tensorFromJson(message.at("occlusion").at(i)).values;
    reply.wordImportance = matrixFromJson(message.at("word_importance"));
    const auto fits = [&](std::size_t values) { return values == 0 || values == reply.values.size(); };
    if (!std::ranges::all_of(reply.occlusion, fits, &std::vector<float>::size)
        || !fits(reply.wordImportance.columns)
        || (reply.wordImportance.columns == 0 && reply.wordImportance.rows > 0))
        throw FormatError("bad_message", "message", "an explanation has other outputs than its prediction");
    for (const auto& [name, tensor] : message.at("outputs").items())
        reply.outputs.emplace(name, tensorFromJson(tensor));
    for (const json& frame : message.at("seen"))
        reply.seen.push_back({frame.at("time").get<double>(), frame.at("part").get<std::array<float, 4>>()});
    reply.explanation = explanationFromJson(message.at("explanation"), reply.values.size());
    message.at("milliseconds").get_to(reply.milliseconds);
}

json faceToJson(const std::optional<LiveFace>& face)
{
    if (!face)
        return {};
    return {{"time", face->time}, {"width", face->width}, {"height", face->height},
            {"box", face->box},   {"score", face->score}, {"landmarks", vectorToJson(face->landmarks)}};
}

std::optional<LiveFace> faceFromJson(const json& message)
{
    if (message.is_null())
        return std::nullopt;
    LiveFace face;
    message.at("time").get_to(face.time);
    message.at("width").get_to(face.width);
    message.at("height").get_to(face.height);
    message.at("box").get_to(face.box);
    message.at("score").get_to(face.score);
    face.landmarks = tensorFromJson(message.at("landmarks")).values;
    if (face.landmarks.size() % 2 != 0)
        throw FormatError("bad_message", "message", "landmarks that are no pairs");
    return face;
}

json write(const LiveReply& reply)
{
    json occlusion = json::array();
    for (const std::vector<float>& values : reply.occlusion)
        occlusion.push_back(vectorToJson(values));
    return {{"id", reply.id},
            {"span", intervalToJson(reply.span)},
            {"values", vectorToJson(reply.values)},
            {"occlusion", occlusion},
            {"parts", vectorToJson(reply.parts)},
            {"frames", reply.frames},
            {"found", reply.found},
            {"newest", reply.newest},
            {"face", faceToJson(reply.face)},
            {"face_ms", reply.faceMilliseconds},
            {"feature_ms", reply.featureMilliseconds},
            {"model_ms", reply.modelMilliseconds}};
}

void read(const json& message, LiveReply& reply)
{
    reply.id = idOf(message);
    reply.span = intervalFromJson(message.at("span"));
    reply.values = tensorFromJson(message.at("values")).values;
    for (std::size_t i = 0; i < reply.occlusion.size(); ++i)
        reply.occlusion[i] = tensorFromJson(message.at("occlusion").at(i)).values;
    const auto fits = [&](std::size_t values) { return values == 0 || values == reply.values.size(); };
    if (!std::ranges::all_of(reply.occlusion, fits, &std::vector<float>::size))
        throw FormatError("bad_message", "message", "an explanation has other outputs than its answer");
    reply.parts = tensorFromJson(message.at("parts")).values;
    if (!reply.parts.empty() && reply.parts.size() != kPartNumbers)
        throw FormatError("bad_message", "message", "other numbers of parts than there are");
    message.at("frames").get_to(reply.frames);
    message.at("found").get_to(reply.found);
    message.at("newest").get_to(reply.newest);
    reply.face = faceFromJson(message.at("face"));
    message.at("face_ms").get_to(reply.faceMilliseconds);
    message.at("feature_ms").get_to(reply.featureMilliseconds);
    message.at("model_ms").get_to(reply.modelMilliseconds);
}

json write(const Progress& reply)
{
    return {{"id", reply.id}, {"fraction", reply.fraction}, {"text", reply.text}};
}

void read(const json& message, Progress& reply)
{
    reply.id = idOf(message);
    message.at("fraction").get_to(reply.fraction);
    message.at("text").get_to(reply.text);
}

json write(const Failure& reply)
{
    return {{"id", reply.id}, {"code", reply.code}, {"message", reply.message}};
}

void read(const json& message, Failure& reply)
{
    reply.id = idOf(message);
    message.at("code").get_to(reply.code);
    message.at("message").get_to(reply.message);
}

template <class Message>
json encodeAny(const Message& message)
{
    return std::visit(
        [](const auto& alternative) {
            json encoded = write(alternative);
            encoded["op"] = alternative.op;
            return encoded;
        },
        message);
}

/// Tries the alternatives of the variant in turn until one has the message's `op`.
template <class Message, std::size_t index = 0>
Message decodeAny(const json& message, const std::string& op)
{
    if constexpr (index == std::variant_size_v<Message>) {
        throw FormatError("bad_message", "message", "unknown op \"" + op + '"');
    } else {
        using Alternative = std::variant_alternative_t<index, Message>;
        if (op != Alternative::op)
            return decodeAny<Message, index + 1>(message, op);
        Alternative alternative;
        read(message, alternative);
        return alternative;
    }
}

template <class Message>
Message decodeChecked(const json& message)
{
    try {
        return decodeAny<Message>(message, message.at("op").get<std::string>());
    } catch (const json::exception& error) {
        throw FormatError("bad_message", "message", error.what());
    }
}

}

json encode(const Request& request)
{
    return encodeAny(request);
}

json encode(const Reply& reply)
{
    return encodeAny(reply);
}

std::string replyFrame(const Reply& reply, std::uint32_t limit)
{
    std::string frame = encodeFrame(encode(reply));
    const std::size_t length = frame.size() - sizeof(std::uint32_t);
    if (length <= limit)
        return frame;
    const std::uint64_t id = std::visit([](const auto& alternative) { return alternative.id; }, reply);
    const std::string message = "The model's answer has " + std::to_string((length >> 20) + 1)
        + " MiB, more than the " + std::to_string(limit >> 20) + " that can be shown.";
    return encodeFrame(encode(Reply(Failure{id, "too_large", message})));
}

Request decodeRequest(const json& message)
{
    return decodeChecked<Request>(message);
}

Reply decodeReply(const json& message)
{
    return decodeChecked<Reply>(message);
}

}
