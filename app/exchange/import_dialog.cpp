#include "app/exchange/import_dialog.h"

#include "app/exchange/import_roles.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

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

ImportDialog::ImportDialog(const AnnotationFile& file, const QStringList& videos, const QString& remark,
                           bool lackWords, QWidget* parent)
    : QDialog(parent)
    , m_file(file)
    , m_tiers(new QListWidget(this))
    , m_video(new QComboBox(this))
    , m_roles(new ImportRoles(std::span(&file, 1), lackWords, this))
{
    widgets::setGuidePage(*this, "own-recordings");
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import annotation"));
    const engine::ImportReport& report = file.read.report;
    auto* head
        = new QLabel(tr("%1 (%2): %n item(s) read, %3 skipped", nullptr, static_cast<int>(report.read))
                             .arg(file.name(), QString::fromStdString(std::string(file.format->name)))
                             .arg(report.skipped.size())
                         + (file.annotators().isEmpty() ? QString() : tr(", by %1").arg(file.annotators())),
                     this);
    head->setObjectName(QStringLiteral("importHead"));
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    listTiers();
    m_video->setObjectName(QStringLiteral("importVideo"));
    m_video->addItems(videos);
    m_video->setEnabled(!file.namesVideos() && !videos.isEmpty());
    m_roles->addQuestion(tr("In&to"), m_video);
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Import"));
    auto* go = buttons->button(QDialogButtonBox::Ok);
    go->setDefault(true);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addWidget(head);
    if (!remark.isEmpty()) {
        auto* told = new QLabel(remark, this);
        told->setObjectName(QStringLiteral("importRemark"));
        told->setTextFormat(Qt::PlainText);
        told->setWordWrap(true);
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, widgets::themeOf(palette()).attention);
        told->setPalette(colours);
        column->addWidget(told);
    }
    column->addWidget(m_tiers, 2);
    column->addWidget(m_roles);
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

void ImportDialog::listTiers()
{
    m_tiers->setObjectName(QStringLiteral("importTiers"));
    m_tiers->setAccessibleName(tr("Tiers of the file"));
    const engine::ExchangedTiers& content = m_file.read.content;
    const std::vector<std::string> names = engine::displayNames(content);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int count = static_cast<int>(engine::itemCount(content.tiers[i]));
        auto* item = new QListWidgetItem(
            tr("%1 · %n item(s)", nullptr, count).arg(QString::fromStdString(names[i])), m_tiers);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
}

TiersOfFile ImportDialog::chosen() const
{
    TiersOfFile chosen{m_file.read.content, m_video->currentText().toStdString()};
    chosen.content.tiers.clear();
    for (int row = 0; row < m_tiers->count(); ++row) {
        if (m_tiers->item(row)->checkState() == Qt::Checked)
            chosen.content.tiers.push_back(m_file.read.content.tiers[static_cast<std::size_t>(row)]);
    }
    return chosen;
}

TierImport ImportDialog::wish() const
{
    return m_roles->wish();
}

}
