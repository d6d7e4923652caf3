#include "app/scripting/script_place.h"

#include "engine/core/error.h"
#include "engine/core/unfinished.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app {

namespace {

constexpr mode_t kOthers = 077; ///< rights of whoever is not the owner

QString scriptFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return runtime.isEmpty() ? QStringLiteral("%1/polylogue-scripts-%2").arg(QDir::tempPath()).arg(getuid())
                             : runtime + QStringLiteral("/polylogue-scripts");
}

/// A folder that somebody else made, or may enter, would let them put a socket of their own in the place of
/// ours.
void makeOwnFolder(const QString& folder)
{
    const QByteArray path = QFile::encodeName(folder);
    if (mkdir(path.constData(), S_IRWXU) != 0 && errno != EEXIST)
        throw engine::IoError("io", path.toStdString(), std::strerror(errno));
    struct stat status = {};
    if (lstat(path.constData(), &status) != 0)
        throw engine::IoError("io", path.toStdString(), std::strerror(errno));
    if (!S_ISDIR(status.st_mode) || status.st_uid != getuid() || (status.st_mode & kOthers) != 0)
        throw engine::IoError(
            "script_folder", path.toStdString(),
            "must be a folder that belongs to you and that nobody else may enter (chmod 700)");
}

void removeLeftovers(const QString& folder)
{
    static const QRegularExpression ofWindow(QStringLiteral("^window-(\\d+)(-\\d+)?\\.(sock|token)$"));
    const QStringList found = QDir(folder).entryList(QDir::Files | QDir::System | QDir::Hidden);
    for (const QString& name : found) {
        const QRegularExpressionMatch match = ofWindow.match(name);
        if (match.hasMatch() && engine::hasEnded(match.captured(1).toInt()))
            QFile::remove(folder + QLatin1Char('/') + name);
    }
}

QByteArray newToken()
{
    std::array<char, 32> bytes{};
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw engine::IoError("io", "getrandom", "no random numbers for the token of scripts");
    return QByteArray(bytes.data(), bytes.size()).toHex();
}

void writeToken(const QString& file, const QByteArray& token)
{
    const QByteArray path = QFile::encodeName(file);
    unlink(path.constData());
    const int descriptor
        = open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const bool isWritten
        = descriptor >= 0 && write(descriptor, token.constData(), token.size()) == token.size();
    const int why = errno;
    if (descriptor >= 0)
        close(descriptor);
    if (!isWritten)
        throw engine::IoError("io", path.toStdString(), std::strerror(why));
}

}

ScriptPlace::ScriptPlace() : m_token(newToken())
{
    static std::atomic<int> count = 0;
    const QString folder = scriptFolder();
    makeOwnFolder(folder);
    removeLeftovers(folder);
    QString name = QStringLiteral("%1/window-%2").arg(folder).arg(getpid());
    if (const int before = count++; before > 0)
        name += QStringLiteral("-%1").arg(before + 1);
    m_socket = name + QStringLiteral(".sock");
    m_tokenFile = name + QStringLiteral(".token");
    writeToken(m_tokenFile, m_token);
}

ScriptPlace::~ScriptPlace()
{
    QFile::remove(m_socket);
    QFile::remove(m_tokenFile);
}

bool ScriptPlace::isSame(const QByteArray& one, const QByteArray& other)
{
    unsigned differs = one.size() == other.size() ? 0U : 1U;
    for (qsizetype i = 0; i < one.size(); ++i)
        differs |= static_cast<unsigned char>(one[i])
            ^ static_cast<unsigned char>(i < other.size() ? other[i] : 0);
    return differs == 0;
}

}
