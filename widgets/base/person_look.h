#pragma once

#include <QString>
#include <QStringList>

#include <cstddef>
#include <vector>

class QColor;
class QPainter;
class QRectF;

namespace widgets {

/// A participant of a conversation, as lanes, tables and plots show them.
struct PersonLook {
    QString name;
    int colour = 0; ///< number of Theme::trackColour()

    friend bool operator==(const PersonLook&, const PersonLook&) = default;
};

/// The colour of a participant that nobody gave one, by its place, from 0 on: rose and green first.
int usualPersonColour(std::size_t place);

/// What stands for each name in a small disc: as few letters of its beginning as tell it from the others, at
/// most 2; a number where these do not suffice or a name is empty.
QStringList initialsOf(const std::vector<PersonLook>& people);

/// Paints an initial in a disc. Pen, brush and font of the painter are left as they were.
void paintInitial(QPainter& painter, const QRectF& disc, const QString& initial, const QColor& colour);

}
