#include "app/dataset_view/dataset_room.h"

#include "app/dataset_view/counterfactual_dialog.h"
#include "app/dataset_view/known_answers.h"
#include "app/dataset_view/review_places.h"
#include "app/dataset_view/room_additive.h"
#include "app/dataset_view/room_comparison.h"
#include "app/dataset_view/room_concepts.h"
#include "app/dataset_view/room_geometry.h"
#include "app/dataset_view/room_slices.h"
#include "app/dataset_view/segment_points.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/files/file_questions.h"
#include "app/models_client/models_client.h"
#include "app/prediction/model_choice.h"
#include "app/project/places_by_start.h"
#include "app/project/project.h"
#include "app/review/review.h"
#include "app/settings/settings.h"
#include "app/tasks/tasks.h"
#include "app/video/video_opener.h"
#include "engine/explain/explanation_table.h"
#include "widgets/dataset/concept_card.h"
#include "widgets/dataset/concept_table.h"
#include "widgets/dataset/segment_strip.h"
#include "widgets/predict/model_chooser.h"

#include <QEvent>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr int kEditPause = 400; // ms
constexpr int kShowPause = 200; // ms between two pictures of a run
constexpr int kLongShowPause = 1500; // the same, of many segments
constexpr std::size_t kManyPoints = 5000;

struct MadePoints {
    widgets::DatasetContentPtr content;
    std::vector<SegmentFacts> facts;
};

}

