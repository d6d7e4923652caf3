#pragma once

#include <QAbstractButton>

namespace widgets {

/// A large button with a drawing of what it gives, a title, a sentence and its key.
class WelcomeCard : public QAbstractButton {
    Q_OBJECT
public:
    enum class Drawing { Tracks, Files, Datasets };
    WelcomeCard(Drawing drawing, const QString& title, const QString& sentence, const QString& key,
                QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; ///< Up and Down belong to the page
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintDrawing(QPainter& painter, const QRect& area) const;
    void paintTracks(QPainter& painter, const QRect& area) const;
    void paintFiles(QPainter& painter, const QRect& area) const;
    void paintDatasets(QPainter& painter, const QRect& area) const;

    Drawing m_drawing;
    QString m_sentence;
    QString m_key;
};

}
