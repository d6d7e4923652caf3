#pragma once

#include <QApplication>
#include <QDialog>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QTimer>
#include <QUrl>

#include <filesystem>
#include <functional>
#include <utility>

/// Answers the next modal dialog that comes up: `answer` fills it in, then it is accepted.
class NextDialog {
public:
    explicit NextDialog(std::function<void(QDialog*)> answer)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this, answer = std::move(answer)] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (!dialog || std::exchange(m_wasThere, true))
                return;
            m_timer.stop();
            answer(dialog);
            dialog->accept();
        });
        m_timer.start(20);
    }
    bool wasThere() const { return m_wasThere; }

private:
    QTimer m_timer;
    bool m_wasThere = false;
};

/// Writes a folder into the dialog that asks for one.
inline std::function<void(QDialog*)> folderAnswer(const std::filesystem::path& folder)
{
    return [folder](QDialog* dialog) {
        dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))
            ->setText(QString::fromStdString(folder.string()));
    };
}

/// Drops files onto a window. @return  whether it takes them
inline bool dropFiles(QWidget& window, const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QDropEvent event({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
    return enter.isAccepted();
}
