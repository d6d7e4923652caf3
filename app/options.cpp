#include "app/options.h"

#include "app/complaint.h"
#include "app/settings/language.h"
#include "app/window/presets.h"

#include <QCommandLineParser>

#include <cstdlib>

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

QString oneOf(const QCommandLineParser& parser, const QString& option)
{
    const QStringList allowed = choicesOf(option);
    const QString value = parser.value(option);
    if (!value.isEmpty() && !allowed.contains(value))
        refuse(
            QStringLiteral("--%1 knows %2, not '%3'").arg(option, allowed.join(QStringLiteral(", ")), value));
    return value;
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
        {QStringLiteral("preset"), QStringLiteral("Layout: explore, align, review, transcribe."),
         QStringLiteral("NAME")},
        {QStringLiteral("review"), QStringLiteral("Begin, or go on with, the first pass of this annotator."),
         QStringLiteral("ANNOTATOR")},
        {QStringLiteral("language"), QStringLiteral("Language of the window: en, de, zh_CN."),
         QStringLiteral("NAME")},
        {QStringLiteral("tab"),
         QStringLiteral("Panel in front: inspector, align, predict, review, transcript, history, space."),
         QStringLiteral("NAME")},
        {QStringLiteral("theme"), QStringLiteral("dark or light."), QStringLiteral("NAME")},
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
    return {};
}

QString programDescription()
{
    return QStringLiteral("A workbench for multimodal language.");
}

QString filesHelp()
{
    return QStringLiteral(
        "media, .csd, packed segments (.h5, .npz), tables of features (.csv, .arff), a dataset "
        "list or a folder");
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
    if (parser.isSet(QStringLiteral("size")))
        options.size = parseSize(parser.value(QStringLiteral("size")));
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
