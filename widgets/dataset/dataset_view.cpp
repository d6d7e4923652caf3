#include "widgets/dataset/dataset_view.h"

#include "widgets/base/guide_page.h"
#include "widgets/dataset/calibration_card.h"
#include "widgets/dataset/card_stack.h"
#include "widgets/dataset/concept_card.h"
#include "widgets/dataset/concept_table.h"
#include "widgets/dataset/confusion_card.h"
#include "widgets/dataset/decision_card.h"
#include "widgets/dataset/labelled_values.h"
#include "widgets/dataset/message_page.h"
#include "widgets/dataset/plot_card.h"
#include "widgets/dataset/residual_card.h"
#include "widgets/dataset/residual_plot.h"
#include "widgets/dataset/scatter_plot.h"
#include "widgets/dataset/segment_list_card.h"
#include "widgets/dataset/slice_card.h"
#include "widgets/dataset/strip_card.h"
#include "widgets/dataset/table_stack.h"
#include "widgets/dataset/ternary_plot.h"
#include "widgets/dataset/training_plot.h"
#include "widgets/dataset/two_models_card.h"
#include "widgets/dataset/two_models_plot.h"
#include "widgets/predict/caution_banner.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace widgets {

DatasetView::DatasetView(QWidget* parent)
    : QWidget(parent)
    , m_content(std::make_shared<DatasetContent>())
    , m_selection(std::make_shared<std::vector<bool>>())
    , m_head(new DatasetHead(this))
    , m_caution(new CautionBanner(this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("datasetView"));
    setGuidePage(*this, "dataset-view");
    setAccessibleName(tr("Dataset"));
    setFocusPolicy(Qt::StrongFocus);
    m_message = new MessagePage(QStringLiteral("datasetMessage"), m_pages);
    m_pages->addWidget(m_message);
    m_pages->addWidget(makePlots());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    auto* caution = new QHBoxLayout;
    caution->setContentsMargins(10, 0, 10, 0);
    caution->addWidget(m_caution);
    column->addLayout(caution);
    connect(m_caution, &CautionBanner::helpWished, this, &DatasetView::helpWished);
    column->addWidget(m_pages, 1);
    connectParts();
}

void DatasetView::setCaution(const QString& sentence, const QString& about)
{
    m_caution->setCaution(sentence, about);
}

QWidget* DatasetView::makePlots()
{
    auto* page = new QWidget(this);
    m_decision = new DecisionCard(page);
    m_scatter = new ScatterPlot(page);
    m_scatterCard = new PlotCard(tr("Label and prediction"), m_scatter, page);
    m_confusion = new ConfusionCard(page);
    m_calibration = new CalibrationCard(page);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_decision, 34);
    top->addWidget(m_scatterCard, 36);
    top->addWidget(m_confusion, 31);
    top->addWidget(m_calibration, 26);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(8);
    m_tables = new TableStack(this);
    middle->addWidget(m_tables, 60);
    middle->addWidget(makeComparisons(), 40);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(10, 0, 10, 8);
    column->setSpacing(8);
    column->addLayout(top, 43);
    column->addLayout(middle, 34);
    m_strip = new StripCard(this);
    column->addWidget(m_strip, 23);
    return page;
}

QWidget* DatasetView::makeComparisons()
{
    auto* stack = new CardStack(QStringLiteral("comparisons"), this);
    m_residuals = new ResidualCard(stack);
    m_training = new TrainingPlot(stack);
    m_trainingCard = new PlotCard({}, m_training, stack);
    m_twoModels = new TwoModelsCard(stack);
    stack->setCards({{tr("Residuals"), tr("Prediction minus label"), m_residuals},
                     {tr("While training"), tr("What was easy, ambiguous or hard to learn"), m_trainingCard},
                     {tr("Two models"), tr("What another model says of the same segments"), m_twoModels}});
    return stack;
}

std::array<PointPlot*, 5> DatasetView::plots() const
{
    return {&m_decision->plot(), m_scatter, &m_residuals->plot(), m_training, &m_twoModels->plot()};
}

void DatasetView::connectPlot(PointPlot& plot, const QString& lasso)
{
    connect(&plot, &PointPlot::openWished, this, &DatasetView::openWished);
    connect(&plot, &PointPlot::selectionWished, this,
            [this, lasso](const DatasetPlaces& points, SelectionStep step) {
                select(points, step, points.size() > 1 ? lasso : QString());
            });
}

