#include "app/tiers/tier_dialog.h"

#include "engine/annotation/label_sets.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/number_box.h"
#include "widgets/review/class_field.h"
#include "widgets/review/label_table.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

using engine::Constraint;
using engine::TierKind;

constexpr double kUsualRate = 25.0; // of continuous ratings, Hz

}

TierDialog::TierDialog(const engine::Tier& tier, const std::vector<engine::Tier>& others, bool isFixed,
                       std::size_t videos, QWidget* parent)
    : QDialog(parent)
    , m_before(tier)
    , m_tier(tier)
    , m_isFixed(isFixed)
    , m_name(new QLineEdit(QString::fromStdString(tier.name), this))
    , m_kind(new QComboBox(this))
    , m_classes(new widgets::ClassField(this))
    , m_rate(new widgets::NumberBox(this))
    , m_parent(new QComboBox(this))
    , m_constraint(new QComboBox(this))
    , m_overlapping(new QCheckBox(tr("Segments may &overlap"), this))
    , m_annotator(new QLineEdit(QString::fromStdString(tier.annotator), this))
    , m_participant(new QLineEdit(QString::fromStdString(tier.participant), this))
    , m_colour(new QPushButton(this))
    , m_set(new QComboBox(this))
    , m_labels(new widgets::LabelTable(this))
    , m_allVideos(new QCheckBox(tr("In a&ll videos of the dataset"), this))
    , m_refusal(widgets::named(new QLabel(this), "tierRefusal", tr("Why it cannot be so")))
{
    widgets::setGuidePage(*this, "labelling");
    setObjectName(QStringLiteral("tierDialog"));
    setWindowTitle(tier.id == 0 ? tr("New tier") : tr("Tier %1").arg(QString::fromStdString(tier.name)));
    m_name->setObjectName(QStringLiteral("tierName"));
    m_kind->setObjectName(QStringLiteral("tierKind"));
    m_kind->addItem(tr("Segments"), static_cast<int>(TierKind::Interval));
    m_kind->addItem(tr("Points"), static_cast<int>(TierKind::Point));
    m_kind->addItem(tr("Continuous rating"), static_cast<int>(TierKind::Continuous));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(tier.kind)));
    m_rate->setObjectName(QStringLiteral("tierRate"));
    m_rate->setRange(0.1, 1000.0);
    m_rate->setSuffix(tr(" Hz"));
    m_rate->setValue(tier.rate > 0 ? tier.rate : kUsualRate);
    m_parent->setObjectName(QStringLiteral("tierParent"));
    m_parent->addItem(tr("none"), qint64{0});
    for (const engine::Tier& other : others)
        m_parent->addItem(QString::fromStdString(other.name), static_cast<qint64>(other.id));
    m_parent->setCurrentIndex(std::max(0, m_parent->findData(static_cast<qint64>(tier.parent))));
    m_constraint->setObjectName(QStringLiteral("tierConstraint"));
    m_constraint->addItem(tr("within its segments, with gaps"), static_cast<int>(Constraint::IncludedIn));
    m_constraint->addItem(tr("filling its segments"), static_cast<int>(Constraint::TimeSubdivision));
    m_constraint->addItem(tr("one for each segment"), static_cast<int>(Constraint::SymbolicAssociation));
    m_constraint->addItem(tr("a list for each segment"), static_cast<int>(Constraint::SymbolicSubdivision));
    m_constraint->setCurrentIndex(std::max(0, m_constraint->findData(static_cast<int>(tier.constraint))));
    m_overlapping->setChecked(tier.overlapping);
    m_participant->setObjectName(QStringLiteral("tierParticipant"));
    m_participant->setPlaceholderText(tr("nobody in particular"));
    m_participant->setToolTip(tr("The person whose behaviour the tier describes"));
    m_set->setObjectName(QStringLiteral("labelSet"));
    m_set->addItem(tr("Choose ready-made labels…"));
    for (const engine::LabelSet& set : engine::labelSets())
        m_set->addItem(QString::fromStdString(set.name), QString::fromStdString(set.id));
    m_labels->setLabels(tier.labels);
    m_allVideos->setObjectName(QStringLiteral("allVideos"));
    m_allVideos->setVisible(tier.id == 0);

    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Kind"), m_kind);
    form->addRow(tr("Cla&sses"), m_classes);
    form->setRowVisible(m_classes, tier.id == 0);
    form->addRow(tr("&Values per second"), m_rate);
    form->addRow(tr("&Hangs on"), m_parent);
    form->addRow(tr("Ho&w"), m_constraint);
    form->addRow(QString(), m_overlapping);
    form->addRow(tr("&Annotator"), m_annotator);
    form->addRow(tr("About &participant"), m_participant);
    form->addRow(tr("&Colour"), m_colour);
    form->addRow(tr("La&bels"), m_set);
    auto* buttons = widgets::acceptOrCancel(*this);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addLayout(form);
    column->addWidget(m_labels, 1);
    column->addWidget(m_allVideos);
    if (videos > 1) {
        auto* scope = new QLabel(
            tr("Changes reach this tier in all %n video(s) that have it.", nullptr, static_cast<int>(videos)),
            this);
        scope->setObjectName(QStringLiteral("tierScope"));
        scope->setWordWrap(true);
        column->addWidget(scope);
    }
    m_refusal->setWordWrap(true);
    m_refusal->setTextFormat(Qt::PlainText);
    m_refusal->hide();
    column->addWidget(m_refusal);
    column->addWidget(buttons);
    resize(line * 32, line * 38);
    connect(m_kind, &QComboBox::activated, this, &TierDialog::showKind);
    connect(m_parent, &QComboBox::activated, this, &TierDialog::showKind);
    connect(m_set, &QComboBox::activated, this, &TierDialog::takeLabelSet);
    connect(m_colour, &QPushButton::clicked, this, [this] {
        const QColor chosen = QColorDialog::getColor(QColor(QString::fromStdString(m_tier.colour)), this);
        if (chosen.isValid())
            m_tier.colour = chosen.name().toStdString();
        showColour();
    });
    const auto check = [this, ok = buttons->button(QDialogButtonBox::Ok)] {
        ok->setEnabled(!m_name->text().trimmed().isEmpty());
    };
    connect(m_name, &QLineEdit::textChanged, this, check);
    check();
    showKind();
    showColour();
}

