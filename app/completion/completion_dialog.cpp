#include "app/completion/completion_dialog.h"

#include "app/completion/draft_list.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"
#include "widgets/queue/work_keys.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

enum RowOrder { LeastSureFirst, ByTime };

}

CompletionDialog::CompletionDialog(QWidget* parent)
    : QDialog(parent)
    , m_head(new QLabel(this))
    , m_offers(new QComboBox(this))
    , m_sequences(new QListWidget(this))
    , m_others(new QCheckBox(tr("Learn from &other recordings with this tier, too"), this))
    , m_run(widgets::quietButton("runCompletion", tr("&Complete"), this))
    , m_bar(new QProgressBar(this))
    , m_note(widgets::mutedLabel(QStringLiteral("completionNote"), this))
    , m_threshold(new QSlider(Qt::Horizontal, this))
    , m_thresholdText(new QLabel(this))
    , m_acceptSure(widgets::quietButton("acceptSure", QString(), this))
    , m_order(new QComboBox(this))
    , m_all(new QCheckBox(tr("The s&ure ones, too"), this))
    , m_rows(new DraftList(this))
    , m_accept(widgets::quietButton("acceptRow", tr("Accept"), this))
    , m_values(new QComboBox(this))
    , m_correct(widgets::quietButton("correctRow", tr("Correct"), this))
    , m_reject(widgets::quietButton("rejectRow", tr("Reject"), this))
    , m_discard(widgets::quietButton("discardDraft", tr("&Throw away"), this))
{
    widgets::setGuidePage(*this, "labelling");
    setObjectName(QStringLiteral("completion"));
    setWindowTitle(tr("Complete a tier"));
    m_head->setObjectName(QStringLiteral("completionHead"));
    m_head->setTextFormat(Qt::PlainText);
    m_head->setWordWrap(true);
    m_offers->setObjectName(QStringLiteral("completionOffers"));
    m_sequences->setObjectName(QStringLiteral("completionSequences"));
    const int line = fontMetrics().height();
    m_sequences->setFixedHeight(line * 4);
    m_others->setObjectName(QStringLiteral("completionOthers"));
    m_others->setChecked(true);
    m_bar->setObjectName(QStringLiteral("completionProgress"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_threshold->setObjectName(QStringLiteral("completionThreshold"));
    m_threshold->setRange(0, 99);
    m_threshold->setPageStep(5);
    makeRows();
    auto* form = new QFormLayout;
    form->addRow(tr("&What"), m_offers);
    form->addRow(tr("&From"), m_sequences);
    form->addRow(QString(), m_others);
    auto* run = new QHBoxLayout;
    run->addWidget(m_run);
    run->addWidget(m_bar, 1);
    run->addStretch();
    run->addWidget(m_discard);
    auto* sure = new QHBoxLayout;
    auto* sureLabel = new QLabel(tr("S&ure from"), this);
    sureLabel->setBuddy(m_threshold);
    sure->addWidget(sureLabel);
    sure->addWidget(m_threshold, 1);
    sure->addWidget(m_thresholdText);
    sure->addWidget(m_acceptSure);
    auto* walking = new QHBoxLayout;
    walking->addWidget(m_order);
    walking->addWidget(m_all);
    walking->addStretch();
    auto* verdicts = new QHBoxLayout;
    verdicts->addWidget(m_accept);
    verdicts->addWidget(m_values);
    verdicts->addWidget(m_correct);
    verdicts->addWidget(m_reject);
    verdicts->addStretch();
    QLabel* keys = widgets::mutedLabel(QStringLiteral("completionKeys"), this);
    keys->setText(tr("A accept · X reject · C or a digit correct · Enter next"));
    auto* close = widgets::quietButton("closeCompletion", tr("C&lose"), this);
    verdicts->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line * 2 / 3);
    column->addWidget(m_head);
    column->addLayout(form);
    column->addLayout(run);
    column->addWidget(m_note);
    column->addLayout(sure);
    column->addLayout(walking);
    column->addWidget(m_rows, 1);
    column->addWidget(keys);
    column->addLayout(verdicts);
    resize(line * 36, line * 38);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connectAll();
    showState();
}

void CompletionDialog::makeRows()
{
    m_order->setObjectName(QStringLiteral("completionOrder"));
    m_order->setAccessibleName(tr("Order of the suggestions"));
    m_order->addItems({tr("least sure first"), tr("in the order of time")});
    m_all->setObjectName(QStringLiteral("completionAll"));
    m_rows->setObjectName(QStringLiteral("completionRows"));
    m_rows->setAccessibleName(tr("Suggestions"));
    m_rows->setToolTip(tr("Enter, or a double click, shows and plays it."));
    m_keys = new widgets::WorkKeys(
        {this},
        {.accept = [this] { m_accept->click(); },
         .reject = [this] { m_reject->click(); },
         .correct =
             [this](int digit) {
                 if (m_correct->isEnabled())
                     correctCurrent(digit - 1);
             },
         .next = [this] { return goToNext(); },
         .others = {{Qt::Key_C, [this] { m_correct->click(); }}, {Qt::Key_N, [this] { m_rows->walk(+1); }}}},
        this);
    m_values->setObjectName(QStringLiteral("completionValues"));
    m_values->setAccessibleName(tr("What it is instead"));
    m_accept->setMinimumWidth(fontMetrics().height() * 8);
    m_accept->setToolTip(tr("A: it becomes part of the tier, as what you looked at"));
    m_correct->setToolTip(tr("C, or 1 to 9 for the first nine: gives what is chosen here instead"));
    m_reject->setToolTip(tr("X: it is not offered again"));
    m_discard->setToolTip(tr("Takes the suggestions away; what was accepted stays"));
}

void CompletionDialog::connectAll()
{
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_progress)
            emit stopWished();
        else
            emit runWished();
    });
    connect(m_offers, &QComboBox::currentIndexChanged, this, &CompletionDialog::showState);
    connect(m_sequences, &QListWidget::itemChanged, this, &CompletionDialog::showState);
    connect(m_threshold, &QSlider::valueChanged, this, [this] {
        fillRows();
        if (!m_threshold->isSliderDown())
            emit thresholdWished(threshold());
    });
    connect(m_threshold, &QSlider::sliderReleased, this, [this] { emit thresholdWished(threshold()); });
    connect(m_acceptSure, &QPushButton::clicked, this, &CompletionDialog::acceptSureWished);
    connect(m_order, &QComboBox::currentIndexChanged, this, &CompletionDialog::fillRows);
    connect(m_all, &QCheckBox::toggled, this, &CompletionDialog::fillRows);
    connect(m_rows, &QListView::activated, this, [this] { openOtherThan(std::nullopt); });
    connect(m_rows, &QListView::clicked, this, [this] { openOtherThan(std::nullopt); });
    connect(m_rows, &DraftList::currentMoved, this, &CompletionDialog::showState);
    connect(m_accept, &QPushButton::clicked, this, &CompletionDialog::acceptCurrent);
    connect(m_correct, &QPushButton::clicked, this, [this] { correctCurrent(m_values->currentIndex()); });
    connect(m_reject, &QPushButton::clicked, this, [this] {
        if (const auto row = m_rows->current()) {
            emit rejectWished(*row);
            openOtherThan(row);
        }
    });
    connect(m_discard, &QPushButton::clicked, this, &CompletionDialog::discardWished);
}

