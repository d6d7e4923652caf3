#pragma once

#include "app/document/tier_views.h"
#include "engine/annotation/layers.h"

#include <QObject>

#include <map>
#include <optional>

namespace app {

class Document;

/// Which layers of answers may be edited. An answer belongs to who gave it, so a layer is locked outside of
/// its own pass, until a person unlocks it. Unlocking is noted in the project: who, when, which layer. It
/// ends when the layer is locked again or another project is opened.
class AnswerLocks : public QObject {
    Q_OBJECT
public:
    explicit AnswerLocks(Document& document, QObject* parent = nullptr);

    enum class State {
        NoAnswers, ///< the tier is no layer
        Locked,
        InPass, ///< the pass of the layer goes on
        Unlocked ///< by a person
    };
    State state(const engine::Tier& tier) const;
    /// Who unlocked the layer; empty: nobody.
    QString unlockedBy(const std::string& layer) const;

    /// The layer whose pass goes on from now on; empty: there is none.
    void setPass(const std::string& layer);
    void unlock(const std::string& layer, const QString& who);
    void lock(const std::string& layer);

    /// Why a change must not be done: it would alter answers of a locked layer. Empty: it does not.
    QString whyNot(const engine::Change& change) const;
    /// Why the tier must not be edited. Empty: it may.
    QString whyNot(const engine::Tier& tier) const;

signals:
    void changed(); ///< other layers are locked now

private:
    bool isLocked(const std::string& layer) const;

    Document& m_document;
    std::string m_pass;
    std::map<std::string, QString> m_unlocked; ///< who unlocked a layer, by the name of the layer
};

/// `anna, pass 2`; `the settled answers`.
QString whoseAnswers(const engine::Layer& layer);

inline constexpr auto kUnlockingItems = "unlocked-answers"; ///< by layer and time

/// One unlocking of a layer, as the project keeps it.
struct Unlocking {
    std::string layer;
    std::string by;
    std::int64_t at = 0; ///< milliseconds since 1970, UTC
    friend bool operator==(const Unlocking&, const Unlocking&) = default;
};
/// All unlockings that a project knows, in the order of layer and time.
std::vector<Unlocking> unlockings(const engine::Annotation& annotation);

}
