// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/unit_spellings.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace bellweave {
namespace {

constexpr qsizetype kLongestText = 400;
constexpr int kDeepest = 50;
constexpr QStringView kRaisedDigits = u"⁰¹²³⁴⁵⁶⁷⁸⁹";

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool isMark(QChar c) { return c == u'.' || c == u','; }
bool isMinus(QChar c) { return c == u'-' || c == u'\u2212'; }

/// A piece of the text: a number, a unit (its factor is the value), or the character of an operator.
struct Token {
    enum class Kind { Number, Unit, Sign };
    Kind kind = Kind::Sign;
    double value = 0.0;
    char sign = ' ';
};

/// Cuts the text into tokens. A problem is a whole sentence; empty while there is none.
class Lexer {
public:
    Lexer(QStringView text, const std::vector<UnitSpelling>& spellings) : m_text(text), m_spellings(spellings) {}

    std::vector<Token> tokens()
    {
        std::vector<Token> result;
        for (skipSpaces(); m_at < m_text.size() && m_problem.isEmpty(); skipSpaces()) result.push_back(next(result));
        return result;
    }
    const QString& problem() const { return m_problem; }

private:
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    void skipSpaces() { while (peek().isSpace()) ++m_at; }

    Token next(const std::vector<Token>& before)
    {
        const bool afterFactor = !before.empty() && (before.back().kind == Token::Kind::Number || before.back().sign == ')');
        if (afterFactor)
            if (const auto unit = takeUnit()) return {Token::Kind::Unit, unit->factor, ' '};
        if (isDigit(peek()) || (isMark(peek()) && isDigit(peek(1)))) return {Token::Kind::Number, takeNumber(), ' '};
        return {Token::Kind::Sign, 0.0, takeSign()};
    }

    char takeSign()
    {
        const QChar c = peek();
        ++m_at;
        if (isMinus(c)) return '-';
        if (c == u'×' || c == u'·' || c == u'⋅') return '*';
        if (c == u'÷') return '/';
        if (QStringView(u"+*/()").contains(c)) return static_cast<char>(c.unicode());
        --m_at;
        m_problem = unknownWord();
        return ' ';
    }

    QString unknownWord() const
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && !m_text[end].isSpace() && !isDigit(m_text[end])) ++end;
        return QCoreApplication::translate("Units", "“%1” is not understood.").arg(m_text.mid(m_at, end - m_at).left(20));
    }

    const UnitSpelling* takeUnit()
    {
        const UnitSpelling* best = nullptr;
        qsizetype longest = 0;
        for (const UnitSpelling& unit : m_spellings) {
            const qsizetype length = matchLength(unit.symbol);
            if (length <= longest) continue;
            best = &unit;
            longest = length;
        }
        m_at += longest;
        return best;
    }

    /// How many characters the symbol takes here, 0 when it does not stand here or a word goes on behind it.
    qsizetype matchLength(QStringView symbol) const
    {
        qsizetype at = m_at;
        for (const QChar c : symbol) {
            if (c == u' ') {
                const qsizetype start = at;
                while (at < m_text.size() && (m_text[at].isSpace() || m_text[at] == u'·' || m_text[at] == u'⋅')) ++at;
                if (at == start) return 0;
                continue;
            }
            if (at >= m_text.size() || m_text[at] != c) return 0;
            ++at;
        }
        const bool goesOn = at < m_text.size() && !symbol.isEmpty() && symbol.back().isLetter()
                            && m_text[at].isLetterOrNumber();
        return goesOn ? 0 : at - m_at;
    }

    double takeNumber()
    {
        std::string digits = takeWhole();
        if (isMark(peek())) {
            ++m_at;
            digits += '.';
            takeDigits(digits);
            if (isMark(peek()) && isDigit(peek(1))) return fail(QCoreApplication::translate(
                "Units", "Two decimal marks are ambiguous; group thousands with spaces."));
        }
        takeExponent(digits);
        const double value = converted(digits);
        return m_problem.isEmpty() ? value * takeRaisedPower(value) : 0.0;
    }

    double fail(const QString& problem)
    {
        m_problem = problem;
        return 0.0;
    }

    void takeDigits(std::string& digits)
    {
        for (; isDigit(peek()); ++m_at) digits += static_cast<char>(peek().unicode());
    }

    /// The digits before the decimal mark; single spaces may part groups of three.
    std::string takeWhole()
    {
        std::string digits;
        takeDigits(digits);
        bool groups = !digits.empty() && digits.size() <= 3;
        while (groups && peek().isSpace() && isDigit(peek(1)) && isDigit(peek(2)) && isDigit(peek(3)) && !isDigit(peek(4))) {
            ++m_at;
            takeDigits(digits);
        }
        return digits;
    }

    void takeExponent(std::string& digits)
    {
        if (peek() != u'e' && peek() != u'E') return;
        const bool sign = isMinus(peek(1)) || peek(1) == u'+';
        if (!isDigit(peek(sign ? 2 : 1))) return;
        digits += isMinus(peek(1)) ? "e-" : "e";
        m_at += sign ? 2 : 1;
        takeDigits(digits);
    }

    double converted(const std::string& digits)
    {
        double value = 0.0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error == std::errc() && end == digits.data() + digits.size()) return value;
        return fail(QCoreApplication::translate("Units", "“%1” is outside the numbers this program can hold.")
                        .arg(QString::fromStdString(digits).left(20)));
    }

    /// What a raised power behind a number multiplies it with: 10⁻⁹ is 10 times 10⁻¹⁰.
    double takeRaisedPower(double base)
    {
        const bool negative = peek() == u'⁻';
        if (negative && !kRaisedDigits.contains(peek(1))) return 1.0;
        if (negative) ++m_at;
        if (!kRaisedDigits.contains(peek())) return 1.0;
        int power = 0;
        for (; m_at < m_text.size() && kRaisedDigits.contains(peek()); ++m_at)
            power = std::min(9999, 10 * power + static_cast<int>(kRaisedDigits.indexOf(peek())));
        return std::pow(base, (negative ? -power : power) - 1);
    }

    QStringView m_text;
    const std::vector<UnitSpelling>& m_spellings;
    qsizetype m_at = 0;
    QString m_problem;
};

