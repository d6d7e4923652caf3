#include "engine/media_child/media_template.h"

/// Of a program of tests that decodes in processes of their own: as the window has it, from before main() on.
static const engine::MediaTemplate mediaTemplateAtStart(PROGRAMS "/polylogue-media");
