#include "app/tiers/bulk_dialog.h"

#include "app/document/tier_content.h"
#include "engine/annotation/bulk_edits.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/number_box.h"
#include "widgets/base/scale_number.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTableWidget>

#include <set>
#include <utility>

namespace app {

namespace {

/// A value as it is typed. Absent: it is none of this label.
std::optional<std::variant<double, std::string>> parsed(const engine::LabelScheme& label, const QString& text)
{
    using Value = std::variant<double, std::string>;
    if (!std::holds_alternative<engine::NumberScale>(label.scale))
        return text.isEmpty() ? std::nullopt : std::optional<Value>(text.toStdString());
    const std::optional<double> number = widgets::typedNumber(text);
    return number ? std::optional<Value>(*number) : std::nullopt;
}

QString shownSegment(const engine::Annotation& annotation, const engine::Segment& segment)
{
    const engine::Tier* tier = annotation.tier(segment.tier);
    const QString times = BulkDialog::tr("%1 – %2 s")
                              .arg(widgets::shownNumber(segment.start.seconds(), 3, 'f'))
                              .arg(widgets::shownNumber(segment.end.seconds(), 3, 'f'));
    const QString text = tier ? shownText(*tier, segment) : QString();
    return text.isEmpty() ? times : QStringLiteral("%1  %2").arg(times, text);
}

}

BulkDialog::BulkDialog(const engine::Annotation& annotation, const std::string& tier,
                       const std::string& video, engine::Provenance by, QWidget* parent)
    : QDialog(parent)
    , m_annotation(annotation)
    , m_video(video)
    , m_by(std::move(by))
    , m_outcome(annotation)
    , m_work(new QComboBox(this))
    , m_tier(new QComboBox(this))
    , m_allVideos(new QCheckBox(tr("In all &videos of the project"), this))
    , m_fields(new QStackedWidget(this))
    , m_count(new QLabel(this))
    , m_preview(new QTableWidget(0, 2, this))
{
    widgets::setGuidePage(*this, "labelling");
    setObjectName(QStringLiteral("bulkDialog"));
    setWindowTitle(tr("Change many segments"));
    m_work->setObjectName(QStringLiteral("bulkWork"));
    m_work->addItems({tr("Move in time"), tr("Change a value"), tr("Find and replace text")});
    m_tier->setObjectName(QStringLiteral("bulkTier"));
    std::set<std::string> names;
    for (const auto& [id, known] : annotation.tiers()) {
        if (names.insert(known.name).second)
            m_tier->addItem(QString::fromStdString(known.name));
    }
    m_tier->setCurrentText(QString::fromStdString(tier));
    m_fields->addWidget(makeShift());
    m_fields->addWidget(makeRelabel());
    m_fields->addWidget(makeReplace());
    m_allVideos->setObjectName(QStringLiteral("bulkAllVideos"));
    m_allVideos->setToolTip(tr("Videos whose words and labels are as their files have them are left out"));
    m_count->setObjectName(QStringLiteral("bulkCount"));
    m_preview->setObjectName(QStringLiteral("bulkPreview"));
    m_preview->setAccessibleName(tr("What will change"));
    m_preview->setHorizontalHeaderLabels({tr("Now"), tr("Then")});
    m_preview->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_preview->verticalHeader()->hide();
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setSelectionMode(QAbstractItemView::NoSelection);
    m_preview->setTabKeyNavigation(false);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&What"), m_work);
    form->addRow(tr("&Tier"), m_tier);
    auto* buttons = widgets::acceptOrCancel(*this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addLayout(form);
    column->addWidget(m_fields);
    column->addWidget(m_allVideos);
    column->addWidget(m_count);
    column->addWidget(m_preview, 1);
    column->addWidget(buttons);
    resize(line * 42, line * 32);
    m_fields->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(&m_outcome, &BulkPreview::changed, this, &BulkDialog::showPreview);
    connect(m_work, &QComboBox::currentIndexChanged, m_fields, &QStackedWidget::setCurrentIndex);
    connect(m_work, &QComboBox::currentIndexChanged, this, &BulkDialog::preview);
    connect(m_tier, &QComboBox::currentIndexChanged, this, &BulkDialog::showTier);
    connect(m_allVideos, &QCheckBox::toggled, this, &BulkDialog::preview);
    showTier();
}

QWidget* BulkDialog::makeShift()
{
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    m_seconds = new widgets::NumberBox(page);
    m_seconds->setObjectName(QStringLiteral("bulkSeconds"));
    m_seconds->setRange(-36000.0, 36000.0);
    m_seconds->setDecimals(3);
    m_seconds->setSingleStep(0.1);
    m_seconds->setSuffix(tr(" s"));
    form->addRow(tr("&By"), m_seconds);
    connect(m_seconds, &QDoubleSpinBox::valueChanged, this, &BulkDialog::preview);
    return page;
}

QWidget* BulkDialog::makeRelabel()
{
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    m_label = new QComboBox(page);
    m_label->setObjectName(QStringLiteral("bulkLabel"));
    m_from = new QLineEdit(page);
    m_from->setObjectName(QStringLiteral("bulkFrom"));
    m_to = new QLineEdit(page);
    m_to->setObjectName(QStringLiteral("bulkTo"));
    m_to->setPlaceholderText(tr("nothing: the value is taken away"));
    form->addRow(tr("&Label"), m_label);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("T&o"), m_to);
    connect(m_label, &QComboBox::currentIndexChanged, this, &BulkDialog::preview);
    connect(m_from, &QLineEdit::textChanged, this, &BulkDialog::preview);
    connect(m_to, &QLineEdit::textChanged, this, &BulkDialog::preview);
    return page;
}

QWidget* BulkDialog::makeReplace()
{
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(0, 0, 0, 0);
    m_find = new QLineEdit(page);
    m_find->setObjectName(QStringLiteral("bulkFind"));
    m_replace = new QLineEdit(page);
    m_replace->setObjectName(QStringLiteral("bulkReplace"));
    m_isPattern = new QCheckBox(tr("Regular e&xpression"), page);
    m_isPattern->setObjectName(QStringLiteral("bulkIsPattern"));
    form->addRow(tr("&Find"), m_find);
    form->addRow(tr("&Replace by"), m_replace);
    form->addRow(QString(), m_isPattern);
    connect(m_find, &QLineEdit::textChanged, this, &BulkDialog::preview);
    connect(m_replace, &QLineEdit::textChanged, this, &BulkDialog::preview);
    connect(m_isPattern, &QCheckBox::toggled, this, &BulkDialog::preview);
    return page;
}

std::vector<engine::TierId> BulkDialog::tiers(const engine::Annotation& annotation) const
{
    const std::string name = m_tier->currentText().toStdString();
    std::vector<engine::TierId> ids;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (tier.name == name && (m_allVideos->isChecked() || tier.video == m_video))
            ids.push_back(id);
    }
    return ids;
}

