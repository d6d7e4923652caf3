#include "app/conversation/dialogue_predictions.h"

#include "app/conversation/asked_turns.h"
#include "app/conversation/conversation_in_sight.h"
#include "app/conversation/conversation_tracks.h"
#include "app/document/document.h"
#include "app/models_client/dataset_question.h"
#include "app/playback/player.h"
#include "app/prediction/answer_caution.h"
#include "app/prediction/model_list.h"
#include "app/settings/settings.h"
#include "app/snapshot/project_moment.h"
#include "app/tasks/tasks.h"
#include "app/training/usual_runs.h"
#include "app/video/video_opener.h"
#include "widgets/base/scale_number.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <set>

namespace app {

namespace {

constexpr int kSliderBurst = 250; // ms
constexpr std::size_t kMostAnswers = 64; // that are kept, each of a conversation and a context

widgets::ModelEntry entryOf(const DialogueModel& model)
{
    const QString detail = model.answersListeners
        ? app::DialoguePredictions::tr("%1 · of who speaks and who listens").arg(model.architecture)
        : app::DialoguePredictions::tr("%1 · of who speaks").arg(model.architecture);
    return {model.path, model.name, detail, true,
            model.labels.empty() ? QString() : QString::fromStdString(model.labels.front().name)};
}

/// How many turns the model can see before one.
std::size_t mostContext(const DialogueAnswers& answers)
{
    std::set<std::string_view> turns;
    for (const DialogueAnswers::Answer& answer : answers.answers)
        turns.insert(answer.turn);
    return turns.empty() ? 0 : turns.size() - 1;
}

}

DialoguePredictions::DialoguePredictions(const Parts& parts, widgets::TurnPredictions& panel)
    : QObject(&panel)
    , m_parts(parts)
    , m_panel(panel)
    , m_looking(parts.tasks)
    , m_asking(parts.tasks)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kSliderBurst);
    connect(&m_again, &QTimer::timeout, this, &DialoguePredictions::ask);
    connect(&parts.conversation, &ConversationInSight::changed, this, [this] {
        if (m_parts.conversation.data() && m_models.empty() && !m_looking.isRunning())
            look();
        ask();
    });
    connect(&parts.document, &Document::datasetChanged, this, [this] {
        m_known.clear();
        m_models.clear();
    });
    connect(&parts.document.sight(), &DocumentSight::changed, this, &DialoguePredictions::ask);
    connect(&parts.player, &Player::positionChanged, this, &DialoguePredictions::showTurn);
    connect(&panel, &widgets::TurnPredictions::contextWished, this, &DialoguePredictions::setContext);
    connect(&panel.models(), &widgets::ModelChooser::modelChosen, this, &DialoguePredictions::choose);
    connect(&panel.models(), &widgets::ModelChooser::openWished, this, &DialoguePredictions::openWished);
    connect(&panel.models(), &widgets::ModelChooser::listWished, this, &DialoguePredictions::look);
    show();
}

void DialoguePredictions::choose(const QString& path)
{
    m_wanted = path;
    const auto chosen = std::ranges::find(m_models, path, &DialogueModel::path);
    if (chosen == m_models.end()) {
        m_opened << path;
        look();
        return;
    }
    m_problem.clear();
    m_failed.reset();
    m_model = *chosen;
    m_wanted.clear();
    Settings().setDialogueModel(path);
    ask();
}

void DialoguePredictions::setContext(std::optional<std::size_t> turns)
{
    m_context = turns;
    m_again.start();
}

/// Beside the dataset, in the demo, among runs, and what was opened.
void DialoguePredictions::look()
{
    const engine::DatasetList& dataset = m_parts.document.dataset();
    m_looking.start(
        tr("Looking for models of conversations"),
        [folders = modelFolders(dataset.root), runs = usualRunsFolder(dataset).toStdString(),
         files = m_opened + Settings().recentModels() + QStringList(Settings().dialogueModel())](
            const engine::RunContext& run) { return findDialogueModels(folders, runs, files, run); },
        [this](std::vector<DialogueModel> models) { take(std::move(models)); });
}

