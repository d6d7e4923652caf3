#include "app/option_tree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

namespace {

QJsonObject optionEntry(const QStringList& names, const QString& value, const QString& help)
{
    QJsonArray dashed;
    for (const QString& name : names)
        dashed.append((name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name);
    return {{QStringLiteral("names"), dashed},
            {QStringLiteral("value"), value},
            {QStringLiteral("help"), help},
            {QStringLiteral("required"), false},
            {QStringLiteral("several"), false},
            {QStringLiteral("choices"), QJsonArray()},
            {QStringLiteral("separator"), QString()},
            {QStringLiteral("files"), value == QLatin1String("PNG") ? QStringLiteral("file") : QString()},
            {QStringLiteral("needs"), QJsonArray()},
            {QStringLiteral("excludes"), QJsonArray()}};
}

}

QByteArray optionTree()
{
    QJsonArray options{
        // which QCommandLineParser adds by itself
        optionEntry({QStringLiteral("h"), QStringLiteral("help")}, {}, QStringLiteral("Print this help.")),
        optionEntry({QStringLiteral("help-all")}, {},
                    QStringLiteral("Print this help, and the options of Qt.")),
        optionEntry({QStringLiteral("v"), QStringLiteral("version")}, {},
                    QStringLiteral("Print the version."))};
    for (const QCommandLineOption& option : windowOptions()) {
        QJsonObject entry = optionEntry(option.names(), option.valueName(), option.description());
        entry[QStringLiteral("choices")] = QJsonArray::fromStringList(choicesOf(option.names().constFirst()));
        options.append(entry);
    }
    QJsonObject files = optionEntry({}, QStringLiteral("FILE"), filesHelp());
    files[QStringLiteral("names")] = QJsonArray{QStringLiteral("FILE")};
    files[QStringLiteral("several")] = true;
    files[QStringLiteral("files")] = QStringLiteral("file");
    const QJsonObject tree{{QStringLiteral("name"), QStringLiteral("polylogue")},
                           {QStringLiteral("about"), programDescription()},
                           {QStringLiteral("footer"), QString()},
                           {QStringLiteral("options"), options},
                           {QStringLiteral("arguments"), QJsonArray{files}},
                           {QStringLiteral("commands"), QJsonArray()}};
    return QJsonDocument(tree).toJson(QJsonDocument::Compact) + '\n';
}

}
