#include "app/extraction/recordings_table.h"

#include "app/extraction/listed_parts.h"
#include "app/tasks/tasks.h"
#include "engine/core/error.h"
#include "engine/extraction/extraction_record.h"
#include "engine/extraction/transcript_file.h"
#include "engine/media/media_info.h"
#include "engine/sequences/dataset_list.h"
#include "engine/sequences/tar_media.h"
#include "widgets/base/theme.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>
#include <set>
#include <utility>

namespace app {

namespace {

enum RecordingColumn { RecordingNameColumn, LengthColumn, TranscriptColumn };

QString lengthText(double seconds)
{
    const int whole = static_cast<int>(std::lround(seconds));
    const QString clock = QStringLiteral("%1:%2");
    return whole < 3600 ? clock.arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'))
                        : QStringLiteral("%1:%2:%3")
                              .arg(whole / 3600)
                              .arg(whole / 60 % 60, 2, 10, QLatin1Char('0'))
                              .arg(whole % 60, 2, 10, QLatin1Char('0'));
}

}

struct RecordingsTable::Found {
    std::filesystem::path file;
    std::optional<std::filesystem::path> transcript;
    double seconds = 0.0;
    std::string problem;
    std::optional<ListedPart> part = {};
};

RecordingsTable::RecordingsTable(Tasks& tasks, QWidget* parent) : QTableWidget(0, 3, parent), m_tasks(tasks)
{
    setObjectName(QStringLiteral("recordings"));
    setAccessibleName(tr("Recordings"));
    setHorizontalHeaderLabels({tr("Recording"), tr("Length"), tr("Transcript")});
    verticalHeader()->hide();
    setShowGrid(false);
    setProperty("hasBoxes", true);
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle); // long names differ at their ends
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(RecordingNameColumn, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(LengthColumn, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(TranscriptColumn, QHeaderView::Stretch);
    connect(this, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) {
        if (item->column() != RecordingNameColumn)
            return;
        m_recordings[static_cast<std::size_t>(item->row())].isTaken = item->checkState() == Qt::Checked;
        emit recordingsChanged();
    });
}

void RecordingsTable::add(const QStringList& paths)
{
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths) {
        if (path != m_names.list)
            files.emplace_back(path.toStdString());
    }
    const bool hasList = paths.contains(m_names.list);
    const auto work = [files, hasList, transcripts = m_transcripts.toStdString(),
                       results = m_results.toStdString(), names = m_names](const TaskRun& run) {
        const std::filesystem::path recordFile = std::filesystem::path(results) / "extraction.json";
        engine::ExtractionRecord record;
        if (!results.empty())
            record = engine::readExtractionRecord(recordFile);
        std::vector<std::filesystem::path> media;
        for (const std::filesystem::path& file : files) {
            for (const engine::CompactPath& each : engine::mediaFilesAt(file)) {
                if (engine::isMediaFile(each))
                    media.push_back(each);
            }
        }
        std::vector<Found> found;
        for (std::size_t i = 0; i < media.size(); ++i) {
            run.tick(i, media.size());
            Found one{media[i], engine::transcriptOf(media[i], media[i].parent_path()), 0.0, {}};
            if (!one.transcript && !transcripts.empty())
                one.transcript = engine::transcriptOf(media[i], transcripts);
            if (!one.transcript)
                one.transcript = engine::transcriptBefore(
                    record, names.of(QString::fromStdString(media[i].string())).toStdString(), recordFile);
            try {
                one.seconds = engine::probeMedia(media[i]).duration;
            } catch (const engine::Error& error) {
                one.problem = error.what();
            }
            found.push_back(std::move(one));
        }
        if (hasList)
            addParts(found, engine::readDatasetList(names.list.toStdString()), transcripts);
        return found;
    };
    m_tasks.start(tr("Looking at recordings"), this, work,
                  [this, ticked = m_ticked](const std::vector<Found>& found) { show(found, ticked); });
}

/// Files of clips are not looked at: the list says how long they are.
void RecordingsTable::addParts(std::vector<Found>& found, const engine::DatasetList& list,
                               const std::filesystem::path& transcripts)
{
    for (ListedPart& part : listedParts(list)) {
        Found one{part.file, std::nullopt, part.seconds, {}, part};
        if (part.channel) {
            const std::filesystem::path called(part.name + part.file.extension().string());
            one.transcript = engine::transcriptOf(called, part.file.parent_path());
            if (!one.transcript && !transcripts.empty())
                one.transcript = engine::transcriptOf(called, transcripts);
            try {
                one.seconds = engine::probeMedia(part.file).duration;
            } catch (const engine::Error& error) {
                one.problem = error.what();
            }
        }
        found.push_back(std::move(one));
    }
}

