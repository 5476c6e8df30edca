package app.leeway.customer.web;

import app.leeway.customer.CustomerImports;
import app.leeway.customer.ImportProgress;
import app.leeway.organization.Access;
import app.leeway.organization.Role;
import app.leeway.organization.identity.Actors;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of customers: begun here, followed at the address of its import, which can be left and
 * come back to.
 */
@Named("customerFile")
@ViewScoped
public class CustomerFileView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject Actors actors;

    @Inject Access access;

    @Inject CustomerImports imports;

    private transient Part file;
    private boolean fileMissing;
    private UUID run;

    @PostConstruct
    void open() {
        access.require(actors.actor(), Role.STEWARD);
    }

    /** Begins, and leads to the address where the import can be followed. */
    public String begin() throws IOException {
        fileMissing = file == null || file.getSize() == 0;
        if (fileMissing) {
            return null;
        }
        try (InputStream csv = file.getInputStream()) {
            run = imports.begin(actors.actor(), csv);
        } finally {
            file.delete(); // what the server laid aside of it
        }
        return "/customer/file?faces-redirect=true&run=" + run;
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

    public UUID getRun() {
        return run;
    }

    public void setRun(UUID run) {
        this.run = run;
    }

    /** How far the import of this address is; null without one, or when it is long over. */
    public ImportProgress getProgress() {
        return Optional.ofNullable(run).flatMap(imports::progress).orElse(null);
    }

    public boolean isOver() {
        ImportProgress progress = getProgress();
        return progress == null || progress.state().isOver();
    }
}
