package app.leeway.organization.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What has ended in the realm, as far back as a sign-in can last.
 *
 * @param people by subject: tokens issued before are worthless
 * @param sessions by their id at the identity provider, with when they ended
 * @param everybody tokens issued before are worthless, whoever they belong to
 */
record Endings(Map<String, Instant> people, Map<String, Instant> sessions, Instant everybody) {

    /** No sign-in lasts longer: a session at the identity provider ends after twelve hours. */
    static final Duration KEPT = Duration.ofHours(12);

    Endings {
        people = Map.copyOf(people);
        sessions = Map.copyOf(sessions);
    }

    static Endings none() {
        return new Endings(Map.of(), Map.of(), Instant.MIN);
    }

    /** These and the ones before, whatever their order; read twice, they count once. */
    Endings with(Collection<SignInEnding> more, Instant now) {
        Map<String, Instant> ofPeople = new HashMap<>(people);
        Map<String, Instant> ofSessions = new HashMap<>(sessions);
        Instant ofEverybody = everybody;
        for (SignInEnding ending : more) {
            switch (ending.whose()) {
                case PERSON -> ofPeople.merge(ending.id(), ending.at(), Endings::later);
                case SESSION -> ofSessions.merge(ending.id(), ending.at(), Endings::later);
                case EVERYBODY -> ofEverybody = later(ofEverybody, ending.at());
            }
        }
        Instant oldest = now.minus(KEPT);
        ofPeople.values().removeIf(at -> at.isBefore(oldest));
        ofSessions.values().removeIf(at -> at.isBefore(oldest));
        return new Endings(ofPeople, ofSessions, ofEverybody);
    }

    boolean include(SignIn signIn) {
        Instant ofPerson = people.get(signIn.sub());
        return ofPerson != null && signIn.issuedAt().isBefore(ofPerson)
                || signIn.session() != null && sessions.containsKey(signIn.session())
                || signIn.issuedAt().isBefore(everybody);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
