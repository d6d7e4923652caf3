#include "app/team/sharing_dialog.h"

#include "widgets/base/guide_page.h"
#include "widgets/base/muted_label.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

QSpinBox* percentBox(const char* name, int most, int value, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setRange(0, most);
    box->setValue(value);
    box->setSuffix(SharingDialog::tr(" %"));
    return box;
}

}

SharingDialog::SharingDialog(QWidget* parent)
    : QDialog(parent)
    , m_pages(new QStackedWidget(this))
    , m_shared(new SharedOutPage(this))
    , m_form(new QFormLayout)
    , m_tier(new QComboBox(this))
    , m_annotators(new QPlainTextEdit(this))
    , m_common(percentBox("sharedPart", 100, 20, this))
    , m_each(new QSpinBox(this))
    , m_rest(new QSpinBox(this))
    , m_gold(percentBox("sharedGold", 50, 0, this))
    , m_repeats(percentBox("sharedRepeats", 50, 10, this))
    , m_seed(new QSpinBox(this))
    , m_sum(new QLabel(this))
{
    widgets::setGuidePage(*this, "reviewing");
    setObjectName(QStringLiteral("sharing"));
    setWindowTitle(tr("Share out the work"));
    m_annotators->setObjectName(QStringLiteral("sharedAnnotators"));
    m_annotators->setPlaceholderText(tr("One name per line"));
    m_annotators->setTabChangesFocus(true);
    m_annotators->setMinimumHeight(fontMetrics().height() * 4);
    m_annotators->setMaximumHeight(fontMetrics().height() * 6);
    m_each->setObjectName(QStringLiteral("sharedEach"));
    m_each->setRange(2, 99);
    m_rest->setObjectName(QStringLiteral("sharedRest"));
    m_rest->setRange(1, 99);
    m_rest->setToolTip(tr("Of several answers the mean is surer than one"));
    m_seed->setObjectName(QStringLiteral("sharedSeed"));
    m_seed->setRange(1, 999999);
    m_seed->setToolTip(tr("The same seed shares in the same way"));
    m_common->setToolTip(tr("Segments that several judge tell how far people agree"));
    m_tier->setObjectName(QStringLiteral("sharedTier"));
    m_tier->setToolTip(
        tr("Whose segments are judged: labelled ones, or those of a tier with labels of its own"));
    m_form->addRow(tr("&Tier"), m_tier);
    m_form->addRow(tr("&Annotators"), m_annotators);
    m_form->addRow(tr("Judged by &several"), m_common);
    m_form->addRow(tr("By &how many"), m_each);
    m_form->addRow(tr("The rest &by"), m_rest);
    m_form->addRow(tr("Hidden &gold"), m_gold);
    m_form->addRow(tr("&Repeats"), m_repeats);
    m_form->addRow(tr("S&eed"), m_seed);
    m_sum->setObjectName(QStringLiteral("sharingSum"));
    m_sum->setWordWrap(true);
    auto* note = widgets::mutedLabel({}, this);
    note->setText(
        tr("Each gets a blind pass, and a file with this pass alone: open it, judge, and send it back. "
           "File → Project → Merge another copy… takes it."));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_share = buttons->addButton(tr("&Write the invitations…"), QDialogButtonBox::ActionRole);
    m_share->setObjectName(QStringLiteral("shareWork"));
    connect(m_share, &QPushButton::clicked, this, &SharingDialog::sharingWished);
    m_openFolder = buttons->addButton(tr("&Open the folder"), QDialogButtonBox::ActionRole);
    m_openFolder->setObjectName(QStringLiteral("openShared"));
    connect(m_openFolder, &QPushButton::clicked, m_shared, &SharedOutPage::openFolder);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tier, &QComboBox::activated, this, &SharingDialog::tierChosen);
    connect(m_annotators, &QPlainTextEdit::textChanged, this, &SharingDialog::showSum);
    for (QSpinBox* box : {m_common, m_each, m_rest, m_gold, m_repeats})
        connect(box, &QSpinBox::valueChanged, this, &SharingDialog::showSum);
    auto* form = new QWidget(this);
    auto* rows = new QVBoxLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    rows->addLayout(m_form);
    rows->addWidget(m_sum);
    rows->addWidget(note);
    rows->addStretch(1);
    m_pages->addWidget(form);
    m_pages->addWidget(m_shared);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    column->addWidget(m_pages);
    column->addWidget(buttons);
    const int line = fontMetrics().height();
    resize(line * 30, line * 30);
    showForm();
    showSum();
}

