#include "app/exchange/annotation_file.h"

#include "app/dataset/dataset_loader.h"
#include "engine/core/error.h"
#include "engine/feature_tables/feature_table.h"
#include "engine/formats/format_registry.h"
#include "engine/media/media_info.h"
#include "engine/worker/probe.h"
#include "widgets/base/scale_number.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace app {

namespace {

/// Formats that are opened as a dataset, or as a project.
constexpr std::array kOpenedAsData{std::string_view("csd"), std::string_view("project"),
                                   std::string_view("mmsa")};
constexpr qint64 kBeginning = 16 << 10; ///< bytes by which a format is told
constexpr double kSlack = 0.1; // seconds: annotation often ends a little after the last picture

bool isHdf5(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) && file.read(8) == QByteArray("\x89HDF\r\n\x1a\n", 8);
}

/// Videos that a file names otherwise than the dataset does (`talk_1` for `Talk 1`) get the dataset's ids. A
/// file of one recording that the dataset does not know counts as one that names none: a person chooses.
void nameAsTheDataset(engine::ExchangedTiers& tiers, const NamedVideos& videos)
{
    std::set<std::string> unknown;
    for (engine::ExchangedTier& tier : tiers.tiers) {
        std::string& video = tier.tier.video;
        if (video.empty() || videos.ids.contains(video))
            continue;
        if (std::string known = videos.byName.videoOf(video); !known.empty())
            video = std::move(known);
        else
            unknown.insert(video);
    }
    const bool isOne = unknown.size() == 1 && std::ranges::all_of(tiers.tiers, [&](const auto& tier) {
                           return tier.tier.video == *unknown.begin();
                       });
    for (engine::ExchangedTier& tier : tiers.tiers) {
        if (isOne)
            tier.tier.video.clear();
    }
}

std::string videoByName(const AnnotationFile& file, const engine::VideosByName& videos)
{
    if (std::string video = videos.videoOf(file.name().toStdString()); !video.empty())
        return video;
    for (const engine::MediaReference& media : file.read.content.media) {
        const QString url = QString::fromStdString(media.url.empty() ? media.relative : media.url);
        const std::string name = QFileInfo(QUrl(url).path()).fileName().toStdString();
        if (std::string video = videos.videoOf(name); !video.empty())
            return video;
    }
    return {};
}

}

NamedVideos::NamedVideos(const OpenDataset& dataset) : ids(dataset.ids), byName(ids) { }

QString AnnotationFile::name() const
{
    return QFileInfo(path).fileName();
}

QString AnnotationFile::annotators() const
{
    constexpr qsizetype kMostNames = 4;
    QStringList names;
    for (const engine::ExchangedTier& tier : read.content.tiers) {
        const QString name = QString::fromStdString(tier.tier.annotator);
        if (!name.isEmpty() && !names.contains(name))
            names << name;
    }
    if (names.size() > kMostNames) {
        names.resize(kMostNames);
        names << QStringLiteral("…");
    }
    return names.join(QStringLiteral(", "));
}

bool AnnotationFile::namesVideos() const
{
    return std::ranges::none_of(read.content.tiers,
                                [](const engine::ExchangedTier& tier) { return tier.tier.video.empty(); });
}

bool isAnnotation(const QString& path)
{
    if (!QFileInfo(path).isFile() || engine::featureTableOrigin(path.toStdString()))
        return false;
    try {
        const engine::Format& format = engine::formatOf(path.toStdString());
        return format.read && std::ranges::find(kOpenedAsData, format.id) == kOpenedAsData.end();
    } catch (const engine::Error&) { // media, a dataset's list, …
        return false;
    }
}

bool isPlainText(const QString& path)
{
    if (QFileInfo(path).suffix().toLower() != QLatin1String("txt") || !QFileInfo(path).isFile())
        return false;
    try { // whose ending is all that makes it a file of labels
        const engine::Format& format = engine::formatOf(path.toStdString());
        QFile file(path);
        return format.resembles && file.open(QIODevice::ReadOnly)
            && !format.resembles(file.read(kBeginning).toStdString());
    } catch (const engine::Error&) {
        return true;
    }
}

AnnotationFile readAnnotation(const QString& path, engine::Prober& prober, const NamedVideos* videos)
{
    AnnotationFile file;
    file.path = path;
    const engine::Format& format = engine::formatOf(path.toStdString());
    const bool isCsd = QFileInfo(path).suffix() == QLatin1String("csd");
    if (isCsd || isHdf5(path)) // damaged HDF5 can crash the library: that is a child's death
        prober.check(path.toStdString(), isCsd ? std::string() : std::string(format.id));
    if (!format.read)
        throw engine::FormatError("unknown_format", path.toStdString(), "is only written, not read");
    file.read = format.read(path.toStdString(), {});
    file.format = &format;
    if (!videos)
        return file;
    nameAsTheDataset(file.read.content, *videos);
    if (!file.namesVideos())
        file.video = videoByName(file, videos->byName);
    return file;
}

double endIn(const engine::ExchangedTiers& tiers, const std::string& video)
{
    double end = 0.0;
    for (const engine::ExchangedTier& tier : tiers.tiers) {
        if (tier.timesAreInvented || (!tier.tier.video.empty() && tier.tier.video != video))
            continue;
        for (const engine::Segment& segment : tier.segments)
            end = std::max(end, segment.end.seconds());
    }
    return end;
}

std::optional<double> mediaLength(const OpenDataset& dataset, const std::string& video)
{
    const auto* media = dataset.list.mediaOf(video);
    if (!media)
        return std::nullopt;
    try {
        return engine::probeMedia({media->file, dataset.zero}).duration;
    } catch (const engine::IoError&) {
        return std::nullopt;
    }
}

QString outlastingText(double end, std::optional<double> length)
{
    if (!length || end <= *length + kSlack)
        return {};
    return QCoreApplication::translate("app::AnnotationFile", "ends at %1 s, but the video at %2 s")
        .arg(widgets::shownNumber(end, 1, 'f'))
        .arg(widgets::shownNumber(*length, 1, 'f'));
}

}