void CompletionDialog::setShown(const Shown& shown)
{
    const bool isOther = shown.subject != m_shown.subject;
    m_shown = shown;
    if (isOther)
        m_problem.clear();
    const QSignalBlocker noOffers(m_offers), noSequences(m_sequences), noThreshold(m_threshold);
    showOffers();
    QStringList sequences;
    for (int i = 0; i < m_sequences->count(); ++i)
        sequences << m_sequences->item(i)->text();
    if (sequences != m_shown.sequences) {
        m_sequences->clear();
        for (const QString& name : m_shown.sequences) {
            auto* item = new QListWidgetItem(name, m_sequences);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Checked);
        }
    }
    if (m_shown.draft && !m_threshold->isSliderDown())
        m_threshold->setValue(static_cast<int>(std::lround(m_shown.draft->threshold * 100.0)));
    if (m_shown.draft && m_shown.tier) {
        const QString before = m_values->currentText();
        m_values->clear();
        for (const auto& value : possibleValues(*m_shown.tier, *m_shown.draft))
            m_values->addItem(valueText(*m_shown.tier, *m_shown.draft, value));
        m_values->setCurrentIndex(std::max(0, m_values->findText(before)));
    }
    const bool hadRows = m_rows->rowCount() > 0;
    fillRows();
    if (m_run->hasFocus() && !hadRows && m_rows->rowCount() > 0)
        m_rows->setFocus();
}

