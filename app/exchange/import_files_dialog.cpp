#include "app/exchange/import_files_dialog.h"

#include "app/exchange/import_roles.h"
#include "widgets/base/form_kit.h"
#include "widgets/base/guide_page.h"
#include "widgets/base/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace app {

namespace {

enum FileColumn { FileNameColumn, VideoColumn, ContentColumn, RemarkColumn };
constexpr int kRowsInSight = 14;

/// Chooses one of the videos: from a list that opens at once, or by typing a part of its id.
class VideoDelegate : public QStyledItemDelegate {
public:
    VideoDelegate(QStringList videos, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_videos(std::move(videos))
    {
    }
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                          const QModelIndex& /*index*/) const override
    {
        auto* box = new QComboBox(parent);
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->addItems(m_videos);
        box->completer()->setFilterMode(Qt::MatchContains);
        box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        return box;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        static_cast<QComboBox*>(editor)->setCurrentText(index.data().toString());
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override
    {
        const QString chosen = static_cast<QComboBox*>(editor)->currentText();
        if (m_videos.contains(chosen))
            model->setData(index, chosen);
    }

private:
    QStringList m_videos;
};

QString contentText(const AnnotationFile& file)
{
    std::size_t items = 0;
    for (const engine::ExchangedTier& tier : file.read.content.tiers)
        items += engine::itemCount(tier);
    const int tiers = static_cast<int>(file.read.content.tiers.size());
    const QString content = app::ImportFilesDialog::tr("%1, %2").arg(
        app::ImportFilesDialog::tr("%n tier(s)", nullptr, tiers),
        app::ImportFilesDialog::tr("%n item(s)", nullptr, static_cast<int>(items)));
    const QString who = file.annotators();
    return who.isEmpty() ? content : app::ImportFilesDialog::tr("%1, by %2").arg(content, who);
}

QTableWidgetItem* plainItem(const QString& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text);
    return item;
}

}

ImportFilesDialog::ImportFilesDialog(std::span<const AnnotationFile> files, QStringList videos,
                                     Lengths lengths, bool lackWords, QWidget* parent)
    : QDialog(parent)
    , m_files(files)
    , m_videos(std::move(videos))
    , m_lengths(std::move(lengths))
    , m_table(new QTableWidget(static_cast<int>(files.size()), 4, this))
    , m_roles(new ImportRoles(files, lackWords, this))
    , m_head(new QLabel(this))
{
    widgets::setGuidePage(*this, "own-recordings");
    setObjectName(QStringLiteral("importFilesDialog"));
    setWindowTitle(tr("Import annotation"));
    m_head->setObjectName(QStringLiteral("importHead"));
    m_head->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("importFiles"));
    m_table->setAccessibleName(tr("Files and the videos that they go into"));
    m_table->setHorizontalHeaderLabels({tr("File"), tr("Goes into"), tr("Holds"), tr("Remarks")});
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setProperty("hasBoxes", true);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // long remarks are cut, and whole on hover
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::SelectedClicked);
    m_table->setItemDelegateForColumn(VideoColumn, new VideoDelegate(m_videos, m_table));
    for (int row = 0; row < m_table->rowCount(); ++row)
        addRow(row);
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(
        VideoColumn,
        std::max(m_table->columnWidth(VideoColumn), fontMetrics().horizontalAdvance(QLatin1Char('m')) * 12));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(m_table, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) {
        const QSignalBlocker blocker(m_table);
        if (item->column() == VideoColumn) { // choosing a video is wanting the file
            m_table->item(item->row(), FileNameColumn)->setCheckState(Qt::Checked);
            showRemark(item->row());
        }
        showState();
    });
    auto* buttons = widgets::acceptOrCancel(*this, tr("&Import"));
    m_import = buttons->button(QDialogButtonBox::Ok);
    m_import->setDefault(true);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addWidget(m_head);
    column->addWidget(m_table, 1);
    column->addWidget(m_roles);
    column->addWidget(buttons);
    m_table->setCurrentCell(0, VideoColumn);
    m_table->setFocus();
    resize(line * 62, line * (kRowsInSight + 14));
    showState();
}

