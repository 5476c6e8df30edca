package app.leeway.customer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerFileTest {

    private static final String HEADER =
            "code,name,phone,email,tier,price_level,member_of,known_as,birth_date,language,known\n";

    @Test
    void quotesApostrophesAndCommasAreReadAsTyped() {
        var lines =
                read(
                        HEADER
                                + "C-1,Ann O'Neill,,,,,,,,,\n"
                                + "C-2,\"Åström, Åke\",,,,,,,1955-10-10,sv,\"says \"\"hej\"\", often\"\n");
        assertThat(lines)
                .extracting(CustomerLine::name)
                .containsExactly("Ann O'Neill", "Åström, Åke");
        assertThat(lines.get(1).known()).isEqualTo("says \"hej\", often");
        assertThat(lines.get(1).birthDate()).isEqualTo(LocalDate.of(1955, 10, 10));
        assertThat(lines.get(0).phone()).isNull();
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNotMatter() {
        assertThat(read("\ufeff" + HEADER.replace("\n", "\r\n") + "C-1,Åke,,,,,,,,,\r\n"))
                .extracting(CustomerLine::name)
                .containsExactly("Åke");
    }

    @Test
    void columnsMayStandInAnyOrder() {
        assertThat(
                        read(
                                "name,code,known,language,birth_date,known_as,member_of,price_level,tier,email,phone\n"
                                        + "Åke,C-1,,,,,,,,,\n"))
                .extracting(CustomerLine::code)
                .containsExactly("C-1");
    }

    @Test
    void everyBadRowIsReportedWithItsLine() {
        var problems =
                problems(
                        HEADER
                                + "C-1,\"two\nlines\",,,,,,,,,\n"
                                + ",No code,,,,,,,,,\n"
                                + "C-3,,,,,,,,,,\n"
                                + "C-4,Date,,,,,,,12/5/1976,,\n"
                                + "C-1,Again,,,,,,,,,\n"
                                + "C-6,Few\n"
                                + "C-7,Mail,call me,nowhere,,,,,,svenska,\n");
        assertThat(problems)
                .extracting(Violation::field, Violation::code)
                .containsExactly(
                        tuple("line 4", "missing"),
                        tuple("line 5", "missing"),
                        tuple("line 6", "malformed"),
                        tuple("line 7", "duplicate-code"),
                        tuple("line 8", "wrong-number-of-cells"),
                        tuple("line 9", "malformed"),
                        tuple("line 9", "malformed"),
                        tuple("line 9", "malformed"));
        assertThat(problems.get(3).message()).isEqualTo("the code C-1 stands already on line 2");
    }

    @Test
    void theHeaderMustNameEveryColumnOnce() {
        assertThat(problems("code,name,nick,code\nC-1,Åke,,\n"))
                .extracting(Violation::message)
                .contains("the column 'phone' is missing")
                .contains("the column 'code' stands here 2 times, not once")
                .anyMatch(m -> m.startsWith("there is no column 'nick'"));
        assertThat(problems("")).extracting(Violation::code).containsExactly("missing-header");
    }

    @Test
    void textThatIsNotUtf8IsRefusedWithItsLine() {
        byte[] latin1 =
                (HEADER + "C-1,Ake,,,,,,,,,\nC-2,Åke,,,,,,,,,\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        var refused =
                catchThrowableOfType(
                        RefusedException.class,
                        () -> CustomerFile.read(new ByteArrayInputStream(latin1)));
        assertThat(refused.violations())
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple("line 3", "not-utf-8"));
    }

    @Test
    void textThatIsNotUtf8IsToldAloneHoweverFarDownItStands() {
        String many =
                IntStream.range(0, 20_000)
                        .mapToObj("C-%d,Åke 🎂,,,,,,,,,%n"::formatted)
                        .collect(Collectors.joining());
        byte[] rows = (HEADER + "C-0\n" + many).getBytes(UTF_8);
        rows[rows.length - 3] = (byte) 0xff;
        var refused =
                catchThrowableOfType(
                        RefusedException.class,
                        () -> CustomerFile.read(new ByteArrayInputStream(rows)));
        assertThat(refused.violations())
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple("line 20002", "not-utf-8"));
    }

    @Test
    void p15_aFileThatIsAllWrongIsNotReadToItsEnd() {
        var problems = problems(HEADER + "C-1\n".repeat(100_000));
        assertThat(problems).hasSize(1001);
        assertThat(problems.get(1000))
                .extracting(Violation::field, Violation::code)
                .containsExactly("line 1002", "too-many");
    }

    @Test
    void p15_aFileWithoutEndIsRefusedWithoutBeingRemembered() {
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return '\n';
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) {
                        Arrays.fill(bytes, offset, offset + length, (byte) '\n');
                        return length;
                    }
                };
        var refused =
                catchThrowableOfType(RefusedException.class, () -> CustomerFile.read(endless));
        assertThat(refused.violations()).extracting(Violation::code).containsExactly("too-large");
    }

    @Test
    void aStreamThatBreaksIsNoFaultOfTheFile() {
        InputStream broken =
                new SequenceInputStream(
                        new ByteArrayInputStream(HEADER.getBytes(UTF_8)),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("cut");
                            }
                        });
        assertThatThrownBy(() -> CustomerFile.read(broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("cut");
    }

    @Test
    void aQuotationMarkOutOfPlaceIsToldWithItsLine() {
        assertThat(problems(HEADER + "C-1,\"Åke\" Åström,,,,,,,,,\n"))
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple("line 2", "not-csv"));
        assertThat(problems(HEADER + "C-1,Åke,,,,,,,,,\nC-2,\"Åke,,,,,,,,,\n"))
                .extracting(Violation::code)
                .containsExactly("not-csv");
    }

    @Test
    void nothingIsTakenForMoreThanText() {
        var lines = read(HEADER + "C-1,'; drop table customer; --,,,,,,<script>,,,🎂 \u202etxet\n");
        assertThat(lines.get(0).name()).isEqualTo("'; drop table customer; --");
        assertThat(lines.get(0).known()).isEqualTo("🎂 \u202etxet");
        assertThat(problems(HEADER + "C-1,nul\u0000,,,,,,,,,\n")).hasSize(1);
    }

    private static List<CustomerLine> read(String csv) {
        return CustomerFile.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Violation> problems(String csv) {
        return catchThrowableOfType(RefusedException.class, () -> read(csv)).violations();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