void DialoguePredictions::take(std::vector<DialogueModel> models)
{
    m_models = std::move(models);
    std::vector<widgets::ModelEntry> entries;
    for (const DialogueModel& model : m_models)
        entries.push_back(entryOf(model));
    m_panel.models().setModels(entries);
    const auto called
        = [this](const QString& path) { return std::ranges::find(m_models, path, &DialogueModel::path); };
    if (m_wanted.isEmpty() && !m_model) // as in the session before
        m_wanted
            = called(Settings().dialogueModel()) == m_models.end() ? QString() : Settings().dialogueModel();
    if (m_wanted.isEmpty()) {
        if (const auto again = m_model ? called(m_model->path) : m_models.end(); again != m_models.end())
            m_model = *again; // the file may be another by now
        ask();
        return;
    }
    if (called(m_wanted) != m_models.end()) {
        choose(QString(m_wanted));
        return;
    }
    m_problem = tr("%1 is no model of whole conversations: that are BCLSTM and DialogueRNN.")
                    .arg(QFileInfo(m_wanted).fileName());
    m_opened.removeAll(m_wanted);
    m_wanted.clear();
    show();
}

std::optional<DialoguePredictions::Question> DialoguePredictions::question() const
{
    const auto& data = m_parts.conversation.data();
    if (!m_model || !data || !m_parts.videos.dataset() || !m_parts.document.sight().now().isWhole())
        return std::nullopt;
    return Question{*m_model, data->conversation, m_context};
}

const DialoguePredictions::Known* DialoguePredictions::known(const Question& question) const
{
    const auto found = std::ranges::find(m_known, question, &Known::question);
    return found == m_known.end() ? nullptr : &*found;
}

void DialoguePredictions::ask()
{
    const std::optional<Question> wanted = question();
    const bool isOnItsWay = m_asking.isRunning() && m_asked == wanted;
    if (!isOnItsWay)
        m_asking.abandon();
    if (m_failed != wanted) { // what is said of another question
        m_failed.reset();
        m_problem.clear();
    }
    if (!wanted || isOnItsWay || known(*wanted) || m_failed == wanted) {
        show();
        return;
    }
    m_asked = wanted;
    m_asking.start(
        tr("Asking the model of conversations"),
        [moment = m_parts.moments.now(), all = m_parts.conversation.all(), data = m_parts.conversation.data(),
         asked = *wanted, programs = m_parts.programs.toStdString()](const engine::RunContext& run) {
            engine::DatasetList list = moment.forPrograms(run);
            storeConversations(list.more, all); // with the offsets of the project
            const QTemporaryDir folder;
            if (data)
                list = withAllTurns(std::move(list), *data, asked.model.labelsKey,
                                    std::max<std::size_t>(1, asked.model.labels.size()),
                                    folder.path().toStdString());
            const std::string answer = lineAboutDataset(
                programs, asked.model.path.toStdString(),
                dialogueQuestion(asked.model, asked.conversation.id, asked.context), list, run);
            return std::make_shared<const DialogueAnswers>(dialogueAnswersFrom(answer, asked.model));
        },
        [this, asked = *wanted](Outcome<std::shared_ptr<const DialogueAnswers>> outcome) {
            if (auto* const answers = std::get_if<std::shared_ptr<const DialogueAnswers>>(&outcome)) {
                m_problem.clear();
                m_known.push_front({asked, std::move(*answers)});
                if (m_known.size() > kMostAnswers)
                    m_known.pop_back();
            } else if (const QString failure = failureOf(outcome); !failure.isEmpty()) {
                m_failed = asked;
                m_problem = failure;
            }
            show();
        });
    show();
}

void DialoguePredictions::showTurn()
{
    if (m_model && m_parts.tracks.currentTurn() != m_shownTurn)
        show();
}

/// Why there are no answers, in a sentence; empty: they are there, or come.
QString DialoguePredictions::absence() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    if (m_model)
        return {};
    return m_models.empty()
        ? tr("No model of conversations is here: open one, or train BCLSTM or DialogueRNN.")
        : tr("Choose a model of conversations: it says what it makes of who speaks in the light of the turns "
             "before.");
}

void DialoguePredictions::show()
{
    m_shownTurn = m_parts.tracks.currentTurn();
    const std::optional<Question> asked = question();
    const bool isSeen = m_parts.document.sight().now().isWhole() && m_parts.conversation.data();
    widgets::TurnPredictions::Content content;
    if (!isSeen) {
        m_panel.setContent(content);
        showArcs(nullptr, std::nullopt);
        return;
    }
    content.path = m_model ? m_model->path : QString();
    content.model = m_model ? m_model->name : QString();
    content.looksAhead = m_model && m_model->looksAhead;
    if (m_model) {
        const DialogueModel::Caution& caution
            = showsDrawings(m_parts.document) ? m_model->ofDrawings : m_model->ofPeople;
        content.caution = caution.sentence;
        content.cautionAbout = caution.about;
    }
    content.message = absence();
    content.context = m_context;
    const Known* now = asked ? known(*asked) : nullptr;
    content.isComputing = asked && !now && m_failed != asked;
    if (!now && content.isComputing) { // what it said with another context stays, pale
        const auto before = std::ranges::find_if(m_known, [&](const Known& each) {
            return each.question.model == asked->model && each.question.conversation == asked->conversation;
        });
        now = before == m_known.end() ? nullptr : &*before;
    }
    if (now)
        content.turns = mostContext(*now->answers);
    if (content.isComputing)
        content.message = tr("The model is being asked…");
    else if (now && !m_shownTurn)
        content.message = tr("The playhead is before the first turn.");
    if (now && m_shownTurn)
        addAnswers(content, *now->answers, *m_shownTurn);
    m_panel.setContent(content);
    showArcs(now && !content.isComputing ? now->answers.get() : nullptr, m_shownTurn);
}

void DialoguePredictions::addAnswers(widgets::TurnPredictions::Content& content,
                                     const DialogueAnswers& answers, std::size_t turn) const
{
    const ConversationData& data = *m_parts.conversation.data();
    const engine::SpeakingTurn& one = data.taken.turns[turn];
    const engine::SpeakingTurn& shown = data.shown->turns[turn];
    content.turn
        = tr("Turn %1 · %2 to %3 s")
              .arg(turn + 1)
              .arg(widgets::shownNumber(shown.start, 2, 'f'), widgets::shownNumber(shown.end, 2, 'f'));
    const DialogueAnswers::Answer* const speaking
        = answers.speaking(one, data.conversation.participants[one.speaker].id);
    if (!speaking) {
        if (content.message.isEmpty())
            content.message = tr("The model says nothing of this turn: the dataset has no segment there.");
        return;
    }
    content.people.push_back(person(speaking, one.speaker, true));
    const auto listening = answers.listening(speaking->turn);
    for (std::size_t other = 0; other < data.people.size(); ++other) {
        if (other == one.speaker)
            continue;
        const auto found
            = std::ranges::find(listening, data.conversation.participants[other].id,
                                [](const DialogueAnswers::Answer* each) { return each->participant; });
        content.people.push_back(person(found == listening.end() ? nullptr : *found, other, false));
    }
    content.attention = attentionText(answers, turn);
}

widgets::TurnPredictions::Person DialoguePredictions::person(const DialogueAnswers::Answer* answer,
                                                             std::size_t participant, bool speaks) const
{
    widgets::TurnPredictions::Person shown;
    shown.name = m_parts.conversation.data()->nameOf(participant);
    shown.speaks = speaks;
    if (!answer) {
        shown.note = m_model->answersListeners ? tr("The model says nothing of this listener.")
                                               : tr("This model says nothing of those who listen.");
        return shown;
    }
    for (std::size_t i = 0; i < answer->values.size() && i < m_model->labels.size(); ++i) {
        const engine::LabelCard& label = m_model->labels[i];
        const bool hasScale = label.low < label.high;
        if (std::isfinite(answer->values[i]))
            shown.values.push_back(
                {QString::fromStdString(label.name), hasScale ? static_cast<double>(label.low) : 0.0,
                 hasScale ? static_cast<double>(label.high) : 1.0, answer->values[i], answer->labels[i]});
    }
    if (answer->isLearntFromSpeakers)
        shown.note = tr("trained on speakers");
    return shown;
}

QString DialoguePredictions::attentionText(const DialogueAnswers& answers, std::size_t turn) const
{
    if (!m_model->attends)
        return tr("This model does not say which turns count.");
    const ConversationData& data = *m_parts.conversation.data();
    const auto attended = attendedTurnsOf(answers, turn, data);
    if (attended.empty())
        return {};
    const auto most = std::ranges::max_element(attended, {}, [](const auto& each) { return each.second; });
    double sum = 0.0;
    for (const auto& [place, weight] : attended)
        sum += weight;
    return tr("Attends most to turn %1, %2 (%3 %)")
        .arg(most->first + 1)
        .arg(data.nameOf(data.taken.turns[most->first].speaker))
        .arg(std::lround(100.0 * most->second / sum));
}

void DialoguePredictions::showArcs(const DialogueAnswers* answers, std::optional<std::size_t> turn)
{
    widgets::WhoSpeaksTrack* const track = m_parts.tracks.whoSpeaks();
    if (!track)
        return;
    std::vector<widgets::TurnArc> arcs;
    if (answers && turn) {
        for (const auto& [to, weight] : attendedTurnsOf(*answers, *turn, *m_parts.conversation.data()))
            arcs.push_back({*turn, to, weight});
    }
    track->setArcs(std::move(arcs));
}

}
