package app.leeway.companyfile;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Implementations;
import java.util.ArrayList;
import java.util.List;

/** The sections of all rooms, without a container: they can read and write, but not store. */
final class SectionsFixture {

    static final CompanySections ALL = new CompanySections(ofTheHouse());

    private SectionsFixture() {}

    private static List<CompanySection<?>> ofTheHouse() {
        List<CompanySection<?>> sections = new ArrayList<>();
        Implementations.of(CompanySection.class).forEach(sections::add);
        assertThat(sections).hasSizeGreaterThan(10);
        return sections;
    }
}
