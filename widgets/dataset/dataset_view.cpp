#include "widgets/dataset/dataset_view.h"

#include "engine/agreement/regression_scores.h"
#include "widgets/base/elided_combo_box.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/scale_number.h"
#include "widgets/dataset/calibration_plot.h"
#include "widgets/dataset/card_stack.h"
#include "widgets/dataset/concept_card.h"
#include "widgets/dataset/concept_table.h"
#include "widgets/dataset/confusion_grid.h"
#include "widgets/dataset/mark_legend.h"
#include "widgets/dataset/message_page.h"
#include "widgets/dataset/plot_card.h"
#include "widgets/dataset/residual_plot.h"
#include "widgets/dataset/scatter_plot.h"
#include "widgets/dataset/segment_strip.h"
#include "widgets/dataset/slice_card.h"
#include "widgets/dataset/ternary_plot.h"
#include "widgets/dataset/training_plot.h"
#include "widgets/dataset/two_models_card.h"
#include "widgets/dataset/two_models_plot.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace widgets {

namespace {

constexpr std::size_t kCalibrationParts = 8;

QToolButton* smallButton(const QString& text, const char* name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}

DatasetView::DatasetView(QWidget* parent)
    : QWidget(parent)
    , m_content(std::make_shared<DatasetContent>())
    , m_selection(std::make_shared<std::vector<bool>>())
    , m_head(new DatasetHead(this))
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
    column->addWidget(m_pages, 1);
    connectParts();
}

QWidget* DatasetView::makePlots()
{
    auto* page = new QWidget(this);
    m_ternary = new TernaryPlot(page);
    m_legend = new MarkLegend(m_ternary);
    m_scatter = new ScatterPlot(page);
    m_confusion = new ConfusionGrid(page);
    m_calibration = new CalibrationPlot(page);
    m_ternaryCard = new PlotCard(tr("Who decides"), m_ternary, page);
    m_additive = smallButton({}, "additiveShare", page);
    m_ternaryCard->addControl(m_additive);
    connect(m_additive, &QToolButton::clicked, this, &DatasetView::additiveWished);
    m_scatterCard = new PlotCard(tr("Label and prediction"), m_scatter, page);
    m_confusionCard = new PlotCard(tr("Confusion"), m_confusion, page);
    QToolButton* classes = smallButton(tr("signs"), "confusionClasses", page);
    classes->setCheckable(true);
    classes->setToolTip(tr("Only the sign of label and prediction (Acc-2), without labels of 0"));
    m_confusionCard->addControl(classes);
    connect(classes, &QToolButton::toggled, this, [this](bool isOn) {
        setClasses(isOn ? engine::StepClasses::Signs : engine::StepClasses::Steps);
    });
    m_calibrationCard = new PlotCard(tr("Calibration"), m_calibration, page);
    m_calibrationCard->setNote(tr("in eighths"));
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_ternaryCard, 34);
    top->addWidget(m_scatterCard, 36);
    top->addWidget(m_confusionCard, 31);
    top->addWidget(m_calibrationCard, 26);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(8);
    middle->addWidget(makeTables(), 60);
    middle->addWidget(makeComparisons(), 40);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(10, 0, 10, 8);
    column->setSpacing(8);
    column->addLayout(top, 43);
    column->addLayout(middle, 34);
    column->addWidget(makeStrip(), 23);
    return page;
}

QWidget* DatasetView::makeTables()
{
    auto* tables = new CardStack(QStringLiteral("tables"), this);
    m_sliceCard = new SliceCard(tables);
    m_conceptCard = new ConceptCard(tables);
    tables->setCards(
        {{tr("Slices"), tr("How the model does on parts of the segments"), m_sliceCard},
         {tr("Concepts"), tr("What the model has made of segments where it fuses their modalities"),
          m_conceptCard}});
    return tables;
}

