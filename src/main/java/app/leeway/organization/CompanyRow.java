package app.leeway.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one company of this installation. */
@Entity
@Table(name = "company")
class CompanyRow {

    @Id
    @Column(name = "only_one")
    boolean onlyOne = true;

    String code;
    String name;
    String currency;
    String zone;
    String languages;
    long revision;

    @Column(name = "four_eyes_above_minor")
    Long fourEyesAboveMinor;

    @Column(name = "remind_after")
    String remindAfter;

    @Column(name = "escalate_after")
    String escalateAfter;

    Integer sample;

    @Column(name = "late_within_days")
    Integer lateWithinDays;

    @Column(name = "late_tell_from")
    Integer lateTellFrom;

    @Column(name = "second_factor_above_minor")
    Long secondFactorAboveMinor;
}
