package app.leeway.absence;

import static app.leeway.absence.AbsenceFixture.STOCKHOLM;
import static app.leeway.absence.AbsenceFixture.december;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.leeway.shared.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class CalendarFileTest {

    private static final Instant NOW = december(1, 12);

    /** As Outlook writes it, with a name of a zone that only its definition explains. */
    private static final String OUTLOOK_ZONE =
            """
            BEGIN:VTIMEZONE
            TZID:W. Europe Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
            END:DAYLIGHT
            END:VTIMEZONE
            """;

    @Test
    void wholeDaysBeginAndEndWhereThePersonIs() {
        assertThat(
                        read(
                                event(
                                        "SUMMARY:Semester",
                                        "DTSTART;VALUE=DATE:20261221",
                                        "DTEND;VALUE=DATE:20261224")))
                .extracting(AwayTime::from, AwayTime::until)
                .containsExactly(tuple(december(21), december(24)));
        assertThat(read(event("SUMMARY:Vacation", "DTSTART;VALUE=DATE:20261221")))
                .as("a day, where no end is given")
                .extracting(AwayTime::until)
                .containsExactly(december(22));
    }

    @Test
    void timesAreReadInTheirZone() {
        assertThat(
                        read(
                                OUTLOOK_ZONE
                                        + event(
                                                "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
                                                "SUMMARY:Dentist",
                                                "DTSTART;TZID=\"W. Europe Standard Time\":20261210T080000",
                                                "DTEND;TZID=\"W. Europe Standard Time\":20261210T130000"),
                                event(
                                        "SUMMARY:Away",
                                        "DTSTART;TZID=America/New_York:20261211T030000",
                                        "DURATION:PT2H"),
                                event("SUMMARY:Away", "DTSTART:20261212T070000Z", "DURATION:PT1H"),
                                event("SUMMARY:Away", "DTSTART:20261213T070000", "DURATION:PT1H")))
                .extracting(AwayTime::from)
                .containsExactly(
                        december(10, 8), december(11, 9), december(12, 8), december(13, 7));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "SUMMARY:Semester i fjällen, TRANSP:TRANSPARENT, true",
        "SUMMARY:Borta hela dagen, STATUS:CONFIRMED, true",
        "SUMMARY:Out of office, STATUS:CANCELLED, false",
        "SUMMARY:Out of office, X-MICROSOFT-CDO-BUSYSTATUS:BUSY, false",
        "SUMMARY:Planning, X-MICROSOFT-CDO-BUSYSTATUS:OOF, true",
        "SUMMARY:Planning, CATEGORIES:Holiday, true",
        "SUMMARY:Planning, TRANSP:OPAQUE, false",
        "SUMMARY:Bortastadion, TRANSP:OPAQUE, false",
    })
    void whatCountsAsAway(String first, String second, boolean away) {
        assertThat(read(event(first, second, "DTSTART;VALUE=DATE:20261221"))).hasSize(away ? 1 : 0);
    }

    @Test
    void whatIsOverOrFarAheadIsLeftOut() {
        assertThat(
                        read(
                                event("SUMMARY:Vacation", "DTSTART;VALUE=DATE:20261130"),
                                event("SUMMARY:Vacation", "DTSTART;VALUE=DATE:20261201"),
                                event("SUMMARY:Vacation", "DTSTART;VALUE=DATE:20280301"),
                                event(
                                        "SUMMARY:Vacation",
                                        "DTSTART;VALUE=DATE:20200101",
                                        "DTEND;VALUE=DATE:20300101")))
                .extracting(AwayTime::from)
                .containsExactly(december(1));
    }

    @Test
    void aRecurrenceWithoutEndEndsWithTheHorizon() {
        List<AwayTime> fridays =
                read(event("SUMMARY:Ledig", "DTSTART;VALUE=DATE:20200103", "RRULE:FREQ=WEEKLY"));
        assertThat(fridays).hasSize(57);
        assertThat(fridays.get(0).from()).isEqualTo(december(4));
        assertThat(fridays)
                .allMatch(time -> time.from().isBefore(NOW.plus(CalendarFile.HORIZON)))
                .extracting(AwayTime::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void occurrencesThatWereMovedOrTakenOutAreNotThere() {
        assertThat(
                        read(
                                event(
                                        "UID:fridays",
                                        "SUMMARY:Ledig",
                                        "DTSTART;VALUE=DATE:20261204",
                                        "RRULE:FREQ=WEEKLY;COUNT=4",
                                        "EXDATE;VALUE=DATE:20261211"),
                                event(
                                        "UID:fridays",
                                        "RECURRENCE-ID;VALUE=DATE:20261218",
                                        "SUMMARY:Ledig",
                                        "DTSTART;VALUE=DATE:20261217")))
                .extracting(AwayTime::from)
                .containsExactly(december(4), december(17), december(25));
    }

    @Test
    void aSingleEventThatMovesStaysTheSame() {
        String before = event("UID:a", "SUMMARY:Ledig", "DTSTART;VALUE=DATE:20261204");
        String after = event("UID:a", "SUMMARY:Ledig", "DTSTART;VALUE=DATE:20261207");
        assertThat(read(before).get(0).key()).isEqualTo(read(after).get(0).key());
        assertThat(read(before).get(0).key()).doesNotContain("a@").hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RRULE:FREQ=SECONDLY",
                "RRULE:FREQ=HOURLY",
                "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10;BYMINUTE=0,1,2,3,4,5,6,7,8,9",
                "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "RRULE:FREQ=DAILY;INTERVAL=0",
                "RRULE:FREQ=DAILY;COUNT=2147483647",
                "RRULE:FREQ=OFTEN"
            })
    void aRuleThatMeansHarmCostsLittle(String rule) {
        assertThatCode(
                        () ->
                                read(
                                        event(
                                                "SUMMARY:Away",
                                                "DTSTART:19000101T000000Z",
                                                "DURATION:PT1H",
                                                rule)))
                .doesNotThrowAnyException();
    }

    @Test
    void tooManyRecurrencesAreRefused() {
        String daily =
                event(
                        "SUMMARY:Away",
                        "DTSTART:19000101T000000Z",
                        "DURATION:PT1H",
                        "RRULE:FREQ=DAILY");
        assertThat(refusal(daily.repeat(200)).violations().get(0).code())
                .isEqualTo("too-many-events");
    }

    @Test
    void aZoneThatMeansHarmIsNotEvaluated() {
        String zone =
                OUTLOOK_ZONE.replace(
                        "FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", "FREQ=SECONDLY");
        assertThatCode(
                        () ->
                                read(
                                        zone
                                                + event(
                                                        "SUMMARY:Away",
                                                        "DTSTART;TZID=\"W. Europe Standard Time\":20261210T080000",
                                                        "DURATION:PT2H")))
                .doesNotThrowAnyException();
        assertThat(ZoneDefinitions.sound(zone)).doesNotContain("VTIMEZONE");
        assertThat(ZoneDefinitions.sound(OUTLOOK_ZONE)).isEqualTo(OUTLOOK_ZONE);
    }

    @Test
    void nothingThatIsTooLongIsTakenIn() {
        byte[] large = new byte[CalendarFile.BYTES_MOST + 1];
        RefusedException refused =
                catchThrowableOfType(
                        RefusedException.class,
                        () -> CalendarFile.timesAway(large, NOW, STOCKHOLM));
        assertThat(refused.violations().get(0).code()).isEqualTo("too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<html>", "BEGIN:VCARD\nEND:VCARD\n", "\u0000\u0001"})
    void whatIsNoCalendarIsRefused(String text) {
        RefusedException refused =
                catchThrowableOfType(
                        RefusedException.class,
                        () ->
                                CalendarFile.timesAway(
                                        text.getBytes(StandardCharsets.UTF_8), NOW, STOCKHOLM));
        assertThat(refused.violations().get(0).code()).isEqualTo("not-a-calendar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART:yesterday",
                "SUMMARY:Away",
                "DTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20261201",
                "DTSTART:20261221T080000Z\nDURATION:-PT1H",
                "DTSTART:20261221T080000Z\nDURATION:P9999999D",
                "DTSTART;TZID=Mars/Olympus:20261221T080000\nDURATION:PT0S",
                "BEGIN:VALARM\nTRIGGER:-PT15M\nACTION:DISPLAY\nEND:VALARM"
            })
    void anEventThatMakesNoSenseIsNoAbsence(String lines) {
        assertThat(read(event("SUMMARY:Away", lines))).isEmpty();
    }

    @Test
    void manyEventsTakeLittleTime() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 15_000; i++) {
            events.append(event("UID:" + i, "SUMMARY:Ledig", "DTSTART;VALUE=DATE:20261221"));
        }
        assertThat(events.length()).isLessThan(CalendarFile.BYTES_MOST);
        assertThat(CalendarFile.timesAway(calendar(events.toString()), NOW, STOCKHOLM))
                .hasSize(500);
        assertThat(Duration.between(NOW, NOW.plus(CalendarFile.HORIZON)).toDays()).isEqualTo(400);
    }

    static String event(String... lines) {
        return "BEGIN:VEVENT\n" + String.join("\n", lines) + "\nEND:VEVENT\n";
    }

    static byte[] calendar(String... parts) {
        String text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", parts) + "END:VCALENDAR\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<AwayTime> read(String... parts) {
        return CalendarFile.timesAway(calendar(parts), NOW, STOCKHOLM);
    }

    private static RefusedException refusal(String... parts) {
        return catchThrowableOfType(RefusedException.class, () -> read(parts));
    }
}
