#include "app/diagnosis/diagnosis.h"

#include "app/crashes/crash_notes.h"
#include "app/diagnosis/redaction.h"
#include "engine/core/installation.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QScreen>
#include <QSettings>
#include <QSysInfo>
#include <QThread>

#include <array>
#include <set>

namespace app {

namespace {

namespace fs = std::filesystem;
using Subject = DiagnosisChapter::Subject;

constexpr int kLookMs = 100; // how often a program is looked at
constexpr int kLongestLooks = 100;
constexpr std::array kPrograms{"polylogue-cli", "polylogue-media", "polylogue-models", "polylogue-extract"};

QString fromFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// `model name : …` of a file of `/proc`. Empty: it has no such line.
QString field(const QString& text, const QString& name)
{
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (line.startsWith(name))
            return line.section(QLatin1Char(':'), 1).simplified();
    }
    return {};
}

/// What a program prints; empty where it cannot be started, ends with an error or does not answer.
QString answerOf(const fs::path& program, const QStringList& arguments, const std::stop_token& stop,
                 bool needsSuccess = true)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QString::fromStdString(program.string()), arguments, QIODevice::ReadOnly);
    for (int look = 0; look < kLongestLooks && !stop.stop_requested(); ++look) {
        if (process.waitForFinished(kLookMs) || process.state() == QProcess::NotRunning)
            break;
    }
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    if (process.exitStatus() != QProcess::NormalExit || (needsSuccess && process.exitCode() != 0))
        return {};
    return QString::fromUtf8(process.readAll()).trimmed();
}

QString aboutSystem()
{
    const QString processor = fromFile(QStringLiteral("/proc/cpuinfo"));
    const QString memory = fromFile(QStringLiteral("/proc/meminfo"));
    const QString status = fromFile(QStringLiteral("/proc/self/status"));
    return QStringList{
        QStringLiteral("distribution: ") + QSysInfo::prettyProductName(),
        QStringLiteral("kernel: %1 %2, %3")
            .arg(QSysInfo::kernelType(), QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture()),
        QStringLiteral("processor: %1, %2 at work")
            .arg(field(processor, QStringLiteral("model name")))
            .arg(QThread::idealThreadCount()),
        QStringLiteral("memory: %1, free %2")
            .arg(field(memory, QStringLiteral("MemTotal")), field(memory, QStringLiteral("MemAvailable"))),
        QStringLiteral("this program: %1, at most %2")
            .arg(field(status, QStringLiteral("VmRSS")), field(status, QStringLiteral("VmHWM"))),
    }
        .join(QLatin1Char('\n'));
}

/// Libraries that the window has loaded, with the versions of their files.
QString loadedLibraries()
{
    std::set<QString> names;
    for (const QString& line : fromFile(QStringLiteral("/proc/self/maps")).split(QLatin1Char('\n'))) {
        const QString name = line.section(QLatin1Char('/'), -1);
        if (line.contains(QLatin1Char('/')) && name.contains(QLatin1String(".so")))
            names.insert(name);
    }
    return QStringList(names.begin(), names.end()).join(QLatin1Char('\n'));
}

QString installed(const fs::path& folder, const std::stop_token& stop)
{
    const engine::Installation installation(folder);
    QStringList lines;
    for (const char* name : kPrograms) {
        std::error_code missing;
        const fs::path program = folder / name;
        if (!fs::exists(program, missing)) {
            lines << QStringLiteral("%1: missing").arg(QLatin1String(name));
            continue;
        }
        const QString version = answerOf(program, {QStringLiteral("--version")}, stop);
        lines << QStringLiteral("%1: %2").arg(QLatin1String(name),
                                              version.isEmpty() ? QStringLiteral("installed")
                                                                : version.section(QLatin1Char('\n'), 0, 0));
    }
    QStringList parts;
    std::error_code missing;
    for (const auto& item : fs::directory_iterator(installation.part("valence").parent_path(), missing))
        parts << QString::fromStdString(item.path().filename().string());
    parts.sort();
    const auto isThere = [](const fs::path& place) {
        return place.empty() ? QStringLiteral("missing") : QStringLiteral("installed");
    };
    lines << QStringLiteral("parts: ")
            + (parts.isEmpty() ? QStringLiteral("none") : parts.join(QStringLiteral(", ")))
          << QStringLiteral("demo: ") + isThere(installation.demo())
          << QStringLiteral("lists of datasets: ") + isThere(installation.datasets())
          << QStringLiteral("speech: ") + isThere(installation.speech());
    return lines.join(QLatin1Char('\n'));
}

