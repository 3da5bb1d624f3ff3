#include "core/report/pdfassembly.h"

#include "core/base/text.h"
#include "core/report/isolation.h"
#include "core/report/paper.h"
#include "core/report/qpdf.h"

#include <QCoreApplication>

#include <set>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PdfAssembly)
};

class DeviceRefused : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Where libqpdf writes to.
class DevicePipeline final : public Pipeline
{
public:
    explicit DevicePipeline(QIODevice &device)
        : Pipeline("device", nullptr)
        , m_device(device)
    {
    }

    void write(const unsigned char *data, size_t length) override
    {
        if (m_device.write(reinterpret_cast<const char *>(data), qint64(length)) != qint64(length))
            throw DeviceRefused(m_device.errorString().toStdString());
    }
    void finish() override {}

private:
    QIODevice &m_device;
};

QPDFObjectHandle pdfText(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

QPDFObjectHandle number(qreal value)
{
    return QPDFObjectHandle::newReal(value, 2);
}

/// One document under way.
class Assembly
{
public:
    explicit Assembly(const PdfDescription &description)
        : m_description(description)
    {
        m_pdf.setSuppressWarnings(true);
    }

    void append(const std::vector<ReportPart> &parts);
    void layNumbers(const ReportPart &numbers);
    void nameFonts();
    void addLinks(const std::vector<ReportPart> &parts);
    void addOutline(const std::vector<ReportPart> &parts);
    void describe();
    void write(QIODevice &out);

private:
    struct Place
    {
        int page = 0;
        qreal top = 0;
    };

    [[nodiscard]] QPDFObjectHandle destination(const Place &place);
    void nameFontsIn(QPDFObjectHandle resources);

    PdfDescription m_description;
    QPDF m_pdf;
    std::vector<std::unique_ptr<QPDF>> m_sources; // copied streams are read from them until all is written
    std::vector<QPDFPageObjectHelper> m_pages;
    QHash<QString, Place> m_places;
    std::set<QPDFObjGen> m_namedFonts;
};

/// The name of a subset begins as PDF wants it: a slash, six capitals and a plus sign.
std::string subsetTag(size_t count)
{
    std::string tag = "/AAAAAA+";
    for (size_t place = 7; place-- > 1; count /= 26)
        tag[place] = char('A' + count % 26);
    return tag;
}

std::unique_ptr<QPDF> opened(const QByteArray &bytes)
{
    auto pdf = std::make_unique<QPDF>();
    pdf->processMemoryFile("part", bytes.constData(), size_t(bytes.size()));
    return pdf;
}

void Assembly::append(const std::vector<ReportPart> &parts)
{
    m_pdf.processMemoryFile("part", parts.front().pdf.constData(), size_t(parts.front().pdf.size()));
    QPDFPageDocumentHelper document(m_pdf);
    int before = 0;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) {
            m_sources.push_back(opened(parts[i].pdf));
            for (auto &page : QPDFPageDocumentHelper(*m_sources.back()).getAllPages())
                document.addPage(page, false);
        }
        for (auto it = parts[i].anchors.cbegin(); it != parts[i].anchors.cend(); ++it)
            m_places.insert(it.key(), {before + it->page, it->top});
        before += parts[i].pages;
    }
    m_pages = document.getAllPages();
}

void Assembly::layNumbers(const ReportPart &numbers)
{
    m_sources.push_back(opened(numbers.pdf));
    const auto overlays = QPDFPageDocumentHelper(*m_sources.back()).getAllPages();
    for (size_t i = 1; i < m_pages.size(); ++i) {
        QPDFPageObjectHelper overlay = overlays.at(i);
        auto form = m_pdf.copyForeignObject(overlay.getFormXObjectForPage());
        auto resources = m_pages[i].getAttribute("/Resources", true);
        auto forms = QPDFObjectHandle::newDictionary();
        forms.replaceKey("/PageNumber", form);
        resources.mergeResources(QPDFObjectHandle::newDictionary({{"/XObject", forms}}));
        m_pages[i].addPageContents(m_pdf.newStream("q\n"), true);
        m_pages[i].addPageContents(m_pdf.newStream("\nQ\nq\n/PageNumber Do\nQ\n"), false);
    }
}

