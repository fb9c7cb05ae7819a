"""Common given names, our own short list: it only helps to tell a person from a company in a guess."""

GIVEN_NAMES = frozenset(
    """
    aaron adam ahmed aiko akira alan albert alberto alejandro alex alexander alice alison allan ali amanda
    amina amy ana anders andrea andrew andy angela angus anita ann anna anne annika anthony antonio aoife
    arjun barbara ben benjamin bernard beth bill bjorn bob brenda brian bruce carl carla carlos carmen carol
    caroline catherine charles charlotte chen chris christian christine christopher claire clara colin craig
    daniel daniela dave david dawn deborah denise dennis diana diane diego dominic donald dorothy douglas
    edward elena elizabeth ellen emily emma eric erik esther eva evelyn fatima felix fernando fiona frances
    francesca francis francisco frank fred gary gavin geoffrey george gerald giles giulia gordon graham grace
    greg gregory guy hannah hans harry heather helen henrik henry hiroshi howard hugh ian ibrahim ines ingrid
    irene isabel ivan jack jacob james jan jane janet jason jean jeff jennifer jeremy jerry jessica jim joan
    joanna joe johan john jonathan jorge jose joseph joshua joy juan judith julia julian julie karen karin
    kate katherine kathleen keith kelly ken kenji kenneth kevin kim klaus lars laura lauren leila linda lisa
    lionel lloyd louise lucas lucy luis luke magnus margaret maria marie marina mario mark marta martha martin
    mary matthew mehmet michael michelle miguel mike mohamed mohammed monica muhammad nancy naomi natalie neil
    nicholas nick nicola nigel nina noah olga oliver omar oscar pamela patricia patrick paul paula pedro peter
    petra philip pierre rachel rajesh ralph ravi rebecca richard rita robert roberto robin roger ronald rosa
    rose ruth ryan sally sam samuel sandra sara sarah scott sean sergei shannon sharon sheila shirley simon
    sofia sophie stefan stella stephanie stephen steve steven stuart sunil susan suzanne sven takashi tanya
    taylor teresa theresa thomas tim timothy tina tom tomas tony tracy ulrich ursula valerie vanessa vera
    victor victoria vincent virginia walter wendy wei william yasmin yuki yusuf yvonne zara
    """.split()  # noqa: SIM905  # a list of names reads best as text
)
