#include "app/publishing/publish_dialog.h"

#include "app/publishing/card_form.h"
#include "app/publishing/publish_tree.h"
#include "app/publishing/split_bar.h"
#include "engine/core/error.h"
#include "engine/publishing/publication_texts.h"
#include "widgets/base/dressed_tables.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <map>

namespace app {

namespace {

constexpr int kLookAfterMs = 250; ///< of silence on the keyboard
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
        {"rater_named",
         QT_TRANSLATE_NOOP("app::PublishDialog", "A text of the card has the name of somebody who rated.")},
        {"tier_left_out",
         QT_TRANSLATE_NOOP(
             "app::PublishDialog",
             "Another tier was judged, too, and stays out: polylogue-cli publish --tier publishes it.")},
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
    , m_tree(widgets::named(new PublishTree(m_offer, this), "publishContents", tr("What goes in")))
    , m_splitBar(new SplitBar(this))
    , m_splitsText(widgets::mutedLabel(QStringLiteral("publishSplitsText"), this))
    , m_findings(widgets::named(new QListWidget(this), "publishFindings", tr("What is missing")))
    , m_verdict(widgets::mutedLabel(QStringLiteral("publishVerdict"), this))
    , m_preview(
          widgets::named(new QTextBrowser(this), "publishPreview", tr("The card as others will read it")))
    , m_card(m_offer.card)
{
    setObjectName(QStringLiteral("publishDialog"));
    setWindowTitle(tr("Publish %1").arg(m_offer.project));
    widgets::setGuidePage(*this, "publish");
    auto* buttons = widgets::acceptOrCancel(*this, tr("Pu&blish…"));
    m_go = buttons->button(QDialogButtonBox::Ok);
    m_go->setObjectName(QStringLiteral("primary"));
    m_go->setDefault(true);
    auto* columns = new QHBoxLayout;
    const int line = fontMetrics().height();
    columns->setSpacing(line);
    columns->addWidget(contents(), 5);
    columns->addWidget(card(), 6);
    columns->addWidget(preview(), 6);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addLayout(columns, 1);
    auto* footer = new QHBoxLayout;
    footer->addWidget(m_verdict, 1);
    footer->addWidget(buttons);
    column->addLayout(footer);
    resize(line * 84, line * 46);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kLookAfterMs);
    connect(&m_soon, &QTimer::timeout, this, &PublishDialog::look);
    connect(m_form, &CardForm::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(m_tree, &PublishTree::ticked, this, &PublishDialog::look);
    for (QComboBox* choice : {m_rules, m_splits})
        connect(choice, &QComboBox::currentIndexChanged, this, &PublishDialog::look);
    connect(m_findings, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { m_form->focusField(item->data(kFieldRole).toString()); });
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
    counts->setText(tr("%n segment(s)", nullptr, static_cast<int>(facts.units)) + QStringLiteral(" · ")
                    + tr("%n video(s)", nullptr, static_cast<int>(facts.videos)) + QStringLiteral(" · ")
                    + tr("%n rater(s)", nullptr, static_cast<int>(m_offer.study->raters.size()))
                    + (without > 0 ? QStringLiteral(" · ")
                               + tr("%n video(s) without segments stay(s) out", nullptr, without)
                                   : QString()));
    column->addWidget(counts);
    column->addWidget(m_tree, 1);
    auto* hide = widgets::quietButton("publishHide", tr("De-&identify…"), page);
    hide->setEnabled(m_offer.recordings > 0);
    hide->setToolTip(
        tr("Makes a copy of the project without faces, voices and names; that copy can be published with "
           "its recordings."));
    connect(hide, &QPushButton::clicked, this, &PublishDialog::hidingWished);
    column->addWidget(hide, 0, Qt::AlignLeft);
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
    m_rules->setMinimumContentsLength(12);
    form->addRow(tr("Val&ues"), m_rules);
    for (const PublishOffer::Splits& each : m_offer.splits)
        m_splits->addItem(each.shares.empty() ? tr("As the project has them")
                                              : tr("Drawn anew: 70, 10, 20 %"));
    form->addRow(tr("S&plits"), m_splits);
    column->addLayout(form);
    column->addWidget(m_splitBar);
    column->addWidget(m_splitsText);
    return page;
}

QWidget* PublishDialog::card()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(widgets::sectionHead(tr("Card"), page));
    column->addWidget(widgets::scrollable(m_form), 3);
    column->addWidget(widgets::sectionHead(tr("What is missing"), page));
    m_findings->setWordWrap(true);
    m_findings->setToolTip(tr("Enter, or a double click, goes to the field."));
    column->addWidget(m_findings, 1);
    return page;
}

QWidget* PublishDialog::preview()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(widgets::sectionHead(tr("As others read it"), page));
    m_preview->setOpenLinks(false);
    m_preview->setPalette(widgets::paletteOf(widgets::lightTheme())); // a page of paper
    column->addWidget(m_preview, 1);
    return page;
}

