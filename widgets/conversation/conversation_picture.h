#pragma once

#include "widgets/conversation/conversation_content.h"

#include <QRect>

class QFont;
class QPainter;

namespace widgets {

/// Paints what the panel shows, but the list of transitions, as dark text on white: for pictures on paper and
/// in files. Where the area is too small, all of it is painted smaller.
/// @param area  in units of the painter, whose font is taken
void paintConversation(QPainter& painter, const QRect& area, const ConversationContent& content);

/// The size of a picture in which all has room, in pixels of a font.
QSize conversationPictureSize(const ConversationContent& content, const QFont& font);

}