void TierDialog::showKind()
{
    const bool isContinuous = m_kind->currentData().toInt() == static_cast<int>(TierKind::Continuous);
    const bool isInterval = m_kind->currentData().toInt() == static_cast<int>(TierKind::Interval);
    const bool hangs = m_parent->currentData().toLongLong() != 0;
    m_kind->setEnabled(!m_isFixed);
    m_classes->setEnabled(!isContinuous);
    m_rate->setEnabled(!m_isFixed && isContinuous);
    m_parent->setEnabled(!m_isFixed && !isContinuous);
    m_constraint->setEnabled(!m_isFixed && hangs && !isContinuous);
    m_overlapping->setEnabled(isInterval && !hangs);
}

void TierDialog::showColour()
{
    m_colour->setText(m_tier.colour.empty() ? tr("as the theme has it")
                                            : QString::fromStdString(m_tier.colour));
}

void TierDialog::takeLabelSet(int index)
{
    if (const auto* set = engine::labelSet(m_set->itemData(index).toString().toStdString()))
        m_labels->setLabels(set->labels);
}

void TierDialog::refuse(const QString& reason)
{
    m_refusal->setText(reason);
    m_refusal->show();
}

void TierDialog::accept()
{
    m_refusal->hide();
    emit wished();
}

bool TierDialog::isForAllVideos() const
{
    return m_allVideos->isChecked();
}

/// The classes are the first label, called as the tier is; behind it those of the table.
std::vector<engine::LabelScheme> TierDialog::labels() const
{
    std::vector<engine::LabelScheme> labels = m_labels->labels();
    engine::Vocabulary classes = m_classes->isEnabled() ? m_classes->classes() : engine::Vocabulary();
    if (classes.terms.empty())
        return labels;
    std::string name = m_name->text().trimmed().toStdString();
    while (std::ranges::find(labels, name, &engine::LabelScheme::name) != labels.end())
        name += "_class";
    labels.insert(labels.begin(), {name, std::move(classes)});
    return labels;
}

engine::Tier TierDialog::tier() const
{
    engine::Tier tier = m_tier;
    tier.name = m_name->text().trimmed().toStdString();
    tier.kind = static_cast<TierKind>(m_kind->currentData().toInt());
    const bool isContinuous = tier.kind == TierKind::Continuous;
    tier.rate = isContinuous ? m_rate->value() : 0.0;
    tier.parent = isContinuous ? 0 : m_parent->currentData().toLongLong();
    tier.constraint
        = tier.parent == 0 ? Constraint::None : static_cast<Constraint>(m_constraint->currentData().toInt());
    tier.overlapping = m_overlapping->isEnabled() && m_overlapping->isChecked();
    tier.annotator = m_annotator->text().trimmed().toStdString();
    tier.participant = m_participant->text().trimmed().toStdString();
    tier.labels = labels();
    return tier;
}

engine::TierRevision TierDialog::revision() const
{
    return {m_before, tier(), m_labels->revisions()};
}

}
