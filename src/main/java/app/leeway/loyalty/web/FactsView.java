package app.leeway.loyalty.web;

import app.leeway.loyalty.BringingFiles;
import app.leeway.loyalty.FactRun;
import app.leeway.loyalty.FactRuns;
import app.leeway.loyalty.MaturityReport;
import app.leeway.loyalty.OutcomeFile;
import app.leeway.loyalty.OutcomeFiles;
import app.leeway.loyalty.RefreshingFacts;
import app.leeway.organization.Access;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;

/** What has come in, how far the facts are, and what is too young to tell. */
@Named("facts")
@ViewScoped
public class FactsView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject Actors actors;
    @Inject Access access;
    @Inject FactRuns runs;
    @Inject RefreshingFacts refreshing;
    @Inject OutcomeFiles files;
    @Inject BringingFiles bringing;
    @Inject MaturityReport ripening;

    private transient Part file;
    private transient MaturityReport.Stock stock;
    private boolean fileMissing;
    private boolean busy;

    @PostConstruct
    void open() {
        access.require(actors.actor(), Role.LEADER, Role.STEWARD, Role.AUDITOR);
    }

    /** Begins, unless they are being made. */
    public void refresh() {
        try {
            refreshing.begin(actors.actor(), false);
        } catch (RefusedException e) {
            busy = e.refusal() == Refusal.BUSY;
            if (!busy) {
                throw e;
            }
        }
    }

    /** Begins to take the file in. */
    public String bring() throws IOException {
        fileMissing = file == null || file.getSize() == 0;
        if (fileMissing) {
            return null;
        }
        try (InputStream csv = file.getInputStream()) {
            bringing.upload(actors.actor(), file.getSubmittedFileName(), csv);
        } finally {
            file.delete(); // what the server laid aside of it
        }
        return "/payoff/facts?faces-redirect=true";
    }

    public MaturityReport.Stock getStock() {
        if (stock == null) {
            stock = ripening.stock();
        }
        return stock;
    }

    /** Null before the first. */
    public FactRun getRun() {
        return runs.latest().orElse(null);
    }

    public List<OutcomeFile> getFiles() {
        return files.latest();
    }

    /** Whether something goes on that is worth looking at again. */
    public boolean isMoving() {
        FactRun run = getRun();
        return run != null && run.state() == FactRun.State.RUNNING
                || getFiles().stream().anyMatch(f -> !f.state().isOver());
    }

    public boolean isMayRefresh() {
        return actors.actor().is(Role.LEADER) || actors.actor().is(Role.STEWARD);
    }

    public boolean isMayBring() {
        return actors.actor().is(Role.STEWARD);
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public boolean isFileMissing() {
        return fileMissing;
    }

    public boolean isBusy() {
        return busy;
    }
}
