#include "app/extraction/steps_table.h"

#include "app/extraction/extract_dialog.h"
#include "widgets/base/theme.h"

#include <QFileInfo>
#include <QHeaderView>

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

/// The program's steps, in the order of the columns.
struct StepColumn {
    const char* step;
    QString title;
};
std::vector<StepColumn> stepColumns()
{
    return {{"sound", ExtractDialog::tr("Sound")},
            {"words", ExtractDialog::tr("Words")},
            {"functionals", ExtractDialog::tr("Per word")},
            {"word_vectors", ExtractDialog::tr("Vectors")},
            {"face", ExtractDialog::tr("Face")}};
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
}

void StepsTable::begin(const QStringList& files, const std::vector<engine::FeatureSet>& sets)
{
    m_files = files;
    m_sets = sets;
    setRowCount(0);
    showState({});
}

void StepsTable::showState(const ExtractionState& state)
{
    std::map<QString, Steps> all = state.recordings;
    for (const QString& file : std::as_const(m_files))
        all.try_emplace(QFileInfo(file).completeBaseName()); // which waits
    std::vector<const std::pair<const QString, Steps>*> rows;
    for (const auto& recording : all)
        rows.push_back(&recording);
    std::stable_partition(rows.begin(), rows.end(),
                          [](const auto* recording) { return hasFailed(recording->second); });
    setRowCount(static_cast<int>(rows.size()));
    for (std::size_t row = 0; row < rows.size(); ++row)
        showRecording(static_cast<int>(row), rows[row]->first, rows[row]->second, state.isOver);
}

/// A file is known by its name here.
QString StepsTable::withoutFolders(QString remark) const
{
    for (const QString& file : m_files)
        remark.remove(QFileInfo(file).path() + QLatin1Char('/'));
    return remark;
}

bool StepsTable::isWanted(const char* step) const
{
    return std::ranges::any_of(
        m_sets, [&](engine::FeatureSet set) { return engine::name(engine::factsOf(set).step) == step; });
}

void StepsTable::put(int row, int column, const QString& text, const QColor& colour)
{
    QTableWidgetItem* cell = item(row, column);
    if (!cell) {
        cell = new QTableWidgetItem;
        setItem(row, column, cell);
    }
    cell->setText(text);
    cell->setForeground(colour);
}

void StepsTable::showRecording(int row, const QString& id, const Steps& steps, bool isOver)
{
    const widgets::Theme& theme = widgets::themeOf(palette());
    put(row, 0, id, theme.text);
    QStringList remarks;
    int column = 0;
    for (const StepColumn& each : stepColumns()) {
        ++column;
        const auto step = steps.find(QLatin1String(each.step));
        if (step == steps.end()) {
            const bool isWaiting = isWanted(each.step) && !isOver;
            put(row, column, isWaiting ? ExtractDialog::tr("waiting") : QStringLiteral("–"), theme.muted);
            continue;
        }
        const ExtractionState::Step& now = step->second;
        if (now.state == QLatin1String("failed"))
            put(row, column, ExtractDialog::tr("failed"), theme.attention);
        else if (now.state == QLatin1String("skipped"))
            put(row, column, ExtractDialog::tr("left out"), theme.muted);
        else if (now.state == QLatin1String("running"))
            put(row, column, ExtractDialog::tr("%1 %").arg(std::lround(now.fraction * 100)), theme.accent);
        else
            put(row, column,
                now.state == QLatin1String("reused") ? ExtractDialog::tr("was there")
                                                     : ExtractDialog::tr("done"),
                theme.text);
        if (!now.text.isEmpty())
            remarks << withoutFolders(now.text);
    }
    remarks.removeDuplicates();
    put(row, ++column, remarks.join(QStringLiteral(" · ")), theme.muted);
    item(row, column)->setToolTip(remarks.join(QLatin1Char('\n')));
}

}
