// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/orbits/orbit_messages.h"

#include "model/format/csv_cells.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QXmlStreamReader>
#include <cmath>
#include <numbers>

namespace bellweave {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

class Words {
    Q_DECLARE_TR_FUNCTIONS(OrbitMessages)
};

using Keywords = QHash<QString, QString>;

/// Values of one message by their keywords; the first that is missing or wrong is kept.
class Message {
public:
    explicit Message(const Keywords& keywords) : m_keywords(keywords) {}

    double number(const char* key, double low, double high)
    {
        const QString text = m_keywords.value(QLatin1String(key)).trimmed();
        bool isNumber = false;
        const double value = text.toDouble(&isNumber);
        if (!isNumber || !(value >= low && value <= high)) fail(Words::tr("%1 is “%2”, not a number from %3 to %4.").arg(QLatin1String(key), text).arg(low).arg(high));
        return value;
    }
    JulianDate epoch()
    {
        const auto moment = readMoment(m_keywords.value(QStringLiteral("EPOCH")).trimmed());
        if (!moment) fail(moment.error().sentence);
        return moment ? moment.value() : JulianDate();
    }
    void expect(const char* key, const char* word)
    {
        const QString text = m_keywords.value(QLatin1String(key), QLatin1String(word)).trimmed();
        if (!text.startsWith(QLatin1String(word))) fail(Words::tr("%1 is %2; %3 is understood.").arg(QLatin1String(key), text, QLatin1String(word)));
    }
    const QString& problem() const { return m_problem; }

private:
    void fail(const QString& sentence)
    {
        if (m_problem.isEmpty()) m_problem = sentence;
    }

    const Keywords& m_keywords;
    QString m_problem;
};

void add(ElementFile& file, const Keywords& keywords)
{
    constexpr double kFullTurn = 360.0, kMost = 1e6;
    Message message(keywords);
    MeanElements made;
    message.expect("REF_FRAME", "TEME");
    message.expect("TIME_SYSTEM", "UTC");
    message.expect("MEAN_ELEMENT_THEORY", "SGP");
    made.epoch = message.epoch();
    made.meanMotion = message.number("MEAN_MOTION", 1e-6, 18.0) * 2.0 * std::numbers::pi / 1440.0;
    made.eccentricity = message.number("ECCENTRICITY", 0.0, 0.9999999);
    made.inclination = message.number("INCLINATION", 0.0, 180.0) * kDegree;
    made.node = message.number("RA_OF_ASC_NODE", -kFullTurn, kFullTurn) * kDegree;
    made.perigee = message.number("ARG_OF_PERICENTER", -kFullTurn, kFullTurn) * kDegree;
    made.meanAnomaly = message.number("MEAN_ANOMALY", -kFullTurn, kFullTurn) * kDegree;
    made.drag = message.number("BSTAR", -kMost, kMost);
    made.catalogNumber = static_cast<int>(message.number("NORAD_CAT_ID", 0.0, 999'999'999.0));
    made.name = keywords.value(QStringLiteral("OBJECT_NAME")).trimmed();
    if (made.name.isEmpty()) made.name = QString::number(made.catalogNumber);
    if (message.problem().isEmpty()) file.satellites.push_back(std::move(made));
    else file.problems.push_back(Words::tr("%1: %2", "satellite, sentence").arg(made.name, message.problem()));
}

} // namespace

Result<ElementFile> readOmmCsv(const QByteArray& text)
{
    const QStringList lines = QString::fromUtf8(text).remove(u'\r').split(u'\n', Qt::SkipEmptyParts);
    const QStringList heads = csvCells(lines.front());
    ElementFile file;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList cells = csvCells(lines[i]);
        if (cells.size() != heads.size()) {
            file.problems.push_back(Words::tr("Line %1 has %2 cells where the first one names %3.").arg(i + 1).arg(cells.size()).arg(heads.size()));
            continue;
        }
        Keywords keywords;
        for (qsizetype cell = 0; cell < cells.size(); ++cell) keywords[heads[cell].trimmed()] = cells[cell];
        add(file, keywords);
    }
    return file;
}

Result<ElementFile> readOmmJson(const QByteArray& text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (document.isNull()) return Error{Error::Code::InvalidInput, Words::tr("This is no JSON: %1 at byte %2.").arg(error.errorString()).arg(error.offset), {}};
    const QJsonArray rows = document.isArray() ? document.array() : QJsonArray{document.object()};
    ElementFile file;
    for (const QJsonValue& row : rows) {
        Keywords keywords;
        const QJsonObject object = row.toObject();
        for (auto cell = object.begin(); cell != object.end(); ++cell) keywords[cell.key()] = cell->isString() ? cell->toString() : QString::number(cell->toDouble(), 'g', 17);
        add(file, keywords);
    }
    return file;
}

Result<ElementFile> readOmmXml(const QByteArray& text)
{
    QXmlStreamReader xml(text);
    ElementFile file;
    Keywords keywords;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"segment") keywords.clear();
        else if (xml.isStartElement() && xml.name().toString() == xml.name().toString().toUpper()) {
            const QString key = xml.name().toString();
            keywords[key] = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        } else if (xml.isEndElement() && xml.name() == u"segment") add(file, keywords);
    }
    if (xml.hasError()) return Error{Error::Code::InvalidInput, Words::tr("This is no XML: %1 in line %2.").arg(xml.errorString()).arg(xml.lineNumber()), {}};
    return file;
}

} // namespace bellweave