SharingDialog::Choice SharingDialog::choice() const
{
    Choice choice;
    if (m_tier->count() > 0)
        choice.tier = m_tier->currentText().toStdString();
    for (const QString& text : m_annotators->toPlainText().split(QLatin1Char('\n'))) {
        if (const QString name = text.trimmed(); !name.isEmpty() && !choice.annotators.contains(name))
            choice.annotators << name;
    }
    choice.sharing = {static_cast<std::size_t>(choice.annotators.size()), m_common->value() / 100.0,
                      static_cast<std::size_t>(m_each->value()), static_cast<std::uint32_t>(m_seed->value()),
                      static_cast<std::size_t>(m_rest->value())};
    choice.mix = {m_gold->value() / 100.0, m_repeats->value() / 100.0, 10};
    return choice;
}

void SharingDialog::setTiers(const std::vector<std::string>& tiers)
{
    const QString chosen = m_tier->currentText();
    m_tier->clear();
    for (const std::string& tier : tiers)
        m_tier->addItem(QString::fromStdString(tier));
    m_tier->setCurrentIndex(std::max(0, m_tier->findText(chosen)));
    m_form->setRowVisible(m_tier, tiers.size() > 1);
}

void SharingDialog::setPlan(const engine::WorkSharing& sharing, const QStringList& annotators)
{
    m_common->setValue(static_cast<int>(std::lround(sharing.common * 100.0)));
    m_each->setValue(static_cast<int>(sharing.each));
    m_rest->setValue(static_cast<int>(sharing.rest));
    if (choice().annotators.isEmpty())
        m_annotators->setPlainText(annotators.join(QLatin1Char('\n')));
}

void SharingDialog::showForm()
{
    m_pages->setCurrentIndex(0);
    m_share->show();
    m_openFolder->hide();
}

void SharingDialog::showShared(const std::vector<SharedOutPage::Row>& rows, const QString& folder)
{
    m_shared->setRows(rows, folder);
    m_pages->setCurrentWidget(m_shared);
    m_share->hide();
    m_openFolder->show();
    m_openFolder->setFocus();
}

void SharingDialog::setSegments(std::size_t count)
{
    m_segments = count;
    showSum();
}

void SharingDialog::showSum()
{
    const Choice choice = this->choice();
    m_share->setEnabled(m_segments > 0 && !choice.annotators.isEmpty());
    if (choice.annotators.isEmpty() || m_segments == 0) {
        m_sum->setText(tr("%n segment(s) are there to judge.", nullptr, static_cast<int>(m_segments)));
        return;
    }
    const auto shares = engine::shareWork(m_segments, choice.sharing);
    const auto most = std::ranges::max(shares, {}, &std::vector<std::size_t>::size).size();
    const auto common
        = static_cast<int>(std::llround(choice.sharing.common * static_cast<double>(m_segments)));
    const auto judges = std::min(choice.sharing.each, choice.sharing.raters);
    if (static_cast<std::size_t>(common) >= m_segments) {
        m_sum->setText(tr("All %n segment(s) are judged by %1: about %2 for each.", nullptr, common)
                           .arg(judges)
                           .arg(most));
        return;
    }
    m_sum->setText(
        tr("%n of %1 segments are judged by %2, the rest by %3: about %4 for each.", nullptr, common)
            .arg(m_segments)
            .arg(judges)
            .arg(std::min(choice.sharing.rest, choice.sharing.raters))
            .arg(most));
}

}
