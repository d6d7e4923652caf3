#include "app/training/training_data_page.h"

#include "app/files/file_questions.h"
#include "app/training/split_part.h"
#include "app/training/training_rows.h"
#include "engine/annotation/listening_tier.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/scale_number.h"
#include "widgets/base/section_head.h"
#include "widgets/training/learn_list.h"
#include "widgets/training/needs_list.h"
#include "widgets/training/source_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

namespace {

using engine::LabelToLearn;

QString texts(const std::string& text)
{
    return QString::fromStdString(text);
}

/// A head with a hint beside it and a button at its end.
QHBoxLayout* stepHead(int number, const QString& title, const QString& hint, QWidget* parent)
{
    auto* row = new QHBoxLayout;
    auto* head = widgets::sectionHead(QStringLiteral("%1  %2").arg(number).arg(title), parent);
    row->addWidget(head);
    auto* note = widgets::mutedLabel({}, parent);
    note->setText(hint);
    note->setWordWrap(false);
    row->addWidget(note, 1);
    return row;
}

}

TrainingDataPage::TrainingDataPage(QWidget* parent)
    : QWidget(parent)
    , m_labels(new widgets::LearnList(this))
    , m_sources(new widgets::SourceList(this))
    , m_split(new SplitPart(stepHead(3, tr("Split"), tr("no video in two parts"), this), this))
    , m_needs(new widgets::NeedsList)
    , m_file(new QLineEdit(this))
    , m_fileRow(new QWidget(this))
    , m_ofProject(new QWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeLabels());
    auto* rest = new QVBoxLayout(m_ofProject);
    rest->setContentsMargins(0, 0, 0, 0);
    rest->addWidget(makeSources());
    rest->addWidget(m_split);
    column->addWidget(m_ofProject);
    column->addStretch(1);
    connect(m_needs, &widgets::NeedsList::pressed, this, [this](const QString& key) {
        if (key == QLatin1String("draw-folds"))
            m_split->drawByVideo();
        else if (key != QLatin1String("label-next"))
            emit sequencesWished();
        else if (const auto open = next())
            emit labelWished(texts(open->video), open->start);
    });
    connect(m_split, &SplitPart::changed, this, &TrainingDataPage::showNeeds);
    setMessage(tr("Labels are being counted…"));
}

QWidget* TrainingDataPage::makeLabels()
{
    auto* box = new QWidget(this);
    auto* file = widgets::quietButton("trainFromFile", tr("&From a file…"), box);
    auto* head = stepHead(1, tr("What to learn"), tr("labels of this project, as they are now"), box);
    head->addWidget(file);
    m_labels->setObjectName(QStringLiteral("trainLabels"));
    m_labels->setAccessibleName(tr("What to learn"));
    m_file->setObjectName(QStringLiteral("trainFile"));
    m_file->setAccessibleName(tr("A file of features or tensors"));
    m_file->setPlaceholderText(tr(".h5 or .npz, for instance of File → Export… (tensors)"));
    auto* back = widgets::quietButton("trainFromProject", tr("&Labels of this project"), m_fileRow);
    auto* row = new QHBoxLayout(m_fileRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_file, 1);
    row->addWidget(back);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_labels);
    column->addWidget(m_fileRow);
    m_fileRow->hide();
    connect(file, &QPushButton::clicked, this, &TrainingDataPage::chooseFile);
    connect(back, &QPushButton::clicked, this, [this] { setFile({}); });
    connect(m_file, &QLineEdit::textChanged, this, &TrainingDataPage::changed);
    connect(m_labels, &widgets::LearnList::chosenChanged, this, [this] {
        m_split->setLabel(label());
        showSources();
    });
    connect(m_labels, &widgets::LearnList::emptyPressed, this, [this] { emit labelWished({}, 0.0); });
    return box;
}