DatasetRoom::DatasetRoom(const Parts& parts, QWidget& library, QMainWindow& window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
    , m_library(&library)
    , m_answers(new KnownAnswers(parts.document, parts.tasks, parts.programs, this))
    , m_pictures(new StripPictures(this))
    , m_conceptPictures(new StripPictures(this))
    , m_content(std::make_shared<widgets::DatasetContent>())
    , m_findingModels(parts.tasks)
    , m_making(parts.tasks)
{
    window.installEventFilter(this);
    library.installEventFilter(this);
    m_later.setSingleShot(true);
    connectParts();
}

DatasetRoom::~DatasetRoom() = default;

void DatasetRoom::connectParts()
{
    connect(&m_later, &QTimer::timeout, this, &DatasetRoom::advance);
    connect(m_answers, &KnownAnswers::forgotten, this, [this] { // points that are being made are of what was known
        m_making.abandon();
        m_output = 0;
    });
    connect(m_answers, &KnownAnswers::arrived, this, [this] {
        m_isToBeMade = true;
        advance();
    });
    connect(m_answers, &KnownAnswers::coming, this, [this] {
        if (!m_later.isActive())
            m_later.start(m_answers->count() > kManyPoints ? kLongShowPause : kShowPause);
    });
    connect(m_answers, &KnownAnswers::changed, this, &DatasetRoom::showState);
    const auto follow = [this] {
        if (m_isShown || m_isAsked)
            refresh();
    };
    connect(&m_parts.videos, &VideoOpener::datasetOpened, this, [this] {
        m_model.clear();
        m_answers->leave();
    });
    connect(&m_parts.videos, &VideoOpener::entriesListed, this, follow);
    connect(&m_parts.modelsClient, &ModelsClient::modelChanged, this, follow);
    connect(&m_parts.modelsClient, &ModelsClient::stateChanged, this, follow);
    connect(&m_parts.document, &Document::projectChanged, this, follow);
    connect(&m_parts.document.sight(), &DocumentSight::changed, this, follow);
    connect(&m_parts.document, &Document::labelsChanged, this, [this] {
        if (m_answers->count() == 0)
            return;
        m_isToBeMade = true;
        if (m_isShown || m_isAsked)
            m_later.start(kEditPause);
    });
    connect(&m_parts.videos, &VideoOpener::opening, this, [this](const QString& video) {
        if (!m_isShown || m_isOpening)
            return;
        widgets::DatasetPlaces points;
        for (std::size_t i = 0; i < m_content->points.size(); ++i) {
            if (point(i).video == video)
                points.push_back(i);
        }
        if (!points.empty())
            m_view->select(points, widgets::SelectionStep::Replace, video);
    });
    connect(m_pictures, &StripPictures::ready, this,
            [this](std::size_t place, const QImage& picture) { m_view->strip().setPicture(place, picture); });
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
    connectView();
}

void DatasetRoom::connectView()
{
    using widgets::DatasetHead;
    using widgets::DatasetView;
    DatasetHead& head = m_view->head();
    connect(&head.models(), &widgets::ModelChooser::modelChosen, this, [this](const QString& path) {
        m_model = path;
        refresh();
    });
    connect(&head.models(), &widgets::ModelChooser::listWished, this, &DatasetRoom::findModels);
    connect(&head.models(), &widgets::ModelChooser::openWished, this, &DatasetRoom::openModelWished);
    connect(&head, &DatasetHead::absentChosen, this, &DatasetRoom::refresh);
    connect(&head, &DatasetHead::outputChosen, this, [this](int output) {
        m_output = static_cast<std::size_t>(output);
        m_isToBeMade = true;
        advance();
    });
    connect(&head, &DatasetHead::runWished, this, &DatasetRoom::start);
    connect(&head, &DatasetHead::stopWished, m_answers, &KnownAnswers::stop);
    connect(&head, &DatasetHead::exportWished, this, &DatasetRoom::exportTable);
    connect(m_view, &DatasetView::messageAction, this, [this] {
        if (m_answer == Answer::Run)
            start();
        else if (m_answer == Answer::Extract)
            emit extractionWished();
        else
            emit openModelWished();
    });
    connect(m_view, &DatasetView::openWished, this,
            [this](std::size_t place) { emit segmentWished(point(place).video, point(place).start); });
    connect(m_view, &DatasetView::playWished, this, [this](std::size_t place) {
        m_isOpening = true;
        m_parts.videos.playAt(point(place).video, {point(place).start, point(place).end});
        m_isOpening = false;
    });
    connect(m_view, &DatasetView::flipWished, this, &DatasetRoom::askWhatWouldFlip);
    connect(m_view, &DatasetView::sendWished, this, &DatasetRoom::sendToQueue);
    connect(m_view, &DatasetView::selectionChanged, this,
            [this] { emit selectionChanged(reviewPlacesOf(*m_content, m_view->selected())); });
    connect(&m_view->strip(), &widgets::SegmentStrip::picturesWished, this,
            [this](const widgets::DatasetPlaces& points) { m_pictures->want(moments(points)); });
    widgets::ConceptTable& concepts = m_view->concepts().table();
    connect(&concepts, &widgets::ConceptTable::picturesWished, this,
            [this](const widgets::DatasetPlaces& points) { m_conceptPictures->want(moments(points)); });
    connect(m_conceptPictures, &StripPictures::ready, &concepts, &widgets::ConceptTable::setPicture);
    const auto makeAgain = [this] {
        m_isToBeMade = true;
        advance();
        showState();
    };
    connect(m_concepts, &RoomConcepts::mutedChanged, this, makeAgain);
    connect(m_comparison, &RoomComparison::changed, this, makeAgain);
    connect(m_comparison, &RoomComparison::listWished, this, &DatasetRoom::findModels);
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
    lieBesideLibrary();
    m_view->show();
    m_view->raise();
    m_view->setFocus();
    findModels();
    refresh();
    if (m_isToBeMade)
        advance();
}

void DatasetRoom::prepare()
{
    m_isAsked = true;
    if (!m_view)
        makeView();
    refresh();
    emit pointsShown(m_content);
}

void DatasetRoom::choose(const std::vector<ReviewPass::Place>& places, const QString& what)
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
        || (!m_answers->isReading() && !m_answers->isRunning() && !m_later.isActive() && !m_making.isRunning()
            && (!m_concepts || m_concepts->isSettled()));
}

bool DatasetRoom::eventFilter(QObject* watched, QEvent* event)
{
    if (m_isShown
        && (event->type() == QEvent::Resize || event->type() == QEvent::Show || event->type() == QEvent::Hide
            || event->type() == QEvent::Move || event->type() == QEvent::LayoutRequest))
        lieBesideLibrary();
    return QObject::eventFilter(watched, event);
}

void DatasetRoom::lieBesideLibrary()
{
    m_view->setGeometry(besideLibrary(m_window, m_library));
}

QString DatasetRoom::model() const
{
    if (!m_model.isEmpty())
        return m_model;
    return m_parts.modelChoice.path().isEmpty() ? m_parts.modelsClient.loadedPath()
                                                : m_parts.modelChoice.path();
}

QString DatasetRoom::modelName() const
{
    const QString path = model();
    const auto& loaded = m_parts.modelsClient.model();
    if (loaded && path == m_parts.modelsClient.loadedPath())
        return QString::fromStdString(loaded->name);
    return m_modelNames.value(path, QFileInfo(path).completeBaseName());
}