const engine::Tier* BulkDialog::anyTier() const
{
    const std::string name = m_tier->currentText().toStdString();
    for (const auto& [id, tier] : m_annotation.tiers()) {
        if (tier.name == name)
            return &tier;
    }
    return nullptr;
}

const engine::LabelScheme* BulkDialog::label() const
{
    const engine::Tier* tier = anyTier();
    return tier ? tier->label(m_label->currentText().toStdString()) : nullptr;
}

void BulkDialog::showTier()
{
    m_label->clear();
    if (const engine::Tier* tier = anyTier()) {
        for (const engine::LabelScheme& label : tier->labels)
            m_label->addItem(QString::fromStdString(label.name));
    }
    preview();
}

engine::Change BulkDialog::make(const engine::Annotation& annotation) const
{
    const std::vector<engine::TierId> in = tiers(annotation);
    return edit()(annotation, {in.begin(), in.end()});
}

/// What the form says, as a function of the tiers. @throws Refused where it says nothing that can be done.
BulkPreview::Make BulkDialog::edit() const
{
    const auto nothing
        = [](const engine::Annotation&, const std::set<engine::TierId>&) { return engine::Change(); };
    switch (m_work->currentIndex()) {
    case Shift:
        return [ticks = engine::TimePoint::ofSeconds(m_seconds->value()).ticks](const auto& annotation,
                                                                                const auto& in) {
            return engine::shiftTiers(annotation, in, ticks);
        };
    case Relabel: {
        const engine::LabelScheme* scheme = label();
        const auto from = scheme ? parsed(*scheme, m_from->text().trimmed()) : std::nullopt;
        if (!from)
            return nothing;
        const auto to = parsed(*scheme, m_to->text().trimmed());
        if (!to && !m_to->text().trimmed().isEmpty())
            throw engine::Refused(tr("“%1” is no number.").arg(m_to->text().trimmed()).toStdString());
        return [name = scheme->name, from = *from,
                to = to ? std::optional(engine::LabelValue{*to, m_by}) : std::nullopt](const auto& annotation,
                                                                                       const auto& in) {
            return engine::relabel(annotation, in, name, from, to);
        };
    }
    default:
        break;
    }
    if (m_find->text().isEmpty())
        return nothing;
    const QRegularExpression pattern(m_isPattern->isChecked() ? m_find->text()
                                                              : QRegularExpression::escape(m_find->text()));
    if (!pattern.isValid())
        throw engine::Refused(pattern.errorString().toStdString());
    QString by = m_replace->text();
    if (!m_isPattern->isChecked())
        by.replace(QLatin1String("\\"), QLatin1String("\\\\"));
    return [pattern, by](const auto& annotation, const auto& in) {
        return engine::retypeAll(annotation, in, [&](const std::string& text) {
            return QString::fromStdString(text).replace(pattern, by).toStdString();
        });
    };
}

