#include "app/publishing/publish_dialog.h"

#include "app/publishing/card_form.h"
#include "engine/core/error.h"
#include "engine/publishing/publication_texts.h"
#include "engine/publishing/split_shares.h"
#include "widgets/base/dressed_tables.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <map>

namespace app {

namespace {

constexpr int kLookAfterMs = 250; ///< of silence on the keyboard
enum SplitChoice { ProjectsSplits, NewSplits };
constexpr int kFieldRole = Qt::UserRole + 1;

/// What a finding says, in the language of the window.
QString sentenceOf(const engine::Finding& finding)
{
    static const std::map<std::string, const char*> kSentences{
        {"no_licence",
         QT_TRANSLATE_NOOP("app::PublishDialog", "Without a licence nobody may use it. Name one.")},
        {"no_title", QT_TRANSLATE_NOOP("app::PublishDialog", "The dataset has no title.")},
        {"no_authors", QT_TRANSLATE_NOOP("app::PublishDialog", "Nobody is named who made it.")},
        {"no_segments", QT_TRANSLATE_NOOP("app::PublishDialog", "There is no segment to publish.")},
        {"no_url",
         QT_TRANSLATE_NOOP("app::PublishDialog", "Neither an address nor a DOI says where it is found.")},
        {"no_consent",
         QT_TRANSLATE_NOOP("app::PublishDialog", "What the filmed people agreed to is not said.")},
        {"no_erasure",
         QT_TRANSLATE_NOOP("app::PublishDialog", "Nobody is named who takes people out on their wish.")},
        {"no_summary", QT_TRANSLATE_NOOP("app::PublishDialog", "It is not said what it is.")},
        {"no_splits", QT_TRANSLATE_NOOP("app::PublishDialog", "Some videos are in no split.")},
        {"speakers_unknown",
         QT_TRANSLATE_NOOP("app::PublishDialog",
                           "Of some videos the speaker is not known: each is a group by itself.")},
        {"group_cut",
         QT_TRANSLATE_NOOP("app::PublishDialog",
                           "Videos of one speaker lie in several splits: figures on them say too much.")},
        {"few_answers",
         QT_TRANSLATE_NOOP(
             "app::PublishDialog",
             "Few segments have two answers: what a crowd would say rests on assumptions about raters "
             "and lies nearer to the middle. The mean of the answers can be chosen.")},
        {"rater_is_author",
         QT_TRANSLATE_NOOP("app::PublishDialog",
                           "Somebody who rated is named as an author: answers may be known to be theirs.")},
        {"group_too_large",
         QT_TRANSLATE_NOOP("app::PublishDialog",
                           "A group is longer than one and a half times the part of its split.")}};
    const auto found = kSentences.find(finding.code);
    return found == kSentences.end() ? QString::fromStdString(finding.message)
                                     : PublishDialog::tr(found->second);
}

/// The field of the card that a finding is about; empty: none.
QString fieldOf(const engine::Finding& finding)
{
    const QString place = QString::fromStdString(finding.place);
    return place.startsWith(QLatin1String("card: ")) ? place.mid(6) : QString();
}

}

PublishDialog::PublishDialog(PublishOffer offer, QWidget* parent)
    : QDialog(parent)
    , m_offer(std::move(offer))
    , m_form(new CardForm(m_offer.card, this))
    , m_rules(widgets::named(new QComboBox(this), "publishRule"))
    , m_splits(widgets::named(new QComboBox(this), "publishSplits"))
    , m_sequences(widgets::named(new QListWidget(this), "publishSequences", tr("Sequences that go along")))
    , m_comments(widgets::named(new QCheckBox(tr("C&omments of raters: they may name people"), this),
                                "publishComments"))
    , m_recordings(widgets::named(new QCheckBox(this), "publishRecordings"))
    , m_clips(widgets::named(new QCheckBox(this), "publishClips"))
    , m_splitsText(widgets::mutedLabel(QStringLiteral("publishSplitsText"), this))
    , m_findings(widgets::named(new QListWidget(this), "publishFindings", tr("What is missing")))
    , m_verdict(widgets::mutedLabel(QStringLiteral("publishVerdict"), this))
    , m_pages(widgets::named(new QTabWidget(this), "publishPages"))
    , m_preview(
          widgets::named(new QTextBrowser(this), "publishPreview", tr("The card as others will read it")))
    , m_card(m_offer.card)
{
    setObjectName(QStringLiteral("publishDialog"));
    setWindowTitle(tr("Publish %1").arg(m_offer.project));
    widgets::setGuidePage(*this, "publish");
    m_preview->setOpenLinks(false);
    m_pages->addTab(widgets::scrollable(m_form), tr("Card"));
    m_pages->addTab(m_preview, tr("As others read it"));
    auto* buttons = widgets::acceptOrCancel(*this, tr("Pu&blish…"));
    m_go = buttons->button(QDialogButtonBox::Ok);
    m_go->setObjectName(QStringLiteral("primary"));
    m_go->setDefault(true);
    auto* columns = new QHBoxLayout;
    const int line = fontMetrics().height();
    columns->setSpacing(line);
    columns->addWidget(contents(), 2);
    columns->addWidget(m_pages, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addLayout(columns, 1);
    auto* footer = new QHBoxLayout;
    footer->addWidget(m_verdict, 1);
    footer->addWidget(buttons);
    column->addLayout(footer);
    resize(line * 60, line * 42);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kLookAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &PublishDialog::look);
    connect(m_form, &CardForm::changed, &m_soon, qOverload<>(&QTimer::start));
    for (QComboBox* choice : {m_rules, m_splits})
        connect(choice, &QComboBox::currentIndexChanged, this, &PublishDialog::look);
    connect(m_pages, &QTabWidget::currentChanged, this, &PublishDialog::look);
    connect(m_findings, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        m_pages->setCurrentIndex(0);
        m_form->focusField(item->data(kFieldRole).toString());
    });
    look();
    m_form->focusField(QStringLiteral("title"));
}

