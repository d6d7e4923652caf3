#include "app/learning/learning_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/models_client/dataset_question.h"
#include "app/review/review.h"
#include "app/snapshot/project_moment.h"
#include "engine/core/error.h"
#include "widgets/base/scale_number.h"
#include "widgets/review/learning_card.h"

#include <QAction>
#include <QSignalBlocker>
#include <QTemporaryDir>

#include <algorithm>

namespace app {

namespace {

constexpr unsigned kEvery = 5; // answers between two rounds

engine::LearningStep learnt(const QString& programs, const engine::DatasetList& dataset,
                            const LearningData& data, const engine::RunContext& run)
{
    const QTemporaryDir folder;
    const engine::DatasetList list = engine::withLabel(dataset, {data.label, {}, rowsToLearnFrom(data)},
                                                       folder.path().toStdString() + "/labels.csd");
    const ProgramAnswer answer
        = answerAboutDataset(programs.toStdString(), {"learn-next", "--progress"}, list, run);
    if (!answer.line)
        throw engine::Error("io", whyNoLine(answer).toStdString());
    return engine::learningStepFrom(*answer.line, "polylogue-models");
}

}

LearningActions::LearningActions(const Parts& parts, const Actions& actions, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_learning(parts.tasks)
    , m_action(actions.at("learn-while-labelling"))
{
    m_action->setCheckable(true);
    m_parts.card.hide();
    connect(m_action, &QAction::toggled, this, [this](bool isOn) {
        if (isOn)
            begin();
        else
            end();
    });
    connect(&parts.card, &widgets::LearningCard::stopWished, m_action,
            [this] { m_action->setChecked(false); });
    connect(&parts.review, &Review::passChanged, this, [this] {
        if (!m_isOn)
            return;
        if (!m_parts.review.isActive())
            m_action->setChecked(false);
        else
            learn();
    });
    connect(&parts.document, &Document::projectChanged, m_action, [this] { m_action->setChecked(false); });
    connect(&parts.review, &Review::progressChanged, this, &LearningActions::learnWhenDue);
}

/// Without a pass, that of the annotator begins or goes on.
void LearningActions::begin()
{
    const auto refuse = [this](const QString& why) {
        const QSignalBlocker blocker(m_action);
        m_action->setChecked(false);
        m_parts.document.notices().say(why);
    };
    if (m_parts.document.dataset().sequences.empty()) {
        refuse(tr("Open a dataset with segments first."));
        return;
    }
    if (!m_parts.document.whyReadOnly().isEmpty()) {
        refuse(m_parts.document.whyReadOnly());
        return;
    }
    if (!m_parts.editor.knowsAnnotator())
        return;
    emit reviewWished();
    m_isOn = true;
    m_step.reset();
    m_problem.clear();
    m_learntOf = 0;
    m_parts.card.show();
    emit shown(true);
    if (!m_parts.review.isActive())
        m_parts.review.startFirst(m_parts.editor.annotator().toStdString());
    learn();
}

void LearningActions::end()
{
    m_isOn = false;
    m_learning.abandon();
    m_parts.card.hide();
    emit shown(false);
}

void LearningActions::learnWhenDue()
{
    if (m_isOn && !m_learning.isRunning() && m_parts.review.done() >= m_learntOf + kEvery)
        learn();
}

void LearningActions::learn()
{
    if (!m_parts.review.isActive()) { // its segments are on their way, and it begins with them
        showState();
        return;
    }
    LearningData data = learningData(m_parts.document.annotation(), *m_parts.review.pass());
    m_learntOf = m_parts.review.done();
    if (data.label.empty()) {
        m_problem = tr("The first label takes no numbers: only of numbers can be learnt here.");
        showState();
        return;
    }
    m_learning.start(
        tr("Learning from the answers so far"),
        [programs = m_parts.programs, moment = m_parts.moments.now(), data](const TaskRun& run) {
            return learnt(programs, moment.forPrograms(run), data, run);
        },
        [this, data](const Outcome<engine::LearningStep>& outcome) {
            if (const auto* step = std::get_if<engine::LearningStep>(&outcome)) {
                m_problem.clear();
                take(data, *step);
            } else if (const auto* failure = std::get_if<Failed>(&outcome)) {
                m_problem = failure->sentence;
            }
            showState();
            if (!std::holds_alternative<Stopped>(outcome)) // else the next answers begin another round
                learnWhenDue();
        });
    showState();
}

void LearningActions::take(const LearningData& data, const engine::LearningStep& step)
{
    m_step = step;
    const engine::ReviewPass* pass = m_parts.review.pass() ? &*m_parts.review.pass() : nullptr;
    if (!pass || pass->places.size() != data.segments.size())
        return; // another pass, or it grew: the next round is about that
    for (std::size_t place = 0; place < data.segments.size(); ++place) {
        if (pass->places[place].video != data.segments[place].video
            || pass->places[place].span.start != data.segments[place].span.start)
            return;
    }
    m_parts.review.orderRest(placesInOrder(data, step));
}

QString LearningActions::note() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    const QString what = whatIsLearnt();
    if (!m_step || !m_step->orderGain)
        return what;
    const QString gain = widgets::shownNumber(m_step->orderGain->mean, 2, 'f');
    return m_step->orderGain->helps()
        ? tr("%1 The order helps: tried on these answers, r is higher by %2 than by chance.").arg(what, gain)
        : tr("%1 Tried on these answers, the order of the queue teaches no more than chance.").arg(what);
}

QString LearningActions::whatIsLearnt() const
{
    const std::size_t done = m_parts.review.isActive() ? m_parts.review.done() : 0;
    if (!m_step)
        return tr("Typical segments come first in the queue: from few answers they teach most.");
    if (m_step->curve.empty())
        return tr("After ten answers it tells how well a model does; by now there are %n.", nullptr,
                  static_cast<int>(done));
    const QString now
        = tr("r %1 after %n answer(s); off by %2.", nullptr, static_cast<int>(m_step->curve.back().labels))
              .arg(widgets::shownNumber(m_step->curve.back().correlation, 2, 'f'),
                   widgets::shownNumber(m_step->error, 1, 'f'));
    constexpr double hardlyAny = 0.1;
    if (m_step->curve.back().correlation < hardlyAny)
        return tr("%1 The answers so far do not follow what is seen, heard and said, so nothing is promised.")
            .arg(now);
    if (!m_step->outlook || m_step->outlook->more == 0)
        return now;
    const auto& outlook = *m_step->outlook;
    if (m_step->isEnough())
        return tr("%1 It is enough: %n more would hardly change anything.", nullptr,
                  static_cast<int>(outlook.more))
            .arg(now);
    return tr("%1 With %n more, r %2 is expected (%3 to %4).", nullptr, static_cast<int>(outlook.more))
        .arg(now, widgets::shownNumber(outlook.correlation, 2, 'f'),
             widgets::shownNumber(outlook.low, 2, 'f'), widgets::shownNumber(outlook.high, 2, 'f'));
}

void LearningActions::showState()
{
    widgets::LearningCard::State state;
    state.note = note();
    state.isWarned = !m_problem.isEmpty();
    state.isWorking = m_learning.isRunning();
    if (m_step) {
        for (const engine::LearningStep::Point& point : m_step->curve)
            state.curve.push_back({point.labels, point.correlation});
        if (m_step->outlook && m_step->outlook->more > 0)
            state.outlook
                = {{m_step->curve.back().labels + m_step->outlook->more, m_step->outlook->correlation},
                   m_step->outlook->low,
                   m_step->outlook->high};
    }
    m_parts.card.setState(state);
}

}
