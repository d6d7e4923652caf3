// The library that the precompiled headers of widgets and app belong to; it holds nothing.
