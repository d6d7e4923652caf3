#include "app/dataset_view/dataset_room.h"

#include "app/dataset_view/predictions_file.h"
#include "app/dataset_view/review_places.h"
#include "app/dataset_view/room_additive.h"
#include "app/dataset_view/room_comparison.h"
#include "app/dataset_view/room_concepts.h"
#include "app/dataset_view/room_flips.h"
#include "app/dataset_view/room_instead.h"
#include "app/dataset_view/room_pictures.h"
#include "app/dataset_view/room_place.h"
#include "app/dataset_view/room_slices.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/models_client/models_client.h"
#include "app/project/places_by_start.h"
#include "app/project/project.h"
#include "app/review/review.h"
#include "app/snapshot/project_moment.h"
#include "app/tasks/tasks.h"
#include "app/video/video_opener.h"
#include "engine/explain/explanation_table.h"
#include "widgets/predict/model_chooser.h"

#include <algorithm>
#include <utility>

namespace app {

DatasetRoom::DatasetRoom(const Parts& parts, QWidget& library, QMainWindow& window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
    , m_library(library)
    , m_answers(new KnownAnswers(parts.document, parts.tasks, parts.programs, this))
    , m_models(new RoomModels(parts.document, parts.modelsClient, parts.modelChoice, parts.settings,
                              parts.tasks, this))
    , m_content(std::make_shared<widgets::DatasetContent>())
{
    connectParts();
}

DatasetRoom::~DatasetRoom() = default;

void DatasetRoom::connectParts()
{
    connect(m_answers, &KnownAnswers::changed, this, &DatasetRoom::showState);
    const auto follow = [this] {
        if (m_isShown || m_isAsked)
            refresh();
    };
    connect(&m_parts.videos, &VideoOpener::datasetOpened, this, [this] {
        m_models->choose({});
        m_answers->leave();
    });
    connect(&m_parts.videos, &VideoOpener::entriesListed, this, follow);
    connect(&m_parts.modelsClient, &ModelsClient::modelChanged, this, follow);
    connect(&m_parts.modelsClient, &ModelsClient::stateChanged, this, follow);
    connect(&m_parts.document, &Document::projectChanged, this, follow);
    connect(&m_parts.document, &Document::videoChanged, this, [this] {
        if (m_isShown && m_view->head().isEnabled()) // its features tell which models fit
            showState();
    });
    connect(&m_parts.document.sight(), &DocumentSight::changed, this, follow);
    connect(&m_parts.document, &Document::labelsChanged, this, &DatasetRoom::followLabels);
    connect(&m_parts.document, &Document::tierChanged, this, [this] {
        if (m_answers->model().learnt)
            followLabels();
    });
    connect(&m_parts.videos, &VideoOpener::opening, this, &DatasetRoom::selectOpened);
    connect(m_models, &RoomModels::found, this, &DatasetRoom::showModels);
    connect(&m_parts.document, &Document::wordsChanged, this, [this] {
        m_isEdited = true;
        m_answers->forgetRefusal();
    }); // labels are shown as the project has them anyway
}

void DatasetRoom::followLabels()
{
    m_answers->forgetRefusal();
    if (m_answers->count() > 0)
        m_points->setStale();
    if (!m_isShown && !m_isAsked)
        return;
    if (m_answers->count() == 0)
        refresh();
    else
        m_points->advanceSoon();
}

/// The segments of a video that a person opens elsewhere.
void DatasetRoom::selectOpened(const QString& video)
{
    if (!m_isShown || m_isOpening)
        return;
    widgets::DatasetPlaces points;
    for (std::size_t i = 0; i < m_content->points.size(); ++i) {
        if (point(i).video == video)
            points.push_back(i);
    }
    if (!points.empty())
        m_view->select(points, widgets::SelectionStep::Replace, video);
}

void DatasetRoom::makeView()
{
    m_view = new widgets::DatasetView(&m_window);
    m_view->hide();
    m_slices = new RoomSlices(m_parts.document, m_parts.tasks, *m_view, this);
    m_concepts
        = new RoomConcepts(m_parts.document, m_parts.tasks, m_parts.programs, m_view->concepts(), this);
    m_comparison = new RoomComparison(m_parts.tasks, m_parts.programs, m_view->twoModels(), this);
    m_additive = new RoomAdditive(m_parts.tasks, m_parts.programs, *m_view, this);
    m_flips = new RoomFlips(*m_answers, m_parts.tasks, m_parts.programs, *m_view, this);
    m_place = new RoomPlace(*m_view, m_window, m_library, this);
    m_pictures = new RoomPictures(m_parts.document, *m_view, this);
    m_points = new RoomPoints(
        m_parts.document, m_parts.videos, m_parts.moments, *m_answers, [this] { return further(); },
        m_parts.tasks, this);
    connectView();
}

void DatasetRoom::connectView()
{
    using widgets::DatasetHead;
    using widgets::DatasetView;
    DatasetHead& head = m_view->head();
    connect(&head.models(), &widgets::ModelChooser::modelChosen, this, [this](const QString& path) {
        m_models->choose(path);
        refresh();
    });
    connect(&head.models(), &widgets::ModelChooser::listWished, m_models, &RoomModels::find);
    connect(&head.models(), &widgets::ModelChooser::openWished, this, &DatasetRoom::openModelWished);
    connect(m_view, &widgets::DatasetView::helpWished, this,
            [this] { emit commandWished(QStringLiteral("help")); });
    connect(&head, &DatasetHead::absentChosen, this, &DatasetRoom::refresh);
    connect(&head, &DatasetHead::outputChosen, this,
            [this](int output) { m_points->setChoice(static_cast<std::size_t>(output)); });
    connect(&head, &DatasetHead::runWished, this, &DatasetRoom::start);
    connect(&head, &DatasetHead::stopWished, m_answers, &KnownAnswers::stop);
    connect(&head, &DatasetHead::exportWished, this,
            [this] { exportPredictions(*m_answers, m_parts.document, m_parts.tasks, m_window); });
    connect(m_view, &DatasetView::messageAction, this, [this] {
        if (m_command.isEmpty())
            start();
        else
            emit commandWished(m_command);
    });
    connect(m_view, &DatasetView::openWished, this,
            [this](std::size_t place) { emit segmentWished(point(place).video, point(place).start); });
    connect(m_view, &DatasetView::playWished, this, [this](std::size_t place) {
        m_isOpening = true;
        m_parts.videos.playAt(point(place).video, {point(place).start, point(place).end});
        m_isOpening = false;
    });
    connect(m_view, &DatasetView::flipWished, this,
            [this](std::size_t place) { m_flips->ask(place, m_models->path(), m_content->output); });
    connect(m_flips, &RoomFlips::segmentWished, this, &DatasetRoom::segmentWished);
    connect(m_view, &DatasetView::sendWished, this, &DatasetRoom::sendToQueue);
    connect(m_view, &DatasetView::selectionChanged, this,
            [this] { emit selectionChanged(reviewPlacesOf(*m_content, m_view->selected())); });
    connect(m_points, &RoomPoints::made, this, &DatasetRoom::showPoints);
    const auto makeAgain = [this] {
        m_points->makeAgain();
        showState();
    };
    connect(m_concepts, &RoomConcepts::mutedChanged, this, makeAgain);
    connect(m_comparison, &RoomComparison::changed, this, makeAgain);
    connect(m_comparison, &RoomComparison::listWished, m_models, &RoomModels::find);
    connect(m_comparison, &RoomComparison::openWished, this, &DatasetRoom::openModelWished);
}

void DatasetRoom::setShown(bool shown)
{
    if (shown == m_isShown)
        return;
    m_isShown = shown;
    if (!shown) {
        m_view->hide();
        emit this->shown(false);
        return;
    }
    if (!m_view)
        makeView();
    emit this->shown(true);
    m_place->take();
    m_view->show();
    m_view->raise();
    m_view->setFocus();
    m_models->find();
    refresh();
    m_points->advance();
}

void DatasetRoom::prepare()
{
    m_isAsked = true;
    if (!m_view)
        makeView();
    refresh();
    emit pointsShown(m_content);
}

void DatasetRoom::choose(const std::vector<engine::ReviewPass::Place>& places, const QString& what)
{
    if (!m_view)
        return;
    const PlacesByStart wanted(places);
    widgets::DatasetPlaces points;
    for (std::size_t i = 0; i < m_content->points.size(); ++i) {
        if (wanted.contains(point(i).video, point(i).start))
            points.push_back(i);
    }
    const QSignalBlocker quiet(m_view); // who wished it knows
    m_view->select(points, widgets::SelectionStep::Replace, what);
}

bool DatasetRoom::isSettled() const
{
    return (!m_isShown && !m_isAsked)
        || (!m_answers->isReading() && !m_answers->isRunning() && m_points->isSettled()
            && (!m_concepts || m_concepts->isSettled()));
}

void DatasetRoom::showModels(const std::vector<widgets::ModelEntry>& entries,
                             const std::vector<ModelFile>& fitting)
{
    m_view->head().models().setModels(entries);
    m_comparison->setModels(fitting);
    m_view->head().models().setCurrentModel(m_models->path(), m_models->name());
    if (m_isShown)
        refresh();
}

/// Labels and predictions are hidden as long as a blind pass goes on.
QString DatasetRoom::whyHidden() const
{
    return !m_parts.document.sight().now().dataset
        ? tr("A blind review goes on: labels and predictions of the dataset are hidden until it is left.")
        : QString();
}

void DatasetRoom::refresh()
{
    const QString hidden = whyHidden();
    const auto instead = hidden.isEmpty()
        ? insteadOfPlots(m_parts.document, m_parts.videos.dataset().get(), !m_models->path().isEmpty(),
                         m_models->readsWords())
        : std::optional(RoomInstead{hidden, {}});
    if (instead) {
        m_command = QLatin1String(instead->command);
        m_view->setMessage(instead->text, instead->button);
        m_view->setCaution({}, {});
        m_view->head().setEnabled(false);
        return;
    }
    const AnswerCaution caution = m_models->caution().value_or(AnswerCaution());
    m_view->setCaution(caution.sentence, caution.about);
    m_view->head().setEnabled(true);
    m_view->head().setHidingOffered(m_models->canHide());
    m_view->head().setWhyNoQueue(m_parts.document.whyReadOnly());
    m_view->head().models().setCurrentModel(m_models->path(), m_models->name());
    const ExplanationKey key{m_parts.project.path(), m_models->path().toStdString(),
                             m_view->head().absent().toStdString(), m_parts.document.dataset()};
    const bool isOther // what is not kept could not be read again
        = m_isEdited && m_parts.document.isKept() && !m_answers->isRunning();
    if (m_answers->isAbout(key) && !isOther) {
        showState();
        return;
    }
    m_isEdited = false;
    m_slices->readSearches();
    m_view->setMessage(tr("Looking for what is known of this model and dataset…"));
    m_answers->read(key, m_parts.moments.now());
}

void DatasetRoom::start()
{
    if (m_answers->isRunning() || m_answers->isReading())
        return;
    if (m_answers->key().model.empty())
        return refresh(); // what is known was not read
    m_models->choose(QString::fromStdString(
        m_answers->key().model.string())); // another one elsewhere does not end the run
    m_answers->ask();
}

/// Why the chosen model cannot be asked about this dataset; empty: it can, as far as is known.
QString DatasetRoom::lack() const
{
    const ModelFile* const file = m_models->file();
    const QString why = file ? whyNotOverDatasets(*file, m_parts.document) : QString();
    return why.isEmpty() ? QString()
                         : tr("%1 cannot be asked about this dataset: %2.").arg(m_models->name(), why);
}

RoomState DatasetRoom::state() const
{
    RoomState state;
    state.known = m_answers->count();
    state.expected = m_answers->expected();
    state.leftOut = m_answers->leftOut();
    state.hasOutputs = m_answers->hasOutputs();
    state.isRunning = m_answers->isRunning();
    state.isKept = m_parts.document.isKept();
    state.muted = m_concepts->mutedUnits();
    state.staleWhy = m_answers->staleWhy();
    state.problem = m_answers->problem();
    state.isRefused = m_answers->isRefused();
    state.lack = lack();
    state.remedy = tr("Train a model…");
    state.isUnread = m_answers->isUnread();
    state.modelName = m_models->name();
    return state;
}

void DatasetRoom::showState()
{
    if (!m_view)
        return;
    const RoomState now = state();
    m_view->head().setState(headState(now));
    if (!now.leftOut.empty())
        m_view->head().setStateDetails(headDetails(now));
    if (!whyHidden().isEmpty() || m_answers->isReading())
        return;
    const bool isLacking
        = !now.isRunning && (now.isRefused || (now.problem.isEmpty() && !now.lack.isEmpty()));
    m_command = QLatin1String(isLacking ? "train" : "");
    const RoomMessage message = roomMessage(now);
    m_view->setMessage(message.text, message.action);
}

FurtherAnswers DatasetRoom::further() const
{
    return {m_concepts->muted(), m_answers->dynamics(), m_comparison->scores(), m_comparison->name(),
            m_answers->model().knowsHeldOut};
}

void DatasetRoom::showPoints(const widgets::DatasetContentPtr& content, const SegmentFactsPtr& facts)
{
    const ExplanationKey& key = m_answers->key();
    m_view->head().setOutputs(m_points->choices(), static_cast<int>(m_points->choice()));
    const QString output = content->areClasses() ? QString() : content->output; // these are about one number
    m_concepts->setSubject(key, m_answers->now(), output);
    m_comparison->setSubject(m_models->path(), key.dataset, output);
    m_additive->setSubject(key.model, key.dataset, output);
    m_pictures->setContent(content);
    m_content = content;
    if (m_concepts->mutedUnits() == 0)
        emit pointsShown(m_content); // elsewhere predictions are the model's
    m_view->setContent(m_content);
    m_concepts->setContent(m_content);
    if (m_answers->isRunning() || m_answers->hasComing())
        return;
    m_slices->make(m_content, facts);
    m_answers->keepIfOver();
}

void DatasetRoom::sendToQueue(const widgets::DatasetPlaces& points)
{
    if (!m_parts.review.mayBegin())
        return;
    emit reviewWished();
    const auto& learnt = m_answers->model().learnt;
    m_parts.review.startAt(passOver(m_parts.document.annotation(), m_parts.editor.annotator().toStdString(),
                                    reviewPlacesOf(*m_content, points),
                                    learnt ? learnt->tier : engine::kLabelsTier));
}

}
