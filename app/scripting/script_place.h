#pragma once

#include <QByteArray>
#include <QString>

namespace app {

/// Where scripts find a window that listens: a socket, and beside the socket a file with the token that its
/// first message must name. Both lie in a folder that only the user may enter, `polylogue-scripts` in
/// `$XDG_RUNTIME_DIR`, or `polylogue-scripts-UID` among the temporary files; both go with this object.
class ScriptPlace {
public:
    /// Makes the folder and the token, and removes what windows left that ended without doing so.
    /// @throws IoError (`script_folder`) where the folder is not the user's alone; (`io`) where it cannot be
    ///         written.
    ScriptPlace();
    ~ScriptPlace();
    ScriptPlace(const ScriptPlace&) = delete;
    ScriptPlace& operator=(const ScriptPlace&) = delete;

    const QString& socket() const { return m_socket; } ///< `…/window-4711.sock`
    const QString& tokenFile() const { return m_tokenFile; } ///< `…/window-4711.token`
    const QByteArray& token() const { return m_token; } ///< 64 hexadecimal digits: 256 random bits

    /// Whether two tokens are the same; the time that the answer takes does not tell where they differ.
    static bool isSame(const QByteArray& one, const QByteArray& other);

private:
    QString m_socket;
    QString m_tokenFile;
    QByteArray m_token;
};

}
