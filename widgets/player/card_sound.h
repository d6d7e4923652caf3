#pragma once

#include <QWidget>

class QSlider;
class QToolButton;

namespace widgets {

/// How loud one person is, to be put over a picture: a button that mutes, and a fader.
class CardSound : public QWidget {
    Q_OBJECT
public:
    explicit CardSound(QWidget* parent = nullptr);

    struct Content {
        std::size_t person = 0;
        std::size_t picture = 0; ///< over which of the pictures that are shown
        QString name;
        bool isNamed = false; ///< the name stands before the button: the picture shows several people
        double gain = 1.0; ///< 0…1
        bool isMuted = false;
        bool isHeard = true; ///< after all that is set for anybody
        friend bool operator==(const Content&, const Content&) = default;
    };
    void setContent(const Content& content); ///< never emits
    const Content& content() const { return m_content; }

signals:
    void gainEdited(double gain);
    void muteEdited(bool isMuted);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void showContent();

    Content m_content;
    QToolButton* m_mute;
    QSlider* m_fader;
};

}