QWidget* DatasetView::makeComparisons()
{
    auto* stack = new CardStack(QStringLiteral("comparisons"), this);
    m_residuals = new ResidualPlot(stack);
    m_residualCard = new PlotCard({}, m_residuals, stack);
    auto* over = new ElidedComboBox(stack);
    over->setObjectName(QStringLiteral("residualsOver"));
    over->setAccessibleName(tr("What the residuals are shown over"));
    over->addItems({tr("by length"), tr("by speaker"), tr("by fold")});
    m_residualCard->addControl(over);
    connect(over, &QComboBox::activated, this,
            [this](int choice) { m_residuals->setOver(static_cast<ResidualPlot::Over>(choice)); });
    m_training = new TrainingPlot(stack);
    m_trainingCard = new PlotCard({}, m_training, stack);
    m_twoModels = new TwoModelsCard(stack);
    stack->setCards({{tr("Residuals"), tr("Prediction minus label"), m_residualCard},
                     {tr("While training"), tr("What was easy, ambiguous or hard to learn"), m_trainingCard},
                     {tr("Two models"), tr("What another model says of the same segments"), m_twoModels}});
    return stack;
}

QWidget* DatasetView::makeStrip()
{
    m_strip = new SegmentStrip(this);
    m_stripCard = new PlotCard(tr("Nothing selected"), m_strip, this);
    m_order = new ElidedComboBox(m_stripCard);
    m_order->setObjectName(QStringLiteral("stripOrder"));
    m_order->setAccessibleName(tr("What comes first in the strip"));
    m_order->addItems({tr("largest error first"), tr("largest difference first")});
    m_order->hide();
    m_stripCard->addControl(m_order);
    connect(m_order, &QComboBox::activated, this, [this] { showSelection(m_what); });
    m_flip = smallButton(tr("What would flip it?"), "whatWouldFlip", m_stripCard);
    m_flip->setToolTip(
        tr("Segments, voices, faces and missing words with which the model would say the other "
           "sign of this segment"));
    m_stripCard->addControl(m_flip);
    return m_stripCard;
}

std::array<PointPlot*, 5> DatasetView::plots() const
{
    return {m_ternary, m_scatter, m_residuals, m_training, &m_twoModels->plot()};
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
    connectPlot(*m_ternary, tr("lasso in “Who decides”"));
    connectPlot(*m_scatter, tr("lasso in “Label and prediction”"));
    connectPlot(*m_residuals, tr("lasso in “Residuals”"));
    connectPlot(*m_training, tr("lasso in “While training”"));
    connectPlot(m_twoModels->plot(), tr("lasso in “Two models”"));
    connect(m_legend, &MarkLegend::kindClicked, this, [this](std::size_t kind, SelectionStep step) {
        DatasetPlaces points;
        for (std::size_t i = 0; i < m_marks->ofPoint.size(); ++i) {
            if (m_marks->ofPoint[i] == kind && isOfFold(m_content->points[i]))
                points.push_back(i);
        }
        select(points, step, m_marks->kinds[kind].name);
    });
    connect(m_confusion, &ConfusionGrid::cellClicked, this,
            [this](std::size_t label, std::size_t prediction, SelectionStep step) {
                const engine::StepScale classes = scale();
                select(labelledWhere([&](const DatasetPoint& point) {
                           return classes.classOf(point.label, true) == label
                               && classes.classOf(point.prediction, false) == prediction;
                       }),
                       step, tr("cell of the confusion"));
            });
    connect(m_calibration, &CalibrationPlot::binClicked, this, [this](std::size_t bin, SelectionStep step) {
        const double width = (m_content->high - m_content->low) / kCalibrationParts;
        select(labelledWhere([&](const DatasetPoint& point) {
                   const double place = std::floor((point.prediction - m_content->low) / width);
                   return static_cast<std::size_t>(std::clamp(place, 0.0, kCalibrationParts - 1.0)) == bin;
               }),
               step, tr("an eighth of the predictions"));
    });
    connect(m_message, &MessagePage::actionWished, this, &DatasetView::messageAction);
    connect(m_sliceCard, &SliceCard::sliceClicked, this, &DatasetView::select);
    connect(m_sliceCard, &SliceCard::sliceWished, this, &DatasetView::sliceWished);
    connect(m_sliceCard, &SliceCard::removalWished, this, &DatasetView::sliceRemovalWished);
    ConceptTable& concepts = m_conceptCard->table();
    connect(&concepts, &ConceptTable::unitClicked, this,
            [this](const DatasetPlaces& points, SelectionStep step, const QString& name) {
                select(points, step, tr("concept “%1”").arg(name));
            });
    connect(&concepts, &ConceptTable::openWished, this, &DatasetView::openWished);
    connect(&concepts, &ConceptTable::playWished, this, &DatasetView::playWished);
    connect(m_strip, &SegmentStrip::selectionWished, this,
            [this](const DatasetPlaces& points, SelectionStep step) {
                const QScopedValueRollback keeps(m_keepsStrip, true); // more of its cards may be wished
                select(points, step, tr("a segment"));
            });
    connect(m_strip, &SegmentStrip::openWished, this, &DatasetView::openWished);
    connect(m_strip, &SegmentStrip::playWished, this, &DatasetView::playWished);
    connect(m_flip, &QToolButton::clicked, this, [this] {
        if (const DatasetPlaces places = selected(); places.size() == 1)
            emit flipWished(places.front());
    });
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
        m_sliceCard->setSlices({}, 0.0, {});
    }
    m_content = content;
    auto selection = std::make_shared<std::vector<bool>>(*m_selection);
    selection->resize(content->points.size(), false);
    m_selection = selection;
    for (PointPlot* plot : plots())
        plot->setContent(content);
    m_twoModels->setContent(content);
    m_order->setVisible(!content->otherModel.isEmpty());
    if (content->otherModel.isEmpty())
        m_order->setCurrentIndex(0);
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
    m_legend->setMarks(m_marks);
    placeLegend();
}