QString BulkDialog::name() const
{
    const QString tier = m_tier->currentText();
    return m_work->currentIndex() == Shift  ? tr("move the segments of %1").arg(tier)
        : m_work->currentIndex() == Relabel ? tr("change values of %1").arg(tier)
                                            : tr("replace text of %1").arg(tier);
}

void BulkDialog::preview()
{
    m_isNew = true;
    try {
        m_outcome.start(tiers(m_annotation), edit());
    } catch (const engine::Refused& reason) {
        m_outcome.start({}, {});
        showPreview();
        showTrouble(QString::fromUtf8(reason.what()));
    }
}

void BulkDialog::showPreview()
{
    const int count = m_outcome.count();
    m_ok->setEnabled(m_outcome.isDone() && m_outcome.trouble().isEmpty() && count > 0);
    if (!m_outcome.trouble().isEmpty())
        showTrouble(m_outcome.trouble());
    else
        m_count->setText(m_outcome.isDone() ? tr("%n segment(s) will change", nullptr, count)
                                            : tr("%n segment(s) so far…", nullptr, count));
    m_count->setForegroundRole(m_outcome.trouble().isEmpty() ? QPalette::WindowText : QPalette::BrightText);
    const auto& first = m_outcome.first();
    const int shown = std::exchange(m_isNew, false) ? 0 : m_preview->rowCount();
    m_preview->setRowCount(static_cast<int>(first.size()));
    for (int row = shown; row < m_preview->rowCount(); ++row) {
        const auto& replaced = first[static_cast<std::size_t>(row)];
        m_preview->setItem(row, 0, new QTableWidgetItem(shownSegment(m_annotation, *replaced.before)));
        m_preview->setItem(row, 1, new QTableWidgetItem(shownSegment(m_annotation, *replaced.after)));
    }
}

void BulkDialog::showTrouble(const QString& text)
{
    m_ok->setEnabled(false);
    m_count->setText(text);
    m_count->setForegroundRole(QPalette::BrightText);
}

}
