#pragma once

#include "app/review/other_judgements.h"
#include "engine/project_items/review_pass.h"
#include "widgets/review/pass_form.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace app {

/// `anna · pass 2 · blind`
QString passTitle(const engine::ReviewPass& pass);
QStringList shownNames(const std::vector<std::string>& names);
/// All passes of a project, those that judge first.
std::vector<widgets::PassForm::Pass> listedPasses(const engine::Annotation& annotation);
/// What a new pass lacks, in a sentence; empty: nothing.
/// @param further  the places that come behind those which the pass has
QString lackOfPass(const engine::Annotation& annotation, const engine::ReviewPass& pass,
                   const std::vector<engine::ReviewPass::Place>& further);
/// Why a place is in the queue. As long as the pass is blind, without what others said.
QString reasonText(const engine::ReviewPass& pass, const engine::ReviewPass::Place& place);
/// Of whom the labels of a conversation tell, by the name of the tier and the participant: `What does Bert
/// feel while Ada speaks?`. Empty where labels are of who speaks, as others see it.
/// @param of  the tier that is judged: `labels_listening`  @param video  `morning@bert`
/// @param name  of the participant; empty: as the video says
/// @param partner  who else is there; empty: several people, or nobody knows
QString questionText(const std::string& of, const std::string& video, const QString& name,
                     const QString& partner);
/// Whether the reason is something wrong.
bool needsAttention(engine::ReviewReason reason);

/// What somebody else said of all labels but the first, how sure, and the comment.
QString valuesText(const engine::Tier& tier, const OtherJudgement& other);
/// The value of a label that has numbers; absent: none was given.
std::optional<double> numberGiven(const OtherJudgement& other, const std::string& label);
/// `mean +2 · 1 apart`, of two people at least; models do not count.
QString spreadText(const engine::LabelScheme& label, const std::vector<OtherJudgement>& others);

}
