#include "app/training/dataset_parts.h"

#include "app/training/form_fields.h"
#include "widgets/base/muted_label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr std::size_t kFewestVideos = 3; // of which folds can be drawn

/// The sequences of a recipe that are chosen, and the names that they usually have.
constexpr std::array<std::pair<const char*, const char*>, 5> kRoles{{{"words", "words"},
                                                                     {"text", "word_vectors"},
                                                                     {"acoustic", "acoustic"},
                                                                     {"visual", "visual"},
                                                                     {"labels", "labels"}}};
constexpr std::array kModalityRoles{"text", "acoustic", "visual"};

}

DatasetParts::DatasetParts(QWidget* parent)
    : QWidget(parent)
    , m_sequenceRows(new QWidget(this))
    , m_folds(new QComboBox(this))
    , m_foldNote(widgets::mutedLabel(QStringLiteral("trainFoldNote"), this))
{
    const std::map<std::string, QString> titles{{"words", tr("Words")},
                                                {"text", tr("Features of words")},
                                                {"acoustic", tr("Sound")},
                                                {"visual", tr("Face")},
                                                {"labels", tr("Labels")}};
    auto* roles = trainingForm(m_sequenceRows);
    roles->setContentsMargins(0, 0, 0, 0);
    for (const auto& [field, usual] : kRoles) {
        auto* names = new QComboBox(m_sequenceRows);
        names->setObjectName(QStringLiteral("train_") + QLatin1String(field));
        m_sequences[field] = names;
        roles->addRow(titles.at(field), names);
        connect(names, &QComboBox::activated, this, &DatasetParts::changed);
    }
    m_folds->setObjectName(QStringLiteral("trainFolds"));
    m_folds->addItem(tr("as the dataset has them"), false);
    m_folds->addItem(tr("drawn by the seed: 70, 15, 15 of 100 videos"), true);
    auto* folds = trainingForm();
    folds->addRow(tr("&Folds"), m_folds);
    folds->addRow(QString(), m_foldNote);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_sequenceRows);
    column->addLayout(folds);
    column->addStretch(1);
    connect(m_folds, &QComboBox::activated, this, &DatasetParts::changed);
}

void DatasetParts::setDataset(const engine::DatasetList& dataset)
{
    m_dataset = dataset;
    for (const auto& [field, usual] : kRoles) {
        QComboBox* const names = m_sequences.at(field);
        const QString before = names->currentText();
        names->clear();
        if (std::ranges::find(kModalityRoles, std::string_view(field)) != kModalityRoles.end())
            names->addItem(tr("none"), QString());
        for (const engine::DatasetList::Sequence& sequence : dataset.sequences)
            names->addItem(QString::fromStdString(sequence.name), QString::fromStdString(sequence.name));
        const int kept = names->findText(before);
        names->setCurrentIndex(std::max(0, kept >= 0 ? kept : names->findText(QLatin1String(usual))));
    }
    QStringList sizes;
    for (const char* const fold : {"train", "valid", "test"}) {
        const auto found = dataset.folds.find(fold);
        sizes << QString::number(found == dataset.folds.end() ? 0 : found->second.size());
    }
    const bool hasFolds = !dataset.folds.empty();
    m_folds->setCurrentIndex(hasFolds ? 0 : 1);
    m_foldNote->setText(hasFolds ? tr("The dataset's have %1 videos.").arg(sizes.join(QStringLiteral(" / ")))
                                 : tr("The dataset lists no folds; it has %n videos.", nullptr,
                                      static_cast<int>(videosOf(dataset).size())));
}

std::map<std::string, std::string> DatasetParts::sequences() const
{
    std::map<std::string, std::string> chosen;
    for (const auto& [field, names] : m_sequences) {
        const std::string name = names->currentData().toString().toStdString();
        if (!name.empty())
            chosen[field] = name;
    }
    return chosen;
}

bool DatasetParts::drawsFolds() const
{
    return m_folds->currentData().toBool();
}

QString DatasetParts::whyNot() const
{
    if (m_dataset.sequences.empty())
        return tr("No dataset with sequences is open.");
    if (drawsFolds() && videosOf(m_dataset).size() < kFewestVideos)
        return tr("Folds are drawn of three videos at least.");
    return {};
}

void leaveOutModalities(nlohmann::ordered_json& options, const std::map<std::string, std::string>& sequences)
{
    auto used = nlohmann::ordered_json::array();
    for (const char* const modality : kModalityRoles) {
        if (sequences.contains(modality))
            used.push_back(modality);
        else // the dataset may have no sequence of the usual name
            options["recipe"][modality] = "";
    }
    if (!options.contains("modalities") && used.size() < kModalityRoles.size())
        options["modalities"] = used;
}

}
