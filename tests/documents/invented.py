"""A packet to test with. Every person, number and promise in it is invented; the places are real."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from PIL import Image

from liaison_app.documents.packet.content.commitments import LastMeeting, Promise
from liaison_app.documents.packet.content.glance import Ask, Glance, Meets, WatchOut
from liaison_app.documents.packet.content.meeting import (
    Address,
    IfRaised,
    Memo,
    Point,
    Protocol,
    Step,
    Tab,
    TalkingPoints,
)
from liaison_app.documents.packet.content.moment import Moment
from liaison_app.documents.packet.content.packet import Change, Designation, Packet, Word
from liaison_app.documents.packet.content.people import (
    Bio,
    Contact,
    ContactGroup,
    Participant,
    Person,
)
from liaison_app.documents.packet.content.record import Clearance, Holder, Record, Version
from liaison_app.documents.packet.content.schedule import Day, ScheduleItem

SEOUL, HOME = ZoneInfo("Asia/Seoul"), ZoneInfo("America/New_York")


def at_seoul(day: int, hour: int, minute: int = 0) -> Moment:
    """A moment in March 2027 on the clock of Busan."""
    return Moment(datetime(2027, 3, day, hour, minute, tzinfo=SEOUL), "KST")


def at_home(moment: Moment) -> Moment:
    """The same moment on the clock of the office."""
    return Moment(moment.at.astimezone(HOME), "EST")


AS_OF = Moment(datetime(2027, 3, 4, 22, 40, tzinfo=UTC).astimezone(HOME), "EST")
LONG_TITLE = (
    "Deputy Mayor for International Affairs, Economic Development and Tourism and Commissioner "
    "for the Harbour, the Night-Time Economy and Twin Cities"
)

MAYOR = Person(
    "Eleanor Whitcomb",
    say="EL-uh-nor WIT-kum",
    title="Mayor of Chattanooga",
    address_as="Mayor Whitcomb",
)
DELEGATE = Person(
    "Leandra Tsosie", "Asdzą́ą́ Tsʼósí", "nv", "lee-AN-dra SOH-see", "Delegate Tsosie",
    "Council Delegate, Navajo Nation Council (Diné: Béésh Bąąh Dah Siʼání)",
)  # fmt: skip
KAOPUA = Person(
    "Leilani Kaʻōpua", "", "haw", "lay-LAH-nee kah-OH-poo-ah", "Director Kaʻōpua",
    "Director of Water Resilience, City and County of Honolulu",
)  # fmt: skip
NGUYEN = Person(
    "Nguyễn Thị Ánh Tuyết", "", "vi", "ngwen tee ahn TWEE-et", "Ms Tuyết",
    "Deputy Administrator for Economic Development",
)  # fmt: skip
HARTLEY = Person("Owen Hartley", title="International Affairs Officer (notetaker)")
SEO = Person(
    "Seo Min-jae", "서민재", "ko", "SUH min-jeh", "Mayor Seo", "Mayor of Busan Metropolitan City"
)
KANG = Person(
    "Kang Yun-ah",
    "강윤아",
    "ko",
    "KAHNG yoon-ah",
    "Vice Mayor Kang",
    "Vice Mayor for Economic Affairs",
)
BAE = Person("Bae Do-hyun", "배도현", "ko", "BEH doh-hyun", "Director General Bae", LONG_TITLE)
FUJISAWA = Person(
    "Fujisawa Haruka",
    "藤沢 遥",
    "ja",
    "foo-jee-SAH-wah HAH-roo-kah",
    "Deputy Mayor Fujisawa",
    "Deputy Mayor of Kitakyushu",
)
KHATIB = Person(
    "Layla al-Khatib", "ليلى الخطيب", "ar", "LAY-lah al-khah-TEEB", "Dr al-Khatib",
    "Deputy City Manager, Greater Amman Municipality",
)  # fmt: skip
BENAMI = Person(
    "Noa Ben-Ami",
    "נועה בן־עמי",
    "he",
    "NOH-ah ben-ah-MEE",
    "Ms Ben-Ami",
    "City Council Member, Haifa",
)
SADYKOVA = Person(
    "Aigerim Sadykova", "Әйгерім Садықова", "kk", "eye-geh-REEM sah-DIH-koh-vah", "Deputy Akim Sadykova",
    "Deputy Akim of Almaty",
)  # fmt: skip
THORDIS = Person(
    "Þórdís Ólafsdóttir",
    "",
    "is",
    "THOR-dees OH-lafs-doh-teer",
    "Ms Þórdís",
    "City Councillor, Reykjavík",
)
WROBEL = Person(
    "Michał Wróbel", "", "pl", "MEE-how VROO-bel", "Deputy Mayor Wróbel", "Deputy Mayor of Gdynia"
)

PEOPLE = (
    MAYOR,
    DELEGATE,
    KAOPUA,
    NGUYEN,
    HARTLEY,
    SEO,
    KANG,
    BAE,
    FUJISAWA,
    KHATIB,
    BENAMI,
    SADYKOVA,
    THORDIS,
    WROBEL,
)

PROMISES = (
    Promise(
        "we", "Send the stormwater fee ordinance and rate model, in Korean", "C-2025-0019",
        "6 Nov 2025, Busan, to Ambassador Noh", "15 Feb 2027", "open", 17, "Tuyết hands it to you on 8 Mar.",
    ),
    Promise("we", "Name one contact for river resilience", "C-2026-0033", "14 Oct 2026, video",
            "31 Mar 2027", "open", 0, "Name her today: Tuyết."),
    Promise(
        "they", "Busan will host four trainees at the Water Authority for three weeks", "C-2025-0021",
        "6 Nov 2025, Busan, Vice Mayor Kang", "31 Dec 2026", "open", 63, "Ask for September.",
    ),
    Promise("they", "Share Suyeong sensor data 2022–2025", "C-2026-0034", "14 Oct 2026, video", "31 Jan 2027",
            "fulfilled", 0, "", "Received 12 Jan 2027; checked."),
)  # fmt: skip


def portrait() -> bytes:
    """A grey picture in portrait format."""
    file = BytesIO()
    Image.new("L", (184, 230), 190).save(file, "JPEG")
    return file.getvalue()


def memo() -> Memo:
    """A memo with every heading filled."""
    return Memo(
        purpose="Mayor Seo asked for this meeting on 19 January. You listen first, thank Busan for the sensor data, "
        "ask for a training date and confirm tomorrow’s signing.",
        objectives=(
            "Get a date in September 2027 for four trainees.",
            "Confirm the signing at Wed 10 Mar, 14:30 KST; no change to the text.",
            "Exchange names of one contact each.",
        ),
        theirs=(*(Participant(p) for p in (SEO, KANG, BAE)),
                Participant(Person("Lim Ji-won", "임지원", "ko"), "interpreter")),
        ours=(Participant(MAYOR, principal=True), Participant(DELEGATE, "heads her own delegation", changed=True),
              Participant(KAOPUA), Participant(NGUYEN), Participant(HARTLEY)),
        participants_note="Order by the city’s own list of 2 March.",
        scenario=(
            Step("Handshake, photograph; both sit", 5, "Seo", "OPEN"),
            Step("He opens; you reply, 4 min", 10, "Seo, you", "CLOSED"),
            Step("Kaʻōpua on sensors, Tuyết on rates", 20, "You", "CLOSED"),
            Step("Gifts; walk to the control room", None, "Noh", "CLOSED"),
        ),
        press="Local pool of six. OPEN for five minutes. "
        "One line if asked: “Two river cities are comparing what works.”",
        background="The memorandum on river and port resilience runs to 30 June 2027. Four visits "
        "in two years produced data but no people. The letter of intent "
        "names fees, sensors and a yearly staff exchange.",
        not_for_disclosure="Vice Mayor Kang told us on 14 October that the Water Authority, not the "
        "Mayor’s office, holds the dates back over housing costs. We can offer "
        "dormitory rooms. Let President Oh raise it.",
        watch_outs=("Port labour dispute. Do not take a side.", "He offers the hand first, then the card: both hands."),
        promises=PROMISES,
        last_meetings=(
            LastMeeting("14 Oct 2026", "Kang, video: data agreed, dates open."),
            LastMeeting("22 Sep 2026", "Seo, Chattanooga: memorandum reviewed."),
            LastMeeting("6 Nov 2025", "Noh, Busan: fee ordinance promised."),
        ),
        logistics="South door; Ambassador Noh meets you. Lift held to the 7th floor.",
    )  # fmt: skip


def points() -> TalkingPoints:
    """Points as an officer writes them."""
    return TalkingPoints(
        "Mayor Seo", "SUH",
        (Point("Thank him for the data.", "Three years of river records arrived in January. We use them."),
         Point("Fix September.", "Four trainees, three weeks, any three weeks in September.", changed=True),
         Point("Sign tomorrow.", "Our text stands as agreed on 26 February."),
         Point("Name the person.", "Ours is Ms Tuyết. Who is yours?")),
        (IfRaised("Housing costs?", "We can offer dormitory rooms in return.", "certain"),
         IfRaised("Renew the memorandum?", "Yes in principle; our Council votes in May.", "possible"),
         IfRaised("Direct flights?", "An airline’s decision. We share passenger figures.", "unlikely")),
        (Point("The port labour dispute.", "If pressed: “a matter for Busan”."),
         Point("National politics.", "He is often named for other posts.")),
        ("Letter of intent, Wednesday 14:30 KST.", "Hand over today: fee ordinance, in Korean."),
    )  # fmt: skip


def bios() -> tuple[Bio, ...]:
    """One with a photo, one stale, one of hardly a line."""
    return (
        Bio(SEO, portrait(), "", date(2027, 1, 12), date(2027, 1, 31),
            "Since 1 Jul 2026 (first term). Term ends 30 Jun 2030.",
            "Hydraulic engineer; river bureau 1994–2009; deputy minister, 2015–2018; "
            "rector of a maritime college until 2026.",
            "Korean; English fair: understands more than he speaks; prefers an interpreter.",
            "Floods of 2020, rowing.", "22 Sep 2026, Chattanooga, 60 min (Whitcomb). Asked twice about fees."),
        Bio(KANG, b"", "KY", None, date(2027, 1, 31), "Since 6 Jul 2026, appointed by the Mayor.",
            "Trade economist; port authority planner 2004–2016.", "Korean; English fluent.", "Small suppliers, jazz.",
            "14 Oct 2026, video, 30 min."),
        Bio(KHATIB, in_office="Since 11 Jan 2027. Biography requested from her office on 2 March."),
    )  # fmt: skip


def protocol() -> Protocol:
    """A protocol page with every part."""
    return Protocol(
        (("Seo", "Whitcomb"), ("Kang", "Tsosie"), ("Bae", "Kaʻōpua"), ("Lim (interpreter)", "Tuyết")),
        (Address("Mayor Seo", "“Mayor Seo”", "Dear Mayor Seo:", "The Honorable Seo Min-jae, Mayor of Busan"),
         Address("Delegate Tsosie", "“Delegate Tsosie”", "Dear Delegate Tsosie:",
                 "The Honorable Leandra Tsosie, Navajo Nation Council")),
        "Korea on the hosts’ right, United States, then Navajo Nation beside Delegate Tsosie.",
        "Give walnut bowl by a Chattanooga turner, USD 85 (register G-2027-014). Expect celadon.",
        "Tuyết: no shellfish. Lift to every floor.", "Business.", "By the pool only; ask Delegate Tsosie first.",
        "Cards with both hands.",
    )  # fmt: skip


def days() -> tuple[Day, ...]:
    """Two days, one with a flight, a cancelled visit and a night."""
    item = ScheduleItem
    first = (
        item("leave", "Hotel by car, 30 min", at_seoul(9, 9, 10), at_seoul(9, 9, 40), "", at_home(at_seoul(9, 9, 10)),
             "Car 1: you, Tsosie. Car 2: others.", ask_for="Driver Yoon", mobile="+82 10 5550 0178"),
        item("meeting", "Meeting with Mayor Seo", at_seoul(9, 10), at_seoul(9, 10, 45), "", at_home(at_seoul(9, 10)),
             "City Hall, 7th floor.", "OPEN 5 min, then CLOSED", "Business", "Lim Ji-won", "+82 10 5550 0121", "A"),
        item("site", "Suyeong river control room", at_seoul(9, 11, 15), at_seoul(9, 12), "",
             at_home(at_seoul(9, 11, 15)), "2nd floor.", "CLOSED", cancelled=True,
             note="Withdrawn by the city on 3 Mar. Rest."),
        item("meal", "Lunch given by Vice Mayor Kang", at_seoul(9, 12, 15), at_seoul(9, 13, 45), "",
             at_home(at_seoul(9, 12, 15)), "City Hall, 26th floor.", "CLOSED", "Business", "Lim Ji-won"),
        item("meal", "Reception, Chamber of Commerce", at_seoul(9, 18, 30), at_seoul(9, 20, 30), "",
             at_home(at_seoul(9, 18, 30)), "You speak 3 min at 18:50 KST.", "OPEN", "Business", changed=True),
        item("overnight", "Haeundae hotel", when="Night", note="Second night of four."),
    )  # fmt: skip
    second = (
        item("meeting", "Round table on shared rivers", at_seoul(10, 9), at_seoul(10, 10, 30), "",
             at_home(at_seoul(10, 9)), "Convention centre, Hall 3.", "OPEN", "Business", "Forum desk", "", "B"),
        item("leave", "Flight QZ 142, Busan Gimhae", at_seoul(10, 23, 10), None, "", at_home(at_seoul(10, 23, 10))),
    )  # fmt: skip
    zones = "All times Korea Standard Time (KST, UTC+9). Chattanooga is 14 hours behind (EST)."
    return Day(date(2027, 3, 9), first, zones), Day(
        date(2027, 3, 10), second, zones, "Clocks at home go forward on 14 March."
    )


def tabs() -> tuple[Tab, ...]:
    """A bilateral meeting and a round table of fourteen."""
    crowd = (
        *PEOPLE[5:],
        DELEGATE,
        KAOPUA,
        NGUYEN,
        replace(BAE, name="Ryu Ha-eun", native="류하은"),
        HARTLEY,
    )
    many = Memo(
        purpose="The forum invited you to answer one question: who pays for rain?",
        theirs=tuple(Participant(p) for p in crowd), ours=(Participant(MAYOR, principal=True), Participant(HARTLEY)),
        watch_outs=("Þórdís is her name. Icelanders have no family name.",),
    )  # fmt: skip
    return (
        Tab("A", "Meeting with the Mayor of Busan", "E-2027-0031", "Bilateral meeting",
            at_seoul(9, 10), at_seoul(9, 10, 45), "", "City Hall, reception room, 7th floor",
            "Korean and English, consecutive: about 20 min of speech", "OPEN first 5 min, then CLOSED", False,
            memo(), points(), protocol(), bios()),
        Tab("B", f"Round table with the {LONG_TITLE}", "E-2027-0032", "Forum session",
            at_seoul(10, 9), at_seoul(10, 10, 30), "Aside 10:40 KST", "Convention centre, Hall 3", "English", "OPEN",
            memo=many, points=TalkingPoints("the round table", "", (Point("A fee people can see."),))),
    )  # fmt: skip


def packet() -> Packet:
    """A trip of two tabs, staff edition on Letter."""
    return Packet(
        "staff", "letter", "OFFICE - internal", "Busan", "T-2027-0006", "2", AS_OF, "Busan · 7–12 March 2027",
        "부산", "ko", "Water Cities Forum and river partnership talks", "Trip T-2027-0006 · outbound delegation",
        "for the Mayor of Chattanooga", "Eleanor Whitcomb, Mayor of Chattanooga", "Sunday 7 – Friday 12 March 2027",
        "Busan, Republic of Korea · transit Seoul Incheon",
        ("Office of International Affairs, City of Chattanooga", "Owen Hartley · +1 423 555 0140"), 3, 8,
        ("Vetting notes and private telephones.",),
        "Return to the Office of International Affairs by 19 March 2027, or destroy.",
        Designation("Mayor’s Office, City of Chattanooga", "itinerary and personal data", "named recipients only",
                    "Owen Hartley, +1 423 555 0140"),
        changes=(Change("Schedule", "School visit, withdrawn by the school on 3 Mar", "Cancelled"),
                 Change("Tab A", "“September” replaces “this year”", "Point reworded", "A")),
        changed_since="v1 (27 February 2027)", glance=glance(), days=days(), contacts=contacts(), tabs=tabs(),
        names=tuple(sorted(PEOPLE, key=lambda p: p.name)),
        words=(Word("Haeundae", "해운대", "ko", "HEH-oon-deh"), Word("Amman", "عمّان", "ar", "ahm-MAHN"),
               Word("Tsalagi", "ᏣᎳᎩ", "chr", "jah-lah-GEE")),
        short_forms=(("RON", "remain overnight"), ("KST", "Korea Standard Time, UTC+9")),
        record=record(),
    )  # fmt: skip


def glance() -> Glance:
    """One page."""
    return Glance(
        "Turn two years of friendly visits with Busan into one dated exchange on stormwater, and be seen signing it.",
        ("A date in September for our four trainees.", "Sign the letter of intent on stormwater; text agreed 26 Feb.",
         "One named contact on each side for river questions."),
        (Meets(SEO, "A"), Meets(KANG, "A"), Meets(KHATIB, "B"), Meets(FUJISAWA, "B")),
        (Ask("Ask which three weeks in September, and who their contact is.", tab="A"),
         Ask("Announce the letter of intent at the signing, Wed 10 Mar, 14:30 KST.", tab="B")),
        tuple(replace(p, wording=w) for p, w in zip(PROMISES[::2], ("Fee ordinance, in Korean", "Host four trainees"),
                                                    strict=True)),
        (WatchOut("Port labour dispute. Live on local news. Do not take a side.", "A"),
         WatchOut("New administration. Mayor Seo took office on 1 July 2026.", "A")),
        "Video call, 14 Oct 2026, 30 min, with Vice Mayor Kang. Warm; no dates given.",
    )  # fmt: skip


def contacts() -> tuple[ContactGroup, ...]:
    """Ours, theirs, emergency."""
    ours = tuple(
        Contact(p.name, p.native, p.lang, p.title, "Member", f"+1 423 555 01{n:02d}")
        for n, p in enumerate(PEOPLE[:5])
    )
    theirs = (
        Contact(
            "Lim Ji-won",
            "임지원",
            "ko",
            "Interpreter, English",
            "First call for any change",
            "+82 10 5550 0121",
        ),
    )
    desk = (Contact("Emergency in Korea", role="Police 112 · Fire and ambulance 119", phone="119"),)
    return (
        ContactGroup("Ours, in order of precedence", ours), ContactGroup("Theirs", theirs),
        ContactGroup("Cars, venue, emergency", desk),
    )  # fmt: skip


def record() -> Record:
    """The last page."""
    return Record(
        (Clearance("Drafted", "Owen Hartley, International Affairs, +1 423 555 0140", date(2027, 3, 3)),
         Clearance("Cleared", "City Attorney’s Office", date(2027, 2, 26), "ok")),
        (Holder("1", "Mayor Whitcomb", "paper, bound"),
         Holder("8", "Office of International Affairs", "file, encrypted")),
        (Version("2", AS_OF, "Bilateral moved; visit cancelled"), Version("1", AS_OF, "First issue")),
    )  # fmt: skip
