#pragma once

#include <QObject>
#include <QTimer>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace app {

class Document;
class ScriptConnection;
class ScriptDesk;
class ScriptServer;

/// Tells scripts what they subscribed to, thirty times a second at most: of playhead and selection the newest
/// state, of edits which tiers changed, of judgements each. Nothing more is told to a script that has not
/// read what it was told.
class ScriptEvents : public QObject {
    Q_OBJECT
public:
    ScriptEvents(ScriptDesk& desk, QObject* parent);

    /// Something that a later one takes the place of. @param kind  `playhead`, `selection`
    void noteState(const std::string& kind, const nlohmann::json& state);
    void noteEdit(const std::string& video, const std::string& tier);
    void noteJudgement(const nlohmann::json& judgement);
    bool isAnyoneListening() const { return !m_subscriptions.empty(); }

private:
    struct Subscription {
        std::set<std::string> kinds;
        std::map<std::string, nlohmann::json> states; ///< by kind, not told yet
        std::set<std::pair<std::string, std::string>> edits; ///< video and tier
        std::vector<nlohmann::json> judgements;
        bool isFull = false; ///< there were more edits or judgements than are kept
        bool isEmpty() const { return states.empty() && edits.empty() && judgements.empty() && !isFull; }
    };
    template <typename Note>
    void note(const std::string& kind, Note take);
    static nlohmann::json messageOf(Subscription& subscription);
    void tell();

    ScriptServer& m_server;
    std::map<const ScriptConnection*, Subscription> m_subscriptions;
    QTimer m_soon;
};

}