/// Values of these are words of the program; of all others it is said only that they are set.
bool tellsNothing(const QString& key)
{
    static const std::set<QString> known{QStringLiteral("theme"),
                                         QStringLiteral("language"),
                                         QStringLiteral("window/scale"),
                                         QStringLiteral("window/preset"),
                                         QStringLiteral("library/order"),
                                         QStringLiteral("keys/preset"),
                                         QStringLiteral("export/kind"),
                                         QStringLiteral("player/volume"),
                                         QStringLiteral("player/subtitles"),
                                         QStringLiteral("player/faces"),
                                         QStringLiteral("files/trusted"),
                                         QStringLiteral("projects/folders"),
                                         QStringLiteral("tour/seen"),
                                         QStringLiteral("reactionDelay"),
                                         QStringLiteral("training/at-closing"),
                                         QStringLiteral("extraction/landmark-note-seen")};
    return known.contains(key) || key.startsWith(QLatin1String("window/full-panel-"));
}

QString shownValue(const QString& key, const QVariant& value)
{
    if (value.typeId() == QMetaType::QStringList)
        return QStringLiteral("%1 entries").arg(value.toStringList().size());
    if (value.typeId() == QMetaType::QByteArray)
        return QStringLiteral("%1 bytes").arg(value.toByteArray().size());
    if (value.toString().isEmpty())
        return QStringLiteral("empty");
    if (value.toString().contains(QLatin1Char('/')))
        return QStringLiteral("…/NAME");
    return tellsNothing(key) ? value.toString() : QStringLiteral("set");
}

const char* titleOf(Subject subject)
{
    switch (subject) {
    case Subject::Program:
        return "Program";
    case Subject::System:
        return "System";
    case Subject::Screen:
        return "Screen";
    case Subject::Programs:
        return "Programs and parts";
    case Subject::Libraries:
        return "Libraries";
    case Subject::Confinement:
        return "Confinement";
    case Subject::Settings:
        return "Settings";
    case Subject::Messages:
        return "Messages";
    case Subject::Crashes:
        return "Crash notes";
    }
    return "";
}

}

QString aboutProgram()
{
    return QStringLiteral("%1 %2, %3, %4\nQt %5, built with %6\n%7, %8 %9")
        .arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion(),
#ifdef NDEBUG
             QStringLiteral("release"),
#else
             QStringLiteral("debug"),
#endif
             QStringLiteral("compiler " __VERSION__), QString::fromLatin1(qVersion()),
             QStringLiteral(QT_VERSION_STR), QSysInfo::prettyProductName(), QSysInfo::kernelType(),
             QSysInfo::kernelVersion());
}

DiagnosisOfWindow lookAtWindow()
{
    DiagnosisOfWindow window;
    window.screen << QStringLiteral("platform: ") + QGuiApplication::platformName();
    for (const QScreen* screen : QGuiApplication::screens())
        window.screen << QStringLiteral("screen: %1×%2, scale %3, %4 dpi, %5 Hz")
                             .arg(screen->size().width())
                             .arg(screen->size().height())
                             .arg(screen->devicePixelRatio())
                             .arg(qRound(screen->logicalDotsPerInch()))
                             .arg(qRound(screen->refreshRate()));
    for (const char* variable : {"XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "QT_SCALE_FACTOR", "LANG"}) {
        if (qEnvironmentVariableIsSet(variable))
            window.screen << QStringLiteral("%1: %2").arg(QLatin1String(variable),
                                                          qEnvironmentVariable(variable));
    }
    const QSettings settings;
    for (const QString& key : settings.allKeys())
        window.settings << QStringLiteral("%1: %2").arg(key, shownValue(key, settings.value(key)));
    window.programs = engine::Installation::ofThisProgram().folder();
    window.crashes = CrashNotes::usualFolder();
    return window;
}

Diagnosis diagnosed(const DiagnosisOfWindow& window, const std::stop_token& stop)
{
    Diagnosis diagnosis;
    const auto add = [&](Subject subject, const QString& text, const char* whenEmpty) {
        diagnosis.push_back({subject, text.isEmpty() ? QLatin1String(whenEmpty) : text, text.isEmpty()});
    };
    const Redaction redaction(window.names);
    QStringList messages;
    for (const QString& message : window.messages)
        messages << redaction.of(message);
    const QChar line = QLatin1Char('\n');
    add(Subject::Program, aboutProgram(), "");
    add(Subject::System, aboutSystem(), "");
    add(Subject::Screen, window.screen.join(line), "");
    add(Subject::Programs, installed(window.programs, stop), "");
    add(Subject::Libraries, loadedLibraries(), "unknown");
    add(Subject::Confinement,
        answerOf(window.programs / "polylogue-media", {QStringLiteral("--confinement")}, stop, false),
        "polylogue-media does not answer");
    add(Subject::Settings, window.settings.join(line), "all as they were made");
    add(Subject::Messages, messages.join(line), "none in this session");
    add(Subject::Crashes, QString::fromStdString(CrashNotes(window.crashes).text()).trimmed(), "none");
    return diagnosis;
}

QString textOf(const Diagnosis& diagnosis)
{
    QString text;
    for (const DiagnosisChapter& chapter : diagnosis)
        text += QStringLiteral("== %1 ==\n%2\n\n").arg(QLatin1String(titleOf(chapter.subject)), chapter.text);
    return text;
}

}
