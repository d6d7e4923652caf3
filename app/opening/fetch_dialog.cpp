#include "app/opening/fetch_dialog.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/json_value.h"
#include "engine/datasets/datasets_base.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace app {

namespace {

enum Column { NameColumn, FileColumn, SizeColumn, StateColumn };
constexpr int kSteps = 1000; // of the bar

QString bytes(std::uintmax_t count)
{
    return QLocale().formattedDataSize(static_cast<qint64>(count), 1, QLocale::DataSizeSIFormat);
}

/// Who is to be cited, and what else the list says.
QString notesOf(const engine::DatasetList& list)
{
    QStringList lines;
    for (const auto& citation : list.more.value("citation_details", nlohmann::ordered_json::array())) {
        const auto text = [&citation](const char* field) {
            return QString::fromStdString(engine::valueOr(citation, field, std::string()));
        };
        lines << FetchDialog::tr("Cite: %1 (%2, %3)")
                     .arg(text("title"), text("venue"))
                     .arg(engine::valueOr(citation, "year", 0));
    }
    for (const char* key : {"licence", "license"}) {
        if (const auto found = list.more.find(key); found != list.more.end() && found->is_string())
            lines << FetchDialog::tr("Licence: %1").arg(QString::fromStdString(found->get<std::string>()));
    }
    for (const auto& note : list.more.value("notes", nlohmann::ordered_json::array())) {
        if (note.is_string())
            lines << QString::fromStdString(note.get<std::string>());
    }
    lines << FetchDialog::tr("Polylogue neither holds nor licenses these files: their authors' terms apply.");
    return lines.join(QLatin1Char('\n'));
}

QString stateText(const FetchState::File& file)
{
    using Status = engine::DownloadResult::Status;
    if (!file.result) {
        if (!file.notice.isEmpty())
            return file.notice;
        if (file.total && *file.total > 0)
            return FetchDialog::tr("%1 %").arg(100 * file.done / *file.total);
        return file.done > 0 ? bytes(file.done) : FetchDialog::tr("waiting");
    }
    switch (file.result->status) {
    case Status::AlreadyThere:
        return FetchDialog::tr("was there");
    case Status::Downloaded:
        return FetchDialog::tr("fetched");
    case Status::Resumed:
        return FetchDialog::tr("fetched, resumed");
    case Status::Failed:
        break;
    }
    return FetchDialog::tr("failed");
}

}

FetchDialog::FetchDialog(Tasks& tasks, QWidget* parent)
    : QDialog(parent)
    , m_looking(tasks)
    , m_fetch(tasks, this)
    , m_dataset(new QComboBox(this))
    , m_notes(new QLabel(this))
    , m_table(new QTableWidget(this))
    , m_base(new QLineEdit(this))
    , m_folder(new QLineEdit(this))
    , m_browse(new QPushButton(tr("C&hoose…"), this))
    , m_total(new QProgressBar(this))
    , m_message(new QLabel(this))
    , m_start(new QPushButton(this))
{
    widgets::setGuidePage(*this, "first-steps");
    setObjectName(QStringLiteral("fetchDialog"));
    setWindowTitle(tr("Fetch a standard dataset"));
    setAttribute(Qt::WA_DeleteOnClose);
    const int line = fontMetrics().height();
    resize(line * 46, line * 36);
    makeForm();
    makeTable();
    readLists();
    setRunning(false);
    connect(m_dataset, &QComboBox::currentIndexChanged, this, &FetchDialog::showDataset);
    connect(m_browse, &QPushButton::clicked, this, &FetchDialog::chooseFolder);
    connect(m_start, &QPushButton::clicked, this, &FetchDialog::startOrStop);
    connect(&m_fetch, &DatasetFetch::changed, this, &FetchDialog::showState);
    showDataset(m_dataset->currentIndex());
}

void FetchDialog::makeForm()
{
    m_dataset->setObjectName(QStringLiteral("fetchDataset"));
    m_notes->setWordWrap(true);
    m_notes->setForegroundRole(QPalette::PlaceholderText);
    m_base->setObjectName(QStringLiteral("fetchBase"));
    m_base->setPlaceholderText(tr("https://… ; {id} and {group} stand for the dataset's and the file's"));
    m_folder->setObjectName(QStringLiteral("fetchFolder"));
    m_total->setObjectName(QStringLiteral("fetchTotal"));
    m_total->setRange(0, kSteps);
    m_total->setTextVisible(false);
    m_total->setMaximumHeight(fontMetrics().height() / 2);
    m_total->setAccessibleName(tr("Progress of all files"));
    m_message->setObjectName(QStringLiteral("fetchMessage"));
    m_message->setWordWrap(true);
    connect(&m_folderCheck, &FolderCheck::changed, this, &FetchDialog::showFolder);
    m_start->setObjectName(QStringLiteral("fetchStart"));
    m_start->setDefault(true);
    auto* folder = new QHBoxLayout;
    folder->addWidget(m_folder, 1);
    folder->addWidget(m_browse);
    auto* form = new QFormLayout;
    form->addRow(tr("&Dataset"), m_dataset);
    form->addRow(QString(), m_notes);
    auto* below = new QFormLayout;
    below->addRow(tr("&From"), m_base);
    auto* folderLabel = new QLabel(tr("&Into"), this);
    folderLabel->setBuddy(m_folder);
    below->addRow(folderLabel, folder);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_start, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_table, 1);
    layout->addLayout(below);
    layout->addWidget(m_total);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
}