void DatasetRoom::findModels()
{
    m_findingModels.start(
        tr("Looking for models of the dataset view"),
        [folders = modelFolders(m_parts.document.dataset().root), recent = m_parts.settings.recentModels()](
            const engine::RunContext& run) { return app::findModels(folders, recent, run); },
        [this](const std::vector<ModelFile>& files) {
            std::vector<widgets::ModelEntry> entries;
            std::vector<ModelFile> others;
            for (const ModelFile& file : files) {
                m_modelNames[file.path] = file.name;
                if (!file.hidesModalities)
                    m_cannotHide.insert(file.path);
                if (file.looksAtRecordings || !file.givesScores)
                    continue; // these are not asked with modalities absent
                const QString why
                    = m_parts.document.hasVideo() ? misfit(file, m_parts.document.video()) : QString();
                entries.push_back(
                    {file.path, file.name, why.isEmpty() ? file.architecture : why, why.isEmpty()});
                if (why.isEmpty())
                    others.push_back(file);
            }
            m_view->head().models().setModels(entries);
            m_comparison->setModels(others);
            m_view->head().models().setCurrentModel(model(), modelName());
            if (m_isShown && !m_answers->key().model.empty())
                refresh();
        });
}

/// Labels and predictions are hidden as long as a blind pass goes on.
QString DatasetRoom::whyHidden() const
{
    return !m_parts.document.sight().now().dataset
        ? tr("A blind review goes on: labels and predictions of the dataset are hidden until it is left.")
        : QString();
}

/// Where no model can be asked; absent: one can.
std::optional<DatasetRoom::Instead> DatasetRoom::insteadOfPlots() const
{
    if (const QString hidden = whyHidden(); !hidden.isEmpty())
        return Instead{hidden, {}, Answer::OpenModel};
    if (!m_parts.videos.dataset())
        return Instead{tr("Open a dataset with sequences: a model is then asked about all its segments."),
                       {},
                       Answer::Extract};
    if (m_parts.document.dataset().sequences.empty())
        return Instead{
            tr("These videos have no sequences yet. With words and features, a model is asked about all "
               "their segments here."),
            tr("Make sequences…"), Answer::Extract};
    if (model().isEmpty())
        return Instead{tr("There is no model yet. Open one that was trained on such features."),
                       tr("Open a model…"), Answer::OpenModel};
    return std::nullopt;
}

void DatasetRoom::refresh()
{
    if (const auto instead = insteadOfPlots()) {
        m_answer = instead->answer;
        m_view->setMessage(instead->text, instead->button);
        m_view->head().setEnabled(false);
        return;
    }
    m_view->head().setEnabled(true);
    m_view->head().setHidingOffered(!m_cannotHide.contains(model()));
    m_view->head().setWhyNoQueue(m_parts.document.whyReadOnly());
    m_view->head().models().setCurrentModel(model(), modelName());
    const ExplanationKey key{m_parts.project.path(), model().toStdString(),
                             m_view->head().absent().toStdString(), m_parts.document.dataset()};
    if (m_answers->isAbout(key)) {
        showState();
        return;
    }
    m_slices->readSearches();
    m_view->setMessage(tr("Looking for what is known of this model and dataset…"));
    m_answers->read(key);
}

void DatasetRoom::start()
{
    if (m_answers->isRunning() || m_answers->isReading())
        return;
    if (m_answers->key().model.empty())
        return refresh(); // what is known was not read
    m_model = QString::fromStdString(
        m_answers->key().model.string()); // another one elsewhere does not end the run
    m_answers->ask();
}

void DatasetRoom::advance()
{
    if (m_making.isRunning() || !m_view || (!m_answers->hasComing() && !m_isToBeMade))
        return;
    m_answers->takeComing();
    makePoints();
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
    state.isUnread = m_answers->isUnread();
    state.modelName = modelName();
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
    m_answer = Answer::Run;
    const RoomMessage message = roomMessage(now);
    m_view->setMessage(message.text, message.action);
}

