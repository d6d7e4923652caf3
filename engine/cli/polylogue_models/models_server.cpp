#include "engine/cli/polylogue_models/models_server.h"

#include "engine/core/error.h"
#include "engine/models/serving/model_file.h"
#include "engine/training/run/span_scores.h"
#include "engine/worker/frames.h"

#include <array>
#include <cerrno>
#include <thread>
#include <unistd.h>

namespace engine {

namespace {

std::uint64_t idOf(const nlohmann::json& message)
{
    const bool hasId = message.is_object() && message.contains("id") && message["id"].is_number_unsigned();
    return hasId ? message["id"].get<std::uint64_t>() : 0;
}

/// The answer when `work` throws: the engine's own code, or `internal` for what nobody expected.
template <class Work>
Reply orFailure(std::uint64_t id, Work&& work)
{
    try {
        return work();
    } catch (const Error& error) {
        return Failure{id, error.code(), error.what()};
    } catch (const std::exception& error) {
        return Failure{id, "internal", error.what()};
    }
}

}

void ModelServer::run(const std::string& model)
{
    if (!model.empty())
        m_queue.push(LoadModel{0, model});
    const std::jthread worker([this] { work(); });
    try {
        readRequests();
    } catch (...) {
        m_queue.close();
        throw;
    }
    m_queue.close();
}

void ModelServer::readRequests()
{
    FrameReader frames;
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t count = read(m_input, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return;
        frames.feed({buffer.data(), static_cast<std::size_t>(count)});
        while (const std::optional<nlohmann::json> message = frames.next()) {
            try {
                if (!accept(decodeRequest(*message)))
                    return;
            } catch (const FormatError& error) {
                send(Failure{idOf(*message), error.code(), error.what()});
            }
        }
    }
}

bool ModelServer::accept(const Request& request)
{
    std::optional<Failure> answered;
    if (const auto* const load = std::get_if<LoadModel>(&request))
        answered = m_queue.push(*load);
    else if (const auto* const predict = std::get_if<PredictRequest>(&request))
        answered = m_queue.push(*predict);
    else if (const auto* const live = std::get_if<LiveRequest>(&request))
        answered = m_queue.push(*live);
    else if (const auto* const cancel = std::get_if<Cancel>(&request))
        answered = m_queue.cancel(cancel->id);
    else
        return false;
    if (answered)
        send(*answered);
    return true;
}

void ModelServer::work()
{
    while (const std::optional<RequestQueue::Work> work = m_queue.take()) {
        std::visit(
            [this](const auto& request) {
                const Reply reply = orFailure(request.id, [&] { return answer(request); });
                send(m_queue.isCancelled(request.id) ? Reply(cancelledFailure(request.id)) : reply);
            },
            *work);
        prepare();
    }
}

Reply ModelServer::answer(const LoadModel& request)
{
    TrainedModel trained = readModel(request.path); // if it throws, the model before it goes on answering
    m_live.reset();
    m_media.reset();
    m_scorer.emplace(trained);
    if (takesMedia(m_scorer->card()))
        m_media = std::make_unique<MediaPredictor>(*m_scorer);
    m_predictor.emplace(std::move(trained));
    const ModelCard& card = m_predictor->card();
    ModelInfo info{request.id, card.name, {}, toJson(card), m_predictor->displays()};
    for (const LabelCard& label : card.labels)
        info.labels.push_back(label.name);
    return info;
}

Reply ModelServer::answer(const PredictRequest& request)
{
    if (!m_predictor)
        return Failure{request.id, "no_model", "No model is loaded yet."};
    return m_media ? m_media->predict(request) : m_predictor->predict(request);
}

Reply ModelServer::answer(const LiveRequest& request)
{
    if (!m_scorer)
        return Failure{request.id, "no_model", "No model is loaded yet."};
    if (!m_live)
        m_live = std::make_unique<LiveAnswerer>(*m_scorer);
    return m_live->answer(request);
}

/// Works ahead of a live session as long as nobody waits.
void ModelServer::prepare()
{
    try {
        while (m_live && m_queue.isEmpty() && m_live->workAhead()) {
        }
    } catch (const std::exception&) { // the answer itself will say it
    }
}

void ModelServer::send(const Reply& reply)
{
    const std::string frame = replyFrame(reply);
    const std::scoped_lock lock(m_outputMutex);
    for (std::size_t sent = 0; sent < frame.size();) {
        const ssize_t count = write(m_output, frame.data() + sent, frame.size() - sent);
        if (count < 0 && errno != EINTR)
            return; // nobody reads any more; the end of the input follows
        sent += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
}

}
