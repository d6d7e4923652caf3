#include "app/tiers/fusion_dialog.h"

#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/scale_number.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

/// The dimensions of a sequence on the clock of the ratings.
std::vector<engine::TraceFrames> signalFrames(const engine::FeatureLevels& signal, std::size_t count)
{
    const auto columns = signal.columns(0.0, 1.0 / engine::kFusionRate, count);
    std::vector<engine::TraceFrames> frames;
    std::vector<float> values(count);
    for (std::size_t dimension = 0; dimension < signal.dimensions(); ++dimension) {
        signal.read(dimension, columns, values);
        engine::TraceFrames& trace = frames.emplace_back(count);
        for (std::size_t t = 0; t < count; ++t) {
            if (std::isfinite(values[t]))
                trace[t] = static_cast<double>(values[t]);
        }
    }
    return frames;
}

enum FusionColumn {
    TierColumn,
    RatedColumn,
    LagColumn,
    BeforeColumn,
    AfterColumn,
    WeightColumn,
    FusionColumns
};

constexpr int kFusionDecimals = 2;

QString shownOr(const std::optional<double>& value)
{
    return value ? widgets::shownNumber(*value, kFusionDecimals, 'f') : QStringLiteral("–");
}

}

FusionDialog::FusionDialog(std::vector<engine::ContinuousRating> raters, std::vector<FusionSignal> reactedTo,
                           Tasks& tasks, QWidget* parent)
    : QDialog(parent)
    , m_raters(std::move(raters))
    , m_reactedTo(std::move(reactedTo))
    , m_comparing(tasks)
    , m_table(new QTableWidget(this))
    , m_method(new QComboBox(this))
    , m_signal(new QComboBox(this))
    , m_name(new QLineEdit(tr("gold standard"), this))
    , m_move(new QCheckBox(tr("&Put the lags back in the raters' tiers as well"), this))
    , m_note(widgets::mutedLabel(QStringLiteral("fusionNote"), this))
    , m_ownLags(m_raters.size())
{
    widgets::setGuidePage(*this, "labelling");
    setObjectName(QStringLiteral("fusionDialog"));
    setWindowTitle(tr("Fuse continuous ratings"));
    m_method->setObjectName(QStringLiteral("fusionMethod"));
    m_method->addItem(tr("Mean of the raters"));
    m_method->addItem(tr("EWE: who agrees with the others counts more"));
    m_method->addItem(tr("Warped: likewise, each moment may be moved by up to 1 s"));
    m_method->setCurrentIndex(1);
    m_signal->setObjectName(QStringLiteral("fusionSignal"));
    m_signal->addItem(tr("Each other: the first to react counts as in time"));
    for (const FusionSignal& signal : m_reactedTo)
        m_signal->addItem(signal.name);
    m_name->setObjectName(QStringLiteral("fusionName"));
    m_move->setObjectName(QStringLiteral("fusionMoves"));
    makeTable();

    auto* form = new QFormLayout;
    form->addRow(tr("&Lags are measured against"), m_signal);
    form->addRow(tr("&One trace of them"), m_method);
    form->addRow(tr("&Name of the new tier"), m_name);
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Make the tier"));
    m_make = buttons->button(QDialogButtonBox::Ok);
    m_make->setObjectName(QStringLiteral("makeFusion"));
    m_make->setDefault(true);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line * 2 / 3);
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    column->addLayout(form);
    column->addWidget(m_move);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 96, line * 26);
    connect(m_method, &QComboBox::currentIndexChanged, this, &FusionDialog::calculate);
    connect(m_signal, &QComboBox::currentIndexChanged, this, &FusionDialog::calculate);
    calculate();
}

