#pragma once

#include "engine/tier_completion/completion_task.h"

#include <QString>
#include <QStringList>

/// What is said of completing a tier, in sentences.
namespace app {

QString offerText(const engine::CompletionOffer& offer); ///< `sentiment: 12 of 30 segments`
/// What a person has to do before anything can be suggested.
QString lackText(engine::CompletionLack lack, engine::CompletionKind kind);
/// How sure the draft is expected to be at its threshold.
QString sureText(const engine::CompletionDraft& draft, std::size_t open, std::size_t sure);
/// What may be given in the place of a suggestion, in the order of the keys 1 … 9. Empty: any number.
std::vector<std::variant<double, std::string>> possibleValues(const engine::Tier& tier,
                                                              const engine::CompletionDraft& draft);
/// A suggestion as a person reads it.
QString rowText(const engine::Tier& tier, const engine::CompletionDraft& draft, const engine::DraftRow& row);
QString valueText(const engine::Tier& tier, const engine::CompletionDraft& draft,
                  const std::variant<double, std::string>& value);

}
