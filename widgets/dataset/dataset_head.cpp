#include "widgets/dataset/dataset_head.h"

#include "widgets/base/elided_combo_box.h"
#include "widgets/base/elided_label.h"
#include "widgets/predict/model_chooser.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QToolButton>

namespace widgets {

DatasetHead::DatasetHead(QWidget* parent)
    : QWidget(parent)
    , m_models(new ModelChooser(this))
    , m_absent(new ElidedComboBox(this))
    , m_outputs(new ElidedComboBox(this))
    , m_folds(new ElidedComboBox(this))
    , m_marks(new ElidedComboBox(this))
    , m_run(new QPushButton(this))
    , m_export(new QToolButton(this))
    , m_progress(new QProgressBar(this))
    , m_state(new ElidedLabel({}, this))
    , m_selection(makeSelection())
{
    setProperty("panelButtons", true);
    m_models->setObjectName(QStringLiteral("datasetModel"));
    m_models->setAccessibleName(tr("Model"));
    m_absent->setObjectName(QStringLiteral("datasetAbsent"));
    m_absent->setAccessibleName(tr("What stands for an absent modality"));
    m_absent->addItem(tr("absent: mean"), QStringLiteral("mean"));
    m_absent->addItem(tr("absent: zero"), QStringLiteral("zero"));
    m_absent->addItem(tr("absent: others"), QStringLiteral("marginal"));
    m_absent->setItemData(2, tr("The mean over 16 other segments of the training fold"), Qt::ToolTipRole);
    m_absent->addItem(tr("absent: hidden"), QStringLiteral("mask"));
    m_absent->setToolTip(tr("What the model gets in the place of a modality that is taken away"));
    m_outputs->setObjectName(QStringLiteral("datasetOutput"));
    m_outputs->hide(); // until there are several
    m_outputs->setAccessibleName(tr("Output of the model"));
    m_folds->setObjectName(QStringLiteral("datasetFold"));
    m_folds->setAccessibleName(tr("Of which fold the figures are"));
    m_marks->setObjectName(QStringLiteral("datasetMarks"));
    m_marks->setAccessibleName(tr("What colours and shapes mean"));
    for (const auto& [text, by] : {std::pair(tr("colour: who decides"), MarkBy::Class),
                                   {tr("colour: label"), MarkBy::Label},
                                   {tr("colour: prediction"), MarkBy::Prediction},
                                   {tr("colour: error"), MarkBy::Error},
                                   {tr("colour: speaker"), MarkBy::Speaker},
                                   {tr("colour: fold"), MarkBy::Fold}})
        m_marks->addItem(text, static_cast<int>(by));
    m_run->setObjectName(QStringLiteral("datasetRun"));
    m_export->setObjectName(QStringLiteral("datasetExport"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Write predictions, terms and classes of all segments into a table (.csv)"));
    m_export->setFocusPolicy(Qt::TabFocus);
    m_progress->setObjectName(QStringLiteral("passProgress"));
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setFixedSize(90, 5);
    m_state->setObjectName(QStringLiteral("datasetState"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    for (const auto& [box, letters] : {std::pair(static_cast<QComboBox*>(m_models), 15),
                                       {static_cast<QComboBox*>(m_absent), 13},
                                       {static_cast<QComboBox*>(m_outputs), 12},
                                       {static_cast<QComboBox*>(m_folds), 10},
                                       {static_cast<QComboBox*>(m_marks), 13}}) {
        box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(letters);
        box->setMinimumWidth(50);
        box->setFocusPolicy(Qt::StrongFocus);
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 7, 10, 6);
    row->setSpacing(6);
    row->addWidget(m_models);
    row->addWidget(m_absent);
    row->addWidget(m_outputs);
    row->addWidget(m_folds);
    row->addWidget(m_marks);
    row->addWidget(m_run);
    row->addWidget(m_export);
    row->addWidget(m_progress);
    row->addWidget(m_state, 1);
    row->addWidget(m_selection);
    connect(m_absent, &QComboBox::activated, this, [this] { emit absentChosen(absent()); });
    connect(m_outputs, &QComboBox::activated, this, &DatasetHead::outputChosen);
    connect(m_folds, &QComboBox::activated, this,
            [this] { emit foldChosen(m_folds->currentData().toString()); });
    connect(m_marks, &QComboBox::activated, this, [this] { emit markByChosen(markBy()); });
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_kind == DatasetState::Kind::Running)
            emit stopWished();
        else
            emit runWished();
    });
    connect(m_export, &QToolButton::clicked, this, &DatasetHead::exportWished);
    setState({});
    setSelected(0, 0, {});
}

QWidget* DatasetHead::makeSelection()
{
    auto* box = new QWidget(this);
    box->setObjectName(QStringLiteral("datasetSelection"));
    m_selected = new ElidedLabel({}, box);
    m_selected->setObjectName(QStringLiteral("datasetSelected"));
    m_selected->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_send = new QPushButton(box);
    m_send->setObjectName(QStringLiteral("datasetSend"));
    m_send->setProperty("primary", true);
    auto* clear = new QToolButton(box);
    clear->setObjectName(QStringLiteral("datasetClear"));
    clear->setText(QStringLiteral("×"));
    clear->setToolTip(tr("Select nothing (Esc)"));
    clear->setAccessibleName(tr("Select nothing"));
    clear->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_selected, 1);
    row->addWidget(m_send);
    row->addWidget(clear);
    connect(m_send, &QPushButton::clicked, this, &DatasetHead::sendWished);
    connect(clear, &QToolButton::clicked, this, &DatasetHead::clearWished);
    return box;
}

void DatasetHead::setOutputs(const QStringList& outputs, int current)
{
    m_outputs->clear();
    m_outputs->addItems(outputs);
    m_outputs->setCurrentIndex(current);
    m_outputs->setVisible(outputs.size() > 1);
}

void DatasetHead::setFolds(const QStringList& folds, const QString& current, const QString& note)
{
    m_folds->clear();
    for (const QString& fold : folds)
        m_folds->addItem(tr("fold: %1").arg(fold), fold);
    m_folds->addItem(tr("fold: all"), QString());
    m_folds->setCurrentIndex(m_folds->findData(current));
    m_folds->setToolTip(note);
    m_folds->setVisible(!folds.isEmpty());
}

MarkBy DatasetHead::markBy() const
{
    return static_cast<MarkBy>(m_marks->currentData().toInt());
}

void DatasetHead::setHidingOffered(bool isOffered)
{
    const int hidden = m_absent->findData(QStringLiteral("mask"));
    auto* entries = qobject_cast<QStandardItemModel*>(m_absent->model());
    entries->item(hidden)->setEnabled(isOffered);
    entries->item(hidden)->setToolTip(
        isOffered ? tr("No other modality attends to it")
                  : tr("This model has no mask of keys, so it cannot hide a modality"));
    if (!isOffered && m_absent->currentIndex() == hidden)
        m_absent->setCurrentIndex(0);
}

QString DatasetHead::absent() const
{
    return m_absent->currentData().toString();
}

void DatasetHead::setState(const DatasetState& state)
{
    using Kind = DatasetState::Kind;
    m_kind = state.kind;
    m_run->setText(state.kind == Kind::Running       ? tr("Stop")
                       : state.kind == Kind::Stopped ? tr("Go on")
                       : state.kind == Kind::Nothing ? tr("Ask the model")
                       : state.kind == Kind::Failed  ? tr("Try again")
                                                     : tr("Ask again"));
    m_run->setVisible(state.kind != Kind::Whole && (state.kind != Kind::Failed || state.mayRun));
    m_run->setEnabled(state.mayRun);
    m_run->setProperty("primary", state.kind != Kind::Running);
    m_export->setVisible(state.kind == Kind::Whole || state.kind == Kind::Stale
                         || state.kind == Kind::Stopped);
    m_progress->setVisible(state.kind == Kind::Running);
    m_progress->setValue(static_cast<int>(state.progress * 1000.0));
    m_state->setText(state.text);
    m_state->setToolTip(state.text);
    m_state->setForegroundRole(state.kind == Kind::Failed || state.kind == Kind::Stale
                                   ? QPalette::WindowText
                                   : QPalette::PlaceholderText);
    m_run->style()->unpolish(m_run); // its looks follow its properties
    m_run->style()->polish(m_run);
}

void DatasetHead::setStateDetails(const QString& details)
{
    m_state->setToolTip(details);
}

void DatasetHead::setSelected(std::size_t count, std::size_t all, const QString& what)
{
    m_count = count;
    const QString counted = tr("%1 of %n selected", nullptr, static_cast<int>(all)).arg(count);
    m_selected->setText(what.isEmpty() ? counted : counted + QStringLiteral(" · ") + what);
    m_selected->setToolTip(m_selected->text());
    m_selected->setMaximumWidth(
        std::min(m_selected->fontMetrics().horizontalAdvance(m_selected->text()) + 4, 380));
    m_selection->setVisible(count > 0);
    showSend();
}

void DatasetHead::setWhyNoQueue(const QString& why)
{
    m_whyNoQueue = why;
    showSend();
}

void DatasetHead::showSend()
{
    m_send->setText(tr("Send %n to the queue", nullptr, static_cast<int>(m_count)));
    m_send->setEnabled(m_whyNoQueue.isEmpty());
    m_send->setToolTip(m_whyNoQueue.isEmpty() ? tr("A review pass of the selected segments (Q)")
                                              : m_whyNoQueue);
}

}
