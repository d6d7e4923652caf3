#pragma once

// A version of a function for each width of vectors; the loader takes the best that the processor has. By
// levels of the instruction set, for processors by name (`arch=haswell`) leave out those that are newer than
// the compiler.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif
