package app.leeway.approval.web;

import app.leeway.shared.Refusal;
import app.leeway.shared.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** One exception by itself, with all that was said and done about it. */
@Named("approval")
@RequestScoped
public class ApprovalView {

    @Inject ShowingApprovals showing;

    private String id;
    private ShownApproval shown;

    public void open() {
        shown = showing.shown(key());
    }

    private UUID key() {
        try {
            return UUID.fromString(id == null ? "" : id);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no exception '" + id + "'.");
        }
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public ShownApproval getShown() {
        return shown;
    }
}
