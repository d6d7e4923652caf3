#pragma once

#include "app/actions/command.h"
#include "app/window/bench.h"

namespace app {

class ExchangeActions;
class ExtractionActions;

CommandTable transcriptCommands();
/// The words: the tab *Transcript*, words on their sound, doubtful words.
void addTranscript(const Bench& bench, ExtractionActions& extraction, ExchangeActions& exchange);

}
