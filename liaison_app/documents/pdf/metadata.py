"""What a PDF says of itself: title, language, date, and that it is accessible (XMP)."""

from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape


@dataclass(frozen=True)
class Metadata:
    """``made_at``, aware, is the instant whose knowledge is printed: equal content gives equal bytes."""

    title: str
    author: str
    subject: str
    lang: str
    made_at: datetime
    creator: str = "Liaison"

    @property
    def pdf_date(self) -> str:
        """``D:20270304174000-05'00'``."""
        zone = self.made_at.strftime("%z") or "+0000"
        return f"D:{self.made_at:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"

    def xmp(self, producer: str) -> bytes:
        """The XMP packet, with the PDF/UA-1 identification."""
        date = self.made_at.isoformat(timespec="seconds")
        return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{_xml(self.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{_xml(self.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{_xml(self.subject)}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{_xml(self.lang)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{_xml(self.creator)}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{_xml(producer)}</pdf:Producer><pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


def _xml(text: str) -> str:
    return escape("".join(c for c in text if c.isprintable()))
