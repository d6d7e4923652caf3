#include "app/suspects/suspects_dialog.h"

#include "app/suspects/suspect_words.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/scale_number.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

enum SuspectColumn { SegmentColumn, LabelColumn, ExpectedColumn, ScoreColumn, KindColumn, ReasonColumn };
enum KindFilter { AllKinds, LabelKinds, DataKinds };

constexpr double kLine = 0.5; // of the score: below it nothing is offered
constexpr std::size_t kFewest = 10; // are offered anyway

}

SuspectsDialog::SuspectsDialog(QWidget* parent)
    : QDialog(parent)
    , m_head(new QLabel(this))
    , m_kinds(new QComboBox(this))
    , m_rows(new QTreeWidget(this))
    , m_reason(widgets::mutedLabel(QStringLiteral("suspectReason"), this))
    , m_bar(new QProgressBar(this))
    , m_search(new QPushButton(this))
    , m_review(new QPushButton(tr("&Review these"), this))
{
    setObjectName(QStringLiteral("suspects"));
    setWindowTitle(tr("Suspicious labels"));
    m_head->setObjectName(QStringLiteral("suspectHead"));
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    m_kinds->setObjectName(QStringLiteral("suspectKinds"));
    m_kinds->setAccessibleName(tr("Which are shown"));
    m_kinds->addItems({tr("labels and data"), tr("only labels"), tr("data: sound, face, words")});
    m_rows->setObjectName(QStringLiteral("suspectRows"));
    m_rows->setAccessibleName(tr("Suspicious labels"));
    m_rows->setHeaderLabels(
        {tr("Segment"), tr("Label"), tr("Expected"), tr("Suspicion"), tr("It may be"), tr("Why")});
    for (const int column : {LabelColumn, ExpectedColumn, ScoreColumn})
        m_rows->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_rows->headerItem()->setToolTip(ExpectedColumn,
                                     tr("What models say that have not seen the segment's video"));
    m_rows->installEventFilter(this);
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->header()->setStretchLastSection(true);
    m_rows->setToolTip(tr("Enter, or a double click, opens the segment on the timeline and plays it."));
    m_bar->setObjectName(QStringLiteral("suspectProgress"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_search->setObjectName(QStringLiteral("findSuspects"));
    m_search->setAutoDefault(false);
    m_review->setObjectName(QStringLiteral("reviewSuspects"));
    m_review->setAutoDefault(false);
    m_review->setToolTip(tr("Sends all that are shown to a review pass, in this order"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_head, 1);
    top->addWidget(m_kinds);
    auto* verdicts = new QHBoxLayout;
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_search);
    bottom->addWidget(m_bar, 1);
    bottom->addStretch();
    bottom->addWidget(m_review);
    auto* close = new QPushButton(tr("&Close"), this);
    close->setAutoDefault(false);
    bottom->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(m_rows, 1);
    column->addWidget(m_reason);
    column->addLayout(verdicts);
    column->addLayout(bottom);
    addVerdict(tr("Accept"), "acceptSuspect", Verdict::Accepted,
               tr("A: the expected value becomes the label, as a step that can be undone"));
    addVerdict(tr("Keep"), "keepSuspect", Verdict::Kept, tr("K: the label is right"));
    addVerdict(tr("Dismiss"), "dismissSuspect", Verdict::Dismissed,
               tr("X: something else than the label is wrong"));
    addVerdict(tr("Never again"), "neverSuspect", Verdict::Never,
               tr("The segment is not offered again, whatever is found"));
    for (QPushButton* const button : m_verdictButtons)
        verdicts->addWidget(button);
    verdicts->addStretch();
    const int line = fontMetrics().height();
    resize(line * 62, line * 28);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &SuspectsDialog::fill);
    connect(m_rows, &QTreeWidget::itemActivated, this, [this] {
        if (const engine::Suspect* suspect = current())
            emit segmentWished(engine::Suspect(*suspect));
    });
    connect(m_rows, &QTreeWidget::currentItemChanged, this, &SuspectsDialog::showState);
    connect(m_search, &QPushButton::clicked, this, [this] {
        if (m_progress)
            emit stopWished();
        else
            emit searchWished();
    });
    connect(m_review, &QPushButton::clicked, this, [this] {
        std::vector<engine::Suspect> suspects;
        for (const std::size_t place : m_shown)
            suspects.push_back(m_suspects.segments[place]);
        emit reviewWished(suspects);
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    showState();
}

void SuspectsDialog::addVerdict(const QString& text, const char* name, Verdict verdict, const QString& tip)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    button->setToolTip(tip);
    connect(button, &QPushButton::clicked, this, [this, verdict] { give(verdict); });
    m_verdictButtons.push_back(button);
}

void SuspectsDialog::setSuspects(const engine::Suspects& suspects,
                                 const std::map<std::string, SuspectVerdict>& verdicts)
{
    m_suspects = suspects;
    m_problem.clear();
    setVerdicts(verdicts);
}

void SuspectsDialog::setVerdicts(const std::map<std::string, SuspectVerdict>& verdicts)
{
    m_verdicts = verdicts;
    fill();
}

void SuspectsDialog::setProgress(std::optional<double> progress)
{
    m_progress = progress;
    showState();
}

void SuspectsDialog::setProblem(const QString& problem)
{
    m_problem = problem;
    showState();
}

void SuspectsDialog::setWhyNot(const QString& why)
{
    m_whyNot = why;
    fill();
}

bool SuspectsDialog::isWanted(const engine::Suspect& suspect) const
{
    const bool ofData = isOfData(suspect.kind);
    if ((m_kinds->currentIndex() == LabelKinds && ofData)
        || (m_kinds->currentIndex() == DataKinds && !ofData))
        return false;
    const auto said = m_verdicts.find(suspect.id);
    return said == m_verdicts.end()
        || (said->second.verdict != Verdict::Never && std::abs(said->second.label - suspect.label) > 1e-6);
}

/// The row that was current stays so; where it is gone, the one that stands in its place now.
void SuspectsDialog::fill()
{
    const int before = m_rows->indexOfTopLevelItem(m_rows->currentItem());
    const engine::Suspect* was = current();
    const std::string id = was ? was->id : std::string();
    m_rows->clear();
    m_shown.clear();
    int row = -1;
    for (std::size_t place = 0; m_whyNot.isEmpty() && place < m_suspects.segments.size(); ++place) {
        const engine::Suspect& suspect = m_suspects.segments[place];
        if (suspect.score < kLine && m_shown.size() >= kFewest)
            break;
        if (!isWanted(suspect))
            continue;
        m_shown.push_back(place);
        auto* item = new QTreeWidgetItem(
            m_rows,
            {QString::fromStdString(suspect.id), widgets::signedNumber(suspect.label, 1),
             widgets::signedNumber(suspect.expected, 1), widgets::shownNumber(suspect.score, 2, 'f'),
             kindText(suspect.kind), QString::fromStdString(suspect.reason)});
        for (const int column : {LabelColumn, ExpectedColumn, ScoreColumn})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(KindColumn, kindTip(suspect.kind));
        item->setSizeHint(SegmentColumn, QSize(0, fontMetrics().height() * 8 / 5));
        if (suspect.id == id)
            row = static_cast<int>(m_shown.size()) - 1;
    }
    for (const int column : {SegmentColumn, LabelColumn, ExpectedColumn, ScoreColumn, KindColumn}) {
        m_rows->resizeColumnToContents(column);
        m_rows->setColumnWidth(column, m_rows->columnWidth(column) + fontMetrics().height());
    }
    const int count = m_rows->topLevelItemCount();
    if (count > 0)
        m_rows->setCurrentItem(m_rows->topLevelItem(row >= 0 ? row : std::clamp(before, 0, count - 1)));
    showState();
}

const engine::Suspect* SuspectsDialog::current() const
{
    const int row = m_rows->indexOfTopLevelItem(m_rows->currentItem());
    return row < 0 || static_cast<std::size_t>(row) >= m_shown.size()
        ? nullptr
        : &m_suspects.segments[m_shown[static_cast<std::size_t>(row)]];
}

void SuspectsDialog::give(Verdict verdict)
{
    if (const engine::Suspect* suspect = current())
        emit verdictWished(engine::Suspect(*suspect), verdict);
}

bool SuspectsDialog::takeKey(const QKeyEvent& event)
{
    if (event.modifiers() != Qt::NoModifier)
        return false;
    constexpr std::array keys{Qt::Key_A, Qt::Key_K, Qt::Key_X}; // of the first buttons
    const auto found = std::ranges::find(keys, event.key());
    if (found == keys.end())
        return false;
    const QPushButton* const button = m_verdictButtons[static_cast<std::size_t>(found - keys.begin())];
    if (button->isEnabled())
        give(static_cast<Verdict>(found - keys.begin()));
    return true;
}

/// The table would take letters to look for rows.
bool SuspectsDialog::eventFilter(QObject* watched, QEvent* event)
{
    return (event->type() == QEvent::KeyPress && takeKey(*static_cast<QKeyEvent*>(event)))
        || QDialog::eventFilter(watched, event);
}

void SuspectsDialog::keyPressEvent(QKeyEvent* event)
{
    if (!takeKey(*event))
        QDialog::keyPressEvent(event);
}

void SuspectsDialog::showState()
{
    const bool isKnown = !m_suspects.segments.empty();
    const engine::Suspect* suspect = current();
    for (QPushButton* const button : m_verdictButtons)
        button->setEnabled(suspect && m_whyNot.isEmpty());
    m_verdictButtons.front()->setText(
        suspect ? tr("Accept %1").arg(widgets::signedNumber(suspect->expected, 1)) : tr("Accept"));
    m_verdictButtons.front()->setEnabled(suspect && m_whyNot.isEmpty() && !isOfData(suspect->kind));
    m_reason->setText(suspect ? kindTip(suspect->kind) + QLatin1Char(' ')
                              + QString::fromStdString(suspect->reason)
                              : QString());
    m_bar->setVisible(m_progress.has_value());
    m_bar->setValue(static_cast<int>(m_progress.value_or(0.0) * 1000));
    m_search->setText(m_progress ? tr("&Stop") : isKnown ? tr("&Look again") : tr("&Find suspicious labels"));
    m_search->setEnabled(m_whyNot.isEmpty());
    m_review->setEnabled(!m_shown.empty());
    if (!m_whyNot.isEmpty())
        m_head->setText(m_whyNot);
    else if (m_progress)
        m_head->setText(
            tr("Models are trained, each without the videos that it is asked about. This goes on when the "
               "window is closed, and where it was stopped."));
    else if (!m_problem.isEmpty())
        m_head->setText(m_problem);
    else if (!isKnown)
        m_head->setText(tr(
            "Several models are trained, each without the videos that it is asked about. Labels with which "
            "they do not agree, and segments whose sound or face does not fit, are listed, with why. "
            "It takes some minutes, in the background."));
    else {
        QStringList members;
        for (const engine::Suspects::Member& member : m_suspects.members)
            members << QStringLiteral("%1 %2").arg(QString::fromStdString(member.name),
                                                   widgets::shownNumber(member.correlation, 2, 'f'));
        m_head->setText(m_shown.empty() ? tr("No label is suspicious that nobody looked at.")
                                        : tr("%n of %1 segment(s), the most suspicious first", nullptr,
                                             static_cast<int>(m_shown.size()))
                                              .arg(m_suspects.segments.size()));
        m_head->setToolTip(
            tr("r of labels and models out of fold: %1").arg(members.join(QStringLiteral(", "))));
    }
}

}