/// A value on the way and how often the unit is in it: "2 km" has it once, "118" and "6 km / 2 km" not at all.
struct Term {
    double value = 0.0;
    int power = 0;
};

/// Sums, products and parentheses by recursive descent; after a problem everything returns at once.
class Parser {
public:
    Parser(const std::vector<Token>& tokens, bool unitIsNumber) : m_tokens(tokens), m_unitPower(unitIsNumber ? 0 : 1) {}

    Term whole()
    {
        const Term result = sum(0);
        if (m_problem.isEmpty() && m_at < m_tokens.size()) failHere();
        return result;
    }
    const QString& problem() const { return m_problem; }

private:
    bool takes(char sign)
    {
        if (!m_problem.isEmpty() || m_at >= m_tokens.size() || m_tokens[m_at].sign != sign) return false;
        ++m_at;
        return true;
    }
    bool standsAt(Token::Kind kind) const { return m_at < m_tokens.size() && m_tokens[m_at].kind == kind; }

    void fail(const QString& problem) { if (m_problem.isEmpty()) m_problem = problem; }
    void failHere()
    {
        fail(m_at >= m_tokens.size() ? QCoreApplication::translate("Units", "The end of the expression is missing.")
                                     : QCoreApplication::translate("Units", "The parts of the expression do not fit together."));
    }

    Term sum(int depth)
    {
        Term result = product(depth);
        for (;;) {
            const bool minus = takes('-');
            if (!minus && !takes('+')) return result;
            const Term other = product(depth);
            if (other.power != result.power)
                fail(QCoreApplication::translate("Units", "A number with a unit and one without cannot be added."));
            result.value += minus ? -other.value : other.value;
        }
    }

    Term product(int depth)
    {
        Term result = factor(depth);
        for (;;) {
            const bool over = takes('/');
            if (!over && !takes('*')) return result;
            const Term other = factor(depth);
            if (over && other.value == 0.0) fail(QCoreApplication::translate("Units", "It divides by zero."));
            result.value = over ? result.value / other.value : result.value * other.value;
            result.power += over ? -other.power : other.power;
        }
    }

    Term factor(int depth)
    {
        if (depth > kDeepest) fail(QCoreApplication::translate("Units", "It has too many parentheses or signs."));
        if (takes('+')) return factor(depth + 1);
        if (takes('-')) {
            const Term term = factor(depth + 1);
            return {-term.value, term.power};
        }
        return withUnit(primary(depth));
    }