void Assembly::nameFonts()
{
    for (auto &page : m_pages)
        nameFontsIn(page.getAttribute("/Resources", false));
}

void Assembly::nameFontsIn(QPDFObjectHandle resources)
{
    // Qt numbers subsets in an order that differs from run to run; theirs is the order in which pages use
    // them.
    auto fonts = resources.getKey("/Font");
    for (const auto &key : fonts.isDictionary() ? fonts.getKeys() : std::set<std::string>()) {
        auto font = fonts.getKey(key);
        if (!m_namedFonts.insert(font.getObjGen()).second)
            continue;
        auto descendant = font.getKey("/DescendantFonts").getArrayItem(0);
        const std::string given = font.getKey("/BaseFont").getName();
        const auto name = QPDFObjectHandle::newName(subsetTag(m_namedFonts.size()) +
                                                    given.substr(given.find_last_of("+/") + 1));
        font.replaceKey("/BaseFont", name);
        descendant.replaceKey("/BaseFont", name);
        descendant.getKey("/FontDescriptor").replaceKey("/FontName", name);
    }
    auto forms = resources.getKey("/XObject");
    for (const auto &key : forms.isDictionary() ? forms.getKeys() : std::set<std::string>())
        nameFontsIn(forms.getKey(key).getDict().getKey("/Resources"));
}

QPDFObjectHandle Assembly::destination(const Place &place)
{
    auto array = QPDFObjectHandle::newArray();
    array.appendItem(m_pages.at(size_t(place.page)).getObjectHandle());
    array.appendItem(QPDFObjectHandle::newName("/XYZ"));
    array.appendItem(QPDFObjectHandle::newInteger(0));
    array.appendItem(
        number(std::min(paper::heightInPoints, paper::heightInPoints - paper::toPoints(place.top) + 8)));
    array.appendItem(QPDFObjectHandle::newNull());
    return array;
}

void Assembly::addLinks(const std::vector<ReportPart> &parts)
{
    int before = 0;
    for (const ReportPart &part : parts) {
        for (const PageLink &link : part.links) {
            const auto place = m_places.constFind(link.target);
            if (place == m_places.constEnd())
                continue;
            auto area = QPDFObjectHandle::newArray();
            for (const qreal edge : {paper::toPoints(link.area.left()),
                                     paper::heightInPoints - paper::toPoints(link.area.bottom()),
                                     paper::toPoints(link.area.right()),
                                     paper::heightInPoints - paper::toPoints(link.area.top())})
                area.appendItem(number(edge));
            auto annotation = QPDFObjectHandle::newDictionary();
            annotation.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
            annotation.replaceKey("/Subtype", QPDFObjectHandle::newName("/Link"));
            annotation.replaceKey("/Rect", area);
            annotation.replaceKey("/Border", QPDFObjectHandle::parse("[0 0 0]"));
            annotation.replaceKey("/F", QPDFObjectHandle::newInteger(4)); // PDF/A wants annotations printed
            annotation.replaceKey("/Dest", destination(*place));
            auto page = m_pages.at(size_t(before + link.page)).getObjectHandle();
            if (!page.hasKey("/Annots"))
                page.replaceKey("/Annots", QPDFObjectHandle::newArray());
            page.getKey("/Annots").appendItem(m_pdf.makeIndirectObject(annotation));
        }
        before += part.pages;
    }
}

