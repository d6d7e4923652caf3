#include "app/window/side_panels.h"

#include "app/alignment/align_tab.h"
#include "app/inspector/inspector_tab.h"
#include "app/prediction/predict_tab.h"
#include "app/prediction/tried_edits.h"
#include "app/review/review_tab.h"
#include "app/session/session.h"
#include "app/space/space_model.h"
#include "app/space/space_tab.h"
#include "app/transcript/transcript_tab.h"
#include "widgets/transcript/transcript_panel.h"

#include <QScrollArea>
#include <QTabBar>

namespace app {

namespace {

QScrollArea* scrolling(QWidget* panel)
{
    auto* area = new QScrollArea;
    area->setWidget(panel);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return area;
}

}

SidePanels::SidePanels(Session& session, Review& review, QWidget* parent)
    : QTabWidget(parent)
    , m_document(session.document())
    , m_player(session.player())
    , m_prediction(session.prediction())
    , m_segment(session.document(), session.prediction())
    , m_align(new AlignTab(session.document(), session.player(), session.videos(), session.faces(),
                           session.project(), session.alignment()))
    , m_review(
          new ReviewTab(session.document(), session.editor(), session.prediction(), session.tasks(), review))
    , m_space(new SpaceTab({session.document(), session.videos(), session.tasks(), session.player(),
                            session.faces(), session.featureReader(), session.programs()}))
{
    setObjectName(QStringLiteral("sidePanels"));
    setAttribute(Qt::WA_StyledBackground); // beside the last tab, too
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    auto* inspector = new widgets::InspectorPanel;
    auto* predict = new widgets::PredictPanel;
    m_inspector = new InspectorTab(m_segment, session.document(), session.editor(), *inspector);
    m_predict = new PredictTab(m_segment, session.document(), session.videos(), session.prediction(),
                               session.otherModels(), session.modelsClient(), session.modelChoice(),
                               session.tasks(), *predict);
    m_spaceModel
        = new SpaceModel(m_segment, session.prediction(), session.modelsClient(), *m_predict, *m_space);
    addTab(scrolling(inspector), tr("Inspector"));
    addTab(m_align, tr("Align"));
    QScrollArea* predictArea = scrolling(predict);
    predictArea->setObjectName(QStringLiteral("predictArea"));
    addTab(predictArea, tr("Predict"));
    addTab(m_review, tr("Review"));
    auto* transcript = new widgets::TranscriptPanel;
    m_transcript = new TranscriptTab(session.document(), session.editor(), session.player(), session.tasks(),
                                     *transcript);
    addTab(transcript, tr("Transcript"));
    addTab(m_space, tr("Space"));
    setCurrentIndex(2);
    connect(m_predict, &PredictTab::triedWished, this,
            [this, &editor = session.editor()](const QString& step, const std::vector<Tried>& all) {
                editor.edit(step, [&](const engine::Annotation& annotation) {
                    return putTried(annotation, m_document.video().id.toStdString(), all);
                });
            });
    connect(m_predict, &PredictTab::applyWished, this,
            [this, &editor = session.editor()](const QString& step, const Tried& tried, std::size_t firstWord,
                                               const std::vector<Tried>& rest) {
                editor.asOneStep(step, [&] {
                    const int before = editor.history().index();
                    applyTried(tried, firstWord, m_document, editor);
                    if (editor.history().index() != before) // else it was refused, and stays a trial
                        editor.edit(step, [&](const engine::Annotation& annotation) {
                            return putTried(annotation, m_document.video().id.toStdString(), rest);
                        });
                });
            });
    connect(m_predict, &PredictTab::acceptWished, &session.editor(),
            [&editor = session.editor()](std::size_t segment, const QString& label, double value,
                                         const QString& model) {
                editor.acceptPrediction(segment, label, value, model);
            });
    connect(m_space, &SpaceTab::modelWished, this,
            [this, &choice = session.modelChoice()](const QString& architecture) {
                if (const QString path = m_predict->modelOf(architecture); !path.isEmpty())
                    choice.choose(path);
            });
    connectDocument();
}

void SidePanels::connectDocument()
{
    connect(&m_document.sight(), &DocumentSight::changed, this, &SidePanels::showSight);
    connect(&m_document, &Document::videoChanged, this, [this] {
        m_segment.set(std::nullopt); // of the video before; the timeline tells the new one
        m_segment.setWord(m_document.wordAt(m_player.position()));
        showSegment();
        m_inspector->showWord();
    });
    connect(&m_document, &Document::wordsChanged, this, [this](const QString& video) {
        if (!m_document.isInSight(video))
            return;
        m_segment.setWord(m_document.wordAt(m_player.position()));
        showSegment();
        m_inspector->showWord(); // also the same one: it may have moved
    });
    connect(&m_document, &Document::labelsChanged, this, [this](const QString& video) {
        if (m_document.isInSight(video))
            showSegment();
    });
    connect(&m_player, &Player::positionChanged, this, [this](double seconds) {
        if (!m_segment.setWord(m_document.wordAt(seconds)))
            return;
        m_inspector->showWord();
        m_predict->showWord();
        m_spaceModel->show();
        m_review->setWord(m_segment.word());
    });
}

bool SidePanels::showTab(const QString& name)
{
    const QStringList names{QStringLiteral("inspector"),  QStringLiteral("align"),
                            QStringLiteral("predict"),    QStringLiteral("review"),
                            QStringLiteral("transcript"), QStringLiteral("space")};
    const auto index = names.indexOf(name);
    if (index >= 0)
        setCurrentIndex(static_cast<int>(index));
    return index >= 0;
}

bool SidePanels::isComplete() const
{
    return m_space->isComplete() && m_align->isComplete();
}

void SidePanels::showSight()
{
    setTabEnabled(indexOf(m_space), m_document.sight().now().dataset); // its colours are labels
    showSegment();
    m_inspector->showWord();
    m_transcript->showSight();
}

void SidePanels::setSegment(std::optional<std::size_t> segment)
{
    m_segment.set(segment);
    m_prediction.setFocus(segment);
    m_space->setSegment(segment);
    showSegment();
}

void SidePanels::showSegment()
{
    m_segment.forgetDeleted();
    m_inspector->showSegment();
    m_predict->showSegment();
    m_spaceModel->show();
}

}