void ImportFilesDialog::addRow(int row)
{
    const AnnotationFile& file = m_files[static_cast<std::size_t>(row)];
    QTableWidgetItem* name = plainItem(file.name());
    name->setToolTip(file.path);
    auto* video = new QTableWidgetItem(file.namesVideos() ? tr("as the file says")
                                                          : QString::fromStdString(file.video));
    const bool isRead = file.format != nullptr;
    if (!isRead)
        video->setText({});
    name->setFlags(isRead ? name->flags() | Qt::ItemIsUserCheckable : Qt::ItemIsSelectable);
    const bool hasPlace = isRead && (file.namesVideos() || !file.video.empty());
    if (isRead)
        name->setCheckState(hasPlace ? Qt::Checked : Qt::Unchecked);
    video->setFlags(isRead && !file.namesVideos()
                        ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable
                        : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    m_table->setItem(row, FileNameColumn, name);
    m_table->setItem(row, VideoColumn, video);
    m_table->setItem(row, ContentColumn, plainItem(isRead ? contentText(file) : QString()));
    m_table->setItem(row, RemarkColumn, plainItem({}));
    showRemark(row);
}

/// Says first what a person should decide on.
void ImportFilesDialog::showRemark(int row)
{
    const AnnotationFile& file = m_files[static_cast<std::size_t>(row)];
    const std::string video = videoAt(row).toStdString();
    QStringList remarks;
    if (!file.format)
        remarks << QString(file.problem).remove(QFileInfo(file.path).path() + QLatin1Char('/'));
    else if (!file.namesVideos() && video.empty())
        remarks << tr("no video has this name: double-click beside it to choose");
    if (const auto length = m_lengths.find(video); length != m_lengths.end()) {
        if (const QString text = outlastingText(endIn(file.read.content, video), length->second);
            !text.isEmpty())
            remarks << text;
    }
    const bool needsAttention = !remarks.isEmpty();
    if (const auto& skipped = file.read.report.skipped; !skipped.empty()) {
        const QString count = tr("%n item(s) skipped", nullptr, static_cast<int>(skipped.size()));
        const QString why = QString::fromStdString(skipped.front().reason);
        remarks << (skipped.front().line > 0
                        ? tr("%1, first line %2: %3").arg(count).arg(skipped.front().line).arg(why)
                        : tr("%1: %2").arg(count, why));
    }
    for (const std::string& note : file.read.report.notes)
        remarks << QString::fromStdString(note);
    QTableWidgetItem* item = m_table->item(row, RemarkColumn);
    item->setText(remarks.join(QStringLiteral(" · ")));
    item->setToolTip(remarks.join(QLatin1Char('\n')));
    const widgets::Theme& theme = widgets::themeOf(palette());
    item->setForeground(needsAttention ? theme.attention : theme.muted);
}

void ImportFilesDialog::showState()
{
    int taken = 0;
    for (int row = 0; row < m_table->rowCount(); ++row)
        taken += isTaken(row) ? 1 : 0;
    m_head->setText(tr("%1 of %n file(s) will be imported.", nullptr, m_table->rowCount()).arg(taken));
    m_import->setEnabled(taken > 0);
}

bool ImportFilesDialog::isTaken(int row) const
{
    const AnnotationFile& file = m_files[static_cast<std::size_t>(row)];
    return file.format && m_table->item(row, FileNameColumn)->checkState() == Qt::Checked
        && (file.namesVideos() || !videoAt(row).isEmpty());
}

/// Empty: none was found or chosen, or the file names its videos itself.
QString ImportFilesDialog::videoAt(int row) const
{
    return m_files[static_cast<std::size_t>(row)].namesVideos() ? QString()
                                                                : m_table->item(row, VideoColumn)->text();
}

std::vector<TiersOfFile> ImportFilesDialog::chosen() const
{
    std::vector<TiersOfFile> files;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (isTaken(row))
            files.push_back({m_files[static_cast<std::size_t>(row)].read.content, videoAt(row).toStdString(),
                             m_roles->wordsOf(m_files[static_cast<std::size_t>(row)])});
    }
    return files;
}

TierImport ImportFilesDialog::wish() const
{
    return m_roles->wish();
}

}