QWidget* PublishDialog::contents()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    const engine::PublishedFacts& facts = m_offer.facts;
    column->addWidget(widgets::sectionHead(tr("What goes in"), page));
    auto* counts = widgets::mutedLabel(QStringLiteral("publishCounts"), page);
    const auto without = m_offer.videos - static_cast<int>(facts.videos);
    counts->setText(
        tr("%n segment(s)", nullptr, static_cast<int>(facts.units)) + QStringLiteral(" · ")
        + tr("%n video(s)", nullptr, static_cast<int>(facts.videos))
        + (without > 0
               ? QStringLiteral(" · ") + tr("%n video(s) without segments stay(s) out", nullptr, without)
               : QString())
        + QStringLiteral(" · ") + tr("%n answer(s)", nullptr, static_cast<int>(facts.votes))
        + QStringLiteral(" · ")
        + tr("%n rater(s), as r01, r02, …", nullptr, static_cast<int>(m_offer.study->raters.size())));
    column->addWidget(counts);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rules->addItem(tr("Mean that many such raters would give"),
                     static_cast<int>(engine::PublishedRule::Crowd));
    m_rules->addItem(tr("Mean of the answers"), static_cast<int>(engine::PublishedRule::Mean));
    m_rules->addItem(tr("Likeliest step"), static_cast<int>(engine::PublishedRule::Label));
    m_rules->addItem(tr("Most frequent answer"), static_cast<int>(engine::PublishedRule::Majority));
    m_rules->setToolTip(
        tr("What stands in labels.csv where nobody settled a value. The plain mean stands beside it. On real "
           "ratings the most frequent answer is farther from what others say than any mean."));
    form->addRow(tr("Val&ues"), m_rules);
    if (!m_offer.study->folds.empty())
        m_splits->addItem(tr("As the project has them"), ProjectsSplits);
    m_splits->addItem(tr("Drawn anew: 70, 10, 20 %"), NewSplits);
    form->addRow(tr("S&plits"), m_splits);
    column->addLayout(form);
    column->addWidget(m_splitsText);
    makeSequences(page);
    column->addWidget(widgets::sectionHead(tr("Sequences"), page));
    column->addWidget(m_sequences, 1);
    m_comments->setParent(page);
    column->addWidget(m_comments);
    m_recordings->setText(
        tr("%n recordin&g(s) as they are, with faces and voices", nullptr, m_offer.recordings));
    m_recordings->setEnabled(m_offer.recordings > 0);
    m_recordings->setToolTip(tr("Only where everybody agreed to that. Nothing is covered or changed."));
    column->addWidget(m_recordings);
    m_clips->setText(tr("C&lips of the segments, as archives for training"));
    m_clips->setEnabled(m_offer.recordings > 0);
    m_clips->setToolTip(
        tr("In the folder shards, as WebDataset reads them: clip, sound, text and values of each "
           "segment. Faces and voices are as they are."));
    column->addWidget(m_clips);
    column->addWidget(widgets::sectionHead(tr("What is missing"), page));
    column->addWidget(m_findings, 1);
    return page;
}