void CompletionDialog::showOffers()
{
    QStringList texts;
    for (const engine::CompletionOffer& offer : m_shown.offers)
        texts << offerText(offer);
    int place = m_offers->count() == texts.size() ? m_offers->currentIndex() : -1;
    for (std::size_t i = 0; place < 0 && m_shown.draft && i < m_shown.offers.size(); ++i) {
        if (m_shown.offers[i].kind == m_shown.draft->kind && m_shown.offers[i].label == m_shown.draft->label)
            place = static_cast<int>(i);
    }
    for (std::size_t i = 0; place < 0 && i < m_shown.offers.size(); ++i) {
        if (m_shown.offers[i].labelled > 0 && m_shown.offers[i].labelled < m_shown.offers[i].total)
            place = static_cast<int>(i);
    }
    m_offers->clear();
    m_offers->addItems(texts);
    m_offers->setCurrentIndex(std::max(0, place));
}

void CompletionDialog::setProgress(std::optional<double> progress)
{
    m_progress = progress;
    if (progress)
        m_problem.clear();
    showState();
}

void CompletionDialog::setProblem(const QString& problem)
{
    m_problem = problem;
    showState();
}

void CompletionDialog::setCurrentRow(std::size_t row)
{
    if (m_rows->setCurrent(row))
        return;
    m_all->setChecked(true); // a sure one
    m_rows->setCurrent(row);
}

std::set<std::string> CompletionDialog::usedSequences() const
{
    std::set<std::string> used;
    for (int i = 0; i < m_sequences->count(); ++i) {
        if (m_sequences->item(i)->checkState() == Qt::Checked)
            used.insert(m_sequences->item(i)->text().toStdString());
    }
    return used;
}

std::size_t CompletionDialog::offer() const
{
    return static_cast<std::size_t>(std::max(0, m_offers->currentIndex()));
}

bool CompletionDialog::learnsFromOthers() const
{
    return m_others->isChecked();
}

double CompletionDialog::threshold() const
{
    return m_threshold->value() / 100.0;
}

void CompletionDialog::fillRows()
{
    if (m_shown.draft && m_shown.tier && m_shown.whyNot.isEmpty()) {
        const std::vector<engine::DraftRow>& rows = m_shown.draft->rows;
        std::vector<std::size_t> listed;
        std::ranges::copy_if(m_shown.open, std::back_inserter(listed), [&](std::size_t row) {
            return m_all->isChecked() || rows[row].confidence < threshold();
        });
        if (m_order->currentIndex() == LeastSureFirst)
            std::ranges::stable_sort(listed, {}, [&](std::size_t row) { return rows[row].confidence; });
        m_rows->setDraft(*m_shown.tier, *m_shown.draft, std::move(listed));
    } else {
        m_rows->clear();
    }
    showState();
}

