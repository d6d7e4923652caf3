#pragma once

#include "app/privacy/hide_wish.h"
#include "app/privacy/privacy_program.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace app {

/// *De-identify…*: whom to hide and how, what that is not, and afterwards what was found in the finished
/// files, with the pictures that a person looks at. The dialog does not block the window.
class DeidentifyDialog : public QDialog {
    Q_OBJECT
public:
    DeidentifyDialog(const std::vector<FilmedPerson>& people, int videos, QWidget* parent = nullptr);

    HideWish wish() const;
    void setFolder(const QString& folder);

    void showRunning(double fraction);
    void showFailure(const QString& sentence);
    void showResult(const PrivacyAnswer& answer, std::vector<LookPicture> pictures);
    void showOriginal(const QImage& picture); ///< of the picture in hand
    void showPair(const QImage& before, const QImage& after); ///< while it plays
    void showStill(); ///< nothing plays any more
    void showNoted(const QString& name);

signals:
    void hideWished();
    void stopWished();
    void folderWished();
    void pictureChosen(const app::LookPicture& picture);
    void lookNoted(const QString& name);
    void playWished(const app::LookPicture& picture); ///< what lies around it, before and after
    void silenceWished(); ///< what plays is to end

private:
    QWidget* choices(const std::vector<FilmedPerson>& people);
    QWidget* outcome();
    void showPicture();
    void playOrStop();
    const LookPicture* pictureInHand() const; ///< null: there is none
    void setRunning(bool isRunning);

    QListWidget* m_people;
    QComboBox* m_face;
    QCheckBox* m_points;
    QComboBox* m_voice;
    QPlainTextEdit* m_words;
    QLineEdit* m_folder;
    QPushButton* m_go = nullptr;
    QProgressBar* m_progress;
    QLabel* m_state;
    QWidget* m_choices = nullptr;
    QWidget* m_outcome = nullptr;
    QLabel* m_found;
    QListWidget* m_pictures;
    QLabel* m_before;
    QLabel* m_after;
    QPushButton* m_play = nullptr;
    bool m_plays = false;
    QLineEdit* m_looker;
    QPushButton* m_looked = nullptr;
    std::vector<LookPicture> m_looks;
    bool m_isRunning = false;
};

}