void PublishDialog::makeSequences(QWidget* page)
{
    m_sequences->setParent(page);
    for (const QString& key : m_offer.sequences) {
        auto* item = new QListWidgetItem(key, m_sequences);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_sequences->setMinimumHeight(fontMetrics().height() * 5);
    m_findings->setWordWrap(true);
    m_findings->setMinimumHeight(fontMetrics().height() * 7);
}

/// What was typed, and what of it is missing.
void PublishDialog::look()
{
    m_soon.stop();
    std::vector<engine::Finding> findings;
    try {
        m_card = m_form->card();
        m_parts = engine::publishedSplits(*m_offer.study, wish().shares);
        m_splitsText->setText(splitsText(m_parts));
        findings = engine::publicationFindings(m_card, *m_offer.study, m_parts);
    } catch (const engine::Error& error) {
        findings.push_back({engine::Finding::Severity::Invalid, error.code(), {}, error.what()});
    }
    showFindings(findings);
    showPreview();
}

void PublishDialog::showFindings(const std::vector<engine::Finding>& findings)
{
    using Severity = engine::Finding::Severity;
    m_findings->clear();
    int refusals = 0;
    for (const bool isInvalid : {true, false}) {
        for (const engine::Finding& finding : findings) {
            if ((finding.severity == Severity::Invalid) != isInvalid)
                continue;
            refusals += isInvalid ? 1 : 0;
            auto* item = new QListWidgetItem(
                (isInvalid ? tr("needed: %1") : tr("better: %1")).arg(sentenceOf(finding)), m_findings);
            item->setData(kFieldRole, fieldOf(finding));
            if (isInvalid) {
                QFont font = item->font();
                font.setBold(true);
                item->setFont(font);
            }
        }
    }
    m_go->setEnabled(refusals == 0);
    m_verdict->setText(refusals > 0
                           ? tr("%n thing(s) have to be said before it can be published.", nullptr, refusals)
                           : tr("A folder on this machine; nothing is sent. No name of a rater is in it."));
}

void PublishDialog::showPreview()
{
    if (m_pages->currentWidget() != m_preview)
        return;
    const engine::MethodsText methods
        = engine::methodsText(m_offer.facts, m_card, QCoreApplication::applicationVersion().toStdString(), 1);
    QString text = QString::fromStdString(engine::cardText(
        m_card, m_offer.facts, methods, engine::splitsSection(*m_offer.study, m_offer.labels, m_parts)));
    text.remove(0, text.indexOf(QStringLiteral("\n---\n"), 4) + 5); // the head for machines
    m_preview->setMarkdown(text);
    widgets::dressTables(*m_preview);
}

QString PublishDialog::splitsText(const engine::PublishedSplits& splits) const
{
    std::map<std::string, int> videos;
    for (const auto& [video, split] : splits.videos)
        ++videos[split.split];
    QStringList parts;
    for (const auto& [name, count] : videos)
        parts << (name.empty() ? tr("none") : QString::fromStdString(name))
                + QStringLiteral(" %1").arg(count);
    return tr("Videos: %1").arg(parts.join(QStringLiteral(" · ")));
}

void PublishDialog::accept()
{
    look(); // what was typed a moment ago counts
    if (m_go->isEnabled())
        QDialog::accept();
}

PublishWish PublishDialog::wish() const
{
    PublishWish wish;
    wish.card = m_card;
    wish.rule = static_cast<engine::PublishedRule>(m_rules->currentData().toInt());
    for (int row = 0; row < m_sequences->count(); ++row) {
        if (m_sequences->item(row)->checkState() == Qt::Checked)
            wish.sequences << m_sequences->item(row)->text();
    }
    wish.comments = m_comments->isChecked();
    wish.recordings = m_recordings->isChecked();
    wish.clips = m_clips->isChecked();
    if (m_splits->currentData().toInt() == NewSplits)
        wish.shares = {{"train", 0.7}, {"valid", 0.1}, {"test", 0.2}};
    return wish;
}

}