/// A task: it takes long for many segments.
void DatasetRoom::makePoints()
{
    const auto dataset = m_parts.videos.dataset();
    m_isToBeMade = false;
    if (!dataset)
        return;
    m_making.start(
        tr("Making the points of the dataset view"),
        [known = m_answers->known(), output = m_output,
         own = ownLabelsOf(m_parts.document), dataset,
         beside = BesideAnswers{m_concepts->muted(), m_answers->dynamics(), m_comparison->scores(),
                                m_comparison->name(), m_answers->knowsHeldOut()}](const engine::RunContext&) {
            return MadePoints{segmentPoints(*known, output, own, *dataset, beside), segmentFacts(*known)};
        },
        [this](Outcome<MadePoints> end) {
            if (auto* made = std::get_if<MadePoints>(&end)) {
                showPoints(made->content, std::move(made->facts));
                advance();
                return;
            }
            m_isToBeMade = true; // what there is can be had once more
            if (const QString failure = failureOf(end); !failure.isEmpty())
                m_parts.document.notices().say(failure);
        });
}

void DatasetRoom::showPoints(const widgets::DatasetContentPtr& content, std::vector<SegmentFacts> facts)
{
    QStringList outputs;
    const ExplanationKey& key = m_answers->key();
    for (const engine::ExplainedOutput& output : m_answers->known()->outputs)
        outputs << QString::fromStdString(output.name);
    m_view->head().setOutputs(outputs, static_cast<int>(m_output));
    m_concepts->setSubject(key, m_answers->now(), outputs.value(static_cast<qsizetype>(m_output)));
    m_comparison->setSubject(model(), key.dataset, outputs.value(static_cast<qsizetype>(m_output)));
    m_additive->setSubject(key.model, key.dataset, outputs.value(static_cast<qsizetype>(m_output)));
    if (m_content->points.empty() || content->points.empty()
        || m_content->points.front().video != content->points.front().video) {
        m_view->strip().forgetPictures();
        m_view->concepts().table().units().forgetPictures();
    }
    m_content = content;
    if (m_concepts->mutedUnits() == 0)
        emit pointsShown(m_content); // elsewhere predictions are the model's
    m_view->setContent(m_content);
    m_concepts->setContent(m_content);
    if (m_answers->isRunning() || m_answers->hasComing())
        return;
    m_slices->make(m_content, std::move(facts));
    m_answers->keepIfOver();
}

void DatasetRoom::sendToQueue(const widgets::DatasetPlaces& points)
{
    if (!m_parts.review.mayBegin())
        return;
    emit reviewWished();
    m_parts.review.startAt(passOver(m_parts.document.annotation(), m_parts.editor.annotator().toStdString(),
                                    reviewPlacesOf(*m_content, points)));
}

void DatasetRoom::askWhatWouldFlip(std::size_t place)
{
    if (!m_flips) {
        m_flips = new CounterfactualDialog(m_parts.tasks, m_parts.programs, m_view);
        connect(m_flips, &CounterfactualDialog::segmentWished, this, [this](const std::string& id) {
            const auto& segments = m_answers->known()->segments;
            if (const auto found = std::ranges::find(segments, id, &engine::ExplainedSegment::id);
                found != segments.end())
                emit segmentWished(QString::fromStdString(found->video()), found->span.start);
        });
    }
    m_flips->ask(questionAbout(*m_answers->known(), place, model(), m_content->output, m_answers->key().dataset));
    m_flips->show();
    m_flips->raise();
    m_flips->activateWindow();
}

QList<StripPictures::Wish> DatasetRoom::moments(const widgets::DatasetPlaces& points) const
{
    QList<StripPictures::Wish> wishes;
    for (const std::size_t place : points) {
        const auto* media = m_parts.document.dataset().mediaOf(point(place).video.toStdString());
        if (media)
            wishes.append({place, QString::fromStdString(media->file.string()),
                           (point(place).start + point(place).end) / 2.0});
    }
    return wishes;
}

void DatasetRoom::exportTable()
{
    const QString file = askForNewFile(
        &m_window,
        {"predictions", tr("Write predictions and classes"),
         tr("Tables, or computational sequences (*.csv *.csd)"), dataFolder(m_parts.document)},
        QString::fromStdString(m_answers->key().model.stem().string()) + QStringLiteral("-predictions.csv"),
        QStringLiteral("csv"));
    if (file.isEmpty())
        return;
    m_parts.tasks.start(
        tr("Writing predictions"), this,
        [known = m_answers->known(), file](const engine::RunContext&) {
            keepExplanations(*known, file.toStdString());
            return file;
        },
        [this](const QString& written) { m_parts.document.notices().say(tr("Written: %1").arg(written)); });
}

}
