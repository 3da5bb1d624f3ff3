#include "core/sample/pdffile.h"

#include <array>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

constexpr int pageWidth = 595;
constexpr int pageHeight = 842;
constexpr int margin = 64;
constexpr int textWidth = pageWidth - 2 * margin;
constexpr int bottom = 72;

/// Advance widths of Helvetica for U+0020..U+007E in thousandths of the size: what the reader of the file
/// will use.
constexpr std::array<short, 95> helveticaWidths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};

struct Style
{
    QByteArray font;
    int size = 10;
    int leading = 14;
};

const Style body{"F1", 10, 14};
const Style bold{"F2", 9, 13};
const Style small{"F1", 9, 13};
const Style heading{"F2", 12, 18};
const Style title1{"F2", 17, 24};

int widthOf(QStringView text, int size)
{
    int thousandths = 0;
    for (const QChar character : text) {
        const auto index = character.unicode() - 0x20;
        thousandths +=
            index >= 0 && index < int(helveticaWidths.size()) ? helveticaWidths[size_t(index)] : 611;
    }
    return thousandths * size / 1000;
}

/// Lines no wider than `width`; a word that is wider alone is broken.
QStringList wrapped(const QString &text, int size, int width)
{
    QStringList lines;
    QString line;
    for (auto word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && widthOf(QString(line + u' ' + word), size) > width) {
            lines << line;
            line.clear();
        }
        while (line.isEmpty() && widthOf(word, size) > width) {
            auto fitting = word.size() - 1;
            while (fitting > 1 && widthOf(word.left(fitting), size) > width)
                --fitting;
            lines << word.left(fitting);
            word = word.mid(fitting);
        }
        line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    return lines << line;
}

QByteArray literal(const QString &text)
{
    return QByteArray("(" + text.toLatin1().replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)") +
                      ")");
}

/// Sets lines from the top of a page to its bottom and then on the next.
class Composer
{
public:
    void paragraph(const QString &text, const Style &style, int indent = 0)
    {
        const auto lines = wrapped(text, style.size, textWidth - indent);
        for (const auto &line : lines) {
            room(style.leading);
            show(line, style, margin + indent);
        }
        m_y -= style.leading / 2;
    }

    void bullet(const QString &text)
    {
        room(body.leading);
        m_pages.last() += "BT /F1 10 Tf " + QByteArray::number(margin + 4) + ' ' +
                          QByteArray::number(m_y - body.leading) + " Td (\\225) Tj ET\n";
        paragraph(text, body, 16);
    }

    void row(const QStringList &cells, const Style &style)
    {
        const int columnWidth = textWidth / int(cells.size());
        QList<QStringList> columns;
        qsizetype height = 0;
        for (const auto &cell : cells) {
            columns << wrapped(cell, style.size, columnWidth - 8);
            height = qMax(height, columns.last().size());
        }
        room(int(height) * style.leading + 6);
        const int top = m_y;
        for (qsizetype column = 0; column < columns.size(); ++column) {
            m_y = top;
            for (const auto &line : columns[column])
                show(line, style, margin + int(column) * columnWidth);
        }
        m_y = top - int(height) * style.leading - 6;
        m_pages.last() += "0.7 G 0.5 w " + QByteArray::number(margin) + ' ' + QByteArray::number(m_y) +
                          " m " + QByteArray::number(margin + textWidth) + ' ' + QByteArray::number(m_y) +
                          " l S\n";
    }

    void gap(int points) { m_y -= points; }

    [[nodiscard]] const QByteArrayList &pages() const { return m_pages; }

private:
    void room(int height)
    {
        if (m_y - height >= bottom)
            return;
        m_pages << QByteArray();
        m_y = pageHeight - margin;
    }

    void show(const QString &line, const Style &style, int x)
    {
        m_y -= style.leading;
        m_pages.last() += "BT /" + style.font + ' ' + QByteArray::number(style.size) + " Tf " +
                          QByteArray::number(x) + ' ' + QByteArray::number(m_y) + " Td " + literal(line) +
                          " Tj ET\n";
    }

    QByteArrayList m_pages{QByteArray()};
    int m_y = pageHeight - margin;
};

void compose(Composer &composer, const QStringList &paragraphs)
{
    bool inTable = false;
    for (const auto &paragraph : paragraphs) {
        const bool isRow = paragraph.startsWith(u'|');
        if (inTable && !isRow)
            composer.gap(8);
        if (isRow) {
            auto cells = paragraph.split(u'|');
            cells.removeFirst();
            cells.removeLast();
            composer.row(cells, inTable ? small : bold);
        } else if (paragraph.startsWith("# "_L1)) {
            composer.gap(6);
            composer.paragraph(paragraph.mid(2), heading);
        } else if (paragraph.startsWith("- "_L1)) {
            composer.bullet(paragraph.mid(2));
        } else {
            composer.paragraph(paragraph, body);
        }
        inTable = isRow;
    }
}

QByteArray footer(const QString &title, qsizetype page, qsizetype pages)
{
    const auto number = u"Page %1 of %2"_s.arg(page).arg(pages);
    const int right = pageWidth - margin - widthOf(number, 8);
    return "BT /F1 8 Tf 0.4 g " + QByteArray::number(margin) + " 40 Td " + literal(title) + " Tj ET\n" +
           "BT /F1 8 Tf " + QByteArray::number(right) + " 40 Td " + literal(number) + " Tj 0 g ET\n";
}

/// The objects, numbered from 1, with the table that says where each begins.
QByteArray assembled(const QByteArrayList &objects)
{
    QByteArray file = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype number = 1; number <= objects.size(); ++number) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(number) + " 0 obj\n" + objects[number - 1] + "\nendobj\n";
    }
    const auto count = QByteArray::number(objects.size() + 1);
    const auto start = QByteArray::number(file.size());
    return file + "xref\n0 " + count + '\n' + table + "trailer\n<< /Size " + count +
           " /Root 1 0 R /Info 5 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

}

QByteArray pdfOf(const QString &title, const QStringList &paragraphs)
{
    Composer composer;
    composer.paragraph(title, title1);
    composer.gap(6);
    compose(composer, paragraphs);

    constexpr qsizetype firstPage = 6;
    const auto &pages = composer.pages();
    QByteArray kids;
    for (qsizetype page = 0; page < pages.size(); ++page)
        kids += QByteArray::number(firstPage + 2 * page) + " 0 R ";
    const QByteArray font = "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /Helvetica";
    QByteArrayList objects{"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
                           "<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(pages.size()) +
                               " >>",
                           font + " >>", font + "-Bold >>", "<< /Title " + literal(title) + " >>"};
    for (qsizetype page = 0; page < pages.size(); ++page) {
        const auto content = pages[page] + footer(title, page + 1, pages.size());
        objects << "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + QByteArray::number(pageWidth) + ' ' +
                       QByteArray::number(pageHeight) +
                       "] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents " +
                       QByteArray::number(firstPage + 2 * page + 1) + " 0 R >>";
        objects << "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content +
                       "endstream";
    }
    return assembled(objects);
}

}
