#pragma once

// Compiles a function once for each width of vectors; the loader takes the best version for the processor.
// The versions are named by levels of the instruction set, since names of processors (`arch=haswell`) would
// not match processors that are newer than the compiler.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif
