#include "app/training/experiment_form.h"

#include "app/training/dataset_parts.h"
#include "app/training/form_fields.h"
#include "app/training/model_takes.h"
#include "app/training/run_folder_field.h"
#include "app/training/side_form.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"

#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

constexpr int kMostSeeds = 20;
constexpr int kUsualSeeds = 5; // with three, a difference has to be twice as large to be told

}

ExperimentForm::ExperimentForm(QWidget* parent)
    : QWidget(parent)
    , m_class(new QComboBox(this))
    , m_note(widgets::mutedLabel(QStringLiteral("experimentNote"), this))
    , m_epochs(numberField("experimentEpochs", 1, kMostEpochs, this))
    , m_patience(numberField("experimentPatience", 1, kMostEpochs, this))
    , m_seeds(numberField("experimentSeeds", 1, kMostSeeds, this))
    , m_parts(new DatasetParts(this))
    , m_folder(new RunFolderField("experimentFolder", this))
    , m_sides{new SideForm('a', tr("Side A"), this), new SideForm('b', tr("Side B"), this)}
{
    m_class->setObjectName(QStringLiteral("experimentClass"));
    m_seeds->setValue(kUsualSeeds);
    m_seeds->setToolTip(
        tr("Each side is trained with the seeds 1, 2, 3 … and counts by the mean of its figures, so "
           "that a lucky beginning decides less."));
    ExperimentSide own;
    own.rows = ExperimentSide::Rows::Own;
    m_sides[1]->setSide(own);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(fontMetrics().height() * 2);
    for (SideForm* side : m_sides) {
        sides->addWidget(side, 1);
        connect(side, &SideForm::changed, this, &ExperimentForm::changed);
    }
    auto* data = new QVBoxLayout;
    data->addWidget(widgets::sectionHead(tr("Both learn from"), this));
    data->addWidget(m_parts);
    data->addStretch(1);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(fontMetrics().height() * 2);
    upper->addWidget(makeModel(), 1);
    upper->addLayout(data, 1);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->addLayout(upper);
    column->addSpacing(fontMetrics().height());
    column->addLayout(sides);
    column->addStretch(1);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(widgets::scrollable(page));
    connect(m_class, &QComboBox::activated, this, &ExperimentForm::takeClass);
    connect(m_parts, &DatasetParts::changed, this, &ExperimentForm::takeParts);
    connect(m_folder, &RunFolderField::changed, this, &ExperimentForm::changed);
    setProblem(tr("The list of models is being read…"));
}

QWidget* ExperimentForm::makeModel()
{
    auto* box = new QWidget;
    auto* form = trainingForm();
    form->addRow(tr("&Model"), m_class);
    form->addRow(QString(), m_note);
    form->addRow(tr("&Epochs at most"), m_epochs);
    form->addRow(tr("&Patience"), m_patience);
    form->addRow(tr("&Seeds"), m_seeds);
    form->addRow(tr("It goes &into"), m_folder);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(widgets::sectionHead(tr("Both sides are"), box));
    column->addLayout(form);
    column->addStretch(1);
    return box;
}

void ExperimentForm::setProblem(const QString& text)
{
    m_problem = text;
    m_note->setText(text);
    emit changed();
}

void ExperimentForm::setClasses(std::vector<ModelClass> classes)
{
    m_classes = std::move(classes);
    std::erase_if(m_classes, [](const ModelClass& each) {
        return each.takes == ModelClass::Takes::Recordings || each.takes == ModelClass::Takes::Conversations;
    });
    m_class->clear();
    for (const ModelClass& each : m_classes)
        m_class->addItem(QString::fromStdString(each.name));
    m_class->setCurrentIndex(std::max(0, m_class->findText(QStringLiteral("LMF"))));
    setProblem({});
    takeClass();
}

const ModelClass* ExperimentForm::chosenClass() const
{
    const auto index = static_cast<std::size_t>(m_class->currentIndex());
    return index < m_classes.size() ? &m_classes[index] : nullptr;
}

void ExperimentForm::takeClass()
{
    const ModelClass* const chosen = chosenClass();
    if (!chosen)
        return;
    const auto training = usualOptions(*chosen).at("training");
    m_epochs->setValue(training.at("epochs").get<int>());
    m_patience->setValue(training.at("patience").get<int>());
    m_note->setText(takesText(chosen->takes));
    proposeFolder();
    emit changed();
}

void ExperimentForm::setDataset(const engine::DatasetList& dataset)
{
    m_parts->setDataset(dataset);
    takeParts();
}

void ExperimentForm::takeParts()
{
    for (SideForm* side : m_sides)
        side->setModalities(m_parts->modalities(), m_parts->isPacked());
    emit changed();
}

void ExperimentForm::setApplied(const std::optional<ExperimentSide>& applied)
{
    for (SideForm* side : m_sides)
        side->setApplied(applied);
}

void ExperimentForm::setFolder(const QString& folder, const QStringList& names)
{
    m_folder->setRuns(folder, names);
    proposeFolder();
}

/// `compare-lmf-2` in the folder of runs, unless a person typed another.
void ExperimentForm::proposeFolder()
{
    m_folder->propose(QStringLiteral("compare-%1").arg(m_class->currentText().toLower()));
}

Experiment ExperimentForm::experiment() const
{
    Experiment experiment;
    if (const ModelClass* const chosen = chosenClass())
        experiment.options = usualOptions(*chosen);
    experiment.options["training"]["epochs"] = m_epochs->value();
    experiment.options["training"]["patience"] = m_patience->value();
    experiment.sequences = m_parts->sequences();
    const std::vector<std::string> modalities = m_parts->modalities();
    if (!m_parts->isPacked())
        leaveOutModalities(experiment.options, experiment.sequences);
    else if (modalities.size() < kModalityFields.size())
        experiment.options["modalities"] = modalities;
    for (std::size_t side = 0; side < m_sides.size(); ++side)
        experiment.sides[side] = m_sides[side]->side();
    for (int seed = 1; seed <= m_seeds->value(); ++seed)
        experiment.seeds.push_back(static_cast<std::uint64_t>(seed));
    experiment.label = m_parts->label();
    if (const auto folds = m_parts->drawnFolds())
        experiment.options["split"] = *folds;
    experiment.folder = m_folder->folder();
    return experiment;
}

QString ExperimentForm::whyNot() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    const ModelClass* const chosen = chosenClass();
    if (!chosen)
        return tr("There is no such model.");
    if (const QString why = m_parts->whyNot(); !why.isEmpty())
        return why;
    if (std::ranges::any_of(m_sides, &SideForm::learnsNothing))
        return tr("A side has no modality to learn from; tick one.");
    const std::array sides{m_sides[0]->side(), m_sides[1]->side()};
    if (sides[0] == sides[1])
        return tr("Both sides are the same; change one of them.");
    if (chosen->takes == ModelClass::Takes::Aligned
        && std::ranges::find(sides, ExperimentSide::Rows::Own, &ExperimentSide::rows) != sides.end())
        return tr("%1 works word by word and cannot learn from sequences with rows of their own; choose "
                  "another "
                  "model, LMF for instance.")
            .arg(m_class->currentText());
    if (m_folder->folder().isEmpty() || QDir::isRelativePath(m_folder->folder()))
        return tr("Say into which folder it goes, as a whole path.");
    return m_folder->whyNot();
}

}
