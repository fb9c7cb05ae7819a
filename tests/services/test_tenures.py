"""Who held an office on a day: old meetings keep the old title, new ones take the new holder."""

from datetime import date

import pytest

from liaison_app.domain.dates import PartialDate
from liaison_app.domain.errors import Refusal
from liaison_app.domain.tenures import Seat
from liaison_app.services import engagements, jurisdictions, offices, people
from liaison_app.services.drafts import EngagementDraft, ParticipantDraft
from liaison_app.services.lists.offices import OFFICES
from liaison_app.services.lists.people import PEOPLE
from liaison_app.services.office import Office
from liaison_app.services.pages.engagement import engagement_page
from liaison_app.services.pages.jurisdiction import jurisdiction_page
from liaison_app.services.pages.person import person_page

INAUGURATION = date(2026, 7, 1)


class City:
    """Busan, whose mayor changed on the first of July."""

    def __init__(self, office: Office) -> None:
        self.busan = jurisdictions.add(office, "Busan", kind="city", country="KR").id
        self.mayor = offices.add(office, "Mayor", jurisdiction_id=self.busan, is_head=True).id
        self.oh = people.add(office, "Oh Se-jin").id
        self.kim = people.add(office, "Kim Do-hyun").id
        offices.appoint(office, self.mayor, self.oh, start_on=date(2022, 7, 1))
        offices.appoint(office, self.mayor, self.kim, end_predecessor=True, start_on=INAUGURATION)


def meeting(office: Office, city: City, day: date) -> str | None:
    draft = EngagementDraft(
        "Call",
        {"held": PartialDate.day(day), "jurisdiction_id": city.busan},
        participants=[ParticipantDraft(city.oh), ParticipantDraft(city.kim)],
    )
    page = engagement_page(office, engagements.capture(office, draft).id)
    return ", ".join(f"{one.name}: {one.title}" for one in page.participants)


def test_change_the_mayor_and_old_meetings_still_print_the_old_title(office: Office) -> None:
    city = City(office)
    assert meeting(office, city, date(2025, 5, 5)) == "Oh Se-jin: Mayor, Kim Do-hyun: Mayor"
    page = person_page(office, city.kim)
    assert [held.seat for held in page.career] == [Seat.HOLDER]
    assert meeting(office, city, date(2026, 11, 1)) == "Oh Se-jin: None, Kim Do-hyun: Mayor"


def test_the_page_of_a_city_says_who_led_it_on_a_day(office: Office) -> None:
    city = City(office)
    before = jurisdiction_page(office, city.busan, date(2026, 6, 30)).leaders[0]
    after = jurisdiction_page(office, city.busan, INAUGURATION).leaders[0]
    assert [one.title for one in before.holders] == ["Oh Se-jin"]
    assert [one.title for one in before.elect] == ["Kim Do-hyun"]
    assert [one.title for one in after.holders] == ["Kim Do-hyun"]


def test_an_office_that_nobody_holds_is_vacant(office: Office) -> None:
    city = City(office)
    tenure = person_page(office, city.kim).career[0].tenure_id
    offices.end(office, tenure, date(2026, 11, 1))
    assert OFFICES.page(office, "mayor")[0].seat is Seat.VACANT


def test_somebody_acts_for_the_mayor(office: Office) -> None:
    city = City(office)
    offices.end(office, person_page(office, city.kim).career[0].tenure_id, date(2026, 11, 1))
    park = people.add(office, "Park Seo-yeon").id
    offices.appoint(office, city.mayor, park, start_on=date(2026, 11, 2), standing="acting")
    row = OFFICES.page(office, "mayor")[0]
    assert (row.seat, [one.title for one in row.holders]) == (Seat.ACTING, ["Park Seo-yeon"])


def test_a_successor_can_t_begin_before_the_predecessor(office: Office) -> None:
    city = City(office)
    park = people.add(office, "Park Seo-yeon").id
    with pytest.raises(Refusal, match="starts_later"):
        offices.appoint(office, city.mayor, park, end_predecessor=True, start_on=date(2026, 1, 1))
    assert [row.held for row in PEOPLE.page(office, "park")] == [None]
