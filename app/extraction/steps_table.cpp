#include "app/extraction/steps_table.h"

#include "app/extraction/extract_dialog.h"
#include "app/extraction/step_bars.h"
#include "widgets/base/theme.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr int kFailedRole = Qt::UserRole + 2;
constexpr int kMostOfName = 26; // of the font's heights: how wide the column of names may be

/// Long names differ at their ends.
class NameCell : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideMiddle;
    }
};

/// The program's steps, in the order of the columns.
struct StepColumn {
    const char* step;
    engine::Modality modality;
    QString title;
};
std::vector<StepColumn> stepColumns()
{
    return {{"sound", engine::Modality::Acoustic, ExtractDialog::tr("Sound")},
            {"words", engine::Modality::Text, ExtractDialog::tr("Words")},
            {"functionals", engine::Modality::Acoustic, ExtractDialog::tr("Per word")},
            {"word_vectors", engine::Modality::Text, ExtractDialog::tr("Vectors")},
            {"valence", engine::Modality::Text, ExtractDialog::tr("Valence")},
            {"arousal", engine::Modality::Acoustic, ExtractDialog::tr("Arousal")},
            {"face", engine::Modality::Visual, ExtractDialog::tr("Face")},
            {"expression", engine::Modality::Visual, ExtractDialog::tr("Expression")},
            {"face_mesh", engine::Modality::Visual, ExtractDialog::tr("Face points")},
            {"blendshapes", engine::Modality::Visual, ExtractDialog::tr("Blendshapes")}};
}

/// The picture and the words of a step that has begun.
std::pair<StepBar::State, QString> shownStep(const ExtractionState::Step& step)
{
    using enum StepBar::State;
    if (step.state == QLatin1String("failed"))
        return {Failed, ExtractDialog::tr("failed")};
    if (step.state == QLatin1String("skipped"))
        return {LeftOut, ExtractDialog::tr("left out")};
    if (step.state == QLatin1String("running"))
        return {Running, ExtractDialog::tr("%1 %").arg(std::lround(step.fraction * 100))};
    return {Done,
            step.state == QLatin1String("reused") ? ExtractDialog::tr("was there")
                                                  : ExtractDialog::tr("done")};
}

bool hasFailed(const std::map<QString, ExtractionState::Step>& steps)
{
    return std::ranges::any_of(steps,
                               [](const auto& step) { return step.second.state == QLatin1String("failed"); });
}

}