void FusionDialog::makeTable()
{
    m_table->setObjectName(QStringLiteral("fusionTable"));
    m_table->setAccessibleName(tr("Raters"));
    m_table->setColumnCount(FusionColumns);
    m_table->setRowCount(static_cast<int>(m_raters.size()));
    m_table->setHorizontalHeaderLabels(
        {tr("Rating"), tr("Rated"), tr("Late by"), tr("CCC before"), tr("after"), tr("Weight")});
    m_table->horizontalHeaderItem(LagColumn)->setToolTip(
        tr("Seconds by which the rater reacts late. Type others; an empty field measures again."));
    m_table->horizontalHeaderItem(BeforeColumn)
        ->setToolTip(tr("Concordance with the mean of the other raters, as they were recorded"));
    m_table->horizontalHeaderItem(AfterColumn)->setToolTip(tr("The same with all lags put back"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(TierColumn, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setProperty("hasBoxes", true);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const engine::ContinuousRating& rater = m_raters[static_cast<std::size_t>(row)];
        QString name = QString::fromStdString(rater.name);
        if (!rater.annotator.empty() && rater.name.find(rater.annotator) == std::string::npos)
            name += QStringLiteral(" · ") + QString::fromStdString(rater.annotator);
        auto* tier = new QTableWidgetItem(name);
        tier->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        tier->setCheckState(Qt::Checked);
        m_table->setItem(row, TierColumn, tier);
        for (int column = RatedColumn; column < FusionColumns; ++column) {
            auto* cell = new QTableWidgetItem;
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable
                           | (column == LagColumn ? Qt::ItemIsEditable : Qt::NoItemFlags));
            m_table->setItem(row, column, cell);
        }
        const auto rated = std::ranges::count_if(rater.frames, [](const auto& v) { return v.has_value(); });
        m_table->item(row, RatedColumn)
            ->setText(tr("%1 s").arg(
                widgets::shownNumber(static_cast<double>(rated) / engine::kFusionRate, 0, 'f')));
    }
    connect(m_table, &QTableWidget::cellChanged, this, [this](int row, int column) {
        if (m_isShowing)
            return;
        if (column == LagColumn)
            editLag(row);
        calculate();
    });
}

void FusionDialog::editLag(int row)
{
    QString text = m_table->item(row, LagColumn)->text().trimmed();
    if (text.endsWith(QLatin1Char('s')))
        text.chop(1);
    const std::optional<double> seconds = widgets::typedNumber(text.trimmed());
    m_ownLags[static_cast<std::size_t>(row)]
        = seconds && *seconds >= 0.0 && *seconds < 60.0 ? seconds : std::nullopt;
}

std::vector<engine::ContinuousRating> FusionDialog::chosen() const
{
    std::vector<engine::ContinuousRating> raters;
    for (std::size_t i = 0; i < m_raters.size(); ++i) {
        if (m_table->item(static_cast<int>(i), TierColumn)->checkState() == Qt::Checked)
            raters.push_back(m_raters[i]);
    }
    return raters;
}

void FusionDialog::calculate()
{
    engine::FusionWish wish;
    wish.raters = chosen();
    wish.method = static_cast<engine::TraceFusion>(m_method->currentIndex());
    const std::shared_ptr<const engine::FeatureLevels> signal = m_signal->currentIndex() > 0
        ? m_reactedTo[static_cast<std::size_t>(m_signal->currentIndex() - 1)].features
        : nullptr;
    for (std::size_t i = 0; i < m_raters.size(); ++i) {
        if (m_table->item(static_cast<int>(i), TierColumn)->checkState() == Qt::Checked)
            wish.lags.push_back(m_ownLags[i]);
    }
    m_isReady = false;
    m_make->setEnabled(false);
    m_note->setText(tr("Comparing the ratings…"));
    m_comparing.start(
        tr("Comparing continuous ratings"),
        [wish = std::move(wish), signal](const TaskRun&) {
            engine::FusionWish whole = wish;
            if (signal && !wish.raters.empty())
                whole.sources = signalFrames(*signal, wish.raters.front().frames.size());
            return engine::fuseRatings(whole);
        },
        [this](engine::RatingFusion fusion) {
            m_fusion = std::move(fusion);
            m_isReady = true;
            showFusion();
        });
}

void FusionDialog::showFusion()
{
    m_isShowing = true;
    std::size_t place = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const bool takesPart = m_table->item(row, TierColumn)->checkState() == Qt::Checked;
        const std::size_t i = place;
        place += takesPart ? 1 : 0;
        const auto set = [&](int column, const QString& text) {
            m_table->item(row, column)->setText(takesPart ? text : QString());
        };
        if (!takesPart) {
            for (const int column : {LagColumn, BeforeColumn, AfterColumn, WeightColumn})
                set(column, {});
            continue;
        }
        const auto& lag = m_fusion.lags.seconds[i];
        set(LagColumn,
            lag ? tr("%1 s").arg(widgets::shownNumber(*lag, kFusionDecimals, 'f')) : QStringLiteral("–"));
        QFont font = m_table->font();
        font.setBold(m_ownLags[static_cast<std::size_t>(row)].has_value());
        m_table->item(row, LagColumn)->setFont(font);
        set(BeforeColumn, shownOr(m_fusion.before[i]));
        set(AfterColumn, shownOr(m_fusion.after[i]));
        set(WeightColumn, widgets::shownNumber(m_fusion.fused.weights[i], kFusionDecimals, 'f'));
    }
    m_isShowing = false;
    const std::size_t count = m_fusion.moved.size();
    m_note->setText(
        count == 0 ? tr("Choose at least one rating.")
            : count == 1 && !m_fusion.lags.isAbsolute
            ? tr("How late one rater is can only be measured against a sequence.")
            : m_fusion.lags.isAbsolute
            ? tr("Lags are those with which the ratings go best with %1.").arg(m_signal->currentText())
            : tr("Lags are measured against the first to react, whose own lag is not known."));
    m_make->setEnabled(count > 0);
}

std::string FusionDialog::name() const
{
    return m_name->text().simplified().toStdString();
}

bool FusionDialog::movesRaters() const
{
    return m_move->isChecked();
}

}
