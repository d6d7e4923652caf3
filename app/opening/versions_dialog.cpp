#include "app/opening/versions_dialog.h"

#include "app/project/open_project.h"
#include "app/tasks/task.h"
#include "engine/core/error.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace app {

namespace {

QDateTime timeOf(const engine::Snapshot& version)
{
    return QDateTime::fromSecsSinceEpoch(version.time.time_since_epoch().count());
}

/// What a state holds, in words.
QString contents(const engine::Snapshot& version)
{
    try {
        const OpenedProject project = lookAtProject(version.file);
        const engine::Annotation& annotation = project.annotation;
        qsizetype byPeople = 0;
        for (const auto& [id, segment] : annotation.segments()) {
            for (const auto& [label, value] : segment.values)
                byPeople += value.by.annotator.empty() ? 0 : 1;
        }
        const QString text
            = VersionsDialog::tr("%n tier(s)", nullptr, static_cast<int>(annotation.tiers().size()))
            + VersionsDialog::tr(", %n segment(s)", nullptr, static_cast<int>(annotation.segments().size()))
            + VersionsDialog::tr(", %n value(s) given", nullptr, static_cast<int>(byPeople));
        return project.lost.isEmpty() ? text : VersionsDialog::tr("%1; partly damaged").arg(text);
    } catch (const std::exception& error) { // nothing may leave the thread
        return QString::fromUtf8(error.what());
    }
}

}

VersionsDialog::VersionsDialog(const QString& project, const std::vector<engine::Snapshot>& versions,
                               QWidget* parent)
    : QDialog(parent)
    , m_versions(versions)
    , m_table(new QTableWidget(static_cast<int>(versions.size()), 3, this))
{
    widgets::setGuidePage(*this, "labelling");
    setObjectName(QStringLiteral("versionsDialog"));
    setWindowTitle(tr("Restore version"));
    resize(640, 420);
    auto* head
        = new QLabel(tr("Earlier states of %1. The present one is kept as well, and restoring can be undone.")
                         .arg(project),
                     this);
    head->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("versions"));
    m_table->setHorizontalHeaderLabels({tr("Time"), tr("Size"), tr("Holds")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const engine::Snapshot& version = m_versions[static_cast<std::size_t>(row)];
        m_table->setItem(row, 0, new QTableWidgetItem(when(version)));
        m_table->setItem(
            row, 1, new QTableWidgetItem(QLocale().formattedDataSize(static_cast<qint64>(version.bytes))));
        m_table->setItem(row, 2, new QTableWidgetItem(QStringLiteral("…")));
        auto* reading = new Task(*QThreadPool::globalInstance(), this);
        reading->start(
            QString(), [version](const TaskRun&) { return contents(version); },
            [this, row](const QString& text) { m_table->item(row, 2)->setText(text); });
    }
    auto* buttons = widgets::acceptOrCancel(*this, tr("Restore"));
    QPushButton* restore = buttons->button(QDialogButtonBox::Ok);
    restore->setObjectName(QStringLiteral("restoreButton"));
    restore->setEnabled(false);
    connect(m_table, &QTableWidget::itemSelectionChanged, restore,
            [this, restore] { restore->setEnabled(m_table->currentRow() >= 0); });
    connect(m_table, &QTableWidget::itemDoubleClicked, this, &QDialog::accept);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(head);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    if (m_table->rowCount() > 0)
        m_table->selectRow(0);
}

const engine::Snapshot& VersionsDialog::chosen() const
{
    return m_versions.at(static_cast<std::size_t>(std::max(0, m_table->currentRow())));
}

QString VersionsDialog::when(const engine::Snapshot& version)
{
    return QLocale().toString(timeOf(version), QStringLiteral("d MMM yyyy, HH:mm:ss"));
}

}
