#pragma once

#include "engine/media/media_file.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QString>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace app {

/// Makes small pictures on a thread of its own: the filmstrip's of the open video first, then the library's.
class Thumbnailer : public QObject {
    Q_OBJECT
public:
    explicit Thumbnailer(QObject* parent = nullptr);
    ~Thumbnailer() override;

    /// The video of the filmstrip; earlier wishes are forgotten.
    void open(const QString& path, engine::TimeZero zero = engine::TimeZero::EarliestStream);
    /// Replaces the requests for the filmstrip.
    void want(const QList<double>& seconds, int height);
    /// A library entry and its media file.
    struct EntryWish {
        QString id;
        QString path;
    };
    /// Asks for one picture of each of these entries; replaces the requests for the library.
    void wantEntries(const QList<EntryWish>& entries);
    bool isIdle() const;

signals:
    void thumbnailReady(const QString& path, double seconds, const QImage& image);
    void entryReady(const QString& id, const QImage& image);

private:
    void work(const std::stop_token& stop);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    QString m_path;
    engine::TimeZero m_zero = engine::TimeZero::EarliestStream; ///< of the filmstrip
    QList<double> m_wanted;
    int m_height = 48;
    QList<EntryWish> m_entries;
    QString m_entryInWork; ///< id
    bool m_busy = false;
    std::jthread m_thread; // last: it uses all of the above
};

}
