#include "app/exchange/import_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>
#include <array>
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

/// Whether its segments are intervals with text, as words are.
bool hasTexts(const engine::ExchangedTier& tier)
{
    return tier.tier.kind == engine::TierKind::Interval
        && std::ranges::any_of(tier.segments,
                               [](const engine::Segment& segment) { return !segment.text.empty(); });
}

/// The tier that most likely holds the words: by its name, else the first text of a format that is made for
/// words or captions. Empty: none.
std::string likelyWords(const engine::ExchangedTiers& tiers, std::string_view format)
{
    for (const engine::ExchangedTier& tier : tiers.tiers) {
        const QString name = QString::fromStdString(tier.tier.name).toLower();
        if (hasTexts(tier)
            && (name.endsWith(QLatin1String("word")) || name.endsWith(QLatin1String("words"))
                || name == QLatin1String("ort") || name == QLatin1String("ort-mau")))
            return tier.tier.name;
    }
    constexpr std::array<std::string_view, 6> kOfWords{"ctm", "gentle", "mfa", "srt", "vtt", "whisperx"};
    if (std::ranges::find(kOfWords, format) == kOfWords.end())
        return {};
    const auto first = std::ranges::find_if(tiers.tiers, hasTexts);
    return first == tiers.tiers.end() ? std::string() : first->tier.name;
}

}

ImportDialog::ImportDialog(const QString& file, const engine::Format& format,
                           const engine::ImportedTiers& imported, const QStringList& videos, bool lackWords,
                           QWidget* parent)
    : QDialog(parent)
    , m_imported(imported)
    , m_tiers(new QListWidget(this))
    , m_video(new QComboBox(this))
    , m_as(new QComboBox(this))
    , m_words(roleBox("importWords", lackWords ? likelyWords(imported.content, format.id) : std::string()))
    , m_labels(roleBox("importLabels", {}))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import annotation"));
    const engine::ImportReport& report = imported.report;
    auto* head = new QLabel(
        tr("%1 (%2): %n item(s) read, %3 skipped", nullptr, static_cast<int>(report.read))
            .arg(file, QString::fromUtf8(format.name.data(), static_cast<qsizetype>(format.name.size())))
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
    form->addRow(tr("&Words are"), m_words);
    form->addRow(tr("&Labelled segments are"), m_labels);
    connect(m_as, &QComboBox::currentIndexChanged, this, [this](int as) {
        m_words->setEnabled(as == 0);
        m_labels->setEnabled(as == 0);
    });
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

/// Lists the tiers of the file, each name once, behind “none of these”.
QComboBox* ImportDialog::roleBox(const char* name, const std::string& proposed)
{
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->addItem(tr("none of these tiers"));
    for (const engine::ExchangedTier& tier : m_imported.content.tiers) {
        const QString shown = QString::fromStdString(tier.tier.name);
        if (tier.tier.kind == engine::TierKind::Interval && !shown.isEmpty() && box->findText(shown) < 0)
            box->addItem(shown);
    }
    box->setCurrentIndex(proposed.empty() ? 0 : std::max(0, box->findText(QString::fromStdString(proposed))));
    return box;
}

std::string ImportDialog::words() const
{
    return asJudgements() || m_words->currentIndex() == 0 ? std::string()
                                                          : m_words->currentText().toStdString();
}

std::string ImportDialog::labels() const
{
    return asJudgements() || m_labels->currentIndex() == 0 ? std::string()
                                                           : m_labels->currentText().toStdString();
}

bool ImportDialog::asJudgements() const
{
    return m_as->currentIndex() == 1;
}

}