    Term primary(int depth)
    {
        if (m_problem.isEmpty() && standsAt(Token::Kind::Number)) return {m_tokens[m_at++].value, 0};
        if (!takes('(')) {
            failHere();
            return {};
        }
        const Term inner = sum(depth + 1);
        if (!takes(')')) fail(QCoreApplication::translate("Units", "A closing parenthesis is missing."));
        return inner;
    }

    Term withUnit(Term term)
    {
        if (!m_problem.isEmpty() || !standsAt(Token::Kind::Unit)) return term;
        return {term.value * m_tokens[m_at++].value, term.power + m_unitPower};
    }

    const std::vector<Token>& m_tokens;
    std::size_t m_at = 0;
    int m_unitPower = 1;
    QString m_problem;
};

/// "100 + 18 km" means 118 km: a single unit at the very end belongs to the whole expression.
double takeUnitOfAll(std::vector<Token>& tokens)
{
    const auto units = std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == Token::Kind::Unit; });
    if (units != 1 || tokens.back().kind != Token::Kind::Unit) return 1.0;
    const double factor = tokens.back().value;
    tokens.pop_back();
    return factor;
}

QString accepted(Dimension dimension)
{
    QStringList symbols;
    for (const UnitSpelling& unit : spellingsOf(dimension))
        if (!unit.alias && !unit.symbol.isEmpty()) symbols << unit.symbol;
    if (dimension == Dimension::Count) return QCoreApplication::translate("Units", "Enter a whole number such as 4.");
    if (dimension == Dimension::Number) return QCoreApplication::translate("Units", "Enter a number such as 0.5 or 3e-3.");
    if (dimension == Dimension::Fraction) return QCoreApplication::translate("Units", "Enter a number such as 0.85 or 85 %.");
    return QCoreApplication::translate("Units", "Enter a number with one of these units: %1. Without a unit it is in %2.")
        .arg(symbols.join(QStringLiteral(", ")), spellingsOf(dimension).front().symbol);
}

Error refusal(const QString& text, const QString& problem, Dimension dimension)
{
    const QString quoted = text.size() > 40 ? text.left(39) + QStringLiteral("…") : text;
    return {Error::Code::InvalidInput,
            QCoreApplication::translate("Units", "“%1” cannot be read. %2 %3").arg(quoted, problem, accepted(dimension)), {}};
}

std::optional<QString> problemOf(const Term& term, Dimension dimension)
{
    if (!std::isfinite(term.value)) return QCoreApplication::translate("Units", "The result is too large.");
    if (term.power < 0 || term.power > 1)
        return QCoreApplication::translate("Units", "The units multiply or divide into another kind of quantity.");
    if (dimension == Dimension::Count && term.value != std::floor(term.value))
        return QCoreApplication::translate("Units", "It is not a whole number.");
    return std::nullopt;
}

} // namespace

Result<double> parseQuantity(const QString& text, Dimension dimension)
{
    if (text.trimmed().isEmpty()) return Error{Error::Code::InvalidInput, accepted(dimension), {}};
    if (text.size() > kLongestText)
        return refusal(text, QCoreApplication::translate("Units", "The text is longer than %1 characters.").arg(kLongestText), dimension);

    const QString normalized = QString(text).replace(u'\u03BC', u'\u00B5');   // Greek mu is typed for the micro sign
    Lexer lexer(normalized, spellingsOf(dimension));
    std::vector<Token> tokens = lexer.tokens();
    if (!lexer.problem().isEmpty()) return refusal(text, lexer.problem(), dimension);

    const bool unitIsNumber = dimension == Dimension::Fraction;   // 1 - 2 % is 0.98, not -1 %
    const double unitOfAll = unitIsNumber ? 1.0 : takeUnitOfAll(tokens);
    Parser parser(tokens, unitIsNumber);
    Term result = parser.whole();
    if (!parser.problem().isEmpty()) return refusal(text, parser.problem(), dimension);
    result.value *= unitOfAll;
    if (const auto problem = problemOf(result, dimension)) return refusal(text, *problem, dimension);
    return result.value;
}

} // namespace bellweave
