#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace engine {

/// `text` with each NUL byte written as `\x00`, as terminalText() writes it: what() of an exception is a C
/// string and would end at the first NUL.
std::string withoutNul(std::string text);

/// A failure the user must hear about: `what()` is a sentence with file and place, `code()` is stable for
/// machines.
class Error : public std::runtime_error {
public:
    Error(std::string code, std::string message)
        : std::runtime_error(withoutNul(std::move(message)))
        , m_code(std::move(code))
    {
    }
    const std::string& code() const { return m_code; }

private:
    std::string m_code;
};

/// A file or stream could not be read or written.
class IoError : public Error {
public:
    IoError(std::string code, const std::string& path, const std::string& what)
        : Error(std::move(code), path + ": " + what)
    {
    }
};

/// A file was read, but is not what it should be.
class FormatError : public Error {
public:
    FormatError(std::string code, const std::string& path, const std::string& what)
        : Error(std::move(code), path + ": " + what)
    {
    }
};

/// Arrays that belong together differ in their shapes.
class ShapeError : public Error {
public:
    ShapeError(std::string code, const std::string& what) : Error(std::move(code), what) { }
};

/// The user stopped the work.
class Cancelled : public Error {
public:
    Cancelled() : Error("cancelled", "The work was stopped.") { }
};

}
