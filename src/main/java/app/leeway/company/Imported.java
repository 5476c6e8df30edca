package app.leeway.company;

import app.leeway.companyfile.Change;
import java.util.List;

/**
 * What an import came to, or would.
 *
 * @param revision of the company afterwards
 * @param changes by section in the file's order; empty when nothing differs but order
 */
public record Imported(long revision, List<Change> changes) {}