void DatasetView::connectParts()
{
    connectPlot(m_decision->plot(), tr("lasso in “Who decides”"));
    connectPlot(*m_scatter, tr("lasso in “Label and prediction”"));
    connectPlot(m_residuals->plot(), tr("lasso in “Residuals”"));
    connectPlot(*m_training, tr("lasso in “While training”"));
    connectPlot(m_twoModels->plot(), tr("lasso in “Two models”"));
    connect(m_decision, &DecisionCard::additiveWished, this, &DatasetView::additiveWished);
    connect(m_decision, &DecisionCard::kindClicked, this, [this](std::size_t kind, SelectionStep step) {
        DatasetPlaces points;
        for (std::size_t i = 0; i < m_marks->ofPoint.size(); ++i) {
            if (m_marks->ofPoint[i] == kind && m_content->points[i].isOf(m_fold))
                points.push_back(i);
        }
        select(points, step, m_marks->kinds[kind].name);
    });
    connect(m_confusion, &ConfusionCard::classesChanged, this, [this] { showSelection({}); });
    connect(m_confusion, &ConfusionCard::selectionWished, this,
            [this](const DatasetPlaces& points, SelectionStep step) {
                select(points, step, tr("cell of the confusion"));
            });
    connect(m_calibration, &CalibrationCard::selectionWished, this,
            [this](const DatasetPlaces& points, SelectionStep step) {
                select(points, step, tr("an eighth of the predictions"));
            });
    connect(m_message, &MessagePage::actionWished, this, &DatasetView::messageAction);
    SliceCard* const slices = &m_tables->slices();
    connect(slices, &SliceCard::sliceClicked, this, &DatasetView::select);
    connect(slices, &SliceCard::sliceWished, this, &DatasetView::sliceWished);
    connect(slices, &SliceCard::removalWished, this, &DatasetView::sliceRemovalWished);
    SegmentListCard* const segments = &m_tables->segments();
    connect(
        segments, &SegmentListCard::selectionWished, this,
        [this](const DatasetPlaces& points, SelectionStep step) { select(points, step, tr("a segment")); });
    connect(segments, &SegmentListCard::openWished, this, &DatasetView::openWished);
    connect(segments, &SegmentListCard::playWished, this, &DatasetView::playWished);
    ConceptTable& concepts = m_tables->concepts().table();
    connect(&concepts, &ConceptTable::unitClicked, this,
            [this](const DatasetPlaces& points, SelectionStep step, const QString& name) {
                select(points, step, tr("concept “%1”").arg(name));
            });
    connect(&concepts, &ConceptTable::openWished, this, &DatasetView::openWished);
    connect(&concepts, &ConceptTable::playWished, this, &DatasetView::playWished);
    connect(m_strip, &StripCard::orderChanged, this, [this] { showSelection(m_what); });
    connect(
        m_strip, &StripCard::selectionWished, this,
        [this](const DatasetPlaces& points, SelectionStep step) { select(points, step, tr("a segment")); });
    connect(m_strip, &StripCard::openWished, this, &DatasetView::openWished);
    connect(m_strip, &StripCard::playWished, this, &DatasetView::playWished);
    connect(m_strip, &StripCard::flipWished, this, &DatasetView::flipWished);
    connect(m_head, &DatasetHead::foldChosen, this, [this](const QString& fold) {
        m_wishedFold = fold;
        settleFold();
        showMarks();
        showFigures();
        showSelection(m_what);
    });
    connect(m_head, &DatasetHead::markByChosen, this, &DatasetView::showMarks);
    connect(m_head, &DatasetHead::clearWished, this, [this] { select({}, SelectionStep::Replace, {}); });
    connect(m_head, &DatasetHead::sendWished, this, [this] { emit sendWished(selected()); });
}

void DatasetView::setMessage(const QString& message, const QString& action)
{
    m_message->setMessage(message, action);
    m_pages->setCurrentIndex(message.isEmpty() ? 1 : 0);
}

void DatasetView::setContent(const DatasetContentPtr& content)
{
    const bool grows = !m_content->points.empty() && content->points.size() >= m_content->points.size()
        && content->output == m_content->output
        && content->points.front().video == m_content->points.front().video;
    if (!grows || content->points.empty()) {
        m_selection = std::make_shared<std::vector<bool>>();
        m_tables->slices().setSlices({}, 0.0, {}, content->areClasses());
    }
    m_content = content;
    auto selection = std::make_shared<std::vector<bool>>(*m_selection);
    selection->resize(content->points.size(), false);
    m_selection = selection;
    for (PointPlot* plot : plots())
        plot->setContent(content);
    m_twoModels->setContent(content);
    m_strip->setContent(content);
    settleFold();
    showMarks();
    showFigures();
    showSelection({});
}

