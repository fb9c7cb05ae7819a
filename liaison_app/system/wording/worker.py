"""What is said when the process that computes is no more."""

TEXTS = {
    "worker.died": (
        "This took more than the machine could give, or something in it could not be worked through, "
        "and it was stopped. Nothing was written, and all that was saved is kept. Do it again; if it "
        "stops again, close other programs, or ask for less at a time."
    ),
}
