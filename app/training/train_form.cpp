#include "app/training/train_form.h"

#include "app/training/dataset_parts.h"
#include "app/training/expected_panel.h"
#include "app/training/form_fields.h"
#include "app/training/model_takes.h"
#include "app/training/option_text.h"
#include "app/training/options_page.h"
#include "app/training/run_folder_field.h"
#include "app/training/training_data_page.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/muted_label.h"
#include "widgets/base/section_head.h"
#include "widgets/training/needs_list.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kMostBatch = 100'000;
constexpr int kMostSeed = 1'000'000'000;

}

TrainForm::TrainForm(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget(this))
    , m_class(new QComboBox(this))
    , m_classNote(widgets::mutedLabel(QStringLiteral("trainClassNote"), this))
    , m_epochs(numberField("trainEpochs", 1, kMostEpochs, this))
    , m_patience(numberField("trainPatience", 1, kMostEpochs, this))
    , m_batch(numberField("trainBatch", 1, kMostBatch, this))
    , m_seed(numberField("trainSeed", 0, kMostSeed, this))
    , m_rate(new QLineEdit(this))
    , m_watched(new QComboBox(this))
    , m_modelFields(new QWidget(this))
    , m_rows(new QComboBox(this))
    , m_data(new TrainingDataPage(this))
    , m_expected(new ExpectedPanel(this))
    , m_folder(new RunFolderField("trainFolder", this))
    , m_all(new OptionsPage(this))
{
    m_tabs->setObjectName(QStringLiteral("trainTabs"));
    m_tabs->addTab(makeOverview(), tr("&Data"));
    m_tabs->addTab(widgets::scrollable(makeModel()), tr("&Settings"));
    m_tabs->addTab(m_all, tr("All &options"));
    connect(this, &TrainForm::changed, this, &TrainForm::showExpected);
    connect(m_all, &OptionsPage::typed, this, &TrainForm::takeOptions);
    connect(m_all, &OptionsPage::problemChanged, this, &TrainForm::changed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    m_options = {{"model", Json::object()}, {"training", Json::object()}};
    setProblem(tr("The list of models is being read…"));
}

QWidget* TrainForm::makeModel()
{
    auto* box = new QWidget;
    m_class->setObjectName(QStringLiteral("trainClass"));
    m_rate->setObjectName(QStringLiteral("trainRate"));
    m_watched->setObjectName(QStringLiteral("trainWatched"));
    m_watched->addItem(tr("the loss"), QStringLiteral("loss"));
    m_watched->addItem(tr("the mean absolute error"), QStringLiteral("mae"));
    m_watched->addItem(tr("the accuracy"), QStringLiteral("acc"));
    m_watched->addItem(tr("F1"), QStringLiteral("f1"));
    m_rows->setObjectName(QStringLiteral("trainSource"));
    m_rows->setAccessibleName(tr("Rows"));
    m_rows->addItem(tr("one for each word"), true);
    m_rows->addItem(tr("each sequence with its own"), false);
    connect(m_rows, &QComboBox::activated, this, [this] { m_data->setRowsAreWords(areRowsWords()); });
    auto* form = trainingForm();
    form->addRow(tr("&Rows"), m_rows);
    auto* training = trainingForm();
    training->addRow(tr("&Epochs at most"), m_epochs);
    training->addRow(tr("&Patience"), m_patience);
    training->addRow(tr("&Batch"), m_batch);
    training->addRow(tr("&Learning rate"), m_rate);
    training->addRow(tr("The best epoch is best in"), m_watched);
    training->addRow(tr("See&d"), m_seed);
    m_patience->setToolTip(tr("It stops after so many epochs without a better one."));
    m_batch->setToolTip(tr("So many segments are learnt from at a time."));
    m_seed->setToolTip(tr("The same seed gives the same model, byte for byte."));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(widgets::sectionHead(tr("Training"), box));
    column->addLayout(training);
    column->addWidget(widgets::sectionHead(tr("Sizes of the model"), box));
    column->addWidget(m_modelFields);
    column->addStretch(1);
    connect(m_class, &QComboBox::activated, this, &TrainForm::takeClass);
    const auto bind = [this](QSpinBox* field, const char* name) {
        connect(field, &QSpinBox::valueChanged, this,
                [this, name](int value) { setOption("training", name, value); });
    };
    bind(m_epochs, "epochs");
    bind(m_patience, "patience");
    bind(m_batch, "batch");
    bind(m_seed, "seed");
    connect(m_rate, &QLineEdit::textEdited, this,
            [this](const QString& text) { takeTyped("training", "lr", text); });
    connect(m_watched, &QComboBox::activated, this, [this] {
        setOption("training", "validation", m_watched->currentData().toString().toStdString());
    });
    return box;
}

/// At the left what is learnt from what; at the right what is still needed, and what comes of it.
QWidget* TrainForm::makeOverview()
{
    const int line = fontMetrics().height();
    auto* side = new QWidget;
    auto* place = new QHBoxLayout;
    auto* choose = choosingButton("chooseTrainFolder", side);
    place->addWidget(m_folder, 1);
    place->addWidget(choose);
    auto* form = trainingForm();
    form->addRow(tr("&Model"), m_class);
    auto* into = new QLabel(tr("&Into"), side);
    into->setBuddy(m_folder);
    form->addRow(into, place);
    m_folder->setAccessibleName(tr("The run goes into"));
    m_folder->setToolTip(tr("The run goes into this folder."));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(line, 0, 0, 0);
    column->addWidget(widgets::sectionHead(tr("What is still needed"), side));
    column->addWidget(&m_data->needs());
    column->addStretch(1);
    column->addWidget(m_expected);
    column->addSpacing(line / 2);
    column->addLayout(form);
    column->addWidget(m_classNote);
    auto* page = new QWidget;
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, line / 2, 0, 0);
    columns->addWidget(widgets::scrollable(m_data), 1);
    auto* scrolled = widgets::scrollable(side);
    scrolled->setFixedWidth(line * 23);
    columns->addWidget(scrolled);
    connect(m_data, &TrainingDataPage::changed, this, [this] {
        proposeFolder();
        emit changed();
    });
    connect(m_folder, &RunFolderField::changed, this, &TrainForm::changed);
    connect(choose, &QPushButton::clicked, m_folder, &RunFolderField::choose);
    return page;
}

