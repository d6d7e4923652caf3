#include "app/prediction/variant_queue.h"

#include <utility>

namespace app {

VariantQueue::VariantQueue(ModelsClient& client, QObject* parent) : QObject(parent), m_client(client)
{
    connect(&client, &ModelsClient::answered, this,
            [this](const engine::Prediction& answer) { take(answer.id, answer); });
    connect(&client, &ModelsClient::refused, this, [this](quint64 id) { take(id, std::nullopt); });
    connect(&client, &ModelsClient::stateChanged, this, [this](ModelsClient::State state) {
        const bool isGone = state == ModelsClient::State::Lost || state == ModelsClient::State::Stopped;
        if (isGone && m_asked) // it is asked again
            m_waiting.push_front(std::exchange(m_asked, std::nullopt)->second);
    });
}

void VariantQueue::ask(quint64 key, std::function<engine::SegmentInput()> input,
                       const engine::EnabledModalities& enabled, bool isPacked)
{
    m_waiting.push_back({key, std::move(input), enabled, isPacked});
    emit asked();
}

void VariantQueue::forget()
{
    m_waiting.clear();
    m_asked.reset();
}

void VariantQueue::askNext()
{
    if (m_waiting.empty() || m_asked || m_client.state() != ModelsClient::State::Ready)
        return;
    Variant next = std::move(m_waiting.front());
    m_waiting.pop_front();
    const quint64 id
        = m_client.ask({.input = next.input, .enabled = next.enabled, .isPacked = next.isPacked});
    m_asked.emplace(id, std::move(next));
}

void VariantQueue::take(quint64 id, const std::optional<engine::Prediction>& answer)
{
    if (!m_asked || m_asked->first != id)
        return;
    emit answered(std::exchange(m_asked, std::nullopt)->second.key, answer);
}

}
