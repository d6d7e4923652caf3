#include "app/dataset_view/room_concepts.h"

#include "app/document/document.h"
#include "app/models_client/dataset_question.h"
#include "engine/core/json_text.h"
#include "engine/core/json_value.h"
#include "widgets/base/scale_number.h"
#include "widgets/dataset/concept_card.h"
#include "widgets/dataset/concept_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace app {

namespace {

constexpr auto kNameItems = "concept_names"; // what the project keeps of concepts
constexpr std::size_t kModelLetters = 16; // of its sum, in the name of an item

}

RoomConcepts::RoomConcepts(Document& document, Tasks& tasks, QString programs, widgets::ConceptCard& card,
                           QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_programs(std::move(programs))
    , m_card(card)
    , m_content(std::make_shared<widgets::DatasetContent>())
    , m_muted(std::make_shared<MutedEffects>())
    , m_reading(tasks)
    , m_finding(tasks)
    , m_makingUnits(tasks)
    , m_takingAway(tasks)
{
    connect(&card, &widgets::ConceptCard::actionWished, this, [this] {
        if (m_finding.isRunning())
            m_finding.stop();
        else
            find();
    });
    connect(&card, &widgets::ConceptCard::unmuteWished, this, &RoomConcepts::unmute);
    const widgets::ConceptModel& units = card.table().units();
    connect(&units, &widgets::ConceptModel::muteWished, this, &RoomConcepts::mute);
    connect(&units, &widgets::ConceptModel::nameWished, this, &RoomConcepts::name);
    connect(&m_finding, &Task::changed, this, [this] {
        if (m_finding.isRunning())
            showState();
    });
}

void RoomConcepts::setSubject(const ExplanationKey& key, const engine::ExplainedDataset::Provenance& now,
                              const QString& output)
{
    const bool isSame = key.file() == m_key.file() && key.model == m_key.model && key.dataset == m_key.dataset
        && output == m_output && now == m_now;
    if (isSame)
        return;
    m_key = key;
    m_now = now;
    m_output = output;
    m_reading.abandon();
    m_finding.abandon();
    m_makingUnits.abandon();
    m_isStale = false;
    m_problem.clear();
    m_concepts.reset();
    m_wishes = {};
    applyMuted();
    readKept();
}

void RoomConcepts::setContent(const widgets::DatasetContentPtr& content)
{
    m_content = content;
    makeUnits();
}

void RoomConcepts::readKept()
{
    if (m_output.isEmpty()) {
        showState();
        return;
    }
    m_reading.start(
        tr("Looking for kept concepts"),
        [key = m_key, output = m_output.toStdString()](const engine::RunContext&) {
            return readKeptConcepts(key, output);
        },
        [this](std::optional<FoundConcepts> kept) {
            if (kept && kept->concepts.settings.units > kept->concepts.width)
                kept.reset(); // of a version that allowed more units than numbers
            m_isStale = kept && !kept->isOf(m_now);
            take(m_isStale ? std::nullopt : std::move(kept));
        });
}

void RoomConcepts::find()
{
    m_problem.clear();
    m_finding.start(
        tr("Finding the concepts of the model"),
        [key = m_key, now = m_now, output = m_output.toStdString(), programs = m_programs.toStdString(),
         isKept = m_document.isKept()](const engine::RunContext& run) {
            const std::string line = lineAboutDataset(
                programs, key.model, {"explain", "--concepts", "--output", output, "--progress"}, key.dataset,
                run);
            FoundConcepts found{engine::conceptsFrom(line, "polylogue-models"), now.modelSha256,
                                now.dataSha256};
            if (isKept)
                keepConcepts(found, key);
            return found;
        },
        [this](Outcome<FoundConcepts> answer) {
            if (std::holds_alternative<Stopped>(answer))
                return showState();
            m_isStale = false;
            m_problem = failureOf(answer);
            m_isRefused = isRefused(answer);
            auto* found = std::get_if<FoundConcepts>(&answer);
            take(found ? std::optional(std::move(*found)) : std::nullopt);
        });
}

void RoomConcepts::take(std::optional<FoundConcepts> found)
{
    m_concepts = found ? std::make_shared<const engine::Concepts>(std::move(found->concepts)) : nullptr;
    readNames();
    m_card.table().units().setWhyNotMuted(
        m_concepts && !m_concepts->areAdditive
            ? tr("The model gives probabilities: what a unit adds to them is not known on their scale.")
            : QString());
    makeUnits();
    showState();
}

void RoomConcepts::makeUnits()
{
    if (!m_concepts || m_content->points.empty()) {
        m_makingUnits.abandon();
        m_card.setUnits(m_content, {});
        return;
    }
    m_makingUnits.start(
        tr("Making the table of concepts"),
        [concepts = m_concepts, content = m_content, wishes = m_wishes](const engine::RunContext&) {
            return conceptUnits(*concepts, *content, wishes);
        },
        [this](std::vector<widgets::ConceptUnit> units) { m_card.setUnits(m_content, std::move(units)); });
}

void RoomConcepts::mute(std::size_t unit, bool isMuted)
{
    if (isMuted)
        m_wishes.muted.insert(unit);
    else
        m_wishes.muted.erase(unit);
    applyMuted();
}

void RoomConcepts::unmute()
{
    m_wishes.muted.clear();
    applyMuted();
}

void RoomConcepts::applyMuted()
{
    showState();
    if (!m_concepts || m_wishes.muted.empty()) {
        m_takingAway.abandon();
        if (m_muted->empty())
            return;
        m_muted = std::make_shared<MutedEffects>();
        emit mutedChanged();
        return;
    }
    m_takingAway.start(
        tr("Taking muted concepts away"),
        [concepts = m_concepts, muted = m_wishes.muted](const engine::RunContext&) {
            return std::make_shared<const MutedEffects>(mutedEffects(*concepts, muted));
        },
        [this](const std::shared_ptr<const MutedEffects>& made) {
            m_muted = made;
            emit mutedChanged();
        });
}

std::string RoomConcepts::itemName() const
{
    return m_now.modelSha256.substr(0, kModelLetters) + "/" + m_output.toStdString();
}

void RoomConcepts::readNames()
{
    m_wishes.names.clear();
    const engine::Item* item = m_document.annotation().item(kNameItems, itemName());
    const nlohmann::json names
        = item ? nlohmann::json::parse(item->json, nullptr, false) : nlohmann::json::object();
    if (!m_concepts || !names.is_object()
        || engine::valueOr(names, "data", std::string()) != m_now.dataSha256)
        return; // other data make other units
    for (const nlohmann::json& unit : names.value("units", nlohmann::json::array())) {
        const auto number = engine::valueOr(unit, "unit", m_concepts->effects.size());
        if (number < m_concepts->effects.size())
            m_wishes.names[number] = QString::fromStdString(engine::valueOr(unit, "name", std::string()));
    }
}

void RoomConcepts::name(std::size_t unit, const QString& name)
{
    if (name.isEmpty())
        m_wishes.names.erase(unit);
    else
        m_wishes.names[unit] = name;
    nlohmann::json units = nlohmann::json::array();
    for (const auto& [number, given] : m_wishes.names)
        units.push_back({{"unit", number}, {"name", given.toStdString()}});
    m_document.note(
        engine::Item{kNameItems, itemName(),
                     engine::jsonText(nlohmann::json{{"data", m_now.dataSha256}, {"units", units}})});
}

QString RoomConcepts::note() const
{
    const auto percent = [](double part) { return widgets::shownNumber(100.0 * part, 0, 'f'); };
    QString note = tr("%1 units, %2 at a time, of %3 (%4 numbers)")
                       .arg(m_concepts->settings.units)
                       .arg(m_concepts->settings.active)
                       .arg(QString::fromStdString(m_concepts->layer))
                       .arg(m_concepts->width)
        + QStringLiteral(" · ")
        + (m_concepts->explainedElsewhere
               ? tr("hold %1 % of it, %2 % beyond the training")
                     .arg(percent(m_concepts->explained), percent(*m_concepts->explainedElsewhere))
               : tr("hold %1 % of it").arg(percent(m_concepts->explained)));
    if (m_concepts->width <= m_concepts->settings.active)
        note.prepend(tr("says little: %n number(s)", nullptr, static_cast<int>(m_concepts->width))
                     + QStringLiteral(" · "));
    if (!m_wishes.muted.empty())
        note.prepend(tr("%n muted", nullptr, static_cast<int>(m_wishes.muted.size()))
                     + QStringLiteral(" · "));
    return note;
}

void RoomConcepts::showState()
{
    if (m_concepts) {
        m_card.setMessage({});
        m_card.setNotes(note(), m_wishes.muted.size());
        return;
    }
    m_card.setNotes({}, 0);
    if (m_finding.isRunning()) {
        const int percent = static_cast<int>(m_finding.progress() * 100.0);
        m_card.setMessage(tr("The model is being asked: %1 %").arg(percent), tr("Stop"));
    } else if (m_output.isEmpty()) {
        m_card.setMessage(
            tr("Concepts are of one output: choose one of the classes in the head, in the place of all."));
    } else if (!m_problem.isEmpty()) {
        m_card.setMessage(m_problem, m_isRefused ? QString() : tr("Try again"));
    } else if (m_isStale) {
        m_card.setMessage(tr("The model or the data have changed since concepts were found."),
                          tr("Find them again"));
    } else {
        m_card.setMessage(
            tr("What a segment is to the model where it fuses words, sound and face can be taken "
               "apart into 64 units at most, of which a segment has 8 at most. Each adds something to the "
               "prediction, and is seen in the segments where it is strongest."),
            tr("Find the concepts"));
    }
}

}
