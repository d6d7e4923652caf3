#include "app/options.h"

#include "app/complaint.h"
#include "app/settings/language.h"
#include "app/window/presets.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <cstdlib>
#include <utility>

namespace app {

namespace {

[[noreturn]] void refuse(const QString& message)
{
    complain(message);
    std::exit(2);
}

QSize parseSize(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.width() < 320 || size.height() < 240 || size.width() > 16384
        || size.height() > 16384)
        refuse(QStringLiteral("--size wants WIDTHxHEIGHT from 320x240 on, not '%1'").arg(text));
    return size;
}

/// `2.5-10`
engine::Interval parseSpan(const QString& text)
{
    const QStringList ends = text.split(QLatin1Char('-'));
    bool isStart = false;
    bool isEnd = false;
    const engine::Interval span{ends.value(0).toDouble(&isStart), ends.value(1).toDouble(&isEnd)};
    if (ends.size() != 2 || !isStart || !isEnd || span.start < 0 || span.end <= span.start)
        refuse(QStringLiteral("--span wants FROM-TO in seconds, such as 2.5-10, not '%1'").arg(text));
    return span;
}

std::optional<double> parseNumber(const QCommandLineParser& parser, const QString& option, double least,
                                  double most)
{
    if (!parser.isSet(option))
        return std::nullopt;
    bool isNumber = false;
    const double number = parser.value(option).toDouble(&isNumber);
    if (!isNumber || number < least || number > most)
        refuse(QStringLiteral("--%1 wants a number from %2 to %3, not '%4'")
                   .arg(option)
                   .arg(least)
                   .arg(most)
                   .arg(parser.value(option)));
    return number;
}

QString oneOf(const QCommandLineParser& parser, const QString& option)
{
    const QStringList allowed = choicesOf(option);
    const QString value = parser.value(option);
    if (!value.isEmpty() && !allowed.contains(value))
        refuse(
            QStringLiteral("--%1 knows %2, not '%3'").arg(option, allowed.join(QStringLiteral(", ")), value));
    return value;
}

/// H.264 holds even numbers of pixels.
std::optional<QSize> renderSize(std::optional<QSize> size)
{
    if (!size)
        return size;
    const QSize possible = possibleSize(*size);
    if (possible != *size)
        refuse(QStringLiteral("--size of --render wants even numbers, at most %1: %2x%3, not %4x%5")
                   .arg(RenderWish::kMostPixels)
                   .arg(possible.width())
                   .arg(possible.height())
                   .arg(size->width())
                   .arg(size->height()));
    return size;
}

RenderFileWish parseRender(const QCommandLineParser& parser)
{
    RenderFileWish wish;
    wish.path = parser.value(QStringLiteral("render"));
    if (wish.path.isEmpty()) {
        for (const char* option : {"span", "fps", "page", "picture", "tracks", "silent"}) {
            if (parser.isSet(QLatin1String(option)))
                refuse(QStringLiteral("--%1 belongs to --render").arg(QLatin1String(option)));
        }
        return wish;
    }
    const QString ending = QFileInfo(wish.path).suffix().toLower();
    if (ending != QLatin1String("mp4") && ending != QLatin1String("m4v"))
        refuse(QStringLiteral("--render writes MP4: expected a name that ends with .mp4, not '%1'")
                   .arg(wish.path));
    if (parser.isSet(QStringLiteral("span")))
        wish.span = parseSpan(parser.value(QStringLiteral("span")));
    wish.rate = parseNumber(parser, QStringLiteral("fps"), 1, 120);
    wish.page = parseNumber(parser, QStringLiteral("page"), 0, 86400);
    const QString place = oneOf(parser, QStringLiteral("picture"));
    using Picture = RenderWish::Picture;
    if (!place.isEmpty())
        wish.picture = place == QLatin1String("above") ? Picture::Above
            : place == QLatin1String("beside")         ? Picture::Beside
                                                       : Picture::None;
    if (parser.isSet(QStringLiteral("tracks")))
        wish.tracks = parser.value(QStringLiteral("tracks")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    wish.isSilent = parser.isSet(QStringLiteral("silent"));
    return wish;
}

}

QList<QCommandLineOption> windowOptions()
{
    return {
        {QStringLiteral("demo"), QStringLiteral("Open the demo dataset.")},
        {QStringLiteral("screenshot"),
         QStringLiteral("Wait until everything is drawn, write the window as PNG, exit."),
         QStringLiteral("PNG")},
        {QStringLiteral("size"), QStringLiteral("Size of the window."), QStringLiteral("WIDTHxHEIGHT")},
        {QStringLiteral("at"), QStringLiteral("Put the playhead there."), QStringLiteral("SECONDS")},
        {QStringLiteral("preset"),
         QStringLiteral("Layout: %1.").arg(presetNames().join(QStringLiteral(", "))), QStringLiteral("NAME")},
        {QStringLiteral("review"), QStringLiteral("Begin, or go on with, the first pass of this annotator."),
         QStringLiteral("ANNOTATOR")},
        {QStringLiteral("language"), QStringLiteral("Language of the window: en, de, zh_CN."),
         QStringLiteral("NAME")},
        {QStringLiteral("tab"),
         QStringLiteral("Panel in front: inspector, align, predict, review, transcript, history, space."),
         QStringLiteral("NAME")},
        {QStringLiteral("theme"), QStringLiteral("dark or light."), QStringLiteral("NAME")},
        {QStringLiteral("listen"),
         QStringLiteral("Let your own scripts read and move the window (Python: polylogue.Window.connect()), "
                        "through a local socket with a token.")},
        {QStringLiteral("render"),
         QStringLiteral("Wait until everything is drawn, write the recording with its timeline as a video "
                        "(H.264, sound), exit. --size is then the video's: 1280x720 unless said otherwise."),
         QStringLiteral("MP4")},
        {QStringLiteral("span"), QStringLiteral("Of --render: only these seconds."),
         QStringLiteral("FROM-TO")},
        {QStringLiteral("fps"),
         QStringLiteral("Of --render: frames a second, if not as many as the recording has."),
         QStringLiteral("NUMBER")},
        {QStringLiteral("page"),
         QStringLiteral("Of --render: seconds that the tracks show until the page turns (10); 0: the whole "
                        "span."),
         QStringLiteral("SECONDS")},
        {QStringLiteral("picture"), QStringLiteral("Of --render: above or beside the tracks, or none."),
         QStringLiteral("PLACE")},
        {QStringLiteral("tracks"),
         QStringLiteral("Of --render: only these tracks, by their names, with commas between."),
         QStringLiteral("NAMES")},
        {QStringLiteral("silent"), QStringLiteral("Of --render: without sound.")},
    };
}

QStringList choicesOf(const QString& option)
{
    if (option == QLatin1String("language"))
        return languages();
    if (option == QLatin1String("preset"))
        return presetNames();
    if (option == QLatin1String("tab"))
        return {QStringLiteral("inspector"), QStringLiteral("align"),      QStringLiteral("predict"),
                QStringLiteral("review"),    QStringLiteral("transcript"), QStringLiteral("history"),
                QStringLiteral("space")};
    if (option == QLatin1String("theme"))
        return {QStringLiteral("dark"), QStringLiteral("light")};
    if (option == QLatin1String("picture"))
        return {QStringLiteral("above"), QStringLiteral("beside"), QStringLiteral("none")};
    return {};
}

QString programDescription()
{
    return QStringLiteral("A workbench for multimodal language.");
}

QString filesHelp()
{
    return QStringLiteral(
        "media, also in an uncompressed .tar, .csd, packed segments (.h5, .npz), tables of features (.csv, "
        ".arff), a project (.polylogue), a dataset list or a folder");
}

Options parseOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(programDescription());
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"), filesHelp(), QStringLiteral("[FILE…]"));
    parser.addOptions(windowOptions());
    parser.process(application);

