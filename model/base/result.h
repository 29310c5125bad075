// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <utility>
#include <variant>

namespace bellweave {

/// What went wrong, for a person: a whole sentence, and where (file, line, JSON path, field) if there is a place.
struct Error {
    enum class Code { InvalidInput, Unreadable, NewerVersion, LimitExceeded, Locked, NotWritable, NotFound, Cancelled };
    Code code = Code::InvalidInput;
    QString sentence;
    QString where;

    /// "place: sentence", or the sentence alone.
    QString text() const { return where.isEmpty() ? sentence : where + QStringLiteral(": ") + sentence; }
    bool operator==(const Error&) const = default;
};

/// A value or an Error. Member names follow std::expected, which this compiler does not have yet.
template<typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}        // NOLINT(google-explicit-constructor)
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}    // NOLINT(google-explicit-constructor)

    bool has_value() const { return m_content.index() == 0; }
    explicit operator bool() const { return has_value(); }
    /// Precondition: has_value().
    const T& value() const& { return std::get<0>(m_content); }
    T& value() & { return std::get<0>(m_content); }
    T&& value() && { return std::get<0>(std::move(m_content)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::get<0>(std::move(m_content)); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }
    /// Precondition: !has_value().
    const Error& error() const { return std::get<1>(m_content); }
    T value_or(T fallback) const { return has_value() ? value() : std::move(fallback); }

private:
    std::variant<T, Error> m_content;
};

/// Success without a value, or an Error.
template<>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}    // NOLINT(google-explicit-constructor)
    bool has_value() const { return !m_error; }
    explicit operator bool() const { return has_value(); }
    const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace bellweave
