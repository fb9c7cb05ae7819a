"""What is said of whatever leaves the office: workbooks, packets, and the ledger of both."""

TEXTS = {
    "workbook.too_many_rows": (
        "The sheet {sheet} would have {rows} rows, more than Excel holds. Nothing was written; "
        "choose a shorter period with --from and --to."
    ),
    "audience.no_party": (
        "A copy for a partner is always for somebody in particular. Nothing was written; "
        "name the party with --for and its reference."
    ),
    "audience.not_a_party": (
        "A partner is a jurisdiction, an organization or a person of this office. "
        "Nothing was written; give the reference of one with --for."
    ),
    "marking.released": "Released to {audience}",
    "audience.hq": "headquarters",
    "audience.internal": "our own office",
    "audience.national": "the national government",
    "audience.partner": "a partner",
    "audience.public": "the public",
    "holding.holder": "{title}",
    "holding.acting": "{title} (acting)",
    "holding.elect": "{title} (elect)",
    "holding.disputed": "{title} (disputed)",
    "holding.vacant": "{title} (vacant)",
    "audience.not_for_a_partner": (
        "--for names the party of a copy for a partner, but this one is for {audience}. "
        "Nothing was written; add --audience partner, or leave --for out."
    ),
    "outgoing.over_office": (
        "{path} is the name of an office. Nothing was written; give the document a name of its own."
    ),
    "outgoing.bad_instant": (
        "“{given}” is no instant. Nothing was written; write it like 2026-11-24T09:00:00Z."
    ),
    "outgoing.period_backwards": (
        "The period ends ({last}) before it begins ({first}). Nothing was written; swap the two."
    ),
    "outgoing.rows_left_out": "Left out for this audience: {what}.",
    "outgoing.cells_left_out": "Fields left out: {what}.",
    "export.done": "Wrote {path} for {audience}. Rows:",
    "packet.done": "Wrote {path}: {pages} pages, version {version}.",
    "packet.wrong_kind": (
        "{ref} is neither a trip nor an engagement. Nothing was written; a packet is made for one "
        "of those, such as T-2026-0001 or E-2026-0001."
    ),
    "packet.not_for_audience": (
        "{ref} is not open to this audience, so there is no packet of it. Nothing was written; "
        "open the record to them first, or choose another audience."
    ),
    "fill.interpreting": "{mode} interpreting",
    "fill.unnamed": "Not named yet",
    "fill.instead_of": "sent instead of {name}",
    "fill.formerly": "Formerly {title}, until {until}",
    "fill.last_verified": "Last verified {day}: ask again before use.",
    "fill.takes_office": "Takes office {day}.",
    "fill.elected_not_in_office": "Elected, not in office yet.",
    "fill.since.holder": "Since {day}.",
    "fill.since.acting": "Acting since {day}.",
    "fill.since.disputed": "Claims the office since {day}; disputed.",
    "fill.term_ends": "Term ends {day}.",
    "fill.term_ended": "Term ended {day}.",
    "fill.english": "English: {level}",
    "fill.needs_interpreter": "Needs an interpreter",
    "fill.requested_by": "Requested by {who}.",
    "fill.your_role": "Your role: {role}",
    "fill.our_role": "Our role: {role}",
    "fill.dress": "Dress: {dress}",
    "fill.return": "Return after use to the office that prepared it, or destroy.",
    "fill.head.vacant": "{title}: vacant on {day}.",
    "fill.head.acting": "{title}: {name}, acting.",
    "fill.head.disputed": "{title}: claimed by {name}; disputed.",
    "fill.head.elect": "{title}-elect: {name}.",
    "fill.zones.one": "All times {zone}.",
    "fill.zones.several": "Times are local to each line: {zones}.",
    "fill.zones.home_behind": "{home} is {hours} hours behind.",
    "fill.zones.home_ahead": "{home} is {hours} hours ahead.",
    "fill.home": "Home",
    "fill.time_open": "Time open",
    "fill.confirmation": "Confirmation {number}",
    "fill.contacts.ours": "Our delegation",
    "fill.contacts.theirs": "Counterparts",
    "fill.contacts.hotel": "Hotel",
    "fill.contacts.emergency": "Emergency",
    "fill.drafted": "Drafted",
    "workbook.period.all": "everything",
    "workbook.period.since": "from {first}",
    "workbook.period.until": "until {last}",
    "workbook.period.between": "{first} to {last}",
    "workbook.continued": "… [continued in sheet {sheet}, {parts} parts in all]",
    "workbook.caption.README": "What this workbook is and how to read it",
    "workbook.caption.Continued": "The rest of texts too long for one cell of Excel, by the id of their row",
    "workbook.caption.Manifest": "Every sheet with its counts and the SHA-256 of its rows",
    "workbook.caption.Jurisdictions": "Jurisdictions: countries, states, counties, cities, tribal nations",
    "workbook.caption.Organizations": "Organizations: ministries, consulates, networks, companies",
    "workbook.caption.Contacts": "People, with the office they hold as of this workbook",
    "workbook.caption.Tenures": "Who held which office, from when to when",
    "workbook.caption.Trips": "Trips and visits",
    "workbook.caption.Engagements": "Engagements: meetings, calls, visits, events",
    "workbook.caption.Participants": "Who took part, with name and title as they were then",
    "workbook.caption.Commitments": "What was promised, both ways, and how it stands",
    "workbook.caption.Code_Lists": "Every code used here, with its label",
    "workbook.readme.purpose": "Purpose",
    "workbook.readme.purpose_text": (
        "The engagements, contacts and commitments of {office}, one table a sheet, "
        "for reading, filtering and merging."
    ),
    "workbook.readme.office": "Office",
    "workbook.readme.officer": "Officer",
    "workbook.readme.marking": "Marking",
    "workbook.readme.audience": "Prepared for",
    "workbook.readme.period": "Period",
    "workbook.readme.as_of_utc": "As of (UTC)",
    "workbook.readme.as_of_local": "As of (local time)",
    "workbook.readme.export_id": "Export",
    "workbook.readme.office_id": "Office file",
    "workbook.readme.schema_version": "Schema version",
    "workbook.readme.program": "Made with",
    "workbook.readme.dates": "Dates and times",
    "workbook.readme.dates_text": (
        "Dates are yyyy-mm-dd; a date with a precision (month, quarter, year) is the last day of it. "
        "Times ending in _utc are UTC; local times stand beside them with their zone. "
        "Dates before March 1900 are text, because Excel has none."
    ),
    "workbook.readme.ids": "Identities",
    "workbook.readme.ids_text": (
        "Column A identifies the row in every copy of this office. Leave it as it is and rows can be "
        "sorted, filtered and sent back without being mistaken for others. It is not printed."
    ),
    "workbook.readme.digest": "Checking",
    "workbook.readme.digest_text": (
        "Manifest: SHA-256 over one line a row, headings first, each a JSON array of texts "
        "(empty cells empty, dates 2026-11-24, times 2026-11-24T09:30:00, true or false), in UTF-8, "
        "each line ended by a line feed."
    ),
    "workbook.readme.send_back": "Sending back",
    "workbook.readme.send_back_text": (
        "Send the workbook back to the office with your corrections typed into its cells; "
        "keep column A and the headings."
    ),
    "workbook.readme.contact": "Contact",
    "workbook.readme.rows_in": "Rows in {sheet}",
}
