#pragma once

#include "engine/sequences/timed_features.h"
#include "widgets/timeline/track.h"

#include <QFont>
#include <QHash>
#include <QStaticText>

namespace widgets {

/// Shows the texts of a sequence, such as phones, as a thin row of boxes. Nobody edits them.
class TextTrack : public Track {
    Q_OBJECT
public:
    /// @param texts  sorted by start; where intervals overlap, the later one begins at the earlier one's end
    TextTrack(QString title, engine::TimedText texts, QObject* parent = nullptr);

    QString title() const override { return m_title; }
    QString subtitle() const override;
    QColor colour(const Theme& theme) const override { return theme.language; }
    int minimumHeight() const override { return 24; }
    int stretch() const override { return 0; }
    void paint(TrackCanvas& canvas) const override;
    std::size_t partCount() const override { return m_texts.texts.size(); }
    Part part(std::size_t index) const override;
    std::optional<std::size_t> partAt(QPointF place, const TimeScale& scale) const override;

private:
    const QStaticText& laidOut(const QString& text, const QFont& font) const;

    QString m_title;
    engine::TimedText m_texts;
    mutable QHash<QString, QStaticText> m_laidOut; ///< each text once: there are few different phones
    mutable QFont m_font;
};

}