/// What was typed, and what of it is missing.
void PublishDialog::look()
{
    m_soon.stop();
    std::vector<engine::Finding> findings;
    try {
        m_card = m_form->card();
        findings = engine::cardFindings(m_card, *m_offer.study);
        findings.insert(findings.end(), splits().findings.begin(), splits().findings.end());
        showSplits();
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
                item->setForeground(widgets::themeOf(palette()).attention);
            }
        }
    }
    m_go->setEnabled(refusals == 0);
    m_verdict->setText(refusals > 0
                           ? tr("%n thing(s) have to be said before it can be published.", nullptr, refusals)
                           : tr("A folder on this machine; nothing is sent. No name of a rater is in it.")
                               + (m_tree->copiedBytes() > 0 ? QLatin1Char(' ')
                                          + tr("Files that go along: %1.")
                                                .arg(QLocale().formattedDataSize(m_tree->copiedBytes(), 1,
                                                                                 QLocale::DataSizeSIFormat))
                                                            : QString()));
}

void PublishDialog::showPreview()
{
    const int place = m_preview->verticalScrollBar()->value();
    const engine::MethodsText methods
        = engine::methodsText(m_offer.facts, m_card, QCoreApplication::applicationVersion().toStdString(), 1);
    QString text = QString::fromStdString(engine::cardText(m_card, m_offer.facts, methods, splits().section));
    text.remove(0, text.indexOf(QStringLiteral("\n---\n"), 4) + 5); // the head for machines
    m_preview->setMarkdown(text);
    widgets::dressTables(*m_preview);
    m_preview->verticalScrollBar()->setValue(place); // where somebody reads
}

void PublishDialog::showSplits()
{
    std::map<std::string, int> videos;
    for (const auto& [video, split] : splits().splits.videos)
        ++videos[split.split];
    std::vector<SplitBar::Part> parts;
    const auto add = [&](const std::string& name) {
        if (const auto found = videos.find(name); found != videos.end())
            parts.push_back(
                {name.empty() ? tr("none") : QString::fromStdString(name), found->second, name.empty()});
    };
    for (const char* name : {"train", "valid", "test"})
        add(name);
    for (const auto& [name, count] : videos) {
        if (name != "train" && name != "valid" && name != "test")
            add(name);
    }
    m_splitBar->setParts(std::move(parts));
    const auto isFound = [&](const char* code) {
        return std::ranges::find(splits().findings, code, &engine::Finding::code) != splits().findings.end();
    };
    m_splitsText->setText(isFound("group_cut") ? tr("Videos of one speaker lie in several splits.")
                              : isFound("speakers_unknown") ? tr("Of some videos the speaker is not known.")
                                                            : tr("✓ No speaker is in two."));
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
    wish.sequences = m_tree->sequences();
    wish.comments = m_tree->isTicked("comments");
    wish.recordings = m_tree->isTicked("recordings");
    wish.clips = m_tree->isTicked("clips");
    wish.shares = splits().shares;
    return wish;
}

}