void RecordingsTable::setTranscripts(const QString& folder)
{
    m_transcripts = folder;
    lookAgain();
}

void RecordingsTable::tickOnly(const QStringList& names)
{
    const QStringList before = std::exchange(m_ticked, names);
    lookAgain();
    m_ticked = before;
}

void RecordingsTable::lookAgain()
{
    QStringList files;
    for (const Recording& recording : m_recordings) {
        if (!recording.isPart())
            files << recording.file;
        else if (!files.contains(m_names.list))
            files << m_names.list;
    }
    m_recordings.clear();
    setRowCount(0);
    add(files);
}

void RecordingsTable::show(const std::vector<Found>& found, const QStringList& ticked)
{
    std::set<QString> names;
    for (const Recording& recording : m_recordings)
        names.insert(recording.name);
    QStringList left;
    for (const Found& one : found) {
        const QString file = QString::fromStdString(one.file.string());
        const QString name = one.part ? QString::fromStdString(one.part->name) : m_names.of(file);
        if (!names.insert(name).second) {
            left << file;
            continue;
        }
        m_recordings.push_back({file, name,
                                one.transcript ? QString::fromStdString(one.transcript->string()) : QString(),
                                one.seconds, m_projectWords.edited.contains(name),
                                m_projectWords.isInFiles(name), QString::fromStdString(one.problem),
                                one.problem.empty() && (ticked.isEmpty() || ticked.contains(name)),
                                one.part ? one.part->clips : 0, one.part ? one.part->channel : std::nullopt});
    }
    std::ranges::sort(m_recordings, {}, [](const Recording& one) { return std::pair(one.file, one.name); });
    setRowCount(static_cast<int>(m_recordings.size()));
    for (int row = 0; row < rowCount(); ++row)
        showRow(row);
    if (found.empty())
        emit refused(tr("There is no video or sound file among these."));
    else if (!left.isEmpty())
        emit refused(
            tr("Left out, since a recording of this name is there: %1").arg(left.join(QStringLiteral(", "))));
    emit recordingsChanged();
}

void RecordingsTable::showRow(int row)
{
    const QSignalBlocker blocker(this);
    const Recording& recording = m_recordings[static_cast<std::size_t>(row)];
    const QFileInfo file(recording.file);
    auto* name = new QTableWidgetItem(
        recording.clips > 0     ? tr("%1, %n clip(s)", nullptr, recording.clips).arg(recording.name)
            : recording.channel ? tr("%1, channel %2").arg(recording.name).arg(*recording.channel)
                                : file.fileName());
    name->setToolTip(recording.clips > 1 ? tr("%1 and others").arg(recording.file) : recording.file);
    name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    name->setCheckState(recording.isTaken ? Qt::Checked : Qt::Unchecked);
    auto* length = new QTableWidgetItem(recording.seconds > 0 ? lengthText(recording.seconds) : QString());
    length->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* transcript = new QTableWidgetItem(
        !recording.problem.isEmpty()  ? QString(recording.problem).remove(file.path() + QLatin1Char('/'))
            : recording.isEdited      ? tr("your edited words")
            : recording.asksProject() ? tr("the project's words")
            : recording.transcript.isEmpty() ? tr("no transcript")
                                             : QFileInfo(recording.transcript).fileName());
    transcript->setToolTip(!recording.problem.isEmpty()  ? recording.problem
                               : recording.asksProject() ? tr("As they are in the project now")
                                                         : recording.transcript);
    const widgets::Theme& theme = widgets::themeOf(palette());
    if (!recording.problem.isEmpty())
        transcript->setForeground(theme.attention);
    else if (!recording.hasWords())
        transcript->setForeground(theme.muted);
    length->setForeground(theme.muted);
    setItem(row, RecordingNameColumn, name);
    setItem(row, LengthColumn, length);
    setItem(row, TranscriptColumn, transcript);
}

bool RecordingsTable::areAllParts() const
{
    return std::ranges::all_of(
        m_recordings, [](const Recording& recording) { return recording.isTaken && recording.isPart(); });
}

std::vector<RecordingsTable::Recording> RecordingsTable::taken() const
{
    std::vector<Recording> taken;
    std::ranges::copy_if(m_recordings, std::back_inserter(taken), &Recording::isTaken);
    return taken;
}

}
