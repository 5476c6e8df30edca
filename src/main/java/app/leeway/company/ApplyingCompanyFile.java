package app.leeway.company;

import app.leeway.audit.AuditTrail;
import app.leeway.companyfile.Change;
import app.leeway.companyfile.CompanyFile;
import app.leeway.companyfile.CompanyFileReader;
import app.leeway.companyfile.CompanySections;
import app.leeway.companyfile.Comparison;
import app.leeway.companyfile.Reading;
import app.leeway.companyfile.SectionKey;
import app.leeway.organization.Actor;
import app.leeway.organization.ReplacingOrganization;
import app.leeway.organization.file.ApprovalsSection;
import app.leeway.organization.identity.SecondFactor;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Puts a company file in place of what is stored, in the caller's transaction: section by section
 * in the file's order, because each names codes of those before; the company's revision last, so
 * that nobody remembers what is not committed.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class ApplyingCompanyFile {

    @Inject StoredCompany stored;
    @Inject CompanyFileReader reader;
    @Inject CompanySections sections;
    @Inject Comparison comparison;
    @Inject ReplacingOrganization organization;
    @Inject AuditTrail audit;
    @Inject SecondFactor secondFactor;

    /**
     * A second factor is asked for where the company asks for one before or afterwards: so nobody
     * can turn it off without, nor turn it on in a realm that has none.
     *
     * @throws RefusedException INVALID with every problem of the file; WRONG_STATE when it is of
     *     another company; STEP_UP_NEEDED without a second factor that is needed
     */
    Imported apply(InputStream yaml, Actor importer) {
        return apply(yaml, importer::personId, () -> secondFactor.require(importer));
    }

    /**
     * @param importer their key, asked for once the people of the file are stored; null: the system
     *     itself
     * @throws RefusedException as above
     */
    public Imported apply(InputStream yaml, Supplier<Long> importer) {
        return apply(yaml, importer, () -> {});
    }

    private Imported apply(InputStream yaml, Supplier<Long> importer, Runnable secondFactorCheck) {
        organization.waitForOthers();
        CompanyFile before = stored.current().orElse(null);
        Reading reading = reader.read(yaml, stored.former());
        return apply(before, reading, sections::replace, importer, secondFactorCheck);
    }

    /**
     * Puts one section in place of the stored one, under the checks of a whole file.
     *
     * @throws RefusedException as above, without lines
     */
    <T> Imported apply(SectionKey<T> section, T value, Actor importer) {
        CompanyFile before = stored.current().orElseThrow();
        return apply(
                before,
                reader.read(before.with(section, value), stored.former()),
                file -> sections.replace(file, section),
                importer::personId,
                () -> secondFactor.require(importer));
    }

    private Imported apply(
            CompanyFile before,
            Reading reading,
            Consumer<CompanyFile> replacing,
            Supplier<Long> importer,
            Runnable secondFactorCheck) {
        CompanyFile file = reading.orRefuse();
        if (knowsSecondFactor(before) || knowsSecondFactor(file)) {
            secondFactorCheck.run();
        }
        List<Change> changes = comparison.changes(before, file);
        try {
            replacing.accept(file);
        } catch (RefusedException refused) {
            throw reading.withLines(refused);
        }
        long revision = organization.raiseRevision();
        audit.append(
                new ImportRecord(importer.get(), sections.subjects(), revision, before != null)
                        .notes(file.code(), changes));
        return new Imported(revision, changes);
    }

    private static boolean knowsSecondFactor(CompanyFile file) {
        return file != null && file.get(ApprovalsSection.KEY).knowsSecondFactor();
    }
}