void DatasetView::placeLegend()
{
    const QSize size = m_legend->sizeHint();
    m_legend->setGeometry(QRect(QPoint(m_ternary->width() - size.width(), 0), size));
    m_ternary->setLegendWidth(size.width());
}

engine::StepScale DatasetView::scale() const
{
    return engine::StepScale(m_classes, m_content->low, m_content->high);
}

void DatasetView::setClasses(engine::StepClasses classes)
{
    m_classes = classes;
    showFigures();
    showSelection({});
}

DatasetPlaces DatasetView::labelledWhere(const std::function<bool(const DatasetPoint&)>& holds) const
{
    DatasetPlaces places;
    for (std::size_t i = 0; i < m_content->points.size(); ++i) {
        if (m_content->points[i].isLabelled() && isOfFold(m_content->points[i])
            && holds(m_content->points[i]))
            places.push_back(i);
    }
    return places;
}

/// What the labels are needed for.
void DatasetView::showFigures()
{
    std::vector<double> predictions, labels;
    for (const DatasetPoint& point : m_content->points) {
        if (!point.isLabelled() || !isOfFold(point))
            continue;
        predictions.push_back(point.prediction);
        labels.push_back(point.label);
    }
    const bool hasLabels = !labels.empty();
    const QString none = hasLabels
        ? QString()
        : tr("No segment has a label for this output: there is nothing to compare with.");
    m_scatter->setMessage(none);
    m_confusion->setMessage(none);
    m_calibration->setMessage(none);
    m_residuals->setMessage(none);
    if (!hasLabels) {
        for (PlotCard* card : {m_scatterCard, m_confusionCard, m_residualCard})
            card->setNote({});
        return;
    }
    const engine::RegressionScores scores = engine::scoreRegression(predictions, labels);
    const QString of = !m_content->knowsHeldOut ? tr("held out: unknown")
        : m_fold.isEmpty()                      ? QString()
                                                : m_fold;
    m_scatterCard->setNote(
        (of.isEmpty() ? QString() : of + QStringLiteral(" · "))
        + (scores.correlation
               ? tr("r %1").arg(shownNumber(*scores.correlation, 2, 'f')) + QStringLiteral(" · ")
               : QString())
        + tr("MAE %1").arg(shownNumber(scores.meanAbsoluteError, 2, 'f')) + QStringLiteral(" · ")
        + tr("%n labelled", nullptr, static_cast<int>(labels.size())));
    m_scatter->setToolTip(tr("%n labelled", nullptr, static_cast<int>(labels.size())));
    const engine::CountMatrix confusion = engine::stepConfusion(predictions, labels, scale());
    m_confusion->setConfusion(scale(), confusion);
    m_confusionCard->setNote(
        (m_classes == engine::StepClasses::Signs
             ? tr("Acc-2 %1")
             : tr("Acc-%2 %1").arg(QStringLiteral("%1"), QString::number(scale().size())))
            .arg(shownNumber(confusion.accuracy(), 2, 'f')));
    m_calibration->setBins(
        engine::calibration(predictions, labels, {m_content->low, m_content->high}, kCalibrationParts),
        m_content->low, m_content->high);
    double bias = 0.0;
    for (std::size_t i = 0; i < labels.size(); ++i)
        bias += (predictions[i] - labels[i]) / static_cast<double>(labels.size());
    m_residualCard->setNote(tr("bias %1").arg(signedNumber(bias, 2)));
}