void Assembly::addOutline(const std::vector<ReportPart> &parts)
{
    struct Open
    {
        QPDFObjectHandle node;
        int level;
        int children = 0;
    };
    auto root = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    std::vector<Open> open{{root, 0}};
    const auto close = [&open] {
        // Chapters stand open, what lies deeper is folded.
        Open &last = open.back();
        if (last.children > 0)
            last.node.replaceKey(
                "/Count", QPDFObjectHandle::newInteger(last.level == 0 ? last.children : -last.children));
        open.pop_back();
    };
    for (const ReportPart &part : parts) {
        for (const OutlineEntry &entry : part.outline) {
            while (open.back().level >= entry.level)
                close();
            auto &parent = open.back();
            auto node = m_pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
            node.replaceKey("/Title", pdfText(withIsolates(withVisibleControls(entry.title))));
            node.replaceKey("/Parent", parent.node);
            node.replaceKey("/Dest", destination(m_places.value(entry.anchor)));
            if (parent.children == 0) {
                parent.node.replaceKey("/First", node);
            } else {
                auto previous = parent.node.getKey("/Last");
                previous.replaceKey("/Next", node);
                node.replaceKey("/Prev", previous);
            }
            parent.node.replaceKey("/Last", node);
            ++parent.children;
            open.push_back({node, entry.level});
        }
    }
    while (!open.empty())
        close();
    m_pdf.getRoot().replaceKey("/Outlines", root);
    m_pdf.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

QByteArray metadata(const PdfDescription &description)
{
    const QString at = description.madeAt.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u'Z';
    return uR"(<?xpacket begin="%1" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">%2</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>%3</rdf:li></rdf:Seq></dc:creator></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>%4</xmp:CreatorTool><xmp:CreateDate>%5</xmp:CreateDate><xmp:ModifyDate>%5</xmp:ModifyDate></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>%4</pdf:Producer></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
)"_s.arg(QString(QChar(0xfeff)), withVisibleControls(description.title).toHtmlEscaped(),
         withVisibleControls(description.author).toHtmlEscaped(), QStringLiteral("Plimsoll"), at)
        .toUtf8();
}

void Assembly::describe()
{
    const QString at = m_description.madeAt.toUTC().toString(u"'D:'yyyyMMddHHmmss"_s) + u'Z';
    auto info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", pdfText(withVisibleControls(m_description.title)));
    info.replaceKey("/Author", pdfText(withVisibleControls(m_description.author)));
    info.replaceKey("/Creator", pdfText(u"Plimsoll"_s));
    info.replaceKey("/Producer", pdfText(u"Plimsoll"_s));
    info.replaceKey("/CreationDate", pdfText(at));
    info.replaceKey("/ModDate", pdfText(at));
    m_pdf.getTrailer().replaceKey("/Info", m_pdf.makeIndirectObject(info));

    auto packet = m_pdf.newStream(metadata(m_description).toStdString());
    packet.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    packet.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    m_pdf.getRoot().replaceKey("/Metadata", packet);
    m_pdf.getRoot().replaceKey("/Lang", pdfText(m_description.language));
    auto preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    m_pdf.getRoot().replaceKey("/ViewerPreferences", preferences);
}

void Assembly::write(QIODevice &out)
{
    m_pdf.getTrailer().removeKey("/ID"); // Qt's is random; libqpdf makes one of the content
    DevicePipeline pipeline(out);
    QPDFWriter writer(m_pdf);
    writer.setOutputPipeline(&pipeline);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setNewlineBeforeEndstream(true); // else PDF/A validators miscount stream lengths
    writer.setDeterministicID(true);
    writer.forcePDFVersion("1.4");
    writer.write();
}

}

Done assemblePdf(const std::vector<ReportPart> &parts, const ReportPart &numbers,
                 const PdfDescription &description, QIODevice &out)
{
    try {
        Assembly assembly(description);
        assembly.append(parts);
        assembly.layNumbers(numbers);
        assembly.nameFonts();
        assembly.addLinks(parts);
        assembly.addOutline(parts);
        assembly.describe();
        assembly.write(out);
    } catch (const DeviceRefused &refused) {
        return refuse(
            ErrorCode::Storage,
            Text::tr("The report could not be written. Check that the disk has room and try again."),
            QString::fromUtf8(refused.what()));
    } catch (const std::exception &error) {
        return refuse(ErrorCode::Damaged,
                      Text::tr("The report's pages could not be joined. Nothing was written."),
                      QString::fromUtf8(error.what()));
    }
    return {};
}

}
