#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace widgets {

/// What a live session can begin with: cameras, the video in sight, a file.
class LiveSources : public QWidget {
    Q_OBJECT
public:
    struct Source {
        QString id; ///< comes back
        QString name;
        QString detail;

        friend bool operator==(const Source&, const Source&) = default;
    };

    explicit LiveSources(QWidget* parent = nullptr);

    /// @param cameras  empty: there is none, which is said
    /// @param video    the name of the video in sight; empty: there is none
    void setSources(const std::vector<Source>& cameras, const QString& video);
    void setProblem(const QString& problem); ///< why the last choice came to nothing

signals:
    void cameraWished(const QString& id);
    void videoWished();
    void fileWished();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void add(const QString& name, const QString& detail, const char* object,
             const std::function<void()>& work);

    QLabel* m_problem;
    QLabel* m_noCamera;
    QVBoxLayout* m_list;
};

}
