#include "app/training/side_form.h"

#include "app/training/form_fields.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

constexpr double kLeastHertz = 0.1;
constexpr double kMostHertz = 1000.0;
constexpr int kAsApplied = -1; ///< behind the rows: as the project's recipe has it

/// Takes a value that the list does not have into it.
void choose(QComboBox* choice, const std::string& value)
{
    const QString wanted = QString::fromStdString(value);
    if (choice->findData(wanted) < 0)
        choice->addItem(wanted, wanted);
    choice->setCurrentIndex(choice->findData(wanted));
}

}

SideForm::SideForm(char letter, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_form(trainingForm())
    , m_rows(widgets::narrowChoice(QStringLiteral("rows_") + QLatin1Char(letter), tr("Rows"), this))
    , m_rate(new QDoubleSpinBox(this))
    , m_collapse(widgets::narrowChoice(QStringLiteral("collapse_") + QLatin1Char(letter),
                                       tr("Many rows become one by"), this))
    , m_impute(widgets::narrowChoice(QStringLiteral("impute_") + QLatin1Char(letter), tr("Gaps"), this))
    , m_note(widgets::mutedLabel(QStringLiteral("sideNote_") + QLatin1Char(letter), this))
{
    m_rows->addItem(tr("aligned to words"), static_cast<int>(ExperimentSide::Rows::Words));
    m_rows->addItem(tr("each sequence with its own rows"), static_cast<int>(ExperimentSide::Rows::Own));
    m_rows->addItem(tr("of a fixed rate"), static_cast<int>(ExperimentSide::Rows::FixedRate));
    m_rate->setObjectName(QStringLiteral("rate_") + QLatin1Char(letter));
    m_rate->setAccessibleName(tr("Rows a second"));
    m_rate->setRange(kLeastHertz, kMostHertz);
    m_rate->setDecimals(1);
    for (const auto& [name, text] : {std::pair("mean", tr("their mean")),
                                     {"max", tr("their greatest")},
                                     {"min", tr("their least")},
                                     {"median", tr("their median")},
                                     {"std", tr("their deviation")},
                                     {"first", tr("the first")},
                                     {"last", tr("the last")}})
        m_collapse->addItem(text, QString::fromLatin1(name));
    for (const auto& [name, text] : {std::pair("zeros", tr("rows of zeros")),
                                     {"mean", tr("the mean of the video")},
                                     {"linear", tr("between the rows around")},
                                     {"hold", tr("the row before")},
                                     {"nearest", tr("the nearest row")},
                                     {"ones", tr("rows of ones")},
                                     {"none", tr("none: such words are left out")}})
        m_impute->addItem(text, QString::fromLatin1(name));
    m_form->addRow(tr("Rows"), m_rows);
    m_form->addRow(tr("Rows a second"), m_rate);
    m_form->addRow(tr("Many become one by"), m_collapse);
    m_form->addRow(tr("A gap is filled by"), m_impute);
    auto* modalities = new QHBoxLayout;
    for (const char* const modality : kModalityFields) {
        auto* box = new QCheckBox(modalityText(modality), this);
        const auto name = QString::fromLatin1(modality);
        box->setObjectName(QStringLiteral("%1_%2").arg(name).arg(QLatin1Char(letter)));
        box->setProperty("modality", name);
        box->setChecked(true);
        modalities->addWidget(box);
        m_modalities.push_back(box);
        connect(box, &QCheckBox::clicked, this, &SideForm::changed);
    }
    modalities->addStretch(1);
    m_form->addRow(tr("Learns from"), modalities);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(widgets::sectionHead(title, this));
    column->addLayout(m_form);
    column->addWidget(m_note);
    column->addStretch(1);
    connect(m_rows, &QComboBox::activated, this, [this] {
        showFields();
        emit changed();
    });
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &SideForm::changed);
    connect(m_collapse, &QComboBox::activated, this, &SideForm::changed);
    connect(m_impute, &QComboBox::activated, this, &SideForm::changed);
    setSide({});
}

void SideForm::setSide(const ExperimentSide& side)
{
    m_rows->setCurrentIndex(m_rows->findData(static_cast<int>(side.rows)));
    const QSignalBlocker quiet(m_rate);
    m_rate->setValue(side.hertz);
    choose(m_collapse, side.collapse);
    choose(m_impute, side.impute);
    showFields();
}

ExperimentSide SideForm::side() const
{
    ExperimentSide side;
    const bool isApplied = m_rows->currentData().toInt() == kAsApplied && m_applied;
    if (isApplied && !m_isStored)
        side = *m_applied;
    side.modalities = chosenModalities();
    if (m_isStored)
        side.rows = ExperimentSide::Rows::Stored;
    if (isApplied || m_isStored)
        return side;
    side.rows = static_cast<ExperimentSide::Rows>(m_rows->currentData().toInt());
    if (side.rows == ExperimentSide::Rows::FixedRate)
        side.hertz = m_rate->value();
    if (side.rows != ExperimentSide::Rows::Own)
        side.collapse = m_collapse->currentData().toString().toStdString();
    if (side.rows == ExperimentSide::Rows::Words)
        side.impute = m_impute->currentData().toString().toStdString();
    return side;
}

void SideForm::setApplied(const std::optional<ExperimentSide>& applied)
{
    const int place = m_rows->findData(kAsApplied);
    m_applied = applied;
    if (applied && place < 0)
        m_rows->addItem(tr("aligned as the project's recipe does it"), kAsApplied);
    if (!applied && place >= 0)
        m_rows->removeItem(place);
    showFields();
}

void SideForm::setModalities(const std::vector<std::string>& present, bool isStored)
{
    m_isStored = isStored;
    for (QWidget* of : std::initializer_list<QWidget*>{m_rows, m_rate, m_collapse, m_impute})
        m_form->setRowVisible(of, !isStored);
    for (QCheckBox* box : m_modalities)
        box->setEnabled(std::ranges::find(present, box->property("modality").toString().toStdString())
                        != present.end());
    showFields();
}

/// Empty where none that there is was left out.
std::vector<std::string> SideForm::chosenModalities() const
{
    std::vector<std::string> chosen;
    bool isWhole = true;
    for (const QCheckBox* box : m_modalities) {
        if (box->isEnabled() && box->isChecked())
            chosen.push_back(box->property("modality").toString().toStdString());
        isWhole = isWhole && (!box->isEnabled() || box->isChecked());
    }
    return isWhole ? std::vector<std::string>() : chosen;
}

bool SideForm::learnsNothing() const
{
    return std::ranges::none_of(m_modalities,
                                [](const QCheckBox* box) { return box->isEnabled() && box->isChecked(); });
}

void SideForm::showFields()
{
    const int chosen = m_rows->currentData().toInt();
    const auto rows = static_cast<ExperimentSide::Rows>(chosen);
    const bool isApplied = chosen == kAsApplied;
    m_rate->setEnabled(!isApplied && rows == ExperimentSide::Rows::FixedRate);
    m_collapse->setEnabled(!isApplied && rows != ExperimentSide::Rows::Own);
    m_impute->setEnabled(!isApplied && rows == ExperimentSide::Rows::Words);
    m_note->setText(m_isStored                   ? QString()
                        : isApplied && m_applied ? sideText(*m_applied)
                        : rows == ExperimentSide::Rows::Own
                        ? tr("Only models that take sequences of different lengths learn from them.")
                        : QString());
}

}