void TrainForm::setProblem(const QString& text)
{
    m_problem = text;
    m_classNote->setText(text);
    m_tabs->setEnabled(m_problem.isEmpty());
    emit changed();
}

void TrainForm::setClasses(std::vector<ModelClass> classes)
{
    m_classes = std::move(classes);
    const QSignalBlocker quiet(m_class);
    m_class->clear();
    for (const ModelClass& each : m_classes)
        m_class->addItem(QString::fromStdString(each.name));
    const int first = m_class->findText(QStringLiteral("LMF"));
    m_class->setCurrentIndex(std::max(0, first));
    setProblem({});
    takeClass();
    settleRows();
}

void TrainForm::setMaterial(TrainingMaterial material)
{
    m_data->setMaterial(std::move(material));
    settleRows();
}

/// Without words each sequence keeps its rows, and a model is proposed that takes such.
void TrainForm::settleRows()
{
    const ModelClass* const chosen = chosenClass();
    if (!chosen || !areRowsWords() || !m_data->lacksWords())
        return;
    m_rows->setCurrentIndex(m_rows->findData(false));
    m_data->setRowsAreWords(false);
    const int usual = m_class->findText(QStringLiteral("MulT"));
    if (chosen->takes != ModelClass::Takes::Aligned || usual < 0)
        return;
    m_class->setCurrentIndex(usual);
    takeClass();
}

const ModelClass* TrainForm::chosenClass() const
{
    const auto index = static_cast<std::size_t>(m_class->currentIndex());
    return index < m_classes.size() ? &m_classes[index] : nullptr;
}

QString TrainForm::className() const
{
    return m_class->currentText();
}

/// Another class brings its own sizes and settings; seed and other fields stay.
void TrainForm::takeClass()
{
    const ModelClass* const chosen = chosenClass();
    if (!chosen)
        return;
    const Json seed = m_options["training"].value("seed", Json(1));
    const Json usual = usualOptions(*chosen, m_data->hasListeners());
    for (const auto& [field, value] : usual.items())
        m_options[field] = value;
    if (chosen->takes != ModelClass::Takes::Recordings)
        m_options.erase("media");
    m_options["training"]["seed"] = seed;
    m_classNote->setText(takesText(chosen->takes));
    m_wrongFields.clear();
    showForm();
    m_all->setOptions(m_options);
    proposeFolder();
    emit changed();
}

