#include "app/prediction/what_if_ledger.h"

#include "engine/explain/variant_input.h"
#include "widgets/base/menu_text.h"
#include "widgets/base/scale_number.h"

#include <QMenu>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace app {

namespace {

constexpr std::array kShifts{-0.5, -0.2, 0.2, 0.5}; ///< seconds
constexpr double kSameTime = 1e-6; ///< seconds
constexpr qsizetype kMostWords = 40; ///< in the list of other words

QString partOf(engine::Modality modality)
{
    switch (modality) {
    case engine::Modality::Text:
        return WhatIfLedger::tr("the words");
    case engine::Modality::Acoustic:
        return WhatIfLedger::tr("the voice");
    case engine::Modality::Visual:
        break;
    }
    return WhatIfLedger::tr("the face");
}

}

WhatIfLedger::WhatIfLedger(const SegmentInSight& segment, const Document& document,
                           LivePrediction& prediction, widgets::WhatIf& view)
    : QObject(&view)
    , m_segment(segment)
    , m_document(document)
    , m_prediction(prediction)
{
    connect(&view, &widgets::WhatIf::menuWished, this, &WhatIfLedger::fillMenu);
    connect(&prediction, &LivePrediction::answerChanged, this, [this](std::size_t changed) {
        if (changed == m_segment.place())
            ask();
    });
    connect(&prediction, &LivePrediction::besideAnswered, this,
            [this](quint64 key, const std::optional<engine::Prediction>& answer) {
                if (key >= m_answers.size())
                    return;
                Answer& known = m_answers[key].second;
                known.isRefused = !answer || answer->values.empty();
                if (!known.isRefused)
                    known.value = answer->values.front();
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
    m_prediction.forgetBeside(); // their numbers are others now
    m_answers = std::move(now);
    for (auto& [tried, answer] : m_answers) {
        if (!answer.value)
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
        answer = {now->prediction.id, std::nullopt, false};
        if (const auto input = inputOf(m_answers[i].first))
            m_prediction.askBeside(i, *input);
        else
            answer.isRefused = true;
    }
}

std::vector<widgets::WhatIf::Change> WhatIfLedger::lines() const
{
    std::vector<widgets::WhatIf::Change> lines;
    const LivePrediction::Answer* now = m_segment.place() ? m_prediction.answer(*m_segment.place()) : nullptr;
    if (!now || now->prediction.values.empty())
        return lines;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const auto& [tried, answer] : m_answers)
        lines.push_back(
            {nameOf(tried), static_cast<double>(now->prediction.values.front()),
             answer.value && answer.basis == now->prediction.id ? static_cast<double>(*answer.value) : nan});
    return lines;
}

std::optional<engine::SegmentInput> WhatIfLedger::inputOf(const Tried& tried) const
{
    const auto [first, last] = m_segment.words();
    const std::size_t count = last - first;
    const std::vector<std::string>& texts = m_document.words().texts;
    const bool isOfWord = tried.kind == Tried::Kind::WithoutWord || tried.kind == Tried::Kind::OtherWord;
    if (isOfWord && (tried.word >= count || texts[first + tried.word] != tried.text))
        return std::nullopt;
    engine::SegmentInput input = m_prediction.inputOf(first, last, m_document.wordTimes());
    switch (tried.kind) {
    case Tried::Kind::WithoutWord:
        return count > 1 ? std::optional(engine::withoutStep(std::move(input), tried.word)) : std::nullopt;
    case Tried::Kind::OtherWord: {
        if (tried.other >= texts.size() || input.text.columns == 0)
            return std::nullopt;
        const engine::FeatureMatrix other
            = m_prediction.inputOf(tried.other, tried.other + 1, m_document.wordTimes()).text;
        std::ranges::copy(other.values,
                          input.text.values.begin()
                              + static_cast<std::ptrdiff_t>(tried.word * input.text.columns));
        return input;
    }
    case Tried::Kind::OtherSegment: {
        if (tried.other >= m_prediction.segments().size())
            return std::nullopt;
        const auto [from, to]
            = engine::wordsOf(m_prediction.segments()[tried.other], m_document.words().intervals);
        if (from >= to)
            return std::nullopt;
        input.of(tried.modality) = engine::resampled(
            m_prediction.inputOf(from, to, m_document.wordTimes()).of(tried.modality), count);
        return input;
    }
    case Tried::Kind::Shifted:
        break;
    }
    WordTimes shifted = m_document.wordTimes(); // what comes later belongs to the word before
    for (engine::Interval& word : shifted.intervals)
        word = {word.start - tried.seconds, word.end - tried.seconds};
    input.of(tried.modality) = m_prediction.inputOf(first, last, shifted).of(tried.modality);
    return input;
}

QString WhatIfLedger::nameOf(const Tried& tried) const
{
    const QString word = m_segment.hidesWords()
        ? tr("word %1").arg(tried.word + 1)
        : QStringLiteral("“%1”").arg(QString::fromStdString(tried.text));
    switch (tried.kind) {
    case Tried::Kind::WithoutWord:
        return tr("without %1").arg(word);
    case Tried::Kind::OtherWord: {
        const auto& texts = m_document.words().texts;
        return tr("“%2” instead of %1")
            .arg(word, tried.other < texts.size() ? QString::fromStdString(texts[tried.other]) : QString());
    }
    case Tried::Kind::OtherSegment:
        return tr("%1 of segment %2").arg(partOf(tried.modality)).arg(tried.other + 1);
    case Tried::Kind::Shifted:
        break;
    }
    const QString seconds = widgets::shownNumber(std::abs(tried.seconds), 2);
    return (tried.seconds > 0 ? tr("%1 %2 s later") : tr("%1 %2 s earlier"))
        .arg(partOf(tried.modality), seconds);
}

void WhatIfLedger::fillMenu(QMenu& menu)
{
    menu.clear();
    if (!m_segment.place() || m_segment.hidesLabels() || m_segment.hidesWords())
        return;
    const auto [first, last] = m_segment.words();
    for (std::size_t word = first; word < last; ++word) {
        QMenu* ofWord = menu.addMenu(widgets::literalText(
            QStringLiteral("“%1”").arg(QString::fromStdString(m_document.words().texts[word]))));
        addWordChoices(*ofWord, word);
    }
    menu.addSeparator();
    addSegmentChoices(menu);
    addShifts(menu);
    const std::vector<Tried> all = triedOf(m_document.annotation(), m_document.video().id.toStdString());
    if (here().empty())
        return;
    menu.addSeparator();
    for (const Tried& tried : here())
        menu.addAction(widgets::literalText(tr("Remove: %1").arg(nameOf(tried))), this, [this, all, tried] {
            std::vector<Tried> rest = all;
            std::erase(rest, tried);
            emit triedWished(tr("no longer try %1").arg(nameOf(tried)), rest);
        });
}

void WhatIfLedger::addWordChoices(QMenu& menu, std::size_t word)
{
    const auto [first, last] = m_segment.words();
    Tried tried{Tried::Kind::WithoutWord, m_segment.span(), word - first, m_document.words().texts[word]};
    if (last - first > 1)
        addTrial(menu, tr("Leave it out"), tried);
    QMenu* instead = menu.addMenu(tr("Another word instead"));
    tried.kind = Tried::Kind::OtherWord;
    std::set<std::string> offered{tried.text};
    const std::vector<std::string>& texts = m_document.words().texts;
    for (std::size_t other = 0; other < texts.size() && instead->actions().size() < kMostWords; ++other) {
        tried.other = other;
        if (offered.insert(texts[other]).second)
            addTrial(*instead, QString::fromStdString(texts[other]), tried);
    }
}

void WhatIfLedger::addSegmentChoices(QMenu& menu)
{
    for (const engine::Modality modality : {engine::Modality::Acoustic, engine::Modality::Visual}) {
        QMenu* others
            = menu.addMenu(modality == engine::Modality::Acoustic ? tr("The voice of another segment")
                                                                  : tr("The face of another segment"));
        for (std::size_t i = 0; i < m_prediction.segments().size(); ++i) {
            Tried tried{Tried::Kind::OtherSegment, m_segment.span()};
            tried.other = i;
            tried.modality = modality;
            if (i != *m_segment.place())
                addTrial(*others, tr("Segment %1").arg(i + 1), tried);
        }
        others->setEnabled(!others->isEmpty());
    }
}

void WhatIfLedger::addShifts(QMenu& menu)
{
    for (const engine::Modality modality : {engine::Modality::Acoustic, engine::Modality::Visual}) {
        QMenu* shifts
            = menu.addMenu(modality == engine::Modality::Acoustic ? tr("The voice earlier or later")
                                                                  : tr("The face earlier or later"));
        for (const double seconds : kShifts) {
            Tried tried{Tried::Kind::Shifted, m_segment.span()};
            tried.modality = modality;
            tried.seconds = seconds;
            addTrial(*shifts, nameOf(tried), tried);
        }
    }
}

void WhatIfLedger::addTrial(QMenu& menu, const QString& text, const Tried& tried)
{
    menu.addAction(widgets::literalText(text), this, [this, tried] {
        std::vector<Tried> all = triedOf(m_document.annotation(), m_document.video().id.toStdString());
        if (std::ranges::find(all, tried) != all.end())
            return;
        all.push_back(tried);
        emit triedWished(tr("try %1").arg(nameOf(tried)), all);
    });
}

}
