#include "core/sample/pngchart.h"

#include "core/sample/pixelfont.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace plimsoll {

namespace {

constexpr int width = 720;
constexpr int height = 360;
constexpr int left = 56;
constexpr int right = width - 16;
constexpr int ceiling = 48;
constexpr int floorLine = height - 40;

enum class Ink : char { Paper, Grid, Text, Value, Alarm };
constexpr QByteArrayView palette("\xff\xff\xff"
                                 "\xdd\xe2\xe8"
                                 "\x33\x3d\x4a"
                                 "\x1f\x5f\xbf"
                                 "\xb3\x26\x1e",
                                 15);

quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xedb88320 : 0);
    }
    return ~crc;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray chunk(const QByteArray &type, const QByteArray &content)
{
    return bigEndian(quint32(content.size())) + type + content + bigEndian(crcOf(type + content));
}

/// One byte a pixel, each row led by PNG's filter byte.
class Canvas
{
public:
    void dot(int x, int y, Ink ink)
    {
        if (x >= 0 && x < width && y >= 0 && y < height)
            m_rows[y * (width + 1) + x + 1] = char(ink);
    }

    void box(int x1, int y1, int x2, int y2, Ink ink)
    {
        for (int y = y1; y < y2; ++y) {
            for (int x = x1; x < x2; ++x)
                dot(x, y, ink);
        }
    }

    void line(int x1, int y1, int x2, int y2, Ink ink)
    {
        const int steps = std::max({std::abs(x2 - x1), std::abs(y2 - y1), 1});
        for (int step = 0; step <= steps; ++step) {
            const int x = x1 + (x2 - x1) * step / steps;
            const int y = y1 + (y2 - y1) * step / steps;
            box(x, y, x + 2, y + 2, ink);
        }
    }

    void text(int x, int y, const QString &words, int scale)
    {
        for (const QChar letter : words) {
            for (int row = 0; row < glyphHeight; ++row) {
                for (int column = 0; column < glyphWidth; ++column) {
                    if (hasDot(letter, column, row))
                        box(x + column * scale, y + row * scale, x + (column + 1) * scale,
                            y + (row + 1) * scale, Ink::Text);
                }
            }
            x += (glyphWidth + 1) * scale;
        }
    }

    [[nodiscard]] QByteArray png() const
    {
        const auto header = bigEndian(width) + bigEndian(height) + QByteArray("\x08\x03\x00\x00\x00", 5);
        // qCompress() puts the length before what is otherwise a zlib stream
        const auto pixels = qCompress(m_rows, 9).mid(4);
        return "\x89PNG\r\n\x1a\n" + chunk("IHDR", header) + chunk("PLTE", palette.toByteArray()) +
               chunk("IDAT", pixels) + chunk("IEND", {});
    }

private:
    QByteArray m_rows = QByteArray((width + 1) * height, char(Ink::Paper));
};

}

QByteArray pngOf(const PngChart &chart)
{
    const int largest =
        chart.values.isEmpty() ? 1 : *std::max_element(chart.values.begin(), chart.values.end());
    const int top = std::max({chart.top, largest, chart.bottom + 1});
    const int span = top - chart.bottom;
    const auto heightOf = [&](int value) {
        return floorLine - (floorLine - ceiling) * (value - chart.bottom) / span;
    };

    Canvas canvas;
    canvas.text(left, 16, chart.title, 3);
    for (int quarter = 0; quarter <= 4; ++quarter) {
        const int value = chart.bottom + span * quarter / 4;
        canvas.box(left, heightOf(value), right, heightOf(value) + 1, Ink::Grid);
        canvas.text(12, heightOf(value) - 5, QString::number(value), 2);
    }

    const int count = std::max(int(chart.values.size()), 1);
    const int slot = (right - left) / count;
    for (int index = 0; index < int(chart.values.size()); ++index) {
        const int value = chart.values[index];
        const int x = left + index * slot;
        const bool isBar = chart.shape == PngChart::Shape::Bars;
        const auto ink = isBar && chart.limit && value > *chart.limit ? Ink::Alarm : Ink::Value;
        if (isBar)
            canvas.box(x + slot / 6, heightOf(value), x + slot - slot / 6, floorLine, ink);
        else if (index > 0)
            canvas.line(x - slot / 2, heightOf(chart.values[index - 1]), x + slot / 2, heightOf(value), ink);
        canvas.text(x + slot / 6, floorLine + 10, chart.labels.value(index), 2);
    }
    if (chart.limit)
        canvas.box(left, heightOf(*chart.limit), right, heightOf(*chart.limit) + 2, Ink::Alarm);
    return canvas.png();
}

}