void TrainForm::makeModelFields()
{
    delete m_modelForm;
    qDeleteAll(m_modelFields->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    m_modelForm = trainingForm(m_modelFields);
    m_modelForm->setContentsMargins(0, 0, 0, 0);
    for (const auto& [name, value] : m_options["model"].items()) {
        if (name == "class" || value.is_object())
            continue;
        if (value.is_boolean()) {
            auto* box = new QCheckBox(QString::fromStdString(name), m_modelFields);
            box->setChecked(value.get<bool>());
            connect(box, &QCheckBox::toggled, this,
                    [this, name = name](bool isOn) { setOption("model", name, isOn); });
            m_modelForm->addRow(QString(), box);
            continue;
        }
        auto* field = new QLineEdit(optionText(value), m_modelFields);
        field->setObjectName(QStringLiteral("model_") + QString::fromStdString(name));
        connect(field, &QLineEdit::textEdited, this,
                [this, name = name](const QString& text) { takeTyped("model", name, text); });
        m_modelForm->addRow(QString::fromStdString(name), field);
    }
}

/// Fields that the form has, from the options.
void TrainForm::showForm()
{
    const Json training = m_options.value("training", Json::object());
    const auto show = [&training](QSpinBox* field, const char* name) {
        const QSignalBlocker quiet(field);
        const Json value = training.value(name, Json());
        if (value.is_number())
            field->setValue(value.get<int>());
    };
    show(m_epochs, "epochs");
    show(m_patience, "patience");
    show(m_batch, "batch");
    show(m_seed, "seed");
    m_rate->setText(optionText(training.value("lr", Json(1e-3))));
    const Json watched = training.value("validation", Json("loss"));
    const QString figure
        = watched.is_string() ? QString::fromStdString(watched.get<std::string>()) : QString();
    if (m_watched->findData(figure) < 0 && !figure.isEmpty())
        m_watched->addItem(figure, figure); // any other figure by its name
    m_watched->setCurrentIndex(m_watched->findData(figure));
    makeModelFields();
}

/// Options that were typed as JSON.
void TrainForm::takeOptions(const Json& options)
{
    m_options = options;
    m_wrongFields.clear();
    const Json className = m_options["model"].value("class", Json());
    if (const int at = className.is_string()
            ? m_class->findText(QString::fromStdString(className.get<std::string>()))
            : -1;
        at >= 0)
        m_class->setCurrentIndex(at);
    showForm();
    emit changed();
}

void TrainForm::setOption(const char* group, const std::string& field, const Json& value)
{
    m_options[group][field] = value;
    m_wrongFields.erase(field);
    m_all->setOptions(m_options);
    emit changed();
}

void TrainForm::takeTyped(const char* group, const std::string& field, const QString& text)
{
    if (const auto value = typedOption(m_options[group].value(field, Json()), text))
        return setOption(group, field, *value);
    m_wrongFields[field] = text;
    emit changed();
}

bool TrainForm::areRowsWords() const
{
    return m_rows->currentData().toBool();
}

void TrainForm::setRuns(const QString& folder, const QStringList& names)
{
    m_folder->setRuns(folder, names);
    proposeFolder();
}

void TrainForm::proposeFolder()
{
    const QString model = className().isEmpty() ? QStringLiteral("run") : className().toLower();
    m_folder->propose(model);
}

TrainingWish TrainForm::wish() const
{
    TrainingWish wish;
    wish.options = m_options;
    wish.folder = m_folder->folder();
    m_data->fill(wish);
    if (wish.source != TrainingWish::Source::File)
        leaveOutModalities(wish.options, wish.sequences);
    return wish;
}

std::optional<TrainingWish> TrainForm::wishWithoutTest() const
{
    const auto folds = m_data->foldsWithoutTest();
    if (!folds || !whyNot(QString()).isEmpty())
        return std::nullopt;
    TrainingWish untested = wish();
    untested.folds = *folds;
    return untested;
}

std::optional<TrainingWish> TrainForm::possibleWish() const
{
    return whyNot().isEmpty() ? std::optional(wish()) : wishWithoutTest();
}

void TrainForm::showExpected()
{
    const std::optional<TrainingWish> now = possibleWish();
    m_expected->setTraining(now ? nlohmann::json(configurationOf(*now, {})) : nlohmann::json(),
                            now ? m_data->learntSegments(*now) : 0);
}

QString TrainForm::whyNot() const
{
    return whyNot(m_data->whyNot());
}

/// @param dataProblem  why the data do not suffice; empty: they do
QString TrainForm::whyNot(const QString& dataProblem) const
{
    if (!m_problem.isEmpty())
        return m_problem;
    if (!m_all->problem().isEmpty())
        return tr("What stands under All options cannot be read.");
    if (!m_wrongFields.empty())
        return tr("“%1” is no value of %2.")
            .arg(m_wrongFields.begin()->second, QString::fromStdString(m_wrongFields.begin()->first));
    const ModelClass* const chosen = chosenClass();
    if (!chosen)
        return tr("There is no such model.");
    if (const QString why = whyNotLearnt(*chosen, *m_data, areRowsWords(), dataProblem.isEmpty());
        !why.isEmpty())
        return why;
    const Json recipe = m_options.value("recipe", Json::object());
    const bool needsLabels
        = !recipe.is_object() || !recipe.contains("windows"); // which are learnt from without
    if (needsLabels && !dataProblem.isEmpty())
        return dataProblem;
    if (m_folder->folder().isEmpty())
        return tr("Choose a folder for the run.");
    if (QDir::isRelativePath(m_folder->folder()))
        return tr("The run's folder is to be a whole path.");
    return m_folder->whyNot();
}

}
