package app.leeway.companyfile;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Map;
import java.util.Set;

/**
 * {@code example: { greeting: ..., at: unit }}: what a room that does not exist says in the company
 * file. It has no table; what is committed is remembered.
 */
@ApplicationScoped
public class ExampleSection implements CompanySection<ExampleSection.Example> {

    public static final SectionKey<Example> KEY = SectionKey.mapping("example", 9000);

    /**
     * @param greeting null where nothing is said
     * @param at code of the unit that greets
     */
    public record Example(String greeting, String at) {
        static final Example NONE = new Example(null, null);
    }

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    private volatile Example kept = Example.NONE;

    @Override
    public SectionKey<Example> key() {
        return KEY;
    }

    @Override
    public Example read(CompanyFileInput file) {
        if (!file.whole().has(KEY.name())) {
            return Example.NONE;
        }
        YamlMapping entry = file.whole().mapping(KEY.name(), Set.of("greeting", "at"));
        YamlScalar at = entry.code("at");
        file.references().use(new CodeType("unit"), at);
        return new Example(entry.text("greeting"), at == null ? null : at.text());
    }

    @Override
    public Map<String, FlowMapping> write(Example example, CompanyFile file) {
        return example.equals(Example.NONE)
                ? Map.of()
                : Map.of(
                        file.code(),
                        new FlowMapping()
                                .text("greeting", example.greeting())
                                .put("at", example.at()));
    }

    @Override
    public Example stored(long revision) {
        return kept;
    }

    @Override
    public void replace(Example example, CompanyFile file) {
        transaction.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            kept = example;
                        }
                    }
                });
    }
}
