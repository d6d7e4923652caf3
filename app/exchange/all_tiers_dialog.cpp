#include "app/exchange/all_tiers_dialog.h"

#include "engine/formats/format_registry.h"
#include "engine/tier_export/tier_folder.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

AllTiersDialog::AllTiersDialog(const QStringList& tiers, int videos, QWidget* parent)
    : QDialog(parent)
    , m_format(widgets::named(new QComboBox(this), "allTiersFormat"))
    , m_files(widgets::named(new QComboBox(this), "allTiersFiles"))
    , m_tiers(widgets::named(new QListWidget(this), "allTiersNames", tr("Tiers to write")))
    , m_guard(widgets::named(
          new QCheckBox(tr("An apostrophe before cells that a &spreadsheet would take for formulas"), this),
          "allTiersGuard"))
{
    setObjectName(QStringLiteral("allTiersDialog"));
    setWindowTitle(tr("Export annotation of all videos"));
    widgets::setGuidePage(*this, "own-recordings");
    for (const engine::Format* format : engine::formats()) {
        if (format->write)
            m_format->addItem(
                QString::fromUtf8(format->name.data(), static_cast<qsizetype>(format->name.size())),
                QString::fromUtf8(format->id.data(), static_cast<qsizetype>(format->id.size())));
    }
    m_files->addItem(tr("A file for each of %n video(s)", nullptr, videos), false);
    m_files->addItem(tr("One table of all videos"), true);
    for (const QString& name : tiers) {
        auto* item = new QListWidgetItem(name, m_tiers);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Written as"), m_files);
    form->addRow(tr("&Tiers"), m_tiers);
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Export…"));
    m_go = buttons->button(QDialogButtonBox::Ok);
    m_go->setObjectName(QStringLiteral("primary"));
    m_go->setDefault(true);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addLayout(form, 1);
    column->addWidget(m_guard);
    column->addWidget(buttons);
    resize(line * 32, line * 22);
    connect(m_format, &QComboBox::currentIndexChanged, this, &AllTiersDialog::showFormat);
    connect(m_tiers, &QListWidget::itemChanged, this, &AllTiersDialog::showChosen);
    showFormat();
}

void AllTiersDialog::showFormat()
{
    const bool canBeTable = engine::holdsManyVideos(format());
    if (!canBeTable)
        m_files->setCurrentIndex(0);
    m_files->setEnabled(canBeTable);
    m_guard->setVisible(format().endings.front() == ".csv");
}

void AllTiersDialog::showChosen()
{
    bool isAny = false;
    for (int row = 0; row < m_tiers->count(); ++row)
        isAny = isAny || m_tiers->item(row)->checkState() == Qt::Checked;
    m_go->setEnabled(isAny);
}

const engine::Format& AllTiersDialog::format() const
{
    return *engine::formatById(m_format->currentData().toString().toStdString());
}

bool AllTiersDialog::isOneTable() const
{
    return m_files->currentData().toBool();
}

QStringList AllTiersDialog::tiers() const
{
    QStringList chosen;
    for (int row = 0; row < m_tiers->count(); ++row) {
        if (m_tiers->item(row)->checkState() == Qt::Checked)
            chosen << m_tiers->item(row)->text();
    }
    return chosen.size() == m_tiers->count() ? QStringList() : chosen;
}

bool AllTiersDialog::guardsCells() const
{
    return m_guard->isVisible() && m_guard->isChecked();
}

}
