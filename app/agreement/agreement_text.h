#pragma once

#include "engine/agreement_reports/agreement_report.h"
#include "widgets/review/agreement_list.h"

#include <QString>

#include <vector>

/// Figures of agreement in the language of the window. The engine says them in English, which tables and the
/// command line keep; here its words are codes of what to say.
namespace app {

QString figureName(const engine::Statistic& statistic); ///< `Cohen's κ, quadratic weights`
QString ruleText(const engine::Statistic& statistic);
QString undefinedText(const engine::Statistic& statistic); ///< why it has no value
QString droppedText(const engine::Statistic& statistic); ///< `3 units not rated by both`; empty: nothing
QString betweenText(const engine::Statistic& statistic); ///< `anna – ben`; empty: all raters

/// Whether something that the engine says (a rule's part, a reason) can be said in other languages.
bool isTranslatable(const std::string& english);

/// The families of figures that are shown beside α.
std::set<engine::Agreement> shownFamilies();

/// The figures of all labels for the window, α first.
std::vector<widgets::AgreementList::Figure>
shownAgreement(const std::vector<engine::AgreementReport>& reports);

}