void CompletionDialog::acceptCurrent()
{
    if (const auto row = m_rows->current()) {
        emit acceptWished(*row, std::nullopt);
        openOtherThan(row);
    }
}

void CompletionDialog::correctCurrent(int place)
{
    const auto row = m_rows->current();
    if (!row || !m_shown.tier || !m_shown.draft)
        return;
    const auto values = possibleValues(*m_shown.tier, *m_shown.draft);
    if (place >= 0 && static_cast<std::size_t>(place) < values.size()) {
        emit acceptWished(*row, values[static_cast<std::size_t>(place)]);
        openOtherThan(row);
    }
}

/// Shows and plays the row in hand, unless that is the one that was to be answered and still is.
void CompletionDialog::openOtherThan(std::optional<std::size_t> answered)
{
    if (const auto row = m_rows->current(); row && row != answered)
        emit rowOpened(*row);
}

bool CompletionDialog::goToNext()
{
    const auto before = m_rows->current();
    m_rows->walk(+1);
    openOtherThan(before);
    return m_rows->current() != before;
}

void CompletionDialog::showState()
{
    m_keys->setActive(m_shown.whyNot.isEmpty());
    const bool isPossible = m_shown.whyNot.isEmpty() && !m_shown.offers.empty();
    const bool hasDraft = isPossible && m_shown.draft && !m_shown.open.empty();
    m_head->setText(!m_shown.whyNot.isEmpty() ? m_shown.whyNot : m_shown.subject);
    m_offers->setEnabled(isPossible && !m_progress);
    m_sequences->setEnabled(isPossible && !m_progress);
    const bool isOfValues = isPossible && offer() < m_shown.offers.size()
        && m_shown.offers[offer()].kind == engine::CompletionKind::Values;
    m_others->setEnabled(isOfValues && !m_progress);
    m_run->setText(m_progress ? tr("&Stop") : m_shown.draft ? tr("Complete &again") : tr("&Complete"));
    m_run->setEnabled(isPossible && (m_progress || !usedSequences().empty()));
    m_bar->setVisible(m_progress.has_value());
    m_bar->setValue(static_cast<int>(m_progress.value_or(0.0) * 1000));
    m_discard->setEnabled(isPossible && m_shown.draft.has_value());
    std::size_t sure = 0;
    if (hasDraft)
        sure = static_cast<std::size_t>(std::ranges::count_if(m_shown.open, [&](std::size_t row) {
            return m_shown.draft->rows[row].confidence >= threshold();
        }));
    m_threshold->setEnabled(hasDraft);
    m_thresholdText->setText(QStringLiteral("%1 %").arg(m_threshold->value()));
    m_acceptSure->setText(tr("Accept &all %n", nullptr, static_cast<int>(sure)));
    m_acceptSure->setEnabled(sure > 0);
    if (!m_problem.isEmpty()) {
        m_note->setText(m_problem);
    } else if (hasDraft) {
        engine::CompletionDraft draft = *m_shown.draft;
        draft.threshold = threshold();
        m_note->setText(sureText(draft, m_shown.open.size(), sure));
    } else if (m_shown.draft) {
        m_note->setText(tr("No suggestion is open any more."));
    } else {
        m_note->setText(tr("The rest is suggested from what you labelled and from what is seen and heard. "
                           "Nothing becomes part of the tier before you accept it."));
    }
    const bool hasRow = hasDraft && m_rows->current().has_value();
    m_accept->setEnabled(hasRow);
    m_accept->setText(hasRow && m_shown.tier ? tr("Accept %1")
                                                   .arg(rowText(*m_shown.tier, *m_shown.draft,
                                                                m_shown.draft->rows[*m_rows->current()]))
                                             : tr("Accept"));
    m_reject->setEnabled(hasRow);
    m_correct->setEnabled(hasRow && m_values->count() > 0);
    m_values->setEnabled(m_correct->isEnabled());
    m_order->setEnabled(hasDraft);
    m_all->setEnabled(hasDraft);
}

}