/// What a person chose, as long as there is such a fold; otherwise what was held out.
void DatasetView::settleFold()
{
    const QStringList folds = m_content->folds();
    const bool isWished = m_wishedFold && (m_wishedFold->isEmpty() || folds.contains(*m_wishedFold));
    const QString fold = isWished ? *m_wishedFold : m_content->heldOut();
    m_head->setFolds(
        folds, fold,
        m_content->knowsHeldOut
            ? tr("Figures and slices are of the segments of this fold, as the model was trained; "
                 "the others are pale")
            : tr("The model's card does not say what was held out: figures may be of segments "
                 "that it learnt from"));
    for (PointPlot* plot : plots())
        plot->setFold(plot == m_training ? QString() : fold); // that one is of the training
    m_twoModels->setFold(fold);
    if (fold == m_fold)
        return;
    m_fold = fold;
    emit foldChanged();
}

void DatasetView::showMarks()
{
    m_marks = std::make_shared<const DatasetMarks>(
        datasetMarks(*m_content, m_head->markBy(), themeOf(palette()), m_fold));
    for (PointPlot* plot : plots())
        plot->setMarks(m_marks);
    m_decision->setMarks(m_marks);
}

/// What the labels are needed for.
void DatasetView::showFigures()
{
    const DatasetPlaces places = labelledPlaces(*m_content, m_fold);
    m_confusion->setContent(m_content, m_fold);
    m_calibration->setContent(m_content, m_fold);
    m_tables->segments().setContent(m_content, m_fold);
    m_residuals->setLabelled(*m_content, places);
    m_scatter->setMessage(places.empty() ? withoutLabels() : QString());
    const QString of = !m_content->knowsHeldOut ? tr("held out: unknown") : m_fold;
    QStringList note;
    if (!places.empty())
        note << of << m_content->labelsBy << scatterFigures(*m_content, places);
    note.removeAll(QString());
    m_scatterCard->setNote(note.join(QStringLiteral(" · ")));
    m_scatter->setToolTip(tr("%n labelled", nullptr, static_cast<int>(places.size())));
}

void DatasetView::setSlices(std::vector<DatasetSlice> slices, double allError, const QString& note)
{
    m_tables->slices().setSlices(std::move(slices), allError, note, m_content->areClasses());
    m_tables->slices().setSelection(m_selection);
}

void DatasetView::setAdditiveShare(const QString& note, const QString& details, const QString& action)
{
    m_decision->setAdditiveShare(note, details, action);
}

void DatasetView::setSliceProblem(const QString& problem)
{
    m_tables->slices().setProblem(problem);
}

ConceptCard& DatasetView::concepts()
{
    return m_tables->concepts();
}

SegmentStrip& DatasetView::strip()
{
    return m_strip->strip();
}

DatasetPlaces DatasetView::selected() const
{
    return m_strip->selected();
}

void DatasetView::select(const DatasetPlaces& points, SelectionStep step, const QString& what)
{
    auto selection = std::make_shared<std::vector<bool>>(*m_selection);
    if (step == SelectionStep::Replace)
        selection->assign(m_content->points.size(), false);
    for (const std::size_t point : points)
        (*selection)[point] = step != SelectionStep::Remove;
    m_selection = selection;
    showSelection(step == SelectionStep::Replace ? what : tr("several steps"));
    emit selectionChanged();
}

void DatasetView::showSelection(const QString& what)
{
    m_what = what;
    for (PointPlot* plot : plots())
        plot->setSelection(m_selection);
    m_tables->slices().setSelection(m_selection);
    m_tables->segments().setSelection(m_selection);
    m_tables->concepts().table().units().setSelection(m_selection);
    m_strip->setSelection(m_selection, m_fold);
    const DatasetPlaces places = selected();
    m_confusion->setSelected(places);
    m_head->setSelected(places.size(), m_content->points.size(), what);
}

void DatasetView::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), themeOf(palette()).background);
}

void DatasetView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_marks)
        showMarks();
}

/// Keys without Ctrl are this view's own as long as it is shown: those of the window's commands act on what
/// lies below.
bool DatasetView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isOurs = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
            && key->key() != Qt::Key_F1 && key->key() != Qt::Key_Question;
        if (isOurs || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        const bool done = QWidget::event(event);
        m_decision->placeLegend();
        return done;
    }
    return QWidget::event(event);
}

void DatasetView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        select({}, SelectionStep::Replace, {});
    else if (event->matches(QKeySequence::SelectAll)) {
        DatasetPlaces all(m_content->points.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        select(all, SelectionStep::Replace, tr("all"));
    } else if (event->key() == Qt::Key_Q && event->modifiers() == Qt::NoModifier && !selected().empty())
        emit sendWished(selected());
}

/// What lies below cannot be seen: the keyboard stays within.
bool DatasetView::focusNextPrevChild(bool next)
{
    QWidget* const from = focusWidget() ? focusWidget() : this;
    for (QWidget* widget = next ? from->nextInFocusChain() : from->previousInFocusChain(); widget != from;
         widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain()) {
        if (isAncestorOf(widget) && widget->isVisibleTo(this) && widget->isEnabled()
            && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy()) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return false;
}

}
