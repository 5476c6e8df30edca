package app.leeway.customer;

/** What an import of customers came to; together the rows of the file. */
public record ImportedCustomers(int added, int changed, int unchanged) {

    ImportedCustomers plus(ImportedCustomers more) {
        return new ImportedCustomers(
                added + more.added, changed + more.changed, unchanged + more.unchanged);
    }

    public int total() {
        return added + changed + unchanged;
    }
}
