#include "app/exchange/export_dialog.h"

#include "engine/formats/format_registry.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace app {

ExportDialog::ExportDialog(engine::ExchangedTiers tiers, QWidget* parent)
    : QDialog(parent)
    , m_all(std::move(tiers))
    , m_format(new QComboBox(this))
    , m_tiers(new QListWidget(this))
    , m_guard(
          new QCheckBox(tr("An apostrophe before cells that a &spreadsheet would take for formulas"), this))
    , m_losses(new QPlainTextEdit(this))
{
    widgets::setGuidePage(*this, "own-recordings");
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export annotation"));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    for (const engine::Format* format : engine::formats()) {
        if (format->write)
            m_format->addItem(
                QString::fromUtf8(format->name.data(), static_cast<qsizetype>(format->name.size())),
                QString::fromUtf8(format->id.data(), static_cast<qsizetype>(format->id.size())));
    }
    m_tiers->setObjectName(QStringLiteral("exportTiers"));
    m_tiers->setAccessibleName(tr("Tiers to write"));
    for (const std::string& name : engine::displayNames(m_all)) {
        auto* item = new QListWidgetItem(QString::fromStdString(name), m_tiers);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_losses->setObjectName(QStringLiteral("exportLosses"));
    m_losses->setAccessibleName(tr("What this format cannot hold"));
    m_losses->setReadOnly(true);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Format"), m_format);
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Export…"));
    buttons->button(QDialogButtonBox::Ok)->setDefault(true);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addLayout(form);
    column->addWidget(m_tiers, 2);
    column->addWidget(new QLabel(tr("What will be lost:"), this));
    column->addWidget(m_losses, 1);
    column->addWidget(m_guard);
    column->addWidget(buttons);
    resize(line * 36, line * 30);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showLosses);
    connect(m_tiers, &QListWidget::itemChanged, this, &ExportDialog::showLosses);
    showLosses();
}

const engine::Format& ExportDialog::format() const
{
    return *engine::formatById(m_format->currentData().toString().toStdString());
}

engine::ExchangedTiers ExportDialog::chosen() const
{
    engine::ExchangedTiers tiers = m_all;
    tiers.tiers.clear();
    for (int row = 0; row < m_tiers->count(); ++row) {
        if (m_tiers->item(row)->checkState() == Qt::Checked)
            tiers.tiers.push_back(m_all.tiers[static_cast<std::size_t>(row)]);
    }
    return tiers;
}

bool ExportDialog::guardsCells() const
{
    return m_guard->isChecked();
}

void ExportDialog::showLosses()
{
    QStringList lines;
    if (format().losses) {
        for (const std::string& loss : format().losses(chosen()))
            lines << QString::fromStdString(loss);
    }
    m_losses->setPlainText(lines.isEmpty() ? tr("Nothing.") : lines.join(QLatin1Char('\n')));
    m_guard->setVisible(format().id == "mosi-csv" || format().endings.front() == ".csv");
}

}
