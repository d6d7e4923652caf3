#include "app/editing/answer_locks.h"

#include "app/document/document.h"
#include "engine/annotation/layer_changes.h"
#include "engine/core/json_text.h"

#include <QDateTime>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace app {

namespace {

using nlohmann::json;

engine::Item unlockingItem(const Unlocking& unlocking)
{
    const json content{{"layer", unlocking.layer}, {"by", unlocking.by}, {"at", unlocking.at}};
    return {kUnlockingItems, unlocking.layer + "|" + std::to_string(unlocking.at), engine::jsonText(content)};
}

QString refusalFor(const engine::Layer& layer)
{
    const QString how = AnswerLocks::tr("“Unlock these answers…” in the menu of the track's head, or in the "
                                        "menu Review, allows it.");
    const QString what = layer.isSettled
        ? AnswerLocks::tr("The settled answers are locked; only the pass that settles changes them.")
        : AnswerLocks::tr("The answers of %1 are locked; only their own pass changes them.")
              .arg(whoseAnswers(layer));
    return QStringLiteral("%1 %2").arg(what, how);
}

}

QString whoseAnswers(const engine::Layer& layer)
{
    if (layer.purpose == engine::LayerPurpose::Repeat)
        return AnswerLocks::tr("%1, given again").arg(QString::fromStdString(layer.annotator));
    if (layer.purpose == engine::LayerPurpose::Training)
        return AnswerLocks::tr("%1, in training").arg(QString::fromStdString(layer.annotator));
    return layer.isSettled
        ? AnswerLocks::tr("the settled answers")
        : AnswerLocks::tr("%1, pass %2").arg(QString::fromStdString(layer.annotator)).arg(layer.pass);
}

std::vector<Unlocking> unlockings(const engine::Annotation& annotation)
{
    std::vector<Unlocking> all;
    for (const auto& [key, item] : annotation.items()) {
        if (key.first != kUnlockingItems)
            continue;
        try {
            const json content = json::parse(item.json);
            all.push_back({content.at("layer").get<std::string>(), content.at("by").get<std::string>(),
                           content.at("at").get<std::int64_t>()});
        } catch (const json::exception&) { // of another version: it stays in the project as it is
            continue;
        }
    }
    return all;
}

AnswerLocks::AnswerLocks(Document& document, QObject* parent) : QObject(parent), m_document(document)
{
    connect(&document, &Document::projectChanged, this, [this] {
        m_unlocked.clear();
        emit changed();
    });
}

bool AnswerLocks::isLocked(const std::string& layer) const
{
    return layer != m_pass && !m_unlocked.contains(layer);
}

AnswerLocks::State AnswerLocks::state(const engine::Tier& tier) const
{
    if (!engine::layerOfTier(m_document.annotation(), tier))
        return State::NoAnswers;
    return tier.name == m_pass           ? State::InPass
        : m_unlocked.contains(tier.name) ? State::Unlocked
                                         : State::Locked;
}

QString AnswerLocks::unlockedBy(const std::string& layer) const
{
    const auto found = m_unlocked.find(layer);
    return found == m_unlocked.end() ? QString() : found->second;
}

void AnswerLocks::setPass(const std::string& layer)
{
    if (std::exchange(m_pass, layer) != layer)
        emit changed();
}

void AnswerLocks::unlock(const std::string& layer, const QString& who)
{
    m_unlocked[layer] = who;
    // No step of the history: what happened is not taken back by undo.
    m_document.note(unlockingItem({layer, who.toStdString(), QDateTime::currentMSecsSinceEpoch()}));
    emit changed();
}

void AnswerLocks::lock(const std::string& layer)
{
    if (m_unlocked.erase(layer) > 0)
        emit changed();
}

QString AnswerLocks::whyNot(const engine::Change& change) const
{
    const auto layers = engine::layersAlteredBy(m_document.annotation(), change);
    const auto locked
        = std::ranges::find_if(layers, [this](const engine::Layer& layer) { return isLocked(layer.name); });
    return locked == layers.end() ? QString() : refusalFor(*locked);
}

QString AnswerLocks::whyNot(const engine::Tier& tier) const
{
    const auto layer = engine::layerOfTier(m_document.annotation(), tier);
    return layer && isLocked(layer->name) ? refusalFor(*layer) : QString();
}

}
