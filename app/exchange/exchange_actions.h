#pragma once

#include <QObject>

namespace engine {
struct ExchangedTiers;
}

namespace app {

class Actions;
class Session;
struct TierImport;

/// Annotation from and to files of other programs: by menu, and by dropping files onto the window.
class ExchangeActions : public QObject {
    Q_OBJECT
public:
    ExchangeActions(Session& session, const Actions& actions, QWidget* window);

    /// Whether a file is annotation of another program, and a video is open that it can belong to.
    bool takes(const QString& path) const;
    /// Reads a file in the background, then asks what is to become of it.
    void import(const QString& path);

signals:
    void message(const QString& text);

private:
    void askForFile();
    void take(const QString& file, const engine::ExchangedTiers& tiers, const TierImport& how);
    void exportTiers();

    Session& m_session;
    QWidget* m_window;
};

}
