package app.leeway.absence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who is away at one moment, for tests of others. */
public final class SubstituteFixture {

    private static final Instant NOW = Instant.parse("2026-12-10T10:00:00Z");

    private final List<Absence> absences = new ArrayList<>();

    private SubstituteFixture() {}

    public static SubstituteFixture away(long person, Long standIn) {
        return new SubstituteFixture().andAway(person, standIn);
    }

    public SubstituteFixture andAway(long person, Long standIn) {
        absences.add(
                new Absence(
                        UUID.randomUUID(),
                        person,
                        NOW.minusSeconds(60),
                        NOW.plusSeconds(60),
                        standIn,
                        false,
                        person,
                        NOW.minusSeconds(600)));
        return this;
    }

    public Substitutes now() {
        return Substitutes.of(absences, NOW);
    }
}
