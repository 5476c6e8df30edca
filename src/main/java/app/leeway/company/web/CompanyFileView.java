package app.leeway.company.web;

import app.leeway.company.ImportingCompany;
import app.leeway.company.PreviewingCompany;
import app.leeway.companyfile.Change;
import app.leeway.organization.Access;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import app.leeway.shared.Violation;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;

/**
 * The company file: brought, looked at before it counts, then applied or left. What is applied is
 * what was looked at: its bytes stay with the page.
 */
@Named("companyFile")
@ViewScoped
public class CompanyFileView implements Serializable {

    private static final long serialVersionUID = 1L;

    /** One byte more than is ever read, so that a file that is too long is seen to be. */
    private static final int MOST_BYTES = 5 * 1024 * 1024 + 1;

    @Inject Actors actors;

    @Inject Access access;

    @Inject PreviewingCompany previewing;

    @Inject ImportingCompany importing;

    private transient Part file;
    private byte[] brought;
    private String name;
    private boolean fileMissing;
    private boolean applied;
    private transient List<Change> changes;
    private transient List<Violation> errors;

    @PostConstruct
    void open() {
        access.require(actors.actor(), Role.STEWARD, Role.AUDITOR);
    }

    /** What the file would change, or everything that is wrong with it. */
    public void look() throws IOException {
        leave();
        fileMissing = file == null || file.getSize() == 0;
        if (fileMissing) {
            return;
        }
        name = file.getSubmittedFileName();
        try (InputStream yaml = file.getInputStream()) {
            brought = yaml.readNBytes(MOST_BYTES);
        }
        try {
            changes = previewing.preview(actors.actor(), content()).changes();
        } catch (RefusedException refused) {
            tell(refused);
        }
    }

    /** The rules may have moved since the look: what is refused now is told like then. */
    public void apply() {
        try {
            changes = importing.importFile(actors.actor(), content()).changes();
            applied = true;
        } catch (RefusedException refused) {
            tell(refused);
        }
        brought = null;
    }

    public void leave() {
        brought = null;
        changes = null;
        errors = null;
        applied = false;
        fileMissing = false;
    }

    private InputStream content() {
        return new ByteArrayInputStream(brought);
    }

    private void tell(RefusedException refused) {
        if (refused.refusal() == Refusal.STEP_UP_NEEDED) {
            throw refused; // the page is left for it
        }
        changes = null;
        brought = null;
        errors =
                refused.violations().isEmpty()
                        ? List.of(new Violation("", refused.refusal().code(), refused.getMessage()))
                        : refused.violations();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getName() {
        return name;
    }

    public boolean isFileMissing() {
        return fileMissing;
    }

    /** Whether there is something to decide: a file that can be applied, and changes something. */
    public boolean isReady() {
        return brought != null && changes != null && !changes.isEmpty();
    }

    public boolean isApplied() {
        return applied;
    }

    /** Null before a file was looked at. */
    public List<Change> getChanges() {
        return changes;
    }

    /** Null while nothing is wrong. */
    public List<Violation> getErrors() {
        return errors;
    }
}