void FetchDialog::makeTable()
{
    m_table->setObjectName(QStringLiteral("fetchFiles"));
    m_table->setAccessibleName(tr("Files of the dataset"));
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Sequence"), tr("File"), tr("Size"), tr("State")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(StateColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    QPalette colours = m_table->palette(); // the style derives the frames of check marks from this one
    colours.setColor(QPalette::Window, widgets::themeOf(palette()).muted);
    m_table->setPalette(colours);
    m_table->setShowGrid(false);
    m_table->setProperty("hasBoxes", true);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
}

void FetchDialog::readLists()
{
    try {
        m_lists = engine::standardDatasets(engine::Installation::ofThisProgram().datasets());
        m_base->setText(QString::fromStdString(engine::datasetsBase({}).value_or("")));
    } catch (const engine::Error& error) {
        setMessage(QString::fromUtf8(error.what()), true);
    }
    for (const engine::DatasetList& list : m_lists)
        m_dataset->addItem(QString::fromStdString(list.name));
}

void FetchDialog::showDataset(int index)
{
    m_items.clear();
    m_table->setRowCount(0);
    if (index < 0)
        return;
    const engine::DatasetList& list = m_lists[static_cast<std::size_t>(index)];
    m_items = engine::fetchItems(list, {});
    m_notes->setText(notesOf(list));
    m_table->setRowCount(static_cast<int>(m_items.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const engine::FetchItem& item = m_items[static_cast<std::size_t>(row)];
        auto* name = new QTableWidgetItem(QString::fromStdString(item.key));
        name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        name->setCheckState(Qt::Checked);
        m_table->setItem(row, NameColumn, name);
        m_table->setItem(row, FileColumn, new QTableWidgetItem(QString::fromStdString(item.file.string())));
        m_table->setItem(row, SizeColumn,
                         new QTableWidgetItem(item.facts.size ? bytes(*item.facts.size) : tr("not known")));
        m_table->setItem(row, StateColumn, new QTableWidgetItem);
    }
    m_folder->setText(QDir::home().filePath(QString::fromStdString(list.id.value_or(list.name))));
    setMessage({}, false);
    m_total->setValue(0);
}

/// What stands there of something else stays, unless the folder cannot be used.
void FetchDialog::showFolder()
{
    const QString before = std::exchange(m_folderProblem, m_folderCheck.whyNot());
    if (m_fetch.isRunning() || (m_folderProblem.isEmpty() && m_message->text() != before))
        return;
    setMessage(m_folderProblem, true);
}

void FetchDialog::chooseFolder()
{
    const QString folder
        = QFileDialog::getExistingDirectory(this, tr("Folder for the files"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

std::vector<engine::FetchItem> FetchDialog::chosenItems() const
{
    std::vector<engine::FetchItem> chosen;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (m_table->item(row, NameColumn)->checkState() == Qt::Checked)
            chosen.push_back(m_items[static_cast<std::size_t>(row)]);
    }
    return chosen;
}

/// What is missing before it can begin, in a sentence.
QString FetchDialog::whyNot(const std::vector<engine::FetchItem>& items) const
{
    const auto hasAddress = [](const engine::FetchItem& item) { return item.facts.url.has_value(); };
    const std::string base = m_base->text().trimmed().toStdString();
    if (items.empty())
        return tr("Choose at least one file.");
    if (!std::all_of(items.begin(), items.end(), hasAddress)) {
        if (base.empty())
            return tr("Say where the files come from: Polylogue knows no address for them.");
        if (!engine::isWebAddress(base))
            return tr("“%1” is no address: it should begin with http:// or https://.").arg(m_base->text());
    }
    if (m_folder->text().trimmed().isEmpty())
        return tr("Choose a folder for the files.");
    return m_folderCheck.whyNot();
}

/// Begins to fetch, unless the folder belongs to another dataset.
void FetchDialog::lookAtFolder(const std::vector<engine::FetchItem>& items)
{
    m_start->setEnabled(false); // until that is known
    const auto there = std::filesystem::path(m_folder->text().trimmed().toStdString()) / "dataset.json";
    m_looking.start(
        tr("Looking at the folder"),
        [there, list = m_lists[static_cast<std::size_t>(m_dataset->currentIndex())]](const TaskRun&) {
            return std::filesystem::exists(there)
                && engine::isAnotherDataset(engine::readDatasetList(there), list);
        },
        [this, items](const Outcome<bool>& outcome) {
            m_start->setEnabled(true);
            if (const auto* failure = std::get_if<Failed>(&outcome))
                setMessage(failure->sentence, true);
            else if (std::holds_alternative<Stopped>(outcome))
                setMessage(stopped(), false);
            else if (std::get<bool>(outcome))
                setMessage(tr("The folder holds another dataset already; choose another one."), true);
            else
                begin(items);
        });
}

void FetchDialog::startOrStop()
{
    if (m_fetch.isRunning()) {
        m_start->setEnabled(false); // until it has ended
        m_fetch.stop();
        return;
    }
    const std::vector<engine::FetchItem> items = chosenItems();
    if (const QString reason = whyNot(items); !reason.isEmpty()) {
        setMessage(reason, true);
        return;
    }
    lookAtFolder(items);
}

void FetchDialog::begin(const std::vector<engine::FetchItem>& items)
{
    m_rows.clear();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        m_table->item(row, StateColumn)->setText({});
        if (m_table->item(row, NameColumn)->checkState() == Qt::Checked)
            m_rows.push_back(row);
    }
    m_clock.invalidate();
    setMessage({}, false);
    setRunning(true);
    m_fetch.start({m_lists[static_cast<std::size_t>(m_dataset->currentIndex())], items,
                   m_base->text().trimmed().toStdString(),
                   std::filesystem::path(m_folder->text().trimmed().toStdString()), m_options});
}

void FetchDialog::setRunning(bool running)
{
    for (QWidget* widget : {static_cast<QWidget*>(m_dataset), static_cast<QWidget*>(m_base),
                            static_cast<QWidget*>(m_folder), static_cast<QWidget*>(m_browse)})
        widget->setEnabled(!running);
    m_start->setEnabled(true);
    m_start->setText(running ? tr("&Stop") : tr("&Fetch"));
}

void FetchDialog::showState(const FetchState& state)
{
    for (std::size_t i = 0; i < state.files.size(); ++i)
        showFile(m_rows[i], state.files[i]);
    showTotal(state);
    if (state.isOver)
        showEnd(state);
}

void FetchDialog::showFile(int row, const FetchState::File& file)
{
    if (file.total)
        m_table->item(row, SizeColumn)->setText(bytes(*file.total));
    const QString text = stateText(file);
    m_table->item(row, StateColumn)->setText(text);
    const bool failed = file.result && file.result->status == engine::DownloadResult::Status::Failed;
    m_table->item(row, StateColumn)->setToolTip(failed ? QString::fromStdString(file.result->message) : text);
}

void FetchDialog::showTotal(const FetchState& state)
{
    std::uintmax_t done = 0;
    std::uintmax_t total = 0;
    bool isKnown = true;
    for (const FetchState::File& file : state.files) {
        done += file.result ? file.result->bytes : file.done;
        total += file.total.value_or(0);
        isKnown = isKnown && file.total;
    }
    if (!m_clock.isValid() && done > 0) {
        m_clock.start();
        m_before = done;
    }
    if (isKnown && total > 0)
        m_total->setValue(static_cast<int>(static_cast<double>(done) / static_cast<double>(total) * kSteps));
    const double seconds = m_clock.isValid() ? static_cast<double>(m_clock.elapsed()) / 1000 : 0.0;
    QString text = isKnown ? tr("%1 of %2").arg(bytes(done), bytes(total)) : bytes(done);
    if (seconds > 0.5 && done >= m_before)
        text = tr("%1, %2 per second")
                   .arg(text,
                        bytes(static_cast<std::uintmax_t>(static_cast<double>(done - m_before) / seconds)));
    setMessage(text, false);
}

QString FetchDialog::stopped() const
{
    return tr("Stopped. Fetch goes on where it ended if the server can, and else begins a file anew.");
}

void FetchDialog::showEnd(const FetchState& state)
{
    setRunning(false);
    if (state.wasStopped) {
        setMessage(stopped(), false);
        return;
    }
    if (!state.list.isEmpty()) {
        m_total->setValue(kSteps);
        emit fetched(state.list);
        accept();
        return;
    }
    int failed = 0;
    QString first;
    for (const FetchState::File& file : state.files) {
        if (!file.result || file.result->status != engine::DownloadResult::Status::Failed)
            continue;
        if (failed++ == 0)
            first = QString::fromStdString(file.result->message);
    }
    setMessage(state.problem.isEmpty()
                   ? tr("%n file(s) could not be fetched. %1 Fetch tries again.", nullptr, failed).arg(first)
                   : state.problem,
               true);
}

void FetchDialog::setMessage(const QString& text, bool isProblem)
{
    QPalette colours = palette();
    const widgets::Theme& theme = widgets::themeOf(palette());
    colours.setColor(QPalette::WindowText, isProblem ? theme.attention : theme.muted);
    m_message->setPalette(colours);
    m_message->setText(text);
}

}
