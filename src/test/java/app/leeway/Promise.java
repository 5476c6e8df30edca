package app.leeway;

/** What Leeway promises on reliability and security; tests carry the number in their name. */
enum Promise {
    P1("What the tablet says is saved is never lost."),
    P2("Nothing counts twice, ever."),
    P3("Granted money never passes a budget."),
    P4("An acknowledged write survives a kill of the server or of PostgreSQL."),
    P5("A cut or slow network costs time only."),
    P6("Silent change of the record is detected."),
    P7("A person can be erased and the chain still verifies."),
    P8("Nobody decides their own, their own line's, or a declared relation's."),
    P9("Nobody sees beyond their subtree."),
    P10("A disabled or deleted person, and a role taken away, is out within 60 seconds."),
    P11("The API is what its OpenAPI document says."),
    P12("Every failure is readable and safe."),
    P13("Periods are right."),
    P14("Stored text is shown as typed and never runs."),
    P15("No request, and no number of them, ends the server or fills its disk."),
    P16("No limit is walked around by time, spelling, splitting or another tablet."),
    P17("A file that was taken is taken to its end, once."),
    P18("The record proves itself to somebody outside.");

    private final String words;

    Promise(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
