package app.leeway;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.guardrail.Guardrails;
import app.leeway.shared.Room;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The directions of the house. Every rule fails when it finds nothing to look at, so none of them
 * can pass because a package was renamed.
 */
@AnalyzeClasses(packages = "app.leeway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** Packages that were larger when the rule came; a number here may only fall. */
    private static final Map<String, Integer> STILL_LARGER =
            Map.of(
                    "gesture", 63,
                    "approval", 50,
                    "organization", 32,
                    "http", 43,
                    "payoff", 37,
                    "notification", 30,
                    "loyalty", 27);

    private static final int LARGEST = 24;

    @ArchTest
    static final ArchRule every_class_lives_in_a_room_that_has_a_floor =
            classes()
                    .should(
                            have(
                                    "a room with a floor",
                                    type -> Rooms.ALL.containsKey(Rooms.of(type))));

    @ArchTest
    static final ArchRule no_arrow_goes_up =
            classes()
                    .that(are(inTheHouse()))
                    .should(
                            new ArchCondition<JavaClass>("only depend on their floor or below") {
                                @Override
                                public void check(JavaClass from, ConditionEvents events) {
                                    from.getDirectDependenciesFromSelf().stream()
                                            .filter(ArchitectureTest::goesUp)
                                            .map(
                                                    up ->
                                                            SimpleConditionEvent.violated(
                                                                    from, up.getDescription()))
                                            .forEach(events::add);
                                }
                            });

    @ArchTest
    static final ArchRule no_arrows_go_in_circles =
            slices().matching("app.leeway.(*)..").should().beFreeOfCycles();

    /** Inside a room too. */
    @ArchTest
    static final ArchRule no_arrows_between_parts_of_a_room_go_in_circles =
            slices().assignedFrom(new Parts()).should().beFreeOfCycles();

    @ArchTest
    static void packages_stay_small_enough_to_be_known(JavaClasses house) {
        Map<String, Long> files =
                StreamSupport.stream(house.spliterator(), false)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .collect(
                                groupingBy(
                                        type -> type.getPackageName(),
                                        mapping(
                                                type ->
                                                        type.getSource()
                                                                .flatMap(Source::getFileName)
                                                                .orElseThrow(),
                                                collectingAndThen(
                                                        toSet(), found -> (long) found.size()))));
        assertThat(files).hasSizeGreaterThan(40);
        assertThat(files)
                .allSatisfy(
                        (name, count) ->
                                assertThat(count)
                                        .as(name)
                                        .isLessThanOrEqualTo(
                                                STILL_LARGER.getOrDefault(
                                                        name.replace(Rooms.HOUSE, ""), LARGEST)));
    }

    @ArchTest
    static final ArchRule a_feature_does_not_know_its_pages_and_resources =
            noClasses()
                    .that()
                    .resideInAPackage("app.leeway.*")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("app.leeway.*.web..", "app.leeway.*.rest.."));

    @ArchTest
    static final ArchRule pages_do_not_know_resources =
            noClasses()
                    .that()
                    .resideInAPackage("..web..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("app.leeway.*.rest.."));

    @ArchTest
    static final ArchRule resources_do_not_know_pages =
            noClasses()
                    .that()
                    .resideInAPackage("..rest..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("app.leeway.*.web.."));

    @ArchTest
    static final ArchRule pages_of_one_feature_do_not_know_those_of_another =
            slices().matching("app.leeway.(*).web..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule faces_only_in_pages =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("app.leeway.*.web..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("jakarta.faces..", "org.primefaces.."));

    @ArchTest
    static final ArchRule json_resources_only_in_rest_and_what_they_share =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("app.leeway.*.rest..", "app.leeway.http..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs.."));

    @ArchTest
    static final ArchRule pages_and_resources_do_not_know_the_store =
            noClasses()
                    .that()
                    .resideInAnyPackage("app.leeway.*.web..", "app.leeway.*.rest..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "jakarta.persistence..", "java.sql..", "javax.sql.."));

    @ArchTest
    static final ArchRule one_way_leads_to_the_database =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("app.leeway.shared.jdbc")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."));

    @ArchTest
    static final ArchRule judging_is_pure =
            noClasses()
                    .that()
                    .areAssignableTo(Guardrails.class)
                    .should()
                    .transitivelyDependOnClassesThat(
                            resideInAnyPackage("jakarta..", "java.sql..", "javax.sql.."));

    @ArchTest
    static final ArchRule time_enters_in_one_place =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("app.leeway.shared.Clocks")
                    .should()
                    .callMethodWhere(readsTheClockOfTheMachine())
                    .orShould()
                    .callConstructor(java.util.Date.class);

    @ArchTest
    static final ArchRule nobody_sleeps_or_prints =
            noClasses()
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .orShould()
                    .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule names_say_what_a_class_is_for =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Service|Manager|Impl|Utils?|Helper|Facade|Dto)");

    private static DescribedPredicate<JavaCall<?>> readsTheClockOfTheMachine() {
        DescribedPredicate<JavaCall<?>> now =
                target(name("now"))
                        .and(target(owner(resideInAPackage("java.time.."))))
                        .and(
                                DescribedPredicate.describe(
                                        "without a clock",
                                        call ->
                                                call.getTarget().getRawParameterTypes().stream()
                                                        .noneMatch(
                                                                type ->
                                                                        type.isEquivalentTo(
                                                                                Clock.class))));
        DescribedPredicate<JavaCall<?>> system =
                target(name("currentTimeMillis"))
                        .or(
                                target(owner(clock()))
                                        .and(
                                                DescribedPredicate.describe(
                                                        "made from the system",
                                                        call ->
                                                                call.getName()
                                                                        .startsWith("system"))));
        return now.or(system);
    }

    private static DescribedPredicate<JavaClass> clock() {
        return DescribedPredicate.describe("a clock", type -> type.isEquivalentTo(Clock.class));
    }

    private static DescribedPredicate<JavaClass> inTheHouse() {
        return DescribedPredicate.describe("in the house", type -> floor(type).isPresent());
    }

    private static ArchCondition<JavaClass> have(
            String what, java.util.function.Predicate<JavaClass> test) {
        return ArchCondition.from(DescribedPredicate.describe("have " + what, test));
    }

    private static boolean goesUp(Dependency arrow) {
        Optional<Integer> from = floor(arrow.getOriginClass());
        Optional<Integer> to = floor(arrow.getTargetClass());
        return from.isPresent() && to.isPresent() && to.get() > from.get();
    }

    private static Optional<Integer> floor(JavaClass type) {
        return Optional.ofNullable(Rooms.ALL.get(Rooms.of(type))).map(Room::floor);
    }

    /** A part is a package of the house. */
    private static final class Parts implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return Rooms.of(type).isEmpty()
                    ? SliceIdentifier.ignore()
                    : SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "parts of the house";
        }
    }
}