    Options options;
    options.files = parser.positionalArguments();
    options.demo = parser.isSet(QStringLiteral("demo"));
    options.screenshot = parser.value(QStringLiteral("screenshot"));
    options.render = parseRender(parser);
    if (parser.isSet(QStringLiteral("size")))
        options.size = parseSize(parser.value(QStringLiteral("size")));
    options.listens = parser.isSet(QStringLiteral("listen"));
    if (options.listens && options.isHeadless())
        refuse(
            QStringLiteral("--listen belongs to a window that stays open: not to --render or --screenshot"));
    if (!options.render.path.isEmpty() && !options.screenshot.isEmpty())
        refuse(QStringLiteral("--render and --screenshot are two wishes: one at a time"));
    if (!options.render.path.isEmpty())
        options.render.size = renderSize(std::exchange(options.size, std::nullopt));
    if (parser.isSet(QStringLiteral("at"))) {
        bool ok = false;
        options.at = parser.value(QStringLiteral("at")).toDouble(&ok);
        if (!ok || *options.at < 0)
            refuse(QStringLiteral("--at wants seconds from 0 on, not '%1'")
                       .arg(parser.value(QStringLiteral("at"))));
    }
    options.language = oneOf(parser, QStringLiteral("language"));
    options.preset = oneOf(parser, QStringLiteral("preset"));
    options.review = parser.value(QStringLiteral("review"));
    options.tab = oneOf(parser, QStringLiteral("tab"));
    const QString theme = oneOf(parser, QStringLiteral("theme"));
    if (!theme.isEmpty())
        options.theme = theme == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::Light;
    return options;
}

}
