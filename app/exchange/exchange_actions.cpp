#include "app/exchange/exchange_actions.h"

#include "app/actions/actions.h"
#include "app/document/document.h"
#include "app/editing/editor.h"
#include "app/exchange/export_dialog.h"
#include "app/exchange/import_dialog.h"
#include "app/exchange/import_tiers.h"
#include "app/jobs/jobs.h"
#include "app/video/tier_reader.h"
#include "app/video/video_opener.h"
#include "engine/formats/format_registry.h"
#include "engine/worker/probe.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

#include <array>

namespace app {

namespace {

/// Formats that are opened as a dataset, or as a project.
constexpr std::array kOpened{std::string_view("csd"), std::string_view("project"), std::string_view("mmsa")};

QString text(std::string_view from)
{
    return QString::fromUtf8(from.data(), static_cast<qsizetype>(from.size()));
}

bool isHdf5(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) && file.read(8) == QByteArray("\x89HDF\r\n\x1a\n", 8);
}

QString endingsOf(const engine::Format& format)
{
    QStringList patterns;
    for (const std::string_view ending : format.endings)
        patterns << QStringLiteral("*") + text(ending);
    return patterns.join(QLatin1Char(' '));
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
                                 engine::Prober& prober, Jobs& jobs, const Actions& actions, QWidget* window)
    : QObject(window)
    , m_document(document)
    , m_editor(editor)
    , m_videos(videos)
    , m_reader(reader)
    , m_prober(prober)
    , m_jobs(jobs)
    , m_window(window)
{
    connect(actions.at("import-annotation"), &QAction::triggered, this, &ExchangeActions::askForFile);
    connect(actions.at("export-annotation"), &QAction::triggered, this, &ExchangeActions::exportTiers);
}

void ExchangeActions::offer(const QString& path, const std::function<void()>& otherwise)
{
    if (!m_document.hasVideo()) {
        otherwise();
        return;
    }
    m_jobs.startBeside(
        tr("Looking at %1").arg(QFileInfo(path).fileName()), this,
        [path](const engine::RunContext&) { return isAnnotation(path); },
        [this, path, otherwise](bool isTaken) {
            if (isTaken && m_document.hasVideo())
                import(path);
            else
                otherwise();
        },
        [] {});
}

bool ExchangeActions::isAnnotation(const QString& path)
{
    if (!QFileInfo(path).isFile())
        return false;
    try {
        const engine::Format& format = engine::formatOf(path.toStdString());
        return format.read && std::ranges::find(kOpened, format.id) == kOpened.end();
    } catch (const engine::Error&) { // media, a dataset's list, …
        return false;
    }
}

void ExchangeActions::askForFile()
{
    if (!m_document.hasVideo()) {
        emit message(tr("Open a video first: annotation belongs to one."));
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
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Import annotation"), QString(),
                                                      filters.join(QStringLiteral(";;")));
    if (!path.isEmpty())
        import(path);
}

void ExchangeActions::import(const QString& path)
{
    struct Read {
        engine::ImportedTiers tiers;
        const engine::Format* format;
    };
    m_jobs.start(
        tr("Reading %1").arg(QFileInfo(path).fileName()), this,
        [path, &prober = m_prober](const engine::RunContext&) {
            const engine::Format& format = engine::formatOf(path.toStdString());
            const bool isCsd = QFileInfo(path).suffix() == QLatin1String("csd");
            if (isCsd || isHdf5(path)) // damaged HDF5 can crash the library: that is a child's death
                prober.check(path.toStdString(), isCsd ? std::string() : std::string(format.id));
            if (!format.read)
                throw engine::FormatError("unknown_format", path.toStdString(), "is only written, not read");
            return std::make_shared<Read>(Read{format.read(path.toStdString(), {}), &format});
        },
        [this, path](const std::shared_ptr<Read>& read) {
            if (!m_document.hasVideo())
                return; // it was closed meanwhile
            QStringList videos{m_document.video().id};
            if (const auto dataset = m_videos.dataset()) {
                for (const auto& entry : dataset->entries) {
                    if (entry->id != m_document.video().id)
                        videos << entry->id;
                }
            }
            const QString file = QFileInfo(path).fileName();
            ImportDialog dialog(file, *read->format, read->tiers, videos, m_document.words().texts.empty(),
                                m_window);
            if (dialog.exec() != QDialog::Accepted)
                return;
            TierImport how{dialog.video(), dialog.asJudgements(), dialog.words(), dialog.labels(), {}};
            for (const QString& known : videos)
                how.known.insert(known.toStdString());
            take(file, dialog.chosen(), how);
        });
}

/// Judgements need the labels that they are about, and tiers that become words or labels those that they take
/// the place of; these may still be in their files.
void ExchangeActions::take(const QString& file, const engine::ExchangedTiers& tiers, const TierImport& how)
{
    std::set<TierName> touched;
    if (how.asJudgements || !how.labels.empty())
        touched.insert(kLabelsTier);
    if (!how.words.empty())
        touched.insert(kWordsTier);
    std::set<std::string> videos;
    for (const engine::ExchangedTier& tier : tiers.tiers) {
        if (!touched.empty())
            videos.insert(tier.tier.video.empty() ? how.video : tier.tier.video);
    }
    m_reader.read(tr("Reading the words and labels that %1 is about").arg(file), touched, videos, this,
                  [this, file, tiers, how] {
                      QStringList notes;
                      const bool isDone = m_editor.edit(tr("import %1").arg(file),
                                                        [&](const engine::Annotation& annotation) {
                                                            return importTiers(annotation, tiers, how, notes);
                                                        });
                      notes.removeDuplicates();
                      for (const QString& note : notes)
                          emit message(note);
                      if (isDone)
                          emit message(tr("%1 was imported.").arg(file));
                  });
}

void ExchangeActions::exportTiers()
{
    if (!m_document.hasVideo()) {
        emit message(tr("Open a video first: annotation belongs to one."));
        return;
    }
    ExportDialog dialog(tiersOf(m_document), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const engine::Format& format = dialog.format();
    const QString proposed = m_document.video().id + text(format.endings.front());
    const QString path
        = QFileDialog::getSaveFileName(m_window, tr("Export annotation"), proposed,
                                       QStringLiteral("%1 (%2)").arg(text(format.name), endingsOf(format)));
    if (path.isEmpty())
        return;
    m_jobs.start(
        tr("Writing %1").arg(QFileInfo(path).fileName()), this,
        [path, &format, tiers = dialog.chosen(),
         options = engine::ExportOptions{dialog.guardsCells()}](const engine::RunContext&) {
            return static_cast<int>(format.write(tiers, path.toStdString(), options).size());
        },
        [this, path](int count) { emit message(tr("%n file(s) written: %1", nullptr, count).arg(path)); });
}

}
