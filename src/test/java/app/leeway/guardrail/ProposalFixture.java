package app.leeway.guardrail;

import app.leeway.shared.LocalizedText;
import app.leeway.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Gestures as one would tell them: {@code goodwill(700).by("manager").on("2026-08-15T12:00")}. */
final class ProposalFixture {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private String kind = "goodwill";
    private LocalizedText kindName = new LocalizedText("Kompensation", "Goodwill");
    private String category = "recovery";
    private boolean outreach;
    private Set<String> roles = Set.of("staff");
    private List<String> places = List.of("krogen-servis", "krogen", "north", "nordlyst");
    private String site = "krogen";
    private long staff = 1;
    private Long customer = 1001L;
    private String tier;
    private String visit;
    private String touchpoint;
    private String moment;
    private List<String> bends = List.of();
    private Money cost = Money.of(0, "SEK");
    private Instant judgedFor = stockholm("2026-11-22T12:00");
    private Instant toldAt;
    private ZoneId zone = STOCKHOLM;

    static Instant stockholm(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    /** Anna at Krogen for customer 1001, at noon on 22 November 2026. */
    static ProposalFixture goodwill(String kronor) {
        return new ProposalFixture().costing(kronor);
    }

    static ProposalFixture goodwill(long kronor) {
        return goodwill(Long.toString(kronor));
    }

    ProposalFixture ofKind(String code, String category, String swedish, String english) {
        kind = code;
        this.category = category;
        kindName = new LocalizedText(swedish, english);
        return this;
    }

    ProposalFixture reachingOut() {
        outreach = true;
        return this;
    }

    ProposalFixture by(String... roleCodes) {
        roles = Set.of(roleCodes);
        return this;
    }

    ProposalFixture byPerson(long person) {
        staff = person;
        return this;
    }

    ProposalFixture at(String siteCode, String... above) {
        site = siteCode;
        places = new java.util.ArrayList<>(List.of(above));
        places.add(0, siteCode);
        return this;
    }

    /** Above all sites, at the region itself. */
    ProposalFixture atNoSite() {
        site = null;
        places = List.of("north", "nordlyst");
        return this;
    }

    ProposalFixture forCustomer(long key) {
        customer = key;
        return this;
    }

    ProposalFixture forNobodyKnown() {
        customer = null;
        return this;
    }

    ProposalFixture ofTier(String code) {
        tier = code;
        return this;
    }

    ProposalFixture onVisit(String key) {
        visit = key;
        return this;
    }

    ProposalFixture atTouchpoint(String code) {
        touchpoint = code;
        return this;
    }

    ProposalFixture inMoment(String code) {
        moment = code;
        return this;
    }

    ProposalFixture bending(String... clauses) {
        bends = List.of(clauses);
        return this;
    }

    ProposalFixture costing(String kronor) {
        cost = Money.of(new BigDecimal(kronor).movePointRight(2).longValueExact(), "SEK");
        return this;
    }

    ProposalFixture costingMinor(long minor) {
        cost = Money.of(minor, "SEK");
        return this;
    }

    /** By the clock in Stockholm. */
    ProposalFixture on(String local) {
        return happening(stockholm(local));
    }

    ProposalFixture happening(Instant instant) {
        judgedFor = instant;
        return this;
    }

    /** Late, by the clock in Stockholm. */
    ProposalFixture loggedOn(String local) {
        toldAt = stockholm(local);
        return this;
    }

    ProposalFixture in(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    Proposal build() {
        return new Proposal(
                kind,
                kindName,
                category,
                outreach,
                roles,
                places,
                site,
                staff,
                customer,
                tier,
                visit,
                touchpoint,
                moment,
                bends,
                cost,
                judgedFor,
                toldAt,
                zone);
    }
}