QWidget* TrainingDataPage::makeSources()
{
    auto* box = new QWidget(this);
    m_sources->setObjectName(QStringLiteral("trainSources"));
    m_sources->setAccessibleName(tr("From what"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(stepHead(2, tr("From what"), tr("sequences of the project"), box));
    column->addWidget(m_sources);
    connect(m_sources, &widgets::SourceList::changed, this, &TrainingDataPage::showNeeds);
    return box;
}

void TrainingDataPage::setMessage(const QString& text)
{
    m_message = text;
    m_labels->setRows({});
    m_labels->setEmpty(text, {});
    showNeeds();
}

void TrainingDataPage::setMaterial(TrainingMaterial material)
{
    m_message.clear();
    m_material = std::move(material);
    m_split->setMaterial(m_material);
    showLabels();
    m_split->setLabel(label());
    showSources();
}

void TrainingDataPage::showLabels()
{
    m_choices = learnChoicesOf(m_material);
    std::vector<widgets::LearnRow> rows;
    for (const LearnChoice& choice : m_choices)
        rows.push_back(choice.row);
    m_labels->setEmpty(tr("Nothing is labelled yet."), tr("Label the first"));
    m_labels->setRows(std::move(rows));
}

/// The label by which needs are counted; null: none is chosen.
const LabelToLearn* TrainingDataPage::label() const
{
    const auto row = m_labels->chosen();
    return row && *row < m_choices.size() ? &countedLabel(m_material, m_choices[*row]) : nullptr;
}

void TrainingDataPage::showSources()
{
    const LabelToLearn* const of = label();
    const bool areListeners = of && engine::isOfListeners(of->tier);
    // of whom another sequence is usual
    const bool isSame = areListeners == std::exchange(m_areListeners, areListeners);
    m_sources->setRows(
        sourceRowsOf(m_material, of, isSame ? m_sources->rows() : std::vector<widgets::SourceRow>()));
    showNeeds();
}

std::set<std::string> TrainingDataPage::sources() const
{
    std::set<std::string> keys;
    for (const widgets::SourceRow& row : m_sources->rows()) {
        if (row.isChecked)
            keys.insert(row.name.toStdString());
    }
    return keys;
}

void TrainingDataPage::showNeeds()
{
    using Kind = TrainingNeed::Kind;
    std::vector<widgets::Need> needs;
    if (!m_message.isEmpty()) {
        m_needs->setNeeds({});
        emit changed();
        return;
    }
    bool isBefore = true; // everything so far is met
    for (const TrainingNeed& need : trainingNeeds(label(), m_material, sources(), m_split->folds())) {
        using State = widgets::Need::State;
        widgets::Need shown;
        shown.state = need.isMet ? State::Met : need.isRequired && isBefore ? State::Missing : State::Later;
        shown.title = need.title;
        shown.detail = need.detail;
        isBefore = isBefore && (need.isMet || !need.isRequired);
        if (shown.state == State::Missing) {
            const bool lacksFeatures = need.kind == Kind::Inputs && m_material.sources.empty();
            if (lacksFeatures) {
                shown.button = tr("Make sequences…");
                shown.key = QStringLiteral("make-sequences");
            } else if (need.isOfFolds) {
                shown.button = tr("Draw folds by video");
                shown.key = QStringLiteral("draw-folds");
            } else if (need.kind != Kind::Inputs && next()) {
                shown.button = tr("Label next: %1").arg(texts(next()->video));
                shown.key = QStringLiteral("label-next");
            }
        }
        needs.push_back(std::move(shown));
    }
    m_needs->setNeeds(std::move(needs));
    emit changed();
}

std::optional<OpenSegment> TrainingDataPage::next() const
{
    const LabelToLearn* const of = label();
    return of ? nextToLabel(*of) : std::nullopt;
}

void TrainingDataPage::setRowsAreWords(bool areWords)
{
    m_rowsAreWords = areWords;
    emit changed();
}

bool TrainingDataPage::lacksConversations() const
{
    return m_fileRow->isHidden() && m_material.conversations.empty();
}

bool TrainingDataPage::isOfProject() const
{
    return m_fileRow->isHidden();
}

bool TrainingDataPage::learnsListeners() const
{
    return m_fileRow->isHidden() && m_areListeners;
}

void TrainingDataPage::chooseFile()
{
    const QString file = askForFile(
        this, {"tensors", tr("A file of features or tensors"), tr("Features (*.h5 *.hdf5 *.npz)")});
    if (!file.isEmpty())
        setFile(file);
}

void TrainingDataPage::setFile(const QString& file)
{
    m_file->setText(file);
    m_fileRow->setVisible(!file.isEmpty());
    m_labels->setVisible(file.isEmpty());
    m_ofProject->setVisible(file.isEmpty());
    m_needs->setVisible(file.isEmpty());
    emit changed();
}

void TrainingDataPage::fill(TrainingWish& wish) const
{
    if (!m_fileRow->isHidden()) {
        wish.source = TrainingWish::Source::File;
        wish.file = m_file->text().trimmed();
        return;
    }
    wish.source = m_rowsAreWords ? TrainingWish::Source::Words : TrainingWish::Source::OwnRows;
    if (!m_material.words.empty())
        wish.sequences["words"] = m_material.words;
    for (const TrainingMaterial::Source& source : m_material.sources) {
        const bool isTicked = sources().contains(source.key);
        if (isTicked && m_material.isPacked)
            wish.options["modalities"].push_back(kModalityFields[static_cast<std::size_t>(source.modality)]);
        else if (isTicked)
            wish.sequences[kModalityFields[static_cast<std::size_t>(source.modality)]] = source.key;
    }
    if (const auto row = m_labels->chosen(); row && *row < m_choices.size())
        wish.label = learntKey(m_material, m_choices[*row]);
    wish.sequences["labels"] = labelsToRead(m_material, wish.label);
    if (wish.label && engine::isOfListeners(wish.label->tier))
        wish.options["recipe"]["about"] = "listening";
    if (!m_split->isAsGiven())
        wish.folds = m_split->folds();
}

std::optional<engine::FoldLists> TrainingDataPage::foldsWithoutTest() const
{
    const LabelToLearn* const of = label();
    if (!m_fileRow->isHidden() || !m_message.isEmpty() || !of || (m_rowsAreWords && m_material.words.empty()))
        return std::nullopt;
    bool lacksTest = false;
    for (const TrainingNeed& need : trainingNeeds(of, m_material, sources(), m_split->folds())) {
        if (need.isMet || !need.isRequired)
            continue;
        if (need.kind != TrainingNeed::Kind::Videos)
            return std::nullopt;
        lacksTest = true;
    }
    return lacksTest ? splitWithoutTest(*of, m_material, m_split->folds()) : std::nullopt;
}

std::size_t TrainingDataPage::learntSegments(const TrainingWish& wish) const
{
    const LabelToLearn* const of = label();
    const engine::FoldLists& folds = wish.folds.empty() ? m_split->folds() : wish.folds;
    const auto train = folds.find("train");
    if (wish.source == TrainingWish::Source::File || !of || train == folds.end())
        return 0;
    return labelledIn(*of, {train->second.begin(), train->second.end()});
}

std::optional<engine::FoldLists> TrainingDataPage::changedFolds() const
{
    return m_split->changedFolds();
}

QString TrainingDataPage::whyNot() const
{
    if (!m_fileRow->isHidden())
        return m_file->text().trimmed().isEmpty() ? tr("Choose the file of features.") : QString();
    if (!m_message.isEmpty())
        return m_message;
    if (m_rowsAreWords && m_material.words.empty() && !m_material.isPacked && label())
        return tr("There are no words yet; choose rows of their own under Settings, or make a transcript.");
    for (const TrainingNeed& need : trainingNeeds(label(), m_material, sources(), m_split->folds())) {
        if (need.isRequired && !need.isMet)
            return QStringLiteral("%1: %2").arg(need.title, need.detail);
    }
    return {};
}

}
