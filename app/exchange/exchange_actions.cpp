#include "app/exchange/exchange_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/exchange/annotation_file.h"
#include "app/exchange/export_dialog.h"
#include "app/exchange/import_dialog.h"
#include "app/exchange/import_files_dialog.h"
#include "app/files/file_questions.h"
#include "app/tasks/tasks.h"
#include "app/video/tier_reader.h"
#include "app/video/video_opener.h"
#include "engine/formats/format_registry.h"
#include "engine/sequences/dataset_list.h"
#include "engine/worker/probe.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>

#include <algorithm>
#include <utility>

namespace app {

namespace {

QString text(std::string_view from)
{
    return QString::fromUtf8(from.data(), static_cast<qsizetype>(from.size()));
}

QString endingsOf(const engine::Format& format)
{
    QStringList patterns;
    for (const std::string_view ending : format.endings)
        patterns << QStringLiteral("*") + text(ending);
    return patterns.join(QLatin1Char(' '));
}

/// Whether a person wants the file although its name ends as files of another format do.
bool isEndingMeant(const QString& path, const engine::Format& format, QWidget* window)
{
    if (std::ranges::any_of(format.endings, [&path](std::string_view ending) {
            return path.endsWith(text(ending), Qt::CaseInsensitive);
        }))
        return true;
    const QString question
        = ExchangeActions::tr("Files of %1 end with %2. Write this format into %3 all the same?")
              .arg(text(format.name), text(format.endings.front()), QFileInfo(path).fileName());
    return QMessageBox::question(window, ExchangeActions::tr("Export annotation"), question)
        == QMessageBox::Yes;
}

/// The files of annotation in a folder, by name; none where a file is something else. Signs of the file
/// system and texts that belong to nothing are no such files.
QStringList annotationIn(const QString& folder)
{
    QStringList found;
    for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
        if (isAnnotation(file.filePath()))
            found << file.filePath();
        else if (engine::isMediaFile(file.filePath().toStdString()) || file.suffix() == QLatin1String("csd")
                 || file.suffix() == QLatin1String("polylogue"))
            return {};
    }
    return found;
}

struct Dropped {
    QStringList annotation;
    QStringList texts; ///< plain ones
    QStringList others;
};

Dropped sorted(const QStringList& paths)
{
    Dropped dropped;
    for (const QString& path : paths) {
        if (isPlainText(path)) {
            dropped.texts << path;
            continue;
        }
        const QStringList found = QFileInfo(path).isDir() ? annotationIn(path)
            : isAnnotation(path)                          ? QStringList{path}
                                                          : QStringList();
        dropped.annotation += found;
        if (found.isEmpty())
            dropped.others << path;
    }
    return dropped;
}

/// The one that is called as the video, else the first.
QString textOf(const QString& video, const QStringList& texts)
{
    const auto named = std::ranges::find_if(
        texts, [&video](const QString& path) { return QFileInfo(path).completeBaseName() == video; });
    return named == texts.end() ? texts.front() : *named;
}

/// The tiers of a video as they leave: numbers as they are, which are unique.
engine::ExchangedTiers tiersOf(const Document& document)
{
    engine::ExchangedTiers result;
    const engine::Annotation& annotation = document.annotation();
    for (const engine::Tier* tier : annotation.tiersOf(document.video().id.toStdString())) {
        engine::ExchangedTier exchanged{*tier, {}, {}, {}};
        for (const engine::IntervalIndex::Entry& entry : annotation.byTime(tier->id).all())
            exchanged.segments.push_back(*annotation.segment(entry.id));
        result.tiers.push_back(std::move(exchanged));
    }
    if (!document.video().mediaPath.isEmpty()) {
        const QFileInfo media(document.video().mediaPath);
        result.media.push_back({"file://" + media.absoluteFilePath().toStdString(),
                                "./" + media.fileName().toStdString(), "video/mp4"});
    }
    return result;
}

}

