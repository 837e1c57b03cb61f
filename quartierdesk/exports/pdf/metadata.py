"""What the file says of itself, twice: in the old dictionary and as XMP, word for word the same."""

import struct
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from xml.sax.saxutils import escape

from PIL import ImageCms

from quartierdesk.exports.pdf.file import PdfFile
from quartierdesk.exports.pdf.syntax import text_string

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{optional}
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{creator}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


_OPTIONAL = {
    "author": "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
    "subject": (
        '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'
        "</dc:description>"
    ),
    "keywords": "<pdf:Keywords>{}</pdf:Keywords>",
}


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a document: its title must not be empty; `moment` has a zone.

    `language` is a code such as „de-DE“.
    """

    title: str
    author: str
    moment: datetime
    subject: str = ""
    keywords: str = ""
    language: str = "de-DE"
    creator: str = "QuartierDesk"


def add_about(about: About, file: PdfFile) -> tuple[str, str]:
    """Add both to the file; return the names of the dictionary and of the XMP."""
    entries = {
        "Title": about.title,
        "Author": about.author,
        "Subject": about.subject,
        "Keywords": about.keywords,
        "Creator": about.creator,
        "Producer": about.creator,
    }
    body = b"".join(
        b"/%s%s" % (key.encode("ascii"), text_string(value))
        for key, value in entries.items()
        if value
    )
    zone = about.moment.strftime("%z")
    plain = f"D:{about.moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"
    for key in ("CreationDate", "ModDate"):
        body += f"/{key}({plain})".encode("ascii")
    file.fill("information", b"<<%s>>" % body)
    file.add_stream("xmp", _xmp(about), "/Type/Metadata/Subtype/XML", packed=True)
    return "information", "xmp"


def _xmp(about: About) -> bytes:
    zone = about.moment.strftime("%z")
    optional = [
        pattern.format(escape(getattr(about, key)))
        for key, pattern in _OPTIONAL.items()
        if getattr(about, key)
    ]
    words = {
        "title": about.title,
        "language": about.language,
        "creator": about.creator,
        "moment": f"{about.moment:%Y-%m-%dT%H:%M:%S}{zone[:3]}:{zone[3:5]}",
    }
    escaped = {key: escape(word) for key, word in words.items()}
    return _XMP.format(optional="\n".join(optional), **escaped).encode()


def add_output_intent(file: PdfFile) -> str:
    """Say that colours are meant as sRGB; return the name of the object."""
    file.add_stream("sRGB", _srgb(), "/N 3")
    file.fill(
        "output intent",
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>" % file.number("sRGB"),
    )
    return "output intent"


@cache
def _srgb() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)  # the same file every time
    return bytes(profile)
