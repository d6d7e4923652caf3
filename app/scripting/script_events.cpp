#include "app/scripting/script_events.h"

#include "app/scripting/script_desk.h"
#include "engine/core/error.h"

#include <utility>

namespace app {

namespace {

constexpr int kBetweenMs = 34; ///< 30 times a second at most
constexpr std::size_t kMostKept = 1000; ///< edits, and judgements, that a script has not read

}

ScriptEvents::ScriptEvents(ScriptDesk& desk, QObject* parent) : QObject(parent), m_server(desk.server())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kBetweenMs);
    connect(&m_soon, &QTimer::timeout, this, &ScriptEvents::tell);
    connect(&m_server, &ScriptServer::left, this,
            [this](const ScriptConnection* script) { m_subscriptions.erase(script); });
    desk.addLook("subscribe", [this](const ScriptFields& fields, const ScriptReply& reply) {
        static const QStringList known{QStringLiteral("selection"), QStringLiteral("playhead"),
                                       QStringLiteral("edit"), QStringLiteral("judgement")};
        std::set<std::string> kinds;
        for (const QString& kind : fields.texts("events")) {
            if (!known.contains(kind))
                throw engine::Error("bad_request",
                                    "There are events of " + known.join(QStringLiteral(", ")).toStdString()
                                        + ".");
            kinds.insert(kind.toStdString());
        }
        if (kinds.empty())
            m_subscriptions.erase(reply.connection());
        else
            m_subscriptions[reply.connection()].kinds = kinds;
        reply.answer();
    });
}

template <typename Note>
void ScriptEvents::note(const std::string& kind, Note take)
{
    for (auto& [script, subscription] : m_subscriptions) {
        if (!subscription.kinds.contains(kind))
            continue;
        take(subscription);
        if (!m_soon.isActive())
            m_soon.start();
    }
}

void ScriptEvents::noteState(const std::string& kind, const nlohmann::json& state)
{
    note(kind, [&](Subscription& subscription) { subscription.states[kind] = state; });
}

void ScriptEvents::noteEdit(const std::string& video, const std::string& tier)
{
    note("edit", [&](Subscription& subscription) {
        if (subscription.edits.size() < kMostKept)
            subscription.edits.emplace(video, tier);
        else
            subscription.isFull = true;
    });
}

void ScriptEvents::noteJudgement(const nlohmann::json& judgement)
{
    note("judgement", [&](Subscription& subscription) {
        if (subscription.judgements.size() < kMostKept)
            subscription.judgements.push_back(judgement);
        else
            subscription.isFull = true;
    });
}

/// `{"events": [{"kind": …, …}]}`; nothing is left to be told afterwards.
nlohmann::json ScriptEvents::messageOf(Subscription& subscription)
{
    nlohmann::json events = nlohmann::json::array();
    for (const auto& [video, tier] : std::exchange(subscription.edits, {}))
        events.push_back({{"kind", "edit"}, {"video", video}, {"tier", tier}});
    for (nlohmann::json& judgement : subscription.judgements) {
        judgement["kind"] = "judgement";
        events.push_back(std::move(judgement));
    }
    subscription.judgements.clear();
    for (auto& [kind, state] : subscription.states) {
        state["kind"] = kind;
        events.push_back(std::move(state));
    }
    subscription.states.clear();
    if (std::exchange(subscription.isFull, false))
        events.push_back({{"kind", "missed"}});
    return {{"events", std::move(events)}};
}

void ScriptEvents::tell()
{
    m_server.tell([this](const ScriptConnection& script) -> std::optional<nlohmann::json> {
        const auto found = m_subscriptions.find(&script);
        if (found == m_subscriptions.end() || found->second.isEmpty() || !script.isDrained())
            return std::nullopt;
        return messageOf(found->second);
    });
    for (const auto& [script, subscription] : m_subscriptions) {
        if (!subscription.isEmpty())
            m_soon.start();
    }
}

}
