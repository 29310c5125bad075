// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/orbits/element_sets.h"

#include "model/orbits/orbit_messages.h"

#include <QCoreApplication>

namespace bellweave {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ElementSets)
};

struct Line {
    int number;
    QString text;
};

/// Without comments, blank lines and blanks at the end.
std::vector<Line> linesOf(const QString& text)
{
    std::vector<Line> lines;
    int number = 0;
    for (QString line : text.split(u'\n')) {
        ++number;
        while (!line.isEmpty() && line.back().isSpace()) line.chop(1);
        if (!line.isEmpty() && !line.startsWith(u'#')) lines.push_back({number, std::move(line)});
    }
    return lines;
}

bool isLine(const Line& line, QChar number) { return line.text.size() > 20 && line.text[0] == number && line.text[1] == u' '; }

/// "0 NAME" or "NAME".
QString nameOf(const QString& line) { return (line.startsWith(u"0 ") ? line.sliced(2) : line).trimmed(); }

/// Reads sets one after the other; what does not belong to one is told with its line.
class TwoLineReader {
public:
    TwoLineReader(const QString& text, CheckDigits digits) : m_lines(linesOf(text)), m_digits(digits) {}

    ElementFile read()
    {
        while (m_at < m_lines.size()) readSet();
        return std::move(m_file);
    }

private:
    void readSet()
    {
        QString name;
        if (!isLine(m_lines[m_at], u'1') && !isLine(m_lines[m_at], u'2')) name = nameOf(m_lines[m_at++].text);
        if (m_at == m_lines.size()) return tell(m_lines.back(), Words::tr("“%1” stands for no satellite: its two lines are missing.").arg(name));
        if (isLine(m_lines[m_at], u'1') && m_at + 1 < m_lines.size() && isLine(m_lines[m_at + 1], u'2')) return readLines(name);
        const Line& line = m_lines[m_at];
        if (isLine(line, u'1')) tell(line, Words::tr("Line 2 of %1 is missing.").arg(name.isEmpty() ? Words::tr("the set") : name));
        else if (isLine(line, u'2')) tell(line, Words::tr("Line 2 of %1 stands without line 1 before it.").arg(name.isEmpty() ? Words::tr("a set") : name));
        else return tell(m_lines[m_at - 1], Words::tr("“%1” stands for no satellite: its two lines are missing.").arg(name));
        ++m_at;
        if (isLine(line, u'2') && m_at < m_lines.size() && isLine(m_lines[m_at], u'1')) ++m_at;    // exchanged
    }

    void readLines(const QString& name)
    {
        const Line& first = m_lines[m_at];
        Result<MeanElements> read = readTwoLines(first.text, m_lines[m_at + 1].text, m_digits);
        m_at += 2;
        if (!read) return tell(first, read.error().sentence);
        read.value().name = name.isEmpty() ? QString::number(read.value().catalogNumber) : name;
        m_file.satellites.push_back(std::move(read.value()));
    }

    void tell(const Line& line, const QString& sentence) { m_file.problems.push_back(Words::tr("Line %1: %2").arg(line.number).arg(sentence)); }

    std::vector<Line> m_lines;
    CheckDigits m_digits;
    std::size_t m_at = 0;
    ElementFile m_file;
};

} // namespace

Result<ElementFile> readElementSets(const QByteArray& bytes, CheckDigits digits)
{
    QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.sliced(3) : bytes;
    const QByteArray begin = text.left(4096).trimmed();
    if (begin.startsWith('[') || begin.startsWith('{')) return readOmmJson(text);
    if (begin.startsWith('<')) return readOmmXml(text);
    if (begin.startsWith("OBJECT_") || begin.left(begin.indexOf('\n')).contains("MEAN_MOTION")) return readOmmCsv(text);
    ElementFile file = TwoLineReader(QString::fromUtf8(text), digits).read();
    if (file.satellites.empty() && file.problems.empty())
        return Error{Error::Code::InvalidInput, Words::tr("There are no orbits in this text: two lines of 69 columns for each satellite, or an OMM as CSV, JSON or XML, are understood."), {}};
    return file;
}

} // namespace bellweave
