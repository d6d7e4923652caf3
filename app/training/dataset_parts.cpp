#include "app/training/dataset_parts.h"

#include "app/training/form_fields.h"
#include "widgets/base/muted_label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr std::uint64_t kFoldSeed = 1; // both sides and all seeds of a comparison have the same folds

/// The sequences of a recipe that are chosen, and the names that they usually have.
constexpr std::array<std::pair<const char*, const char*>, 4> kRoles{
    {{"words", "words"}, {"text", "word_vectors"}, {"acoustic", "acoustic"}, {"visual", "visual"}}};

}

DatasetParts::DatasetParts(QWidget* parent)
    : QWidget(parent)
    , m_labels(new QComboBox(this))
    , m_roles(trainingForm(this))
    , m_folds(new QComboBox(this))
    , m_foldNote(widgets::mutedLabel(QStringLiteral("trainFoldNote"), this))
{
    const std::map<std::string, QString> titles{{"words", tr("Words")},
                                                {"text", tr("Features of words")},
                                                {"acoustic", tr("Sound")},
                                                {"visual", tr("Face")}};
    m_roles->setContentsMargins(0, 0, 0, 0);
    m_labels->setObjectName(QStringLiteral("train_labels"));
    m_labels->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_labels->setToolTip(tr("Every label of the project, as it is now"));
    m_roles->addRow(tr("Label"), m_labels);
    connect(m_labels, &QComboBox::activated, this, [this] {
        showFolds();
        emit changed();
    });
    for (const auto& [field, usual] : kRoles) {
        auto* names = new QComboBox(this);
        names->setObjectName(QStringLiteral("train_") + QLatin1String(field));
        m_sequences[field] = names;
        m_roles->addRow(titles.at(field), names);
        connect(names, &QComboBox::activated, this, &DatasetParts::changed);
    }
    m_folds->setObjectName(QStringLiteral("trainFolds"));
    m_folds->addItem(tr("as the dataset has them"), false);
    m_folds->addItem(tr("drawn by the seed: 70, 15, 15 of 100 videos"), true);
    m_roles->addRow(tr("&Folds"), m_folds);
    m_roles->addRow(QString(), m_foldNote);
    connect(m_folds, &QComboBox::activated, this, [this] {
        showFolds();
        emit changed();
    });
    setMessage(tr("Labels are being counted…"));
}

void DatasetParts::setDataset(const engine::DatasetList& dataset)
{
    m_dataset = dataset;
    for (const auto& [field, usual] : kRoles) {
        QComboBox* const names = m_sequences.at(field);
        const QString before = names->currentText();
        names->clear();
        if (std::ranges::find(kModalityFields, std::string_view(field)) != kModalityFields.end())
            names->addItem(tr("none"), QString());
        for (const engine::DatasetList::Sequence& sequence : dataset.sequences)
            names->addItem(QString::fromStdString(sequence.name), QString::fromStdString(sequence.name));
        const int kept = names->findText(before);
        names->setCurrentIndex(std::max(0, kept >= 0 ? kept : names->findText(QLatin1String(usual))));
    }
}

void DatasetParts::setMaterial(TrainingMaterial material)
{
    const bool isFirst = m_choices.empty();
    const std::optional<engine::LabelToLearn::Key> before = label();
    m_message.clear();
    m_material = std::move(material);
    for (const auto& [field, names] : m_sequences)
        m_roles->setRowVisible(names, !isPacked());
    m_choices = learnChoicesOf(m_material);
    m_labels->clear();
    int kept = 0;
    for (const LearnChoice& each : m_choices) {
        m_labels->addItem(tr("%1: %2").arg(each.row.title, each.row.what));
        m_labels->setItemData(m_labels->count() - 1,
                              QStringLiteral("%1, %2").arg(each.row.segments, each.row.videos),
                              Qt::ToolTipRole);
        if (before && learntKey(m_material, each) == before)
            kept = m_labels->count() - 1;
    }
    m_labels->setCurrentIndex(m_choices.empty() ? -1 : kept);
    if (isFirst)
        m_folds->setCurrentIndex(m_material.given.empty() ? 1 : 0);
    showFolds();
    emit changed();
}

void DatasetParts::setMessage(const QString& text)
{
    m_message = text;
    emit changed();
}

/// How many labelled segments are in each part.
void DatasetParts::showFolds()
{
    QStringList sizes;
    const engine::FoldLists now = folds();
    for (const char* const fold : {"train", "valid", "test"}) {
        const auto found = now.find(fold);
        const bool isNone = found == now.end() || !choice();
        sizes << QStringLiteral("%1 %2")
                     .arg(QLatin1String(fold))
                     .arg(isNone ? 0
                                 : labelledIn(countedLabel(m_material, *choice()),
                                              {found->second.begin(), found->second.end()}));
    }
    m_foldNote->setText(tr("Labelled segments: %1.").arg(sizes.join(QStringLiteral(", "))));
}

const LearnChoice* DatasetParts::choice() const
{
    const auto place = static_cast<std::size_t>(m_labels->currentIndex());
    return place < m_choices.size() ? &m_choices[place] : nullptr;
}

std::optional<engine::LabelToLearn::Key> DatasetParts::label() const
{
    return choice() ? learntKey(m_material, *choice()) : std::nullopt;
}

engine::FoldLists DatasetParts::folds() const
{
    return drawnFolds().value_or(m_material.given);
}

std::map<std::string, std::string> DatasetParts::sequences() const
{
    std::map<std::string, std::string> chosen;
    for (const auto& [field, names] : m_sequences) {
        if (isPacked())
            break;
        const std::string name = names->currentData().toString().toStdString();
        if (!name.empty())
            chosen[field] = name;
    }
    chosen["labels"] = labelsToRead(m_material, label());
    return chosen;
}

std::vector<std::string> DatasetParts::modalities() const
{
    std::vector<std::string> present;
    const std::map<std::string, std::string> chosen = sequences();
    for (const engine::Modality modality : engine::allModalities) {
        const char* const role = kModalityFields[static_cast<std::size_t>(modality)];
        const bool isStored = isPacked()
            && std::ranges::find(m_material.sources, modality, &TrainingMaterial::Source::modality)
                != m_material.sources.end();
        if (isStored || chosen.contains(role))
            present.emplace_back(role);
    }
    return present;
}

std::optional<engine::FoldLists> DatasetParts::drawnFolds() const
{
    if (!m_folds->currentData().toBool() || !choice())
        return std::nullopt;
    return drawnSplit(countedLabel(m_material, *choice()), m_material, TrainingSplit::Way::ByVideo,
                      kFoldSeed);
}

QString DatasetParts::whyNot() const
{
    if (!m_message.isEmpty())
        return m_message;
    if (!isPacked() && m_dataset.sequences.empty())
        return tr("No dataset with sequences is open.");
    std::set<std::string> sources;
    for (const auto& [field, name] : sequences())
        sources.insert(name);
    for (const TrainingMaterial::Source& source : m_material.sources) {
        if (isPacked())
            sources.insert(source.key);
    }
    for (const TrainingNeed& need : trainingNeeds(choice() ? &countedLabel(m_material, *choice()) : nullptr,
                                                  m_material, sources, folds())) {
        if (need.isRequired && !need.isMet)
            return QStringLiteral("%1: %2").arg(need.title, need.detail);
    }
    return {};
}

}
