#include "app/prediction/what_if_ledger.h"

#include "app/prediction/live_prediction.h"
#include "app/prediction/tried_menu.h"
#include "widgets/base/menu_text.h"

#include <QMenu>

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {

namespace {

constexpr double kSameTime = 1e-6; ///< seconds

/// Whether there is an edit that does the same to the data.
bool canBeApplied(Tried::Kind kind)
{
    return kind == Tried::Kind::WithoutWord || kind == Tried::Kind::OtherWord
        || kind == Tried::Kind::MovedEdge || kind == Tried::Kind::Shifted;
}

}

WhatIfLedger::WhatIfLedger(const Document& document, LivePrediction& prediction, widgets::WhatIf& view)
    : QObject(&view)
    , m_view(view)
    , m_segment(document)
    , m_document(document)
    , m_prediction(prediction)
{
    connect(&view, &widgets::WhatIf::menuWished, this, &WhatIfLedger::fillMenu);
    connect(&view, &widgets::WhatIf::nameWished, this, &WhatIfLedger::rename);
    connect(&prediction, &LivePrediction::answerChanged, this, [this](std::size_t changed) {
        if (changed == m_segment.place())
            ask();
    });
    connect(&prediction.variants(), &VariantQueue::answered, this,
            [this](quint64 key, const std::optional<engine::Prediction>& answer) {
                if (key >= m_answers.size())
                    return;
                Answer& known = m_answers[key].second;
                known.isRefused = !answer || answer->values.empty();
                if (!known.isRefused)
                    known.values = answer->values;
                emit changed();
            });
    connect(&document, &Document::itemsChanged, this, [this](const QString& kind) {
        if (kind == QLatin1String(kTriedItems))
            showSegment();
    });
}

bool WhatIfLedger::isHere(const Tried& tried) const
{
    const engine::Interval span = m_segment.span();
    return std::abs(tried.segment.start - span.start) < kSameTime
        && std::abs(tried.segment.end - span.end) < kSameTime;
}

std::vector<Tried> WhatIfLedger::here() const
{
    std::vector<Tried> found;
    if (!m_document.hasVideo() || !m_segment.place() || m_segment.hidesLabels())
        return found;
    for (const Tried& tried : triedOf(m_document.annotation(), m_document.video().id.toStdString())) {
        if (isHere(tried))
            found.push_back(tried);
    }
    return found;
}

/// What was answered of before stays as long as it is the same that is tried.
void WhatIfLedger::showSegment()
{
    std::vector<std::pair<Tried, Answer>> now;
    for (const Tried& tried : here()) {
        const auto known = std::ranges::find(m_answers, tried, &std::pair<Tried, Answer>::first);
        now.emplace_back(tried, known == m_answers.end() ? Answer() : known->second);
    }
    if (now.empty() && m_answers.empty())
        return;
    m_prediction.variants().forget(); // their numbers are others now
    m_answers = std::move(now);
    for (auto& [tried, answer] : m_answers) {
        if (answer.values.empty())
            answer.basis = 0;
    }
    ask();
    emit changed();
}

/// Asks for what does not belong to the present prediction.
void WhatIfLedger::ask()
{
    const LivePrediction::Answer* now = m_segment.place() ? m_prediction.answer(*m_segment.place()) : nullptr;
    if (!now || !now->current)
        return;
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        Answer& answer = m_answers[i].second;
        if (answer.basis == now->prediction.id)
            continue;
        answer = {now->prediction.id, {}, false};
        if (auto asked = inputOf(m_answers[i].first, m_segment, m_document, m_prediction))
            m_prediction.variants().ask(i, std::move(asked->input), asked->enabled, asked->isPacked);
        else
            answer.isRefused = true;
    }
}

std::vector<widgets::WhatIf::Change> WhatIfLedger::lines(std::size_t output) const
{
    std::vector<widgets::WhatIf::Change> lines;
    const LivePrediction::Answer* now = m_segment.place() ? m_prediction.answer(*m_segment.place()) : nullptr;
    if (!now || output >= now->prediction.values.size())
        return lines;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const auto& [tried, answer] : m_answers)
        lines.push_back({shownName(tried), static_cast<double>(now->prediction.values[output]),
                         output < answer.values.size() && answer.basis == now->prediction.id
                             ? static_cast<double>(answer.values[output])
                             : nan,
                         tried.name.empty() ? QString() : nameOf(tried, m_segment, m_document),
                         static_cast<int>(lines.size())});
    return lines;
}

void WhatIfLedger::fillMenu(QMenu& menu)
{
    menu.clear();
    if (!m_segment.place() || m_segment.hidesLabels() || m_segment.hidesWords())
        return;
    fillTriedMenu(menu, m_segment, m_document, m_prediction, [this](const Tried& tried) {
        std::vector<Tried> all = triedOf(m_document.annotation(), m_document.video().id.toStdString());
        if (std::ranges::any_of(all, [&](const Tried& known) { return known.isSameAs(tried); }))
            return;
        all.push_back(tried);
        emit triedWished(tr("try %1").arg(nameOf(tried, m_segment, m_document)), all);
    });
    const std::vector<Tried> tried = here();
    if (!tried.empty())
        menu.addSeparator();
    for (const Tried& one : tried) {
        if (!canBeApplied(one.kind))
            continue;
        const QString text
            = one.kind == Tried::Kind::Shifted ? tr("Apply to the whole video: %1") : tr("Apply: %1");
        menu.addAction(widgets::literalText(text.arg(shownName(one))), this, [this, one] { apply(one); });
    }
    for (const Tried& one : tried)
        menu.addAction(widgets::literalText(tr("Name: %1…").arg(shownName(one))), this,
                       [this, one] { m_view.editName(numberOf(one)); });
    for (const Tried& one : tried)
        menu.addAction(widgets::literalText(tr("Remove: %1").arg(shownName(one))), this,
                       [this, one] { remove(one); });
}

/// What was tried becomes an edit, and so is no trial any more.
void WhatIfLedger::apply(const Tried& tried)
{
    std::vector<Tried> rest = triedOf(m_document.annotation(), m_document.video().id.toStdString());
    std::erase(rest, tried);
    emit applyWished(tr("apply %1").arg(shownName(tried)), tried, m_segment.words().first, rest);
}

QString WhatIfLedger::shownName(const Tried& tried) const
{
    return tried.name.empty() ? nameOf(tried, m_segment, m_document) : QString::fromStdString(tried.name);
}

int WhatIfLedger::numberOf(const Tried& tried) const
{
    const auto found = std::ranges::find(m_answers, tried, &std::pair<Tried, Answer>::first);
    return found == m_answers.end() ? -1 : static_cast<int>(found - m_answers.begin());
}

void WhatIfLedger::rename(int trial, const QString& name)
{
    if (trial < 0 || static_cast<std::size_t>(trial) >= m_answers.size())
        return;
    const Tried tried = m_answers[static_cast<std::size_t>(trial)].first;
    std::vector<Tried> all = triedOf(m_document.annotation(), m_document.video().id.toStdString());
    const auto found = std::ranges::find(all, tried);
    if (found == all.end())
        return;
    found->name = name.toStdString();
    m_answers[static_cast<std::size_t>(trial)].first = *found; // its answer stays
    emit triedWished(tr("name “%1”").arg(name.isEmpty() ? nameOf(tried, m_segment, m_document) : name), all);
}

void WhatIfLedger::remove(const Tried& tried)
{
    std::vector<Tried> rest = triedOf(m_document.annotation(), m_document.video().id.toStdString());
    std::erase(rest, tried);
    emit triedWished(tr("no longer try %1").arg(shownName(tried)), rest);
}

}
