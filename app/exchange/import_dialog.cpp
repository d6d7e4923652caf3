#include "app/exchange/import_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>
#include <set>

namespace app {

namespace {

constexpr std::size_t kMostListed = 500; // of what was skipped

QString reportText(const engine::ImportReport& report)
{
    QStringList lines;
    for (const std::string& note : report.notes)
        lines << QString::fromStdString(note);
    for (std::size_t i = 0; i < std::min(report.skipped.size(), kMostListed); ++i) {
        const auto& skipped = report.skipped[i];
        const QString reason = QString::fromStdString(skipped.reason);
        lines << (skipped.line > 0 ? app::ImportDialog::tr("line %1: %2").arg(skipped.line).arg(reason)
                                   : reason);
    }
    if (report.skipped.size() > kMostListed)
        lines << app::ImportDialog::tr("… and %n more", nullptr,
                                       static_cast<int>(report.skipped.size() - kMostListed));
    return lines.join(QLatin1Char('\n'));
}

}

ImportDialog::ImportDialog(const QString& file, const QString& format, const engine::ImportedTiers& imported,
                           const QStringList& videos, QWidget* parent)
    : QDialog(parent)
    , m_imported(imported)
    , m_tiers(new QListWidget(this))
    , m_video(new QComboBox(this))
    , m_as(new QComboBox(this))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import annotation"));
    const engine::ImportReport& report = imported.report;
    auto* head = new QLabel(tr("%1 (%2): %n item(s) read, %3 skipped", nullptr, static_cast<int>(report.read))
                                .arg(file, format)
                                .arg(report.skipped.size()),
                            this);
    head->setObjectName(QStringLiteral("importHead"));
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    m_tiers->setObjectName(QStringLiteral("importTiers"));
    m_tiers->setAccessibleName(tr("Tiers of the file"));
    const std::vector<std::string> names = engine::displayNames(imported.content);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int count = static_cast<int>(engine::itemCount(imported.content.tiers[i]));
        auto* item = new QListWidgetItem(
            tr("%1 · %n item(s)", nullptr, count).arg(QString::fromStdString(names[i])), m_tiers);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_video->setObjectName(QStringLiteral("importVideo"));
    m_video->addItems(videos);
    const bool needsVideo = std::ranges::any_of(
        imported.content.tiers, [](const engine::ExchangedTier& tier) { return tier.tier.video.empty(); });
    m_video->setEnabled(needsVideo && !videos.isEmpty());
    m_as->setObjectName(QStringLiteral("importAs"));
    m_as->addItem(tr("Tiers of their own"));
    m_as->addItem(tr("Judgements of the labelled segments, by annotator"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Into"), m_video);
    form->addRow(tr("&As"), m_as);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* go = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    go->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addWidget(head);
    column->addWidget(m_tiers, 2);
    column->addLayout(form);
    if (const QString text = reportText(report); !text.isEmpty()) {
        auto* told = new QPlainTextEdit(text, this);
        told->setObjectName(QStringLiteral("importReport"));
        told->setAccessibleName(tr("What was skipped, and why"));
        told->setReadOnly(true);
        column->addWidget(told, 1);
    }
    column->addWidget(buttons);
    resize(line * 36, line * 30);
}

engine::ExchangedTiers ImportDialog::chosen() const
{
    engine::ExchangedTiers tiers = m_imported.content;
    tiers.tiers.clear();
    for (int row = 0; row < m_tiers->count(); ++row) {
        if (m_tiers->item(row)->checkState() == Qt::Checked)
            tiers.tiers.push_back(m_imported.content.tiers[static_cast<std::size_t>(row)]);
    }
    return tiers;
}

std::string ImportDialog::video() const
{
    return m_video->currentText().toStdString();
}

bool ImportDialog::asJudgements() const
{
    return m_as->currentIndex() == 1;
}

}
