#pragma once

#include <QObject>
#include <QString>

namespace app {

/// What a person may see and hear now. Everything, unless a pass of review hides a part of it. Each view asks
/// before it shows one of these; docks, commands and dialogs that are not known to be harmless are closed
/// while something is hidden (SightGuard).
struct Sight {
    bool labels = true; ///< of the video in sight: values, and what was made of them
    bool others = true; ///< what others answered about the segment in hand
    bool predictions = true; ///< of models for the video in sight, and what explains them
    bool dataset = true; ///< labels and predictions of other videos: lists, searches, plots, files, history
    bool words = true; ///< what is said
    bool texts = true; ///< of tiers without labels, such as descriptions
    bool picture = true;
    bool sound = true;

    bool isWhole() const { return *this == Sight(); }
    /// Whether labels, predictions or words are hidden; pictures and sound are parts of the video alone.
    bool hidesInsight() const { return !dataset || !labels || !predictions || !words; }
    friend bool operator==(const Sight&, const Sight&) = default;
};

/// The sight of a document. The review alone sets it; while clips are compared, insight is hidden besides.
class DocumentSight : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const Sight& now() const { return m_now; }
    void set(const Sight& sight);
    enum class Compared { Nothing, Clips, Texts };
    /// Hides labels, predictions and what others said, whatever was set; while texts are compared, the tiers
    /// that they may come from, too.
    void setCompared(Compared compared);

    /// The sentence that stands in the place of what is hidden.
    static QString whyHidden();

signals:
    void changed();

private:
    void show();

    Sight m_set;
    Compared m_compared = Compared::Nothing;
    Sight m_now;
};

}