ExchangeActions::ExchangeActions(Document& document, Editor& editor, VideoOpener& videos, TierReader& reader,
                                 engine::Prober& prober, Tasks& tasks, const Actions& actions,
                                 QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_editor(editor)
    , m_videos(videos)
    , m_reader(reader)
    , m_prober(prober)
    , m_tasks(tasks)
    , m_reading(tasks)
    , m_window(window)
{
    connect(actions.at("import-annotation"), &QAction::triggered, this, &ExchangeActions::askForFiles);
    connect(&m_videos, &VideoOpener::sequencesOpened, this,
            [this] { m_following = std::exchange(m_waiting, {}); });
    connect(&m_document, &Document::videoChanged, this, [this] {
        if (m_document.hasVideo())
            import(std::exchange(m_following, {}));
    });
    connect(actions.at("export-annotation"), &QAction::triggered, this, &ExchangeActions::exportTiers);
}

void ExchangeActions::offer(const QStringList& paths, const std::function<void(const QStringList&)>& open)
{
    m_waiting.clear();
    if (paths.isEmpty())
        return;
    m_tasks.start(
        tr("Looking at %1").arg(QFileInfo(paths.front()).fileName()), this,
        [paths](const engine::RunContext&) { return sorted(paths); },
        [this, open, paths](const Dropped& dropped) {
            if (!dropped.others.isEmpty()) {
                m_waiting = dropped.annotation;
                open(dropped.others);
            } else if (m_document.hasVideo()) {
                import(dropped.annotation);
                if (!dropped.texts.isEmpty())
                    emit textDropped(textOf(m_document.video().id, dropped.texts));
            } else {
                open(paths);
            }
        });
}

void ExchangeActions::askForFiles()
{
    if (!m_document.hasVideo()) {
        m_document.notices().say(tr("Open a video first: annotation belongs to one."));
        return;
    }
    QStringList all;
    QStringList filters;
    for (const engine::Format* format : engine::formats()) {
        if (!format->read || format->id == "project")
            continue;
        all << endingsOf(*format);
        filters << QStringLiteral("%1 (%2)").arg(text(format->name), endingsOf(*format));
    }
    all.removeDuplicates();
    filters.prepend(tr("Annotation (%1)").arg(all.join(QLatin1Char(' '))));
    import(app::askForFiles(
        m_window,
        {"annotation", tr("Import annotation"), filters.join(QStringLiteral(";;")), dataFolder(m_document)}));
}

struct ExchangeActions::ReadFiles {
    std::vector<AnnotationFile> files;
    ImportFilesDialog::Lengths lengths;
};

void ExchangeActions::import(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    const QString title = paths.size() == 1
        ? tr("Reading %1").arg(QFileInfo(paths.front()).fileName())
        : tr("Reading %n file(s)", nullptr, static_cast<int>(paths.size()));
    m_reading.start(
        title,
        [paths, &prober = m_prober, dataset = m_videos.dataset(),
         shown = m_document.video().id.toStdString()](const engine::RunContext& run) {
            auto read = std::make_shared<ReadFiles>();
            const auto videos = dataset ? std::optional<NamedVideos>(*dataset) : std::nullopt;
            const auto measure = [&](const std::string& video) {
                if (const auto length = dataset ? mediaLength(*dataset, video) : std::nullopt)
                    read->lengths[video] = *length;
            };
            measure(shown);
            for (qsizetype i = 0; i < paths.size(); ++i) {
                run.tick(static_cast<std::size_t>(i), static_cast<std::size_t>(paths.size()));
                try {
                    read->files.push_back(readAnnotation(paths[i], prober, videos ? &*videos : nullptr));
                } catch (const engine::Cancelled&) {
                    throw;
                } catch (const engine::Error& error) {
                    if (paths.size() == 1)
                        throw;
                    AnnotationFile unread;
                    unread.path = paths[i];
                    unread.problem = QString::fromUtf8(error.what());
                    read->files.push_back(std::move(unread));
                }
                const std::string& video = read->files.back().video;
                if (!video.empty() && !read->lengths.contains(video))
                    measure(video);
            }
            return read;
        },
        [this](const std::shared_ptr<ReadFiles>& read) {
            if (!m_document.hasVideo())
                return; // it was closed meanwhile
            if (read->files.size() == 1)
                askForOne(*read);
            else
                askForMany(*read);
        });
}

/// The one in sight first.
QStringList ExchangeActions::knownVideos() const
{
    QStringList videos{m_document.video().id};
    if (const auto dataset = m_videos.dataset()) {
        for (const auto& entry : dataset->entries) {
            if (entry->id != m_document.video().id)
                videos << entry->id;
        }
    }
    return videos;
}

/// Whether a video has no words yet. A dataset with words in its files counts as having some for each video.
bool ExchangeActions::lacksWords(const std::string& video) const
{
    if (video == m_document.video().id.toStdString())
        return m_document.words().texts.empty();
    const auto dataset = m_videos.dataset();
    return !(dataset && dataset->withRole(Role::Words)) && m_document.ownWords(video).text.texts.empty();
}

void ExchangeActions::askForOne(const ReadFiles& files)
{
    const AnnotationFile& file = files.files.front();
    QStringList videos = knownVideos();
    if (const auto named = videos.indexOf(QString::fromStdString(file.video)); named > 0)
        videos.move(named, 0);
    const std::string video = videos.front().toStdString();
    const auto length = files.lengths.find(video);
    const QString outlasts
        = outlastingText(endIn(file.read.content, video),
                         length == files.lengths.end() ? std::nullopt : std::optional(length->second));
    ImportDialog dialog(file, videos, outlasts.isEmpty() ? QString() : tr("The annotation %1.").arg(outlasts),
                        lacksWords(video), m_window);
    if (dialog.exec() == QDialog::Accepted)
        take(file.name(), {dialog.chosen()}, dialog.wish());
}

void ExchangeActions::askForMany(const ReadFiles& files)
{
    const bool lackWords = std::ranges::all_of(files.files, [&](const AnnotationFile& file) {
        return file.video.empty() || lacksWords(file.video);
    });
    ImportFilesDialog dialog(files.files, knownVideos(), files.lengths, lackWords, m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    std::vector<TiersOfFile> chosen = dialog.chosen();
    const QString title = tr("the annotation of %n file(s)", nullptr, static_cast<int>(chosen.size()));
    take(title, std::move(chosen), dialog.wish());
}

/// Judgements need the labels that they are about, and tiers that become words or labels those that they take
/// the place of; these may still be in their files.
void ExchangeActions::take(const QString& title, std::vector<TiersOfFile> files, TierImport how)
{
    for (const QString& video : knownVideos())
        how.known.insert(video.toStdString());
    std::set<TierName> touched;
    if (how.asJudgements || !how.labels.empty())
        touched.insert(kLabelsTier);
    if (!how.words.empty())
        touched.insert(kWordsTier);
    std::set<std::string> videos;
    for (const TiersOfFile& file : files) {
        for (const engine::ExchangedTier& tier : file.content.tiers)
            videos.insert(tier.tier.video.empty() ? file.video : tier.tier.video);
    }
    const auto add = [this, title, files = std::move(files), how = std::move(how)] {
        QStringList notes;
        const bool isDone
            = m_editor.edit(tr("import %1").arg(title), [&](const engine::Annotation& annotation) {
                  return importTiers(annotation, files, how, notes);
              });
        notes.removeDuplicates();
        for (const QString& note : notes)
            m_document.notices().say(note);
        if (isDone && files.size() == 1)
            m_document.notices().say(Notice::ofEdit(tr("%1 was imported.").arg(title)));
        else if (isDone)
            m_document.notices().say(
                Notice::ofEdit(tr("%n file(s) were imported.", nullptr, static_cast<int>(files.size()))));
    };
    m_reader.read(tr("Reading the words and labels that %1 is about").arg(title), touched, videos, this, add);
}

void ExchangeActions::exportTiers()
{
    if (!m_document.hasVideo()) {
        m_document.notices().say(tr("Open a video first: annotation belongs to one."));
        return;
    }
    ExportDialog dialog(tiersOf(m_document), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const engine::Format& format = dialog.format();
    const QString path = askForNewFile(m_window,
                                       {"annotation", tr("Export annotation"),
                                        QStringLiteral("%1 (%2)").arg(text(format.name), endingsOf(format)),
                                        dataFolder(m_document), &m_document},
                                       m_document.video().id, text(format.endings.front()).mid(1));
    if (path.isEmpty() || !isEndingMeant(path, format, m_window))
        return;
    m_tasks.start(
        tr("Writing %1").arg(QFileInfo(path).fileName()), this,
        [path, &format, tiers = dialog.chosen(),
         options = engine::ExportOptions{dialog.guardsCells()}](const engine::RunContext&) {
            return static_cast<int>(format.write(tiers, path.toStdString(), options).size());
        },
        [this, path](int count) {
            m_document.notices().say({tr("%n file(s) written: %1", nullptr, count).arg(path), path});
        });
}

}