/// `12 labelled · MAE 0.41 · r 0.66`; empty where nobody labelled any of them.
QString DatasetView::figuresOf(const DatasetPlaces& places) const
{
    std::vector<double> predictions, labels;
    for (const std::size_t place : places) {
        const DatasetPoint& point = m_content->points[place];
        if (!point.isLabelled())
            continue;
        predictions.push_back(point.prediction);
        labels.push_back(point.label);
    }
    if (labels.empty())
        return {};
    const engine::RegressionScores scores = engine::scoreRegression(predictions, labels);
    QStringList parts{tr("%n labelled", nullptr, static_cast<int>(labels.size())),
                      tr("MAE %1").arg(shownNumber(scores.meanAbsoluteError, 2, 'f'))};
    if (scores.correlation)
        parts << tr("r %1").arg(shownNumber(*scores.correlation, 2, 'f'));
    return parts.join(QStringLiteral(" · "));
}

void DatasetView::setSlices(std::vector<DatasetSlice> slices, double allError, const QString& note)
{
    m_sliceCard->setSlices(std::move(slices), allError, note);
    m_sliceCard->setSelection(m_selection);
}

void DatasetView::setAdditiveShare(const QString& note, const QString& details, const QString& action)
{
    m_ternaryCard->setNote(note.isEmpty() ? tr("shares, |φ|") : note, details);
    m_additive->setText(action);
    m_additive->setVisible(!action.isEmpty());
    m_additive->setToolTip(
        tr("How far the predictions are a sum of one function per modality (EMAP): asks the model about 128 "
           "segments, each with the words, sounds and faces of the others"));
}

void DatasetView::setSliceProblem(const QString& problem)
{
    m_sliceCard->setProblem(problem);
}

DatasetPlaces DatasetView::selected() const
{
    return worstFirst([this](std::size_t place) { return (*m_selection)[place]; });
}

DatasetPlaces DatasetView::worstFirst(const std::function<bool(std::size_t)>& isWanted) const
{
    DatasetPlaces places;
    for (std::size_t i = 0; i < m_content->points.size(); ++i) {
        if (isWanted(i))
            places.push_back(i);
    }
    const bool byDifference = m_order->currentIndex() == 1;
    std::ranges::stable_sort(places, std::greater<>(), [&](std::size_t place) {
        const DatasetPoint& point = m_content->points[place];
        const double size = std::abs(byDifference ? point.difference() : point.error());
        return std::isnan(size) ? -1.0 : size;
    });
    return places;
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
    m_sliceCard->setSelection(m_selection);
    m_conceptCard->table().units().setSelection(m_selection);
    const DatasetPlaces places = selected();
    const engine::StepScale classes = scale();
    std::vector<bool> cells;
    if (!places.empty()) {
        cells.assign(classes.size() * classes.size(), false);
        for (const std::size_t place : places) {
            const DatasetPoint& point = m_content->points[place];
            const std::size_t label
                = point.isLabelled() ? classes.classOf(point.label, true) : classes.size();
            if (label < classes.size())
                cells[label * classes.size() + classes.classOf(point.prediction, false)] = true;
        }
    }
    m_confusion->setSelected(cells);
    m_head->setSelected(places.size(), m_content->points.size(), what);
    m_flip->setVisible(places.size() == 1);
    if (!m_keepsStrip)
        m_strip->setSegments(
            m_content,
            places.empty() ? worstFirst([this](std::size_t i) { return isOfFold(m_content->points[i]); })
                           : places);
    m_strip->setSelection(m_selection);
    m_stripCard->setTitle(places.empty() ? m_fold.isEmpty() ? tr("Nothing selected: all")
                                                            : tr("Nothing selected: all of %1").arg(m_fold)
                                         : tr("%n selected", nullptr, static_cast<int>(places.size())));
    const QString first = m_order->isHidden() ? tr("largest error first") + QStringLiteral(" · ") : QString();
    QString figures = figuresOf(places);
    if (!figures.isEmpty())
        figures += QStringLiteral(" · ");
    m_stripCard->setNote(places.empty() ? first
                                 + tr("click a point, drag around some, or click a cell, a slice or a class; "
                                      "Shift adds, Alt takes "
                                      "away")
                                        : figures + first
                                 + tr("label, prediction · Enter or a double click opens, Space plays"));
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
        placeLegend();
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