StepsTable::StepsTable(QWidget* parent) : QTableWidget(parent)
{
    const auto columns = stepColumns();
    setObjectName(QStringLiteral("extractSteps"));
    setAccessibleName(ExtractDialog::tr("Steps of each recording"));
    setColumnCount(static_cast<int>(columns.size()) + 2);
    QStringList heads{ExtractDialog::tr("Recording")};
    for (const StepColumn& column : columns)
        heads << column.title;
    setHorizontalHeaderLabels(heads << ExtractDialog::tr("Remarks"));
    verticalHeader()->hide();
    setShowGrid(false);
    setWordWrap(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    for (std::size_t column = 1; column <= columns.size(); ++column)
        setItemDelegateForColumn(static_cast<int>(column), new StepBars(this));
    setItemDelegateForColumn(0, new NameCell(this));
}

void StepsTable::begin(const Recordings& recordings, const std::vector<engine::FeatureSet>& sets)
{
    m_recordings = recordings;
    m_sets = sets;
    setRowCount(0);
    showState({});
    resizeColumnToContents(0);
    setColumnWidth(0, std::min(columnWidth(0), kMostOfName * fontMetrics().height()));
}

void StepsTable::showState(const ExtractionState& state)
{
    std::map<QString, Steps> all = state.recordings;
    for (const QString& name : std::as_const(m_recordings.names))
        all.try_emplace(name); // which waits
    std::vector<const std::pair<const QString, Steps>*> rows;
    for (const auto& recording : all)
        rows.push_back(&recording);
    std::stable_partition(rows.begin(), rows.end(),
                          [](const auto* recording) { return hasFailed(recording->second); });
    setRowCount(static_cast<int>(rows.size()));
    for (std::size_t row = 0; row < rows.size(); ++row)
        showRecording(static_cast<int>(row), rows[row]->first, rows[row]->second, state);
    hideEmptySteps(all);
}

/// A step that is not wanted, and that no recording has, needs no column.
void StepsTable::hideEmptySteps(const std::map<QString, Steps>& recordings)
{
    int column = 0;
    for (const StepColumn& each : stepColumns()) {
        const bool isThere = std::ranges::any_of(recordings, [&](const auto& recording) {
            return recording.second.contains(QLatin1String(each.step));
        });
        setColumnHidden(++column, !isThere && !isWanted(each.step));
    }
}

/// A file is known by its name here.
QString StepsTable::withoutFolders(QString remark) const
{
    for (const QString& file : m_recordings.files)
        remark.remove(QFileInfo(file).path() + QLatin1Char('/'));
    return remark;
}

bool StepsTable::isWanted(const char* step) const
{
    return std::ranges::any_of(
        m_sets, [&](engine::FeatureSet set) { return engine::name(engine::factsOf(set).step) == step; });
}

QTableWidgetItem* StepsTable::cell(int row, int column)
{
    QTableWidgetItem* cell = item(row, column);
    if (!cell) {
        cell = new QTableWidgetItem;
        setItem(row, column, cell);
    }
    return cell;
}

void StepsTable::put(int row, int column, const QString& text, const QColor& colour)
{
    cell(row, column)->setText(text);
    cell(row, column)->setForeground(colour);
}

void StepsTable::putBar(int row, int column, const StepBar& bar, const QString& text)
{
    cell(row, column)->setText(text);
    cell(row, column)->setToolTip(text);
    cell(row, column)->setData(kStepBarRole, QVariant::fromValue(bar));
}

void StepsTable::showRecording(int row, const QString& id, const Steps& steps, const ExtractionState& state)
{
    const widgets::Theme& theme = widgets::themeOf(palette());
    put(row, 0, id, theme.text);
    item(row, 0)->setToolTip(id);
    item(row, 0)->setData(kFailedRole, hasFailed(steps));
    QStringList remarks;
    if (const auto remark = state.remarks.find(id); remark != state.remarks.end())
        remarks << remark->second;
    if (const auto doubt = state.doubts.find(id); doubt != state.doubts.end())
        remarks << doubt->second;
    int column = 0;
    for (const StepColumn& each : stepColumns()) {
        ++column;
        const auto step = steps.find(QLatin1String(each.step));
        if (step == steps.end()) {
            const bool isWaiting = isWanted(each.step) && !state.isOver;
            putBar(row, column,
                   {isWaiting ? StepBar::State::Waiting : StepBar::State::None, each.modality, 0.0},
                   isWaiting ? ExtractDialog::tr("waiting") : QString());
            continue;
        }
        const auto [shown, text] = shownStep(step->second);
        putBar(row, column, {shown, each.modality, step->second.fraction}, text);
        if (!step->second.text.isEmpty())
            remarks << withoutFolders(step->second.text);
    }
    remarks.removeDuplicates();
    put(row, ++column, remarks.join(QStringLiteral(" · ")), hasFailed(steps) ? theme.attention : theme.muted);
    item(row, column)->setToolTip(remarks.join(QLatin1Char('\n')));
}

QStringList StepsTable::failed() const
{
    QStringList names;
    for (int row = 0; row < rowCount() && item(row, 0)->data(kFailedRole).toBool(); ++row)
        names << item(row, 0)->text();
    return names;
}

QString StepsTable::report() const
{
    QStringList lines;
    for (int row = -1; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column) {
            if (!isColumnHidden(column))
                cells << (row < 0 ? horizontalHeaderItem(column) : item(row, column))->text();
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}
